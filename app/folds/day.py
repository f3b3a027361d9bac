"""The state of a day of the desk: which counters have closed it, and when."""

from typing import cast

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events.day import DayClosed
from app.events.paper import PaperPrinted
from app.folds.fold import Fold, State, Transition, paper_printed


class Day(State, frozen=True, kw_only=True):
    """`closed` maps a counter (empty: the desk) to the moment of closing, microseconds UTC."""

    closed: dict[str, int]

    def closed_at(self, counter: str) -> int | None:
        """When this counter's log was closed, by itself or with the whole desk."""
        return min((at for c, at in self.closed.items() if c in ("", counter)), default=None)


def _opened(recorded: Recorded, event: Event) -> Day | None:
    if isinstance(event, DayClosed):
        return Day(id=recorded.entity, closed={event.counter: recorded.at})
    return (
        Day(id=recorded.entity, closed={}, printed=(event,))
        if isinstance(event, PaperPrinted) and event.paper == "log"
        else None
    )


def _closed(day: Day, recorded: Recorded, event: Event) -> tuple[Day, str]:
    event = cast(DayClosed, event)
    if event.counter in day.closed:
        return day, "closed_twice"
    return replace(day, closed={**day.closed, event.counter: recorded.at}), ""


_TRANSITIONS: dict[type[Event], Transition[Day]] = {
    DayClosed: _closed,
    PaperPrinted: paper_printed,
}

FOLD: Fold[Day] = Fold(_opened, _TRANSITIONS)
