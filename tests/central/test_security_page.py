"""The page on stolen PCs and the tests that play them say the same."""

import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "security.md"
_TEST = re.compile(r"^def (test_\w+)", re.MULTILINE)


def test_every_line_names_its_tests_and_every_test_has_its_line() -> None:
    page = PAGE.read_text("utf-8")
    played = {
        name
        for file in HERE.glob("test_security_*.py")
        if file != Path(__file__)
        for name in _TEST.findall(file.read_text("utf-8"))
    }
    assert set(re.findall(r"`(test_\w+)`", page)) == played
    lines = [line for line in page.splitlines() if line.startswith("| ") and "| Test |" not in line]
    assert len(lines) > 30
    assert all(re.search(r"`test_\w+` \|$", line) for line in lines)
