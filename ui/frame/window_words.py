"""What every window says that somebody works at, whatever page is on top."""

from datetime import datetime

from app.local import local
from app.persian import format_date, format_time, weekday_name
from ui.frame.words import tr


def day_and_time(now: datetime) -> tuple[str, str]:
    """Of the office."""
    here = local(now)
    return f"{weekday_name(here.date())} {format_date(here.date())}", format_time(here)


def data_held() -> str:
    """Said as long as something waits for longer than is usual."""
    return tr("Another program holds the data; this is still being recorded.")
