"""docs/journal.md tells what can happen."""

import re
from pathlib import Path

from app import events

PAGE = Path(events.__path__[0]).parents[1] / "docs" / "journal.md"
_ROW = re.compile(r"^\| `(\w+)` \| (.+) \|$", re.MULTILINE)


def test_the_page_of_the_journal_tells_of_every_kind_and_of_no_other() -> None:
    names = [name for name, _ in _ROW.findall(PAGE.read_text("utf-8"))]
    assert sorted(names) == sorted(kind.__name__ for kind in events.vocabulary().kinds)
