"""The history of a request in words: what was done, with what, by whom, when."""

from app.persian import format_moment
from app.showing.request import HistoryLine
from ui.fact_words import particulars
from ui.look.parts.row import Row
from ui.look.parts.two_lines import two_line_row
from ui.words import Words


def history_row(line: HistoryLine, words: Words) -> Row:
    """One fact: its kind and when; under it the particulars and the clerk."""
    parts = (particulars(line.event, words), line.clerk)
    return two_line_row(
        f"{line.at.isoformat()} {line.kind}",
        words.value("kind", line.kind),
        when=format_moment(line.at),
        below=" · ".join(part for part in parts if part),
    )
