"""Somebody goes before others, for a reason that stays on record."""

import pytest

from app.deeds.call import call_next
from app.deeds.raising import raise_ticket
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.order import service_lane
from app.refusal import Refusal
from app.showing.line import line_tickets
from tests.app.opened import PERMIT, PLAIN, opened, service_id


def test_who_is_raised_is_called_next_and_the_call_says_why() -> None:
    desk = opened()
    first = desk.do(issue, PERMIT)
    desk.clock.move(minutes=2)
    second = desk.do(issue, PLAIN)
    raised = desk.do(raise_ticket, second.id, "بیمار است")
    assert (raised.raised, raised.state) == ("بیمار است", "waiting")
    called = desk.do(call_next, "1")
    assert called.id == second.id
    assert called.why is not None
    assert called.why.reason == "بیمار است"
    desk.do(finish, second.id, "service")
    assert desk.do(call_next, "1").id == first.id


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_reason_nobody_is_raised(reason: str) -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    desk.clock.move(minutes=1)
    second = desk.do(issue, PERMIT)
    with pytest.raises(Refusal) as refused:
        desk.do(raise_ticket, second.id, reason)
    assert refused.value.code == "reason_empty"


def test_who_is_first_or_gone_is_not_raised() -> None:
    desk = opened()
    first = desk.do(issue, PERMIT)
    desk.clock.move(minutes=1)
    second = desk.do(issue, PERMIT)
    with pytest.raises(Refusal) as refused:
        desk.do(raise_ticket, first.id, "زود")
    assert refused.value.code == "first_already"
    desk.do(call_next, "1")
    with pytest.raises(Refusal) as refused:
        desk.do(raise_ticket, first.id, "زود")
    assert refused.value.code == "not_waiting"
    assert (
        desk.see(line_tickets, service_lane(service_id(PERMIT))).rows[0].waiting.ticket == second.id
    )


def test_a_line_tells_who_is_ahead_and_who_waits_for_too_long() -> None:
    desk = opened()
    desk.do(issue, PLAIN)
    desk.clock.move(seconds=1)
    desk.do(issue, PERMIT)
    desk.clock.move(minutes=21)
    desk.do(issue, PERMIT)
    line = desk.see(line_tickets, service_lane(service_id(PERMIT)))
    assert [(row.ahead, row.late) for row in line.rows] == [(1, True), (2, False)]
    assert line.rows[0].counters == ("1", "2")
    assert desk.see(line_tickets, "service:nobody").rows == ()
