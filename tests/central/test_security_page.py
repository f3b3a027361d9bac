"""The page on stolen PCs and the tests that play them say the same."""

import re
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "security.md"
_TEST = re.compile(r"^def (test_\w+)", re.MULTILINE)


def names_in(files: Iterable[Path]) -> set[str]:
    """The names of the tests in these files."""
    return {name for file in files for name in _TEST.findall(file.read_text("utf-8"))}


def test_every_line_names_its_tests_and_every_test_has_its_line() -> None:
    page = PAGE.read_text("utf-8")
    played = names_in(HERE.glob("test_security_*.py")) - names_in([Path(__file__)])
    named = set(re.findall(r"`(test_\w+)`", page))
    assert played <= named
    assert named <= names_in(HERE.parent.rglob("test_*.py"))
    lines = [line for line in page.splitlines() if line.startswith("| ") and "| Test |" not in line]
    assert len(lines) > 30
    assert all(re.search(r"`test_\w+` \|$", line) for line in lines)
