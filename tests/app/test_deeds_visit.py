from collections.abc import Callable
from datetime import timedelta
from typing import Any, Literal, get_args

import pytest

from app.applicant import Applicant
from app.deeds.answer import Draft, deliver, prepare_answer
from app.deeds.call import begin, call_chosen, call_next
from app.deeds.catalogue import retire_sub_service
from app.deeds.deficiency import announce_deficiency, missing_documents, refer
from app.deeds.office import close_counter
from app.deeds.outcome import UNRECORDED
from app.deeds.pause import pause_counter
from app.deeds.request import register
from app.deeds.ticket import issue, issue_for_answer, receive_without_ticket
from app.deeds.visit import finish, hold, return_to_queue, transfer
from app.events.ticket import (
    Outcome,
    Purpose,
    ServiceFinished,
    TicketHeld,
    TicketReturned,
    TicketTransferred,
)
from app.folds.ticket import Ticket
from app.order import clerk_lane, collecting_lane, counter_lane, service_lane
from tests.app.desk import Desk
from tests.app.opened import (
    FORM,
    GUIDANCE,
    LETTERS,
    PERMIT,
    PLAIN,
    PORTAL,
    STAMP,
    opened,
    person,
    service_id,
)

DRAFT = Draft(grounds="ماده", content="متن", objection="ده روز", issuer_name="ا", issuer_post="ب")


def called(service: str = PERMIT, purpose: Purpose = "new") -> tuple[Desk, Ticket]:
    """Somebody stands at counter 1, and another waits behind."""
    desk = opened()
    desk.do(issue, service, purpose=purpose)
    desk.clock.move(minutes=1)
    desk.do(issue, service)
    desk.clock.move(minutes=1)
    visit = desk.do(call_next, "1", call="k1")
    return desk, desk.do(begin, visit.id)


