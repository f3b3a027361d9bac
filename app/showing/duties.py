"""The clerk's own to-do list between two clients."""

from datetime import datetime, time, timedelta

from msgspec.structs import replace

from app.deeds.estimate import with_estimates
from app.folds.request import Request, WaitsFor
from app.local import local
from app.ports import Look, RequestLine
from app.value import Value

SHOWN = 100
"""Lines of a list; the counts are of all."""

_FIRST, _LAST = datetime(1, 1, 1), datetime(9999, 12, 31)


class Duties(Value, frozen=True, kw_only=True):
    """Open requests by what they wait for. Each list holds the first hundred, the counts all:
    `late` overdue, `today` promised for today, both without an answer that is ready, `to_hand_over`
    current step not yet given to its unit, `results_back` no step left and no answer prepared,
    `ready` answer not collected.
    """

    late: tuple[RequestLine, ...] = ()
    today: tuple[RequestLine, ...] = ()
    to_hand_over: tuple[RequestLine, ...] = ()
    results_back: tuple[RequestLine, ...] = ()
    in_units: tuple[RequestLine, ...] = ()
    """Handed over to a unit, its result still to come: the return list."""
    ready: tuple[RequestLine, ...] = ()
    late_count: int = 0
    today_count: int = 0
    to_hand_over_count: int = 0
    results_back_count: int = 0
    in_units_count: int = 0
    ready_count: int = 0
    conflicts_count: int = 0
    """What does not fit after a merge and nobody has settled; of the office, always."""


def duties(look: Look, counter: str = "") -> Duties:
    """What waits to be done, the earliest promise first; of requests that this counter received,
    or of the office (empty).
    """
    today = local(look.at).date()
    morning = datetime.combine(today, time.min)
    night = morning + timedelta(days=1)
    owed = look.owed(today, counter)

    def lines(waits_for: WaitsFor) -> tuple[RequestLine, ...]:
        return tuple(look.owed_lines(waits_for, _FIRST, _LAST, counter, SHOWN))

    def promised(since: datetime, until: datetime) -> tuple[RequestLine, ...]:
        return tuple(look.owed_lines("", since, until, counter, SHOWN, ready=False))

    return Duties(
        late=promised(_FIRST, morning),
        today=promised(morning, night),
        to_hand_over=lines("hand_over"),
        results_back=lines("answer"),
        in_units=lines("unit"),
        ready=lines("delivery"),
        late_count=owed.late,
        today_count=owed.today,
        to_hand_over_count=owed.waits.get("hand_over", 0),
        results_back_count=owed.waits.get("answer", 0),
        in_units_count=owed.waits.get("unit", 0),
        ready_count=owed.waits.get("delivery", 0),
        conflicts_count=look.open_conflict_count(),
    )


def with_later(look: Look, known: Duties) -> Duties:
    """The same, each line of what is still worked on with its later estimate."""
    lists = ("late", "today", "to_hand_over", "results_back", "in_units")
    lines = {line.request: line for name in lists for line in getattr(known, name)}
    told = {line.request: line for line in with_estimates(look, tuple(lines.values()))}
    shown = {name: [told[line.request] for line in getattr(known, name)] for name in lists}
    return replace(known, **{name: tuple(lines) for name, lines in shown.items()})


def line_of(found: Request) -> RequestLine:
    """A request as a line of a list."""
    index = found.current_step
    step = found.steps[index].step if index is not None else None
    return RequestLine(
        request=found.id,
        tracking=found.tracking,
        name=found.applicant.name,
        title=found.title,
        code=found.code,
        state=found.state,
        received=found.received.date(),
        promised=found.promised.date(),
        step=step.title if step else "",
        unit=step.unit if step else "",
    )
