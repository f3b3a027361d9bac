"""Table 2 of a day as the counter shows it: while it is open, and once it is closed."""

from datetime import date, datetime, timedelta

from app.day_sheet import day_sheet
from app.deeds.day import counters_on
from app.deeds.looking import day_id, today
from app.event import moment
from app.filling.log import papers_of
from app.folds import day
from app.papers import LogChange, LogRow, LogTotals
from app.ports import Look, Outbox
from app.value import Value

_WEEK = timedelta(days=7)


class DayShown(Value, frozen=True, kw_only=True):
    """`counter` empty: the desk. `closed_at` is None while it is open; `late` counts what came
    after the closing and stands on the `supplement`, which this is or not; `changed` only there.
    `today` is the day of the office.
    """

    day: date
    today: date
    counter: str
    received: tuple[LogRow, ...]
    answered: tuple[LogRow, ...]
    totals: LogTotals
    changed: tuple[LogChange, ...] = ()
    supplement: bool = False
    closed_at: datetime | None = None
    late: int = 0
    conflicts: int = 0
    """What does not fit and nobody has settled, of any day."""


class PcHeard(Value, frozen=True, kw_only=True):
    """Another PC of the office by its number, and when it recorded the last work that came."""

    place: int
    at: datetime


class ClosingAsked(Value, frozen=True, kw_only=True):
    """What whoever closes a day should know: what of this PC the centre has not got, and of the
    whole desk also since when nothing came from other PCs, the longest silent first.
    """

    at: datetime
    outbox: Outbox
    others: tuple[PcHeard, ...] = ()


def closing_asked(look: Look, counter: str) -> ClosingAsked:
    """Before the day of a counter is closed, or of the desk. A PC that was silent for a week has
    no part in the day.
    """
    outbox = look.outbox()
    heard = look.heard_from() if outbox.enrolled and not counter else {}
    others = (
        PcHeard(place=place, at=heard[node])
        for node, place in look.office.places.items()
        if node != look.node and node in heard and heard[node] > look.at - _WEEK
    )
    return ClosingAsked(
        at=look.at, outbox=outbox, others=tuple(sorted(others, key=lambda one: one.at))
    )


class Scope(Value, frozen=True, kw_only=True):
    """A counter that has a sheet of a day; `gone`: it was taken away since."""

    number: str
    title: str = ""
    gone: bool = False


def scopes(look: Look, shown: date) -> tuple[Scope, ...]:
    """Whose sheets of that day there are, beside that of the desk."""
    here = look.office.counters
    return tuple(
        Scope(number=n, title=here[n].title) if n in here else Scope(number=n, gone=True)
        for n in counters_on(look, shown)
    )


def still_to_close(look: Look, counter: str) -> LogTotals:
    """The foot of that counter's sheet of today, nothing where its day is closed: what whoever
    takes the counter away should know.
    """
    known = look.load(day.FOLD, day_id(look.office.id, today(look)))
    if known and known.closing(counter):
        return LogTotals()
    return day_sheet(look, today(look), counter).totals


def day_shown(look: Look, shown: date, counter: str = "", *, supplement: bool = False) -> DayShown:
    """The sheet of that day, or its supplement. Refuses `counter_unknown`."""
    sheet, late = papers_of(look, shown, counter)
    paper = late if supplement else sheet
    known = look.load(day.FOLD, day_id(look.office.id, shown))
    closing = known.closing(counter) if known else None
    return DayShown(
        day=shown,
        today=today(look),
        counter=counter,
        received=paper.received,
        answered=paper.answered,
        totals=paper.totals,
        changed=paper.changed,
        supplement=supplement,
        closed_at=moment(closing.at) if closing else None,
        late=len(late.received) + len(late.answered) + len(late.changed),
        conflicts=look.open_conflict_count(),
    )
