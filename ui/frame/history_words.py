"""The history of a request in words: what was done, with what, by whom, when."""

from collections.abc import Iterator, Sequence

from app.persian import format_moment
from app.showing.request import HistoryLine
from ui.fact_words import changed_words, particulars
from ui.look.parts.row import Row
from ui.look.parts.two_lines import two_line_row
from ui.words import Words


def history_rows(history: Sequence[HistoryLine], words: Words) -> list[Row]:
    """The rows of all facts, the newest first."""
    return [row for line in reversed(history) for row in _rows(line, words)]


def _rows(line: HistoryLine, words: Words) -> Iterator[Row]:
    """One fact: its kind and when; under it the particulars and the clerk. Then, of a correction,
    a row for each part that it changed.
    """
    key = f"{line.at.isoformat()} {line.kind}"
    parts = (particulars(line.event, words), line.clerk)
    yield two_line_row(
        key,
        words.value("kind", line.kind),
        when=format_moment(line.at),
        below=" · ".join(part for part in parts if part),
    )
    for name, changed in changed_words(line.changes, words):
        yield two_line_row(f"{key} {name}", name, below=changed)
