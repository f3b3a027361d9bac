"""What must hold of every fold, whatever was written and in whatever order it was merged."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.event import Event
from app.events import APPOINTMENT, CATALOGUE, CLERK, DAY, OFFICE, PAPER, REQUEST
from app.folds import appointment, catalogue, day, office, request, ticket
from app.folds.fold import Fact, Fold
from tests.app.made_up import (
    ISSUED,
    VISIT,
    WORDS,
    about_a_request,
    about_a_ticket,
    any_of,
    history,
    meeting,
    merged,
    opening_of_a_request,
    recorded,
)

Histories = st.SearchStrategy[list[Fact]]
FOLDS: list[Fold[Any]] = [
    ticket.FOLD,
    request.FOLD,
    office.FOLD,
    catalogue.FOLD,
    day.FOLD,
    appointment.FOLD,
]


def lists(events: st.SearchStrategy[Event]) -> st.SearchStrategy[list[Event | None]]:
    unknown: st.SearchStrategy[Event | None] = st.none()
    return st.lists(events | unknown, max_size=12)


def of_a_ticket() -> Histories:
    """A ticket's or a visit's opening somewhere among anything at all."""
    openings: st.SearchStrategy[Event] = st.sampled_from((ISSUED, VISIT))
    return st.builds(
        lambda before, first, after: history(*before[:2], first, *after),
        lists(about_a_ticket()),
        openings,
        lists(about_a_ticket()),
    )


def of_a_request() -> Histories:
    """A registration and anything after it."""
    return st.builds(
        lambda first, after: history(first, *after),
        opening_of_a_request(),
        lists(about_a_request()),
    )


def of_anything() -> Histories:
    kinds = (*OFFICE, *CATALOGUE, *CLERK, *DAY, *PAPER, *REQUEST, *APPOINTMENT)
    return lists(st.sampled_from(kinds).flatmap(meeting)).map(lambda events: history(*events))


def one_by_one(fold: Fold[Any], facts: Sequence[Fact]) -> Any:
    """The state as a desk comes to it: from the opening on, a fact at a time."""
    for place, (line, event) in enumerate(facts):
        state = fold.open(line, event) if event else None
        if state is not None:
            for fact in (*facts[:place], *facts[place + 1 :]):
                state = fold.advance(state, *fact)
            return state
    return None


@pytest.mark.parametrize("fold", FOLDS)
@given(facts=of_a_ticket() | of_a_request() | of_anything())
def test_no_history_can_stop_a_fold(fold: Fold[Any], facts: list[Fact]) -> None:
    state = fold(facts)
    assert state == fold(list(facts))
    assert state == one_by_one(fold, facts)


@given(of_a_ticket())
def test_every_fact_of_a_ticket_changes_it_or_is_a_conflict(facts: list[Fact]) -> None:
    every_fact_counts(ticket.FOLD, facts)


@given(of_a_request())
def test_every_fact_of_a_request_changes_it_or_is_a_conflict(facts: list[Fact]) -> None:
    every_fact_counts(request.FOLD, facts)


def every_fact_counts(fold: Fold[Any], facts: Sequence[Fact]) -> None:
    place, state = next(
        (place, opened)
        for place, (line, event) in enumerate(facts)
        if event and (opened := fold.open(line, event))
    )
    for fact in facts[place + 1 :]:
        after = fold.advance(state, *fact)
        assert after.conflicts[: len(state.conflicts)] == state.conflicts
        if says_something(fact[1]):
            assert after != state, "neither a change nor a conflict"
        state = after


_SAID_AGAIN = (
    "TicketReturned",
    "TicketHeld",
    "TicketTransferred",
    "TicketCleared",
    "TicketRaised",
    "WaitTold",
)
"""Two kiosks may end the same night."""


def says_something(event: Event | None) -> bool:
    """Whether it differs from saying the same again, which changes nothing and hurts nobody."""
    return type(event).__name__ not in _SAID_AGAIN


@given(of_a_ticket())
def test_a_ticket_has_exactly_one_state_and_it_hangs_together(facts: list[Fact]) -> None:
    found = ticket.FOLD(facts)
    assert found is not None
    assert found.state in {
        "waiting",
        "called",
        "serving",
        "held",
        "no_show",
        "finished",
        "cleared",
    }
    if found.calls and not found.ended:
        assert found.counter == found.calls[-1].counter
    assert len({*found.granted}) == len(found.granted)
    assert {*found.call_ids} <= {*found.granted}
    assert not (found.ended and found.calls), "who left is called nowhere"
    assert bool(found.ended) == (found.ended_at is not None)


@given(of_a_ticket())
def test_who_has_left_is_called_never_again(facts: list[Fact]) -> None:
    state = ticket.FOLD(facts)
    assert state is not None
    if state.state in ("finished", "cleared"):
        for place, event in enumerate(said for _, said in facts):
            if event:
                state = ticket.FOLD.advance(state, *recorded(event, 100 + place))
                assert state.state in ("finished", "cleared")


@given(of_a_request())
def test_a_promise_never_changes(facts: list[Fact]) -> None:
    promised = set()
    for end in range(1, len(facts) + 1):
        found = request.FOLD(facts[:end])
        assert found is not None
        promised.add((found.tracking, found.received, found.promised, found.id))
    assert len(promised) == 1


@given(st.data(), of_a_ticket(), lists(about_a_ticket()))
def test_histories_of_two_nodes_merge_in_any_order(
    data: st.DataObject, mine: list[Fact], said: list[Event | None]
) -> None:
    theirs = [recorded(event, place, node="d" * 32) for place, event in enumerate(said)]
    order = data.draw(merged(mine, theirs))
    here, there = ticket.FOLD(order), ticket.FOLD(again(order))
    assert here is not None
    assert here == there, "replicas with the same feed differ"
    ids = {line.id for line, _ in order}
    assert {conflict.event for conflict in here.conflicts} <= ids


@given(st.data(), of_a_request(), lists(about_a_request()))
def test_requests_of_two_nodes_merge_in_any_order(
    data: st.DataObject, mine: list[Fact], said: list[Event | None]
) -> None:
    theirs = [recorded(event, place, node="d" * 32) for place, event in enumerate(said)]
    order = data.draw(merged(mine, theirs))
    assert request.FOLD(order) == request.FOLD(again(order)) is not None


def again(facts: Sequence[Fact]) -> list[Fact]:
    """The same facts as another replica reads them from their bytes."""
    return [(line, WORDS.read(line)) for line, _ in facts]


@given(st.lists(st.sampled_from(OFFICE).flatmap(any_of), max_size=10))
def test_an_office_is_the_same_on_every_replica(events: list[Event]) -> None:
    facts = history(*events)
    assert office.FOLD(facts) == office.FOLD(again(facts))