def collects(desk: Desk, service: str = PERMIT) -> Ticket:
    """Somebody waits to collect an answer of that sub-service."""
    made = desk.do(register, service, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    return desk.do(issue_for_answer, made.tracking)


# back to those who collect


@pytest.mark.parametrize(
    "way",
    [
        lambda desk, id_: desk.do(return_to_queue, id_),
        lambda desk, id_: (desk.do(hold, id_, 1), desk.do(pause_counter, "1", "نماز")),
        lambda desk, id_: (desk.do(hold, id_, 1), desk.do(close_counter, "1")),
        lambda desk, id_: (desk.do(pause_counter, "1", "نماز"), desk.do(hold, id_, 1)),
        lambda desk, id_: desk.do(transfer, id_, service=PERMIT),
    ],
    ids=["returned", "handed on", "released", "held at a pausing counter", "sent to its own"],
)
def test_who_collects_an_answer_comes_back_among_those_who_do(
    way: Callable[[Desk, str], object],
) -> None:
    desk = opened()
    given = collects(desk)
    desk.do(call_next, "1")
    way(desk, given.id)
    assert desk.ticket(given.id).lane == given.lane == collecting_lane(given.service)


# on hold


def test_who_is_on_hold_is_called_by_that_counter_when_the_time_is_over() -> None:
    desk, visit = called()
    held = desk.do(hold, visit.id, 10, "کپی")
    assert desk.said()[-1] == TicketHeld(
        calls=("k1",),
        until=desk.clock.at + timedelta(minutes=10),
        lane=counter_lane("1"),
        reason="کپی",
    )
    assert held.state == "held"
    desk.clock.move(minutes=9, seconds=59)
    other = desk.do(call_next, "1")
    assert other.id != visit.id
    desk.do(finish, other.id, "service")
    desk.clock.move(seconds=1)
    assert desk.do(call_next, "1").id == visit.id, "of itself, before those who came later"


def test_who_is_on_hold_is_not_called_by_another_counter() -> None:
    desk, visit = called()
    desk.do(hold, visit.id, 1)
    desk.clock.move(hours=1)
    assert desk.do(call_next, "2").id != visit.id


@pytest.mark.parametrize("minutes", [-1, 0, 721, 10**9])
def test_a_hold_lasts_minutes(minutes: int) -> None:
    desk, visit = called()
    refusal = desk.refused(hold, visit.id, minutes)
    assert (refusal.code, refusal.facts) == ("minutes_wrong", {"minutes": minutes})


@pytest.mark.parametrize("minutes", [1, 720])
def test_the_shortest_and_the_longest_hold(minutes: int) -> None:
    desk, visit = called()
    assert desk.do(hold, visit.id, minutes).state == "held"


def test_only_who_is_called_is_put_on_hold() -> None:
    desk, visit = called()
    desk.do(hold, visit.id, 5)
    assert desk.refused(hold, visit.id, 5).code == "not_called"


# back in the queue


def test_who_is_sent_back_keeps_the_place() -> None:
    desk, visit = called()
    back = desk.do(return_to_queue, visit.id, reason="وقت نماز")
    assert desk.said()[-1] == TicketReturned(
        calls=("k1",),
        effective_at=visit.effective_at,
        lane=service_lane(visit.service),
        reason="وقت نماز",
    )
    assert back.state == "waiting"
    assert desk.do(call_next, "2").id == visit.id


def test_who_is_sent_to_the_end_waits_behind_everybody() -> None:
    desk, visit = called()
    back = desk.do(return_to_queue, visit.id, place="end")
    assert back.effective_at == desk.clock.at
    assert desk.do(call_next, "1").id != visit.id
    assert desk.do(call_next, "2").id == visit.id


def test_who_is_on_hold_may_be_sent_back_to_everybodys_queue() -> None:
    desk, visit = called()
    desk.do(hold, visit.id, 60)
    back = desk.do(return_to_queue, visit.id)
    assert (back.state, back.lane) == ("waiting", service_lane(visit.service))


def test_who_waits_or_has_left_is_not_sent_back() -> None:
    desk, visit = called()
    waiting = next(t for t in desk.tickets() if t.state == "waiting")
    refusal = desk.refused(return_to_queue, waiting.id)
    assert (refusal.code, refusal.facts) == ("not_called", {"label": waiting.label})
    desk.do(finish, visit.id, "guidance")
    assert desk.refused(return_to_queue, visit.id).code == "not_called"


# elsewhere


def test_who_is_sent_to_another_sub_service_waits_there_at_the_old_place() -> None:
    desk, visit = called()
    sent = desk.do(transfer, visit.id, service=STAMP, reason="اشتباه")
    assert desk.said()[-1] == TicketTransferred(
        calls=("k1",),
        effective_at=visit.effective_at,
        lane=service_lane(service_id(STAMP)),
        service=service_id(STAMP),
        service_version=1,
        code=STAMP,
        title="تأیید امضا",
        reason="اشتباه",
    )
    assert (sent.state, sent.label) == ("waiting", visit.label)
    assert desk.do(call_next, "1").id == visit.id


def test_who_is_sent_to_another_counter_is_called_there_alone() -> None:
    desk, visit = called(PLAIN)
    sent = desk.do(transfer, visit.id, counter="2")
    assert (sent.lane, sent.service) == (counter_lane("2"), visit.service)
    assert desk.do(call_next, "1").id != visit.id
    assert desk.do(call_next, "2").id == visit.id


def test_who_is_sent_to_another_clerk_is_called_by_them_at_any_counter() -> None:
    desk, visit = called()
    desk.do(transfer, visit.id, clerk="12")
    other = desk.see(lambda look: look.office.clerk("12").clerk)
    assert desk.ticket(visit.id).lane == clerk_lane(other)
    assert desk.do(call_next, "1").id != visit.id
    desk.clerk = other
    assert desk.do(call_next, "2").id == visit.id


def test_who_waits_may_be_sent_elsewhere_without_a_call() -> None:
    desk, _ = called()
    waiting = next(t for t in desk.tickets() if t.state == "waiting")
    assert desk.do(transfer, waiting.id, counter="2").lane == counter_lane("2")
    held = desk.do(call_next, "2")
    desk.do(hold, held.id, 5)
    assert desk.do(transfer, held.id, service=STAMP).state == "waiting"


@pytest.mark.parametrize(
    "where",
    [{}, {"service": STAMP, "counter": "2"}, {"counter": "2", "clerk": "12"}],
)
def test_one_is_sent_to_one_place(where: dict[str, Any]) -> None:
    desk, visit = called()
    assert desk.refused(transfer, visit.id, **where).code == "transfer_where"


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ({"service": "99"}, "service_unknown"),
        ({"service": PORTAL}, "service_electronic_only"),
        ({"service": LETTERS}, "service_g2g"),
        ({"counter": "9"}, "counter_unknown"),
        ({"clerk": "99"}, "clerk_unknown"),
    ],
)
def test_nobody_is_sent_nowhere(where: dict[str, Any], code: str) -> None:
    desk, visit = called()
    assert desk.refused(transfer, visit.id, **where).code == code


def test_who_has_left_is_sent_nowhere() -> None:
    desk, visit = called()
    desk.do(finish, visit.id, "guidance")
    refusal = desk.refused(transfer, visit.id, counter="2")
    assert (refusal.code, refusal.facts) == (
        "ticket_ended",
        {"label": visit.label, "state": "finished"},
    )


def test_who_came_for_a_retired_sub_service_may_still_be_sent_to_a_counter() -> None:
    desk, visit = called(PLAIN)
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    assert desk.do(transfer, visit.id, counter="2").title == visit.title
    assert desk.refused(transfer, visit.id, service=PLAIN).code == "service_retired"


# the end


def test_an_outcome_that_the_clerk_says_is_not_derived() -> None:
    for outcome in UNRECORDED:
        desk, visit = called()
        ended = desk.do(finish, visit.id, outcome)
        assert (ended.state, ended.outcome) == ("finished", outcome)
        assert desk.said()[-1] == ServiceFinished(calls=("k1",), outcome=outcome)


