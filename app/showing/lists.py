"""The supervisor's lists of work: what is due, late, waiting, running out, before the day."""

from datetime import date, datetime, time, timedelta
from typing import Literal

from app.folds import ticket
from app.listing import ReadyRow
from app.local import local
from app.ports import Look, RequestLine
from app.settings import LISTS_AHEAD, the_setting, value_of
from app.showing.duties import SHOWN, duties
from app.spooling.spool import wants_decision
from app.value import Value

List = Literal[
    "late",
    "today",
    "soon",
    "to_hand_over",
    "results_back",
    "ready",
    "slips",
    "conflicts",
    "papers",
]
LISTS: tuple[List, ...] = (
    "late",
    "today",
    "soon",
    "to_hand_over",
    "results_back",
    "ready",
    "slips",
    "conflicts",
    "papers",
)
"""In the order of their keys, 1 to 9."""

_FIRST = date(1, 1, 1)
_DAY = timedelta(days=1)
_SLACK = 25
"""Days by which working days may be fewer than days, and some more."""

_SLIPS = 500


class SlipLine(Value, frozen=True, kw_only=True):
    """A deficiency slip that nobody came back with; after `until` it lets nobody in any more."""

    ticket: str
    label: str
    name: str
    mobile: str
    title: str
    missing: tuple[str, ...]
    given: date
    until: date


class WorkLists(Value, frozen=True, kw_only=True):
    """The first hundred of each, the counts of all. `soon` are promised for one of the next `ahead`
    working days, `slips` end within them.
    """

    today: date
    ahead: int
    counts: dict[List, int]
    late: tuple[RequestLine, ...] = ()
    due: tuple[RequestLine, ...] = ()
    soon: tuple[RequestLine, ...] = ()
    to_hand_over: tuple[RequestLine, ...] = ()
    results_back: tuple[RequestLine, ...] = ()
    ready: tuple[ReadyRow, ...] = ()
    slips: tuple[SlipLine, ...] = ()

    def lines(self, which: List) -> tuple[RequestLine, ...]:
        """The requests of a list that holds requests in work."""
        held: dict[List, tuple[RequestLine, ...]] = {
            "late": self.late,
            "today": self.due,
            "soon": self.soon,
            "to_hand_over": self.to_hand_over,
            "results_back": self.results_back,
        }
        return held.get(which, ())


class Alarms(Value, frozen=True, kw_only=True):
    """What somebody should look after, wherever they are in the window."""

    late: int = 0
    today: int = 0
    conflicts: int = 0


def alarms(look: Look) -> Alarms:
    """As they stand."""
    today = local(look.at).date()
    return Alarms(
        late=look.owed_between(_FIRST, today),
        today=look.owed_between(today, today + _DAY),
        conflicts=look.open_conflict_count(),
    )


def work_lists(look: Look) -> WorkLists:
    """As they stand. An answer that waits for its applicant keeps no promise waiting."""
    today, ahead = local(look.at).date(), int(value_of(look, the_setting(LISTS_AHEAD)))
    last = _after(look, today, ahead)
    tomorrow, until = today + _DAY, last + _DAY
    known = duties(look)
    slips = _slips(look, today, last)
    papers = sum(wants_decision(job) for job in look.jobs())
    counts: dict[List, int] = {
        "late": look.owed_between(_FIRST, today),
        "today": look.owed_between(today, tomorrow),
        "soon": look.owed_between(tomorrow, until),
        "to_hand_over": known.to_hand_over_count,
        "results_back": known.results_back_count,
        "ready": known.ready_count,
        "slips": len(slips),
        "conflicts": known.conflicts_count,
        "papers": papers,
    }
    return WorkLists(
        today=today,
        ahead=ahead,
        counts=counts,
        late=_owed(look, _FIRST, today),
        due=_owed(look, today, tomorrow),
        soon=_owed(look, tomorrow, until),
        to_hand_over=known.to_hand_over,
        results_back=known.results_back,
        ready=tuple(look.ready_rows(SHOWN)),
        slips=slips,
    )


def _owed(look: Look, since: date, until: date) -> tuple[RequestLine, ...]:
    first, end = (datetime.combine(day, time.min) for day in (since, until))
    return tuple(look.owed_lines("", first, end, "", SHOWN, ready=False))


def _after(look: Look, day: date, working_days: int) -> date:
    for _ in range(working_days):
        day = look.office.calendar.next_open_day(day)
    return day


def _slips(look: Look, today: date, last: date) -> tuple[SlipLine, ...]:
    """Of the tickets of as many days as a slip can be valid."""
    span = timedelta(days=2 * look.office.rules.deficiency_days + _SLACK)
    found = (_slip(look, entity) for entity in look.slips_since(today - span, _SLIPS))
    open_ = [slip for slip in found if slip and today <= slip.until <= last]
    return tuple(sorted(open_, key=lambda slip: (slip.until, slip.given, slip.ticket)))


def _slip(look: Look, entity: str) -> SlipLine | None:
    found = look.load(ticket.FOLD, entity)
    if found is None or not found.deficiencies:
        return None
    newest = found.deficiencies[-1].slip
    whose = newest.applicant
    return SlipLine(
        ticket=entity,
        label=found.label,
        name=whose.name if whose else "",
        mobile=whose.mobile if whose else "",
        title=newest.title,
        missing=tuple(paper.title for paper in newest.missing),
        given=found.day,
        until=newest.until,
    )
