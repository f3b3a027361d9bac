"""The desk at one glance: what each counter does, and who waits for what."""

from datetime import datetime
from typing import Literal

from app.deeds.looking import the_ticket
from app.event import moment
from app.folds.office import Office
from app.order import by_code, counter_lane, service_lane
from app.ports import Look
from app.value import Value

CounterState = Literal["free", "called", "serving"]


class CounterShown(Value, frozen=True, kw_only=True):
    """One counter; `since` is when its client was called, or came. `clerk` is the name of who
    called, empty while nobody is there.
    """

    number: str
    title: str
    state: CounterState = "free"
    label: str = ""
    service: str = ""
    clerk: str = ""
    since: datetime | None = None


class LineShown(Value, frozen=True, kw_only=True):
    """Those who wait for one sub-service, or for one counter (`code` empty); `since` is when the
    first of them took the number.
    """

    code: str
    title: str
    count: int
    since: datetime


class Board(Value, frozen=True, kw_only=True):
    """The desk at the instant `at`; `waiting` and `longest` are of all lines, the fullest first."""

    at: datetime
    counters: tuple[CounterShown, ...]
    lines: tuple[LineShown, ...]
    waiting: int = 0
    longest: datetime | None = None


def board(look: Look) -> Board:
    """As the store has it."""
    office = look.office
    lines = [*_of_services(look), *_of_counters(look)]
    return Board(
        at=look.at,
        counters=tuple(_counter(look, number) for number in in_order(office)),
        lines=tuple(sorted(lines, key=lambda line: (-line.count, line.since))),
        waiting=sum(line.count for line in lines),
        longest=min((line.since for line in lines), default=None),
    )


def in_order(office: Office) -> list[str]:
    """The counters as people count them."""
    return sorted(office.counters, key=by_code)


def _counter(look: Look, number: str) -> CounterShown:
    shown = CounterShown(number=number, title=look.office.counters[number].title)
    entity = look.visit_at(number)
    if entity is None:
        return shown
    ticket = the_ticket(look, entity)
    call = next(call for call in reversed(ticket.calls) if call.counter == number)
    return CounterShown(
        number=number,
        title=shown.title,
        state="serving" if call.begun else "called",
        label=ticket.label,
        service=ticket.title,
        clerk=look.office.clerk_name(call.clerk),
        since=moment(call.begun or call.at),
    )


def _of_services(look: Look) -> list[LineShown]:
    found = []
    for service in look.services():
        crowd = look.crowd((service_lane(service),), look.at)
        if crowd.since is not None:
            first = the_ticket(look, look.next_in((service_lane(service),), look.at, 1)[0])
            found.append(
                LineShown(code=first.code, title=first.title, count=crowd.count, since=crowd.since)
            )
    return found


def _of_counters(look: Look) -> list[LineShown]:
    found = []
    for number in in_order(look.office):
        crowd = look.crowd((counter_lane(number),), look.at)
        if crowd.since is not None:
            found.append(LineShown(code="", title=number, count=crowd.count, since=crowd.since))
    return found
