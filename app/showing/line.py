"""A line of waiting, person by person."""

from datetime import datetime

from app.deeds.looking import the_ticket
from app.order import in_order, rivals, serving
from app.ports import Look
from app.showing.board import passed
from app.showing.queue import Waiting, waiting
from app.value import Value
from app.waiting import waits_in_line

SHOWN = 300


class InLine(Value, frozen=True, kw_only=True):
    """One who waits; `wait` in minutes (from, to) until they are called, None while too little was
    measured. `raised`: why they were put before others. `counters` could serve them.
    """

    waiting: Waiting
    ahead: int
    wait: tuple[int, int] | None = None
    raised: str = ""
    late: bool = False
    counters: tuple[str, ...] = ()


class LineTickets(Value, frozen=True, kw_only=True):
    """Those of one lane in the order of calling, and the office's counters with their titles."""

    lane: str
    at: datetime
    rows: tuple[InLine, ...]
    counters: tuple[tuple[str, str], ...]


def line_tickets(look: Look, lane: str) -> LineTickets:
    """As the store has it; empty when everybody was called."""
    numbers = in_order(look.office)
    return LineTickets(
        lane=lane,
        at=look.at,
        rows=_rows(look, lane),
        counters=tuple((number, look.office.counters[number].title) for number in numbers),
    )


def _rows(look: Look, lane: str) -> tuple[InLine, ...]:
    rows: list[InLine] = []
    entities = look.next_in((lane,), look.at, SHOWN)
    if not entities:
        return ()
    first = the_ticket(look, entities[0])
    beside = rivals(look.office, lane, first.service, look.services())
    able = tuple(serving(look.office, first.service))
    order = {entity: place for place, entity in enumerate(look.next_in(beside, look.at, SHOWN * 4))}
    waits = waits_in_line(look)
    for entity in entities:
        found = the_ticket(look, entity)
        ahead = order.get(entity, len(order))
        row = waiting(look, entity)
        rows.append(
            InLine(
                waiting=row,
                ahead=ahead,
                wait=waits.get(entity),
                raised=found.raised,
                late=passed(row.since, look.at, look.office.rules.alarm_wait),
                counters=able,
            )
        )
    return tuple(rows)