def test_what_a_deed_records_is_no_outcome_without_it() -> None:
    deeds: dict[Outcome, str] = {
        "deficiency": "announce_deficiency",
        "request": "register",
        "delivery": "deliver",
        "referral": "refer",
    }
    assert set(deeds) == set(get_args(Outcome)) - set(UNRECORDED)
    for outcome, deed in deeds.items():
        desk, visit = called()
        refusal = desk.refused(finish, visit.id, outcome)
        assert (refusal.code, refusal.facts["deed"]) == ("outcome_unrecorded", deed)


def test_an_outcome_is_not_said_beside_what_was_done() -> None:
    desk, visit = called()
    registered(desk, visit)
    refusal = desk.refused(finish, visit.id, "guidance")
    assert (refusal.code, refusal.facts) == ("outcome_follows", {"outcome": "request"})
    assert concluded(desk, visit) == "request"


def test_where_nothing_was_done_the_outcome_is_asked() -> None:
    desk, visit = called()
    refusal = desk.refused(finish, visit.id)
    assert (refusal.code, refusal.facts) == ("outcome_needed", {"label": visit.label})


def concluded(desk: Desk, visit: Ticket) -> Outcome | None:
    ended = desk.do(finish, visit.id)
    said = desk.said()[-1]
    assert isinstance(said, ServiceFinished)
    assert said.derived
    return ended.outcome


def registered(
    desk: Desk, visit: Ticket, service: str = PERMIT, who: Applicant | None = None
) -> str:
    return desk.do(register, service, who or person(), ticket=visit.id).tracking


def test_who_registered_a_request_did_so() -> None:
    desk, visit = called()
    registered(desk, visit)
    assert concluded(desk, visit) == "request"


def test_who_got_the_answer_at_once_was_served() -> None:
    desk, visit = called(STAMP)
    tracking = registered(desk, visit, STAMP)
    desk.do(prepare_answer, tracking, DRAFT)
    desk.do(deliver, tracking, ticket=visit.id)
    assert concluded(desk, visit) == "service"


def test_who_took_an_old_answer_took_it() -> None:
    desk, visit = called()
    tracking = desk.do(register, PLAIN, person(3)).tracking
    desk.do(prepare_answer, tracking, DRAFT)
    desk.do(deliver, tracking, ticket=visit.id)
    assert concluded(desk, visit) == "delivery"


def test_who_lacked_a_paper_was_told() -> None:
    desk, visit = called()
    missing = desk.do(missing_documents, PERMIT, [FORM])
    desk.do(announce_deficiency, visit.id, missing)
    assert concluded(desk, visit) == "deficiency"


def test_who_was_sent_to_a_unit_was_sent() -> None:
    desk, visit = called()
    desk.do(refer, visit.id, official="احمدی", unit="فنی", reason="بازدید")
    assert concluded(desk, visit) == "referral"


@pytest.mark.parametrize(
    ("service", "purpose"),
    [(GUIDANCE, "new"), (PERMIT, "ask"), (PERMIT, "guide"), (GUIDANCE, "collect")],
)
def test_who_only_asked_was_guided(service: str, purpose: Any) -> None:
    desk, visit = called(service, purpose)
    assert concluded(desk, visit) == "guidance"


def test_who_was_guided_to_a_sub_service_asks_something_new_there() -> None:
    desk, visit = called(PLAIN, "guide")
    desk.do(transfer, visit.id, service=PERMIT)
    desk.do(call_chosen, "1", visit.label, "راهنمایی شد", call="k2")
    desk.do(begin, visit.id)
    assert desk.refused(finish, visit.id).code == "outcome_needed"


@pytest.mark.parametrize("how", ["telephone", "walk_in"])
def test_who_telephoned_was_guided(how: Literal["walk_in", "telephone"]) -> None:
    desk = opened()
    visit = desk.do(receive_without_ticket, PERMIT, counter="1", how=how)
    if how == "telephone":
        assert concluded(desk, visit) == "guidance"
    else:
        assert desk.refused(finish, visit.id).code == "outcome_needed"


def test_what_counts_most_is_the_outcome() -> None:
    desk, visit = called()
    old = desk.do(register, PLAIN, person(3)).tracking
    desk.do(prepare_answer, old, DRAFT)
    desk.do(refer, visit.id, official="احمدی", unit="فنی", reason="بازدید")
    desk.do(announce_deficiency, visit.id, desk.do(missing_documents, PERMIT, [FORM]))
    desk.do(deliver, old, ticket=visit.id)
    new = registered(desk, visit)
    assert concluded(desk, visit) == "request"
    desk.do(prepare_answer, new, DRAFT)


def test_only_who_is_called_can_be_finished() -> None:
    desk, visit = called()
    desk.do(finish, visit.id, "guidance")
    assert desk.refused(finish, visit.id, "guidance").code == "not_called"
    assert desk.refused(finish, "nobody", "guidance").code == "ticket_unknown"


def test_what_another_visit_did_does_not_count() -> None:
    desk, visit = called()
    registered(desk, visit)
    desk.do(finish, visit.id)
    other = desk.do(call_next, "1")
    assert desk.refused(finish, other.id).code == "outcome_needed"
