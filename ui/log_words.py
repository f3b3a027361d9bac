"""What is said beside a row of Table 2."""

from app.papers import LogChange, LogRow
from app.persian import format_moment
from ui.words import Words


def mark_said(row: LogRow, words: Words) -> str:
    """That it was corrected, withdrawn, voided, or entered from a blank receipt; mostly nothing."""
    return words.value("mark", row.mark)


def change_said(change: LogChange, words: Words) -> str:
    """What became of a signed row, when, and why."""
    said = f"{words.value('mark', change.what)}، {format_moment(change.at)}"
    return f"{said}: {change.reason}" if change.reason else said
