"""The date that would be promised now, shown before anything is registered."""

from datetime import datetime, timedelta

from app.deeds.request import promised_now
from app.folds.catalogue import Entry
from app.local import local
from app.ports import Look


def promised(look: Look, entry: Entry) -> datetime:
    """The local time that `register` would promise at this moment."""
    return promised_now(look, entry)


def working_days_until(look: Look, due: datetime) -> int:
    """How many working days come after today, up to the day of a local time `due`."""
    today = local(look.at).date()
    ahead = (today + timedelta(days=n) for n in range(1, (due.date() - today).days + 1))
    return sum(map(look.office.calendar.is_open, ahead))
