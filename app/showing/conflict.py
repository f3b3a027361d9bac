"""What does not fit, for whoever settles it: whose it is, and both sides."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from app.deeds.conflict import state_of
from app.folds.appointment import Book
from app.folds.catalogue import Entry
from app.folds.clerk import Account
from app.folds.day import Day
from app.folds.fold import Fact, Reason, State
from app.folds.office import Office
from app.folds.pad import Pads
from app.folds.request import Request
from app.folds.ticket import Ticket
from app.ports import Journal
from app.showing.conflict_sides import counter_of, other_side
from app.value import Value

SHOWN = 100
"""Conflicts of a list; the count is of all."""

Subject = Literal[
    "ticket", "visit", "request", "service", "day", "pads", "clerk", "office", "appointments"
]


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
    `covers` facts do not fit for the same reason: this one, and those that followed from it.
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
    covers: int = 1


class ConflictsShown(Value, frozen=True, kw_only=True):
    """The first hundred, the newest first; `count` is of all that nobody has settled, what follows
    from one another counted once as far as it is shown.
    """

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
        for entity, event in _first_of_each(pairs, states)
        if (found := states[entity])
    )
    conflicts = tuple(one for one in shown if one)
    return ConflictsShown(
        count=count - sum(one.covers - 1 for one in conflicts), conflicts=conflicts
    )


def _first_of_each(
    pairs: Sequence[tuple[str, str]], states: Mapping[str, tuple[Any, State] | None]
) -> Iterable[tuple[str, str]]:
    """In the order of the list, of those that are of one matter the first."""
    firsts = []
    for entity, event in pairs:
        found = states[entity]
        many = found[1].following(event) if found else ()
        firsts.append((entity, many[0].event if many else event))
    return dict.fromkeys(firsts)


def _shown(
    office: Office, state: State, event: str, history: Sequence[Fact]
) -> ConflictShown | None:
    """None where a merge has taken it away between the look and the history."""
    conflict = next((one for one in state.conflicts if one.event == event), None)
    this = next((fact for fact in history if fact[0].id == event), None)
    if conflict is None or this is None:
        return None
    other = other_side(conflict.reason, this, history)
    subject, name, detail, day = _whose(state, office)
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
        covers=max(1, len(state.following(event))),
    )


def _whose(state: State, office: Office) -> tuple[Subject, str, str, date | None]:
    match state:
        case Ticket(label="", title=title, day=day):
            return "visit", title, "", day
        case Ticket(label=label, title=title, day=day):
            return "ticket", label, title, day
        case Request(tracking=tracking, applicant=applicant):
            return "request", tracking, applicant.name, None
        case _:
            return _whose_else(state, office)


def _whose_else(state: State, office: Office) -> tuple[Subject, str, str, date | None]:
    match state:
        case Entry(sheet=sheet):
            return "service", sheet.title, sheet.code, None
        case Day(closed=closed):
            return "day", "", "", next((closing.said.day for closing in closed.values()), None)
        case Pads():
            return "pads", "", "", None
        case Book(day=day):
            return "appointments", "", "", day
        case Account(id=clerk):
            return "clerk", office.clerk_name(clerk), "", None
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
