"""Made-up values, events and histories for the rules that must hold whatever happens."""

import types
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from app.event import Event, Recorded, content_of, micros
from app.events import CONFLICT, PAPER, REQUEST, TICKET, vocabulary
from app.events.request import AnswerPrepared, RequestRegistered
from app.events.ticket import TicketIssued, VisitOpened
from app.folds.fold import Fact
from app.reckonable import FIRST, LAST, MOST
from app.value import Small, Value
from tests.app.desk import INCARNATION, MORNING, NODE, OFFICE

WORDS = vocabulary()
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
NAIVE = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1))
FEW = ("c1", "c2", "c3")
"""So few names that events meet: calls, counters, tokens, inquiries, answers."""

LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(2**40), 2**40),
    float: st.floats(-MOST, MOST),
    bool: st.booleans(),
    bytes: st.binary(max_size=5),
    date: st.dates(FIRST.date(), LAST.date()),
    time: st.times(),
    type(None): st.none(),
}


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of an annotated type, with every field given or left out."""
    if kind in LEAVES:
        return LEAVES[kind]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return st.deferred(lambda: _struct(kind))
    return _composed(get_origin(kind), get_args(kind))


def _composed(whole: Any, parts: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if whole is Annotated:
        return _within(parts[0], parts[1])
    if whole is Literal:
        return st.sampled_from(parts)
    if whole in (Union, types.UnionType):
        return st.one_of([any_of(part) for part in parts])
    if whole is dict:
        return st.dictionaries(any_of(parts[0]), any_of(parts[1]), max_size=3)
    assert whole is tuple, whole
    if parts[-1] is Ellipsis:
        return st.lists(any_of(parts[0]), max_size=3).map(tuple)
    return st.tuples(*[any_of(part) for part in parts])


def _within(kind: type, limits: msgspec.Meta) -> st.SearchStrategy[Any]:
    if kind is datetime:
        return NAIVE.map(lambda at: at.replace(tzinfo=UTC)) if limits.tz else NAIVE
    if kind is float:
        return st.floats(limits.ge, limits.le)
    return st.integers(int(limits.ge or 0), int(limits.le or 0))


def _struct(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    fields = msgspec.structs.fields(kind)
    required = {field.name: any_of(field.type) for field in fields if field.required}
    optional = {field.name: any_of(field.type) for field in fields if not field.required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda said: kind(**said))


def meeting(kind: type[Value]) -> st.SearchStrategy[Any]:
    """Any value of that type whose texts and numbers are so few that events meet."""
    few: dict[str, st.SearchStrategy[Any]] = {}
    for field in msgspec.structs.fields(kind):
        if field.type is str:
            few[field.name] = st.sampled_from(FEW)
        elif field.type in (int, Small):
            few[field.name] = st.integers(-1, 3)
        elif field.type == tuple[str, ...]:
            few[field.name] = st.lists(st.sampled_from(FEW), max_size=3).map(tuple)
        else:
            few[field.name] = any_of(field.type)
    return st.builds(kind, **few)


def about_a_ticket() -> st.SearchStrategy[Event]:
    """Any event that may stand in a ticket's history, and some that may not."""
    kinds: tuple[type[Event], ...] = (*TICKET, *PAPER, *CONFLICT, AnswerPrepared)
    return st.sampled_from(kinds).flatmap(meeting)


def about_a_request() -> st.SearchStrategy[Event]:
    """Any event that may stand in a request's history, and some that may not."""
    kinds: tuple[type[Event], ...] = (*REQUEST, *PAPER, *CONFLICT, TicketIssued)
    return st.sampled_from(kinds).flatmap(meeting)


def recorded(event: Event | None, place: int = 0, entity: str = "e", node: str = NODE) -> Fact:
    """A fact as it would be read from the journal; no event stands for a kind not known here."""
    kind, version, body = WORDS.write(event) if event else ("Unheard", 1, b"{}")
    at = micros(MORNING) + place * 1_000_000
    content = content_of(f"{node}{place}", at, "clerk", entity, kind, version, body)
    line = Recorded(
        OFFICE,
        node,
        INCARNATION,
        place,
        f"{node}{place}",
        at,
        "clerk",
        entity,
        kind,
        version,
        body,
        content,
        content,
    )
    return line, event


def history(*events: Event | None) -> list[Fact]:
    """These events, a second apart."""
    return [recorded(event, place) for place, event in enumerate(events)]


def merged(mine: Sequence[Fact], theirs: Sequence[Fact]) -> st.SearchStrategy[list[Fact]]:
    """Any order of two histories in which each keeps its own."""
    turns = st.permutations([True] * len(mine) + [False] * len(theirs))
    return turns.map(lambda order: _merge(order, mine, theirs))


def _merge(order: Sequence[bool], mine: Sequence[Fact], theirs: Sequence[Fact]) -> list[Fact]:
    sides = iter(mine), iter(theirs)
    return [next(sides[0] if turn else sides[1]) for turn in order]


ISSUED = TicketIssued(
    label="الف ۰۰۱",
    series="الف",
    number=1,
    day=date(2026, 11, 21),
    service="s1",
    service_version=1,
    code="2",
    title="صدور مجوز",
    lane="service:s1",
    effective_at=MORNING,
)
VISIT = VisitOpened(
    how="walk_in",
    call="c1",
    counter="c1",
    day=date(2026, 11, 21),
    service="s1",
    service_version=1,
    code="2",
    title="صدور مجوز",
)


def opening_of_a_request() -> st.SearchStrategy[RequestRegistered]:
    """Any registration."""
    return meeting(RequestRegistered)
