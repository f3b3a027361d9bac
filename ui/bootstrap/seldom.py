"""What few commands want, and is slow to load."""

from datetime import date
from typing import Any

from app.figures.report import Report
from app.ports import PasswordHasher
from ui.words import Words


def holidays_from(day: date) -> dict[date, str]:
    """The seed of the table of holidays: from that day to the end of the next year."""
    from ui import closures

    return closures.holidays_from(day)


def holidays_between(since: date, before: date) -> dict[date, str]:
    """The same of a span of days; none where nobody knows the lunar months yet."""
    from ui import closures

    return closures.holidays_between(since, before)


def passwords() -> PasswordHasher:
    """What makes and tries passwords."""
    from db import password

    return password


def unshaped(text: str) -> str:
    """Persian for consoles that neither join nor order letters."""
    from ui import console

    return console.unshaped(text)


def qr_png(text: str) -> bytes:
    """A QR symbol as a picture; nothing where it does not fit into one."""
    from ui import qr

    return qr.png(text)


def report_workbook(report: Report, words: Words) -> bytes:
    """A report as a workbook."""
    from ui import figure_files

    return figure_files.report_workbook(report, words)


def voice() -> Any:
    """What says a call at once (`ui.voice.aloud`)."""
    from ui.voice import aloud

    return aloud
