"""What does not fit, for whoever settles it: whose it is, and both sides."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from app.deeds.conflict import state_of
from app.folds.catalogue import Entry
from app.folds.day import Day
from app.folds.fold import Fact, Reason, State
from app.folds.office import Office
from app.folds.request import Request
from app.folds.ticket import Ticket
from app.ports import Journal
from app.showing.conflict_sides import counter_of, other_side
from app.value import Value

SHOWN = 100
"""Conflicts of a list; the count is of all."""

Subject = Literal["ticket", "visit", "request", "service", "day", "office"]


class Side(Value, frozen=True, kw_only=True):
    """A fact: what, by whom (a name; empty: the program), where and when. `place` is the number of
    the PC that recorded it, 0 for the centre.
    """

    kind: str
    clerk: str
    counter: str
    place: int
    at: datetime


class ConflictShown(Value, frozen=True, kw_only=True):
    """`name` is a ticket's label, a request's tracking number, a title; `detail` what else tells
    whose it is. `other` is the fact that `this` does not fit, None where it fits nothing at all.
    """

    entity: str
    event: str
    reason: Reason
    subject: Subject
    name: str
    detail: str
    day: date | None
    this: Side
    other: Side | None


class ConflictsShown(Value, frozen=True, kw_only=True):
    """The first hundred, the newest first; `count` is of all that nobody has settled."""

    count: int = 0
    conflicts: tuple[ConflictShown, ...] = ()


def conflicts_shown(journal: Journal) -> ConflictsShown:
    """All that is to be settled, as it stands."""
    with journal.look() as look:
        pairs = look.open_conflicts(SHOWN)
        states = {entity: state_of(look, entity) for entity, _ in pairs}
        office, count = look.office, look.open_conflict_count()
    histories = {entity: journal.history(entity) for entity, found in states.items() if found}
    shown = (
        _shown(office, found[1], event, histories[entity])
        for entity, event in pairs
        if (found := states[entity])
    )
    return ConflictsShown(count=count, conflicts=tuple(one for one in shown if one))


def _shown(
    office: Office, state: State, event: str, history: Sequence[Fact]
) -> ConflictShown | None:
    """None where a merge has taken it away between the look and the history."""
    conflict = next((one for one in state.conflicts if one.event == event), None)
    this = next((fact for fact in history if fact[0].id == event), None)
    if conflict is None or this is None:
        return None
    other = other_side(conflict.reason, this, history)
    subject, name, detail, day = _whose(state)
    return ConflictShown(
        entity=state.id,
        event=event,
        reason=conflict.reason,
        subject=subject,
        name=name,
        detail=detail,
        day=day,
        this=_side(office, this, history),
        other=_side(office, other, history) if other else None,
    )


def _whose(state: State) -> tuple[Subject, str, str, date | None]:
    match state:
        case Ticket(label="", title=title, day=day):
            return "visit", title, "", day
        case Ticket(label=label, title=title, day=day):
            return "ticket", label, title, day
        case Request(tracking=tracking, applicant=applicant):
            return "request", tracking, applicant.name, None
        case Entry(sheet=sheet):
            return "service", sheet.title, sheet.code, None
        case Day(closed=closed):
            return "day", "", "", next((closing.said.day for closing in closed.values()), None)
        case _:
            assert isinstance(state, Office)
            return "office", state.described.name, "", None


def _side(office: Office, fact: Fact, history: Sequence[Fact]) -> Side:
    recorded, event = fact
    return Side(
        kind=recorded.kind,
        clerk=office.clerk_name(recorded.clerk),
        counter=counter_of(event, history),
        place=office.places.get(recorded.node, 0),
        at=recorded.moment,
    )
