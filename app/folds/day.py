"""The state of a day of the desk: which counters have closed it, and with what."""

from typing import cast

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events.day import DayClosed
from app.events.paper import PaperPrinted
from app.folds.fold import Fold, Reason, State, Transition, paper_printed
from app.value import Value


class Closing(Value, frozen=True, kw_only=True):
    """A closed sheet; `at` in microseconds UTC."""

    said: DayClosed
    at: int


class Day(State, frozen=True, kw_only=True):
    """`closed` by counter; the desk's is the empty one."""

    closed: dict[str, Closing]

    def closing(self, counter: str) -> Closing | None:
        """The closed sheet of a counter, its own or the desk's; None while it is open."""
        return self.closed.get(counter) or self.closed.get("")


def _opened(recorded: Recorded, event: Event) -> Day | None:
    if isinstance(event, DayClosed):
        closing = Closing(said=event, at=recorded.at)
        return Day(id=recorded.entity, closed={event.counter: closing})
    if isinstance(event, PaperPrinted) and event.paper == "log":
        return Day(id=recorded.entity, closed={}, printed=(event,))
    return None


def _closed(day: Day, recorded: Recorded, event: Event) -> tuple[Day, Reason]:
    event = cast(DayClosed, event)
    if event.counter in day.closed:
        return day, "closed_twice"
    closing = Closing(said=event, at=recorded.at)
    return replace(day, closed={**day.closed, event.counter: closing}), ""


_TRANSITIONS: dict[type[Event], Transition[Day]] = {
    DayClosed: _closed,
    PaperPrinted: paper_printed,
}

FOLD: Fold[Day] = Fold(_opened, _TRANSITIONS)
