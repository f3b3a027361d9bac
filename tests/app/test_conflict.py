"""A conflict stays on record; a settlement takes it off the list, in whatever order lines came."""

from typing import get_args

import pytest

from app.event import Event
from app.events.conflict import ConflictSettled
from app.events.ticket import ServiceBegun
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
