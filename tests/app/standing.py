"""Who waits and who is served, by scanning what a desk in memory holds."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from app.awaited import AtCounter, Kept, Standing
from app.event import micros
from app.events.ticket import WaitTold
from app.folds.ticket import Ticket

if TYPE_CHECKING:
    from tests.app.desk import Desk


class DeskWaiting:
    """Fulfils `app.awaited.Awaited`."""

    _desk: "Desk"

    def standing(self, at: datetime, most: int) -> Sequence[Standing]:
        there = sorted(
            (t for t in self._desk.tickets() if ready(t, at)),
            key=lambda t: (t.effective_at, t.number, t.id),
        )
        return [Standing(t.id, t.lane, t.service) for t in there[:most]]

    def at_counters(self) -> Sequence[AtCounter]:
        return [
            AtCounter(call.counter, t.service, call.at)
            for t in self._desk.tickets()
            for call in t.calls
        ]

    def kept_waits(self, since: datetime, until: datetime, most: int) -> Sequence[Kept]:
        tickets = {t.id: t for t in self._desk.tickets()}
        told = [
            (recorded.at, tickets[recorded.entity], event)
            for recorded, event in self._desk.facts
            if isinstance(event, WaitTold) and micros(since) <= recorded.at < micros(until)
        ]
        return [
            Kept(
                found.day.isoformat(),
                found.service,
                event.least,
                event.most,
                event.middle,
                event.spread,
                max(found.turns[0].called - at, 0) // 1_000_000,
            )
            for at, found, event in reversed(told)
            if found.turns
        ][:most]


def ready(found: Ticket, at: datetime) -> bool:
    """Whether it may be called: it waits, or its hold is over."""
    if found.state == "held":
        return found.held_until is not None and found.held_until <= at
    return found.state == "waiting"
