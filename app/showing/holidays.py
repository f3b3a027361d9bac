"""Years whose holidays somebody must see to, before dates are promised without them."""

from datetime import date, datetime, time

from app.deeds.looking import today
from app.folds.office import Office
from app.ports import Look
from app.showing.duties import SHOWN
from app.value import Value
from app.week import days_of, first_of, month_of

_LAST_MONTH = 12
_EVER = datetime(9999, 12, 31)


class YearDue(Value, frozen=True, kw_only=True):
    """A Jalali year that is not `listed`, or that nobody has compared with the official calendar
    although it is about to begin. `promised`: answers are promised for days of it.
    """

    year: int
    listed: bool
    promised: bool = False


def listed(office: Office, year: int) -> bool:
    """Whether the holidays of that Jalali year stand in the list to its end: every official list
    ends with one in Esfand.
    """
    if year in office.confirmed:
        return True
    return not office.closures.keys().isdisjoint(days_of(year, _LAST_MONTH))


def years_due(look: Look) -> tuple[YearDue, ...]:
    """The running year; the next from a month before it begins; and any for which an answer that is
    still owed was promised: as far as they are not listed, the next one until it is confirmed.
    """
    office, (year, month) = look.office, month_of(today(look))
    promised = _promised_after(look, year)
    coming = {year + 1} if month == _LAST_MONTH else set()
    unlisted = {each for each in {year, *coming, *promised} if not listed(office, each)}
    return tuple(
        YearDue(year=each, listed=each not in unlisted, promised=each in promised)
        for each in sorted(unlisted | (coming - office.confirmed))
    )


def year_to_list(office: Office, day: date, seen: int) -> int:
    """The year whose official holidays are offered to whoever looks at the year `seen` on that day:
    that one, unless it stands in the list and the running or the next does not.
    """
    running, _ = month_of(day)
    years = (seen, running, running + 1)
    return next((each for each in years if not listed(office, each)), seen)


def _promised_after(look: Look, year: int) -> set[int]:
    beyond = datetime.combine(first_of(year + 1, 1), time.min)
    lines = look.owed_lines("", beyond, _EVER, "", SHOWN, ready=False)
    return {month_of(line.promised)[0] for line in lines}
