"""A conflict stays on record; a settlement takes it off the list, in whatever order lines came."""

from typing import get_args

import pytest
from msgspec.structs import replace

from app.event import Event
from app.events.conflict import ConflictSettled
from app.events.paper import PaperPrinted
from app.events.ticket import ServiceBegun, ServiceFinished
from app.folds import ticket
from app.folds.fold import Fact, Reason
from app.showing.conflict_sides import OTHERS, counter_of, other_side
from tests.app.made_up import ISSUED, history, recorded
from tests.app.test_ticket import called


def facts(*events: Event) -> list[Fact]:
    """A ticket that was issued, and what came after."""
    return history(ISSUED, *events)


def test_every_reason_knows_its_other_side() -> None:
    assert set(OTHERS) == set(get_args(Reason))


def test_both_counters_of_a_double_call_are_found() -> None:
    lines = facts(called("c1", "1"), called("c2", "2"), ServiceBegun(call="c1"))
    found = ticket.FOLD(lines)
    assert found is not None
    assert [conflict.reason for conflict in found.conflicts] == ["called_at_two_counters"]
    other = other_side("called_at_two_counters", lines[2], lines)
    assert other is lines[1]
    assert counter_of(lines[3][1], lines) == "1"


@pytest.mark.parametrize("settled_at", [1, 2, 3])
def test_a_settlement_counts_wherever_a_merge_puts_it(settled_at: int) -> None:
    calls: list[Event] = [called("c1", "1"), called("c2", "2")]
    event = facts(*calls)[2][0].id
    lines = facts(*calls)
    said = ConflictSettled(event=event, how="stands", note="باجه ۱")
    lines.insert(settled_at, recorded(said, 9))
    found = ticket.FOLD(lines)
    assert found is not None
    assert len(found.conflicts) == 1
    assert found.open_conflicts == ()
    settlement = found.settlement(event)
    assert settlement is not None
    assert (settlement.how, settlement.note) == ("stands", "باجه ۱")


def test_who_begins_after_another_counter_has_served_makes_a_conflict() -> None:
    finished = ServiceFinished(calls=("c1",), outcome="guidance")
    lines = facts(called("c1", "1"), called("c2", "2"), ServiceBegun(call="c1"), finished)
    found = ticket.FOLD(lines)
    assert found
    assert [one.reason for one in found.conflicts] == ["called_at_two_counters"]
    lines.append(recorded(ServiceBegun(call="c2"), 6))
    found = ticket.FOLD(lines)
    assert found
    assert found.conflicts[-1].reason == "served_at_two_counters"
    assert other_side("served_at_two_counters", lines[-1], lines) is lines[3]


def test_every_call_tells_its_own_reason() -> None:
    mine, theirs = called("c1", "1"), called("c2", "2")
    chosen = replace(theirs, why=replace(theirs.why, rule="chosen", reason="برگ"))
    found = ticket.FOLD(facts(mine, chosen))
    assert found
    assert found.why_at("1") == mine.why
    assert found.why_at("2") == found.why == chosen.why


def test_what_follows_from_one_double_service_is_one_matter() -> None:
    lines = facts(
        called("c1", "1"),
        called("c2", "2"),
        ServiceBegun(call="c1"),
        ServiceBegun(call="c2"),
        ServiceFinished(calls=("c2", "c1"), outcome="guidance"),
        ServiceFinished(calls=("c1",), outcome="guidance"),
    )
    found = ticket.FOLD(lines)
    assert found is not None
    reasons = ["called_at_two_counters", "served_at_two_counters", "already_ended"]
    (matter,) = found.matters
    assert [conflict.reason for conflict in matter] == reasons
    assert all(found.following(conflict.event) == matter for conflict in matter)


def test_what_has_nothing_to_do_with_it_is_another_matter() -> None:
    lines = facts(called("c1", "1"), called("c1", "1"), called("c2", "2"))
    printed = PaperPrinted(paper="ticket", copy=1)
    lines += [recorded(printed, 8), recorded(printed, 9)]
    found = ticket.FOLD(lines)
    assert found is not None
    assert [len(matter) for matter in found.matters] == [2, 1]
