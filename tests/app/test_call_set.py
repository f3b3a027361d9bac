"""Sent back, sent on and back again, late after all, and a counter that rests."""

from datetime import timedelta

import pytest

from app.deeds.call import begin, call_chosen, call_next, no_show, undo_no_show
from app.deeds.clerk import disable_clerk, sign_in, sign_out
from app.deeds.day import close_day
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.office import admit_clerk, close_counter, dismiss_clerk, open_counter
from app.deeds.pause import pause_counter, resume_counter
from app.deeds.raising import raise_ticket
from app.deeds.request import register
from app.deeds.ticket import come_back, issue, receive_without_ticket
from app.deeds.visit import finish, hold, return_to_queue, transfer
from app.events.office import Rules
from app.events.ticket import Back, NoShowUndone, TicketHeld, TicketReturned
from app.filling.ticket import ticket_paper
from app.folds.ticket import Ticket
from app.order import attending, clerk_lane, counter_lane, open_lane, service_lane
from app.showing.board import board
from app.showing.queue import counter_queue
from app.showing.service import service_sheet
from app.showing.why import why_shown
from tests.app.desk import Desk
from tests.app.opened import FORM, PERMIT, PLAIN, STAMP, TODAY, opened, person, service_id
from tests.app.test_deeds_call import issued
from tests.app.test_deeds_visit import collects

REASON = "مادر نوزاد است"


def at_counter(desk: Desk, *services: str) -> list[Ticket]:
    """Numbers taken a minute apart, the first of them at counter 1."""
    given = issued(desk, *services)
    desk.do(call_next, "1", call="k1")
    desk.do(begin, given[0].id)
    return given


def order(desk: Desk, counter: str = "1") -> list[str]:
    """The labels in which a counter calls whoever waits, each to the end."""
    called = []
    while desk.see(counter_queue, counter, desk.clerk).waiting:
        called.append(desk.do(call_next, counter).id)
        desk.do(finish, called[-1], "guidance")
    return called


# -- back to the queue -----------------------------------------------------------------------------


@pytest.mark.parametrize("after", [1, 2, 3])
def test_who_goes_behind_some_is_called_after_just_so_many(after: int) -> None:
    desk = opened()
    first, *rest = at_counter(desk, PERMIT, PERMIT, PLAIN, PERMIT, PERMIT)
    desk.do(return_to_queue, first.id, place="after", after=after)
    assert order(desk).index(first.id) == after
    assert len(rest) == 4


def test_who_goes_behind_more_than_wait_is_the_last() -> None:
    desk = opened()
    first, second = at_counter(desk, PERMIT, PERMIT)
    desk.do(return_to_queue, first.id, place="after", after=9)
    later = desk.do(issue, PERMIT)
    assert order(desk) == [second.id, first.id, later.id]


@pytest.mark.parametrize("after", [0, -1, 100])
def test_behind_how_many_is_a_number_that_makes_sense(after: int) -> None:
    desk = opened()
    (first,) = at_counter(desk, PERMIT)
    assert desk.refused(return_to_queue, first.id, place="after", after=after).facts == {"most": 99}


def test_who_goes_to_the_front_is_next_for_a_reason_that_the_call_tells() -> None:
    desk = opened()
    early = issued(desk, PERMIT)[0]
    (late,) = issued(desk, PERMIT)
    desk.do(call_chosen, "1", late.label, "زود")
    assert desk.refused(return_to_queue, late.id, place="front").code == "reason_empty"
    desk.do(return_to_queue, late.id, place="front", reason=REASON)
    called = desk.do(call_next, "2")
    assert called.id == late.id
    why = desk.see(why_shown, called.id, "2")
    assert why is not None
    assert (why.rule, why.reason, why.where) == ("raised", REASON, "صدور مجوز")
    desk.do(finish, late.id, "service")
    assert desk.do(call_next, "2").id == early.id


def test_at_the_front_already_nothing_changes_but_the_reason() -> None:
    desk = opened()
    (only,) = at_counter(desk, PERMIT)
    back = desk.do(return_to_queue, only.id, place="front", reason=REASON)
    assert (back.effective_at, back.raised) == (only.effective_at, REASON)


# -- sent on, and back -----------------------------------------------------------------------------


def test_who_was_sent_on_to_come_back_comes_back_before_others() -> None:
    desk = opened()
    first, second = at_counter(desk, PERMIT, PERMIT)
    sent = desk.do(transfer, first.id, service=STAMP, returns=True)
    assert sent.returns == (Back(lane=counter_lane("1"), service=service_id(PERMIT)),)
    desk.do(open_counter, "3", services=(service_id(STAMP),))
    there = desk.do(call_next, "3")
    assert (there.id, there.title) == (first.id, "تأیید امضا")
    back = desk.do(finish, first.id)
    assert (back.state, back.lane, back.title) == ("waiting", counter_lane("1"), "صدور مجوز")
    assert (back.returns, back.is_back, back.outcome) == ((), True, None)
    again = desk.do(call_next, "1")
    assert again.id == first.id != second.id
    ended = desk.do(finish, first.id, "service")
    assert (ended.state, ended.outcome) == ("finished", "service")
    assert [turn.end for turn in ended.turns] == ["transferred", "transferred", "finished"]


def test_who_is_sent_on_from_there_comes_back_all_the_way() -> None:
    desk = opened()
    (first,) = at_counter(desk, PERMIT)
    desk.do(transfer, first.id, counter="2", returns=True)
    desk.do(call_next, "2")
    desk.do(transfer, first.id, service=STAMP, returns=True)
    desk.do(call_next, "1")
    assert desk.do(finish, first.id).lane == counter_lane("2")
    desk.do(call_next, "2")
    assert desk.do(finish, first.id).lane == counter_lane("1")
    desk.do(call_next, "1")
    assert desk.do(finish, first.id, "service").ended == "finished"


def test_without_a_return_it_ends_where_it_was_sent_and_a_place_to_return_to_is_kept() -> None:
    desk = opened()
    (first,) = at_counter(desk, PERMIT)
    desk.do(transfer, first.id, counter="2")
    desk.do(call_next, "2")
    assert desk.do(finish, first.id, "service").ended == "finished"
    desk = opened()
    (second,) = at_counter(desk, PERMIT)
    desk.do(transfer, second.id, counter="2", returns=True)
    desk.do(call_next, "2")
    assert desk.do(transfer, second.id, service=PLAIN).returns


def test_the_counter_to_come_back_to_may_be_gone() -> None:
    desk = opened()
    (first,) = at_counter(desk, PERMIT)
    desk.do(transfer, first.id, counter="2", returns=True)
    desk.do(call_next, "2")
    desk.do(open_counter, "3")
    desk.do(close_counter, "1")
    back = desk.do(finish, first.id)
    assert back.lane == service_lane(service_id(PERMIT))
    assert desk.do(call_next, "3").id == first.id


def test_only_who_is_here_comes_back_here() -> None:
    desk = opened()
    (waits,) = issued(desk, PERMIT)
    refusal = desk.refused(transfer, waits.id, counter="2", returns=True)
    assert refusal.code == "not_called"


def test_who_does_not_show_up_on_the_way_is_ended() -> None:
    desk = opened()
    (first,) = at_counter(desk, PERMIT)
    desk.do(transfer, first.id, counter="2", returns=True)
    desk.do(call_next, "2")
    assert desk.do(no_show, first.id).ended == "no_show"
    assert desk.do(undo_no_show, first.id).returns, "and where they were to go is kept"


# -- late after all --------------------------------------------------------------------------------


def test_who_comes_within_the_rule_waits_at_the_old_place_without_a_word() -> None:
    desk = opened(Rules(tolerance=2))
    first, *_ = at_counter(desk, PERMIT, PERMIT, PERMIT, PERMIT, PERMIT)
    desk.do(no_show, first.id)
    for _ in range(2):
        desk.clock.move(minutes=1)
        desk.do(finish, desk.do(call_next, "1").id, "service")
    back = desk.do(undo_no_show, first.id)
    assert (back.state, back.effective_at) == ("waiting", first.effective_at)
    assert desk.said()[-1] == NoShowUndone(effective_at=first.effective_at, lane=first.lane)


@pytest.mark.parametrize("still_there", [True, False])
def test_who_comes_later_comes_back_for_a_reason(*, still_there: bool) -> None:
    desk = opened(Rules(tolerance=2))
    first, *_ = at_counter(desk, PERMIT, PERMIT, PERMIT, PERMIT, PERMIT)
    desk.do(no_show, first.id)
    for turn in range(3):
        desk.clock.move(minutes=1)
        called = desk.do(call_next, "1")
        if turn < 2 or not still_there:
            desk.do(finish, called.id, "service")
    refusal = desk.refused(undo_no_show, first.id)
    assert refusal.code == "turn_lost"
    assert refusal.facts == {"label": first.label, "n": 3, "most": 2}
    assert desk.do(undo_no_show, first.id, reason="در بیمارستان بود").state == "waiting"
    said = desk.said()[-1]
    assert isinstance(said, NoShowUndone)
    assert said.reason == "در بیمارستان بود"


def test_other_counters_and_clients_without_a_number_do_not_count() -> None:
    desk = opened(Rules(tolerance=0))
    first, *_ = at_counter(desk, PERMIT, PERMIT, PERMIT)
    desk.do(no_show, first.id)
    desk.clock.move(minutes=1)
    desk.do(finish, desk.do(call_next, "2").id, "service")
    passing = desk.do(receive_without_ticket, PLAIN, counter="1")
    desk.do(finish, passing.id, "guidance")
    assert desk.do(undo_no_show, first.id).state == "waiting"


# -- a slip leads back to who wrote it -------------------------------------------------------------


def slip_of(desk: Desk) -> tuple[Ticket, str]:
    """A deficiency slip from counter 1, its visit over."""
    (first,) = at_counter(desk, PERMIT)
    missing = desk.do(missing_documents, PERMIT, [FORM])
    told = desk.do(announce_deficiency, first.id, missing, applicant=person())
    desk.do(finish, first.id)
    return first, told.deficiencies[-1].slip.token


def test_a_slip_leads_to_the_counter_where_its_writer_is_now() -> None:
    desk = opened()
    first, token = slip_of(desk)
    desk.do(sign_in, "counter:2")
    back = desk.do(come_back, token)
    assert (back.lane, back.effective_at) == (counter_lane("2"), first.effective_at)


def test_where_its_writer_signed_in_yesterday_is_not_where_they_are() -> None:
    desk = opened()
    desk.do(sign_in, "counter:2")
    desk.clock.move(days=1)
    _, token = slip_of(desk)
    assert desk.do(come_back, token).lane == counter_lane("1")


@pytest.mark.parametrize(
    "gone", ["signed out", "overnight", "called yesterday", "closed", "dismissed", "disabled"]
)
def test_where_nobody_is_at_its_counter_it_leads_to_whoever_serves_the_same(gone: str) -> None:
    desk = opened()
    first, token = slip_of(desk)
    match gone:
        case "signed out":
            leaves(desk, "1")
        case "overnight":
            desk.clock.move(days=1)
        case "called yesterday":
            desk.do(issue, PERMIT)
            desk.do(call_next, "1")
            desk.clock.move(days=1)
        case "dismissed":
            desk.do(dismiss_clerk, "11")
        case "closed":
            desk.do(close_day, TODAY, "1")
        case _:
            desk.do(disable_clerk, "11", "مرخصی")
    desk.clerk = clerk_of(desk, "12")
    back = desk.do(come_back, token)
    assert (back.lane, back.effective_at) == (service_lane(service_id(PERMIT)), first.effective_at)
    assert desk.do(call_next, "2").id == back.id


def test_while_somebody_else_is_at_its_counter_the_slip_leads_there() -> None:
    desk = opened()
    _, token = slip_of(desk)
    leaves(desk, "1")
    desk.clerk = clerk_of(desk, "12")
    desk.do(sign_in, "counter:1")
    assert desk.do(come_back, token).lane == counter_lane("1")


def test_paper_names_the_counter_for_which_its_bearer_waits() -> None:
    desk = opened()
    _, token = slip_of(desk)
    back = desk.do(come_back, token)
    assert desk.see(ticket_paper, back.id).counters == ("1",)
    desk.do(transfer, back.id, clerk="12")
    assert desk.see(ticket_paper, back.id).counters == (), "nobody knows where they are"
    desk.clerk = clerk_of(desk, "12")
    desk.do(sign_in, "counter:2")
    assert desk.see(ticket_paper, back.id).counters == ("2",)


def test_a_counter_whose_clerk_has_not_the_skill_is_not_named() -> None:
    desk = opened()
    desk.do(admit_clerk, "11", "علوی", "clerk", (service_id(PLAIN),))
    desk.do(sign_in, "counter:1")
    given = desk.do(issue, PERMIT)
    assert desk.see(ticket_paper, given.id).counters == ("2",)
    assert desk.see(service_sheet, PERMIT).counters == ("2",)
    assert desk.see(service_sheet, PLAIN).counters == ("1",)


# -- a counter that its clerk has left -------------------------------------------------------------


def clerk_of(desk: Desk, code: str) -> str:
    with desk.look() as look:
        return look.office.clerk(code).clerk


def leaves(desk: Desk, counter: str) -> None:
    """Signs out there, as the window does when the program ends."""
    desk.do(sign_in, f"counter:{counter}")
    desk.clock.move(minutes=1)
    desk.do(sign_out, f"counter:{counter}")


@pytest.mark.parametrize(
    "leaving", ["signs out", "closes the day", "moves", "is dismissed", "is disabled"]
)
def test_whom_a_clerk_holds_who_leaves_others_call_once_that_is_over(leaving: str) -> None:
    desk = opened()
    desk.do(sign_in, "counter:2")
    desk.clock.move(minutes=1)
    held = desk.do(issue, PERMIT)
    desk.do(call_next, "2")
    until = desk.do(hold, held.id, 5).held_until
    desk.clock.move(minutes=1)
    match leaving:
        case "signs out":
            desk.do(sign_out, "counter:2")
        case "closes the day":
            desk.do(close_day, TODAY, "2")
        case "moves":
            desk.do(sign_in, "counter:1")
        case "is dismissed":
            desk.do(dismiss_clerk, "11")
        case _:
            desk.do(disable_clerk, "11", "مرخصی")
    assert desk.ticket(held.id).held_until == until
    desk.clerk = clerk_of(desk, "12")
    assert desk.refused(call_next, "1").code == "nobody_waiting"
    desk.clock.move(minutes=5)
    assert desk.do(call_next, "1").id == held.id


def test_who_waits_for_a_clerk_who_leaves_goes_to_others() -> None:
    desk = opened()
    desk.do(sign_in, "counter:2")
    sent = desk.do(issue, PERMIT)
    desk.do(transfer, sent.id, clerk="11")
    desk.do(sign_out, "counter:2")
    assert desk.ticket(sent.id).lane == service_lane(service_id(PERMIT))


def test_a_counter_that_somebody_takes_over_keeps_those_who_wait_for_it() -> None:
    desk = opened()
    desk.do(sign_in, "counter:2")
    sent = desk.do(issue, PERMIT)
    desk.do(transfer, sent.id, counter="2")
    leaver, desk.clerk = desk.clerk, clerk_of(desk, "12")
    desk.clock.move(minutes=1)
    desk.do(sign_in, "counter:2")
    desk.clerk = leaver
    desk.do(sign_out, "counter:2")
    assert desk.ticket(sent.id).lane == counter_lane("2")


def test_who_comes_back_to_a_counter_that_its_clerk_has_left_goes_to_others() -> None:
    desk = opened()
    first, late = at_counter(desk, PERMIT, PERMIT)
    desk.do(transfer, first.id, counter="2", returns=True)
    desk.do(call_next, "1")
    desk.do(transfer, late.id, counter="1")
    desk.do(call_next, "1")
    desk.do(no_show, late.id)
    leaves(desk, "1")
    desk.clerk = clerk_of(desk, "12")
    desk.do(call_next, "2")
    assert desk.do(finish, first.id).lane == service_lane(service_id(PERMIT))
    assert desk.do(undo_no_show, late.id).lane == service_lane(service_id(PERMIT))


def test_while_that_counter_rests_others_take_the_slip() -> None:
    desk = opened()
    _, token = slip_of(desk)
    desk.do(pause_counter, "1", "نماز")
    assert desk.do(come_back, token).lane == service_lane(service_id(PERMIT))


# -- a counter that rests --------------------------------------------------------------------------


def test_who_waits_for_a_counter_that_rests_goes_to_others_that_serve_the_same() -> None:
    desk = opened()
    sent, asked = issued(desk, PERMIT, PERMIT)
    desk.do(transfer, sent.id, counter="1")
    desk.do(transfer, asked.id, clerk="11")
    desk.do(pause_counter, "1", "نماز", resting=desk.clerk)
    lane = service_lane(service_id(PERMIT))
    assert [desk.ticket(each.id).lane for each in (sent, asked)] == [lane, lane]
    assert order(desk, "2") == [sent.id, asked.id]


def test_somebody_else_who_rests_a_counter_leaves_the_clerks_line() -> None:
    desk = opened()
    (asked,) = issued(desk, PERMIT)
    desk.do(transfer, asked.id, clerk="11")
    desk.do(pause_counter, "1", "نماز")
    assert desk.ticket(asked.id).lane == clerk_lane(desk.clerk)


def test_whom_nobody_else_serves_waits_on() -> None:
    desk = opened()
    (sent,) = issued(desk, PLAIN)
    desk.do(transfer, sent.id, counter="1")
    desk.do(pause_counter, "1", "نماز")
    assert desk.ticket(sent.id).lane == counter_lane("1")
    desk.do(resume_counter, "1")
    assert desk.do(call_next, "1").id == sent.id


def test_a_hold_goes_on_at_the_others() -> None:
    desk = opened()
    (first,) = at_counter(desk, PERMIT)
    held = desk.do(hold, first.id, 10)
    desk.do(pause_counter, "1", "ناهار")
    assert held.held_until is not None
    lane = service_lane(service_id(PERMIT))
    assert desk.said()[-1] == TicketHeld(calls=(), until=held.held_until, lane=lane)
    assert desk.refused(call_next, "2").code == "nobody_waiting"
    desk.clock.move(minutes=10)
    assert desk.do(call_next, "2").id == first.id
    assert desk.ticket(first.id).conflicts == ()


def test_a_hold_that_is_over_does_not_begin_anew() -> None:
    desk = opened()
    (first,) = at_counter(desk, PERMIT)
    desk.do(hold, first.id, 1)
    desk.clock.move(minutes=2)
    desk.do(pause_counter, "1", "ناهار")
    assert isinstance(desk.said()[-1], TicketReturned)
    assert desk.do(call_next, "2").id == first.id


def test_who_is_sent_to_a_counter_that_rests_is_held_for_others() -> None:
    desk = opened()
    first, second = at_counter(desk, PERMIT, PLAIN)
    desk.do(pause_counter, "1", "ناهار")
    assert desk.do(hold, first.id, 1).lane == service_lane(service_id(PERMIT))
    office = desk.see(lambda look: look.office)
    assert attending(office, service_id(PERMIT)) == ["2"]
    assert attending(office, service_id(PLAIN)) == []
    assert open_lane(office, counter_lane("1"), second.service) == counter_lane("1")


def test_a_rest_is_timed_and_a_day_is_summed() -> None:
    desk = opened()
    desk.do(pause_counter, "1", "نماز")
    began = desk.clock.at
    desk.clock.move(minutes=5)
    office = desk.do(pause_counter, "1", "نماز و ناهار")
    paused = office.paused["1"]
    assert (paused.reason, paused.at, paused.clerk) == ("نماز و ناهار", began, desk.clerk)
    desk.clock.move(minutes=5)
    assert desk.do(resume_counter, "1").rested["1"].seconds == 600
    desk.clock.move(minutes=30)
    desk.do(pause_counter, "1", "جلسه")
    desk.clock.move(minutes=2)
    rested = desk.do(resume_counter, "1").rested["1"]
    assert (rested.day, rested.times, rested.seconds) == (TODAY, 2, 720)
    desk.clock.move(days=1)
    desk.do(pause_counter, "1", "نماز")
    desk.clock.move(minutes=1)
    assert desk.do(resume_counter, "1").rested["1"].times == 1


# -- skills and services, changed while people wait ------------------------------------------------


def test_what_a_counter_serves_holds_from_the_next_call_on_and_says_why() -> None:
    desk = opened()
    plain, permit = issued(desk, PLAIN, PERMIT)
    desk.do(open_counter, "1", services=(service_id(PERMIT),))
    desk.do(open_counter, "2", services=(service_id(PLAIN),))
    assert desk.do(call_next, "1").id == permit.id
    assert desk.do(call_next, "2").id == plain.id
    why = desk.see(why_shown, plain.id, "2")
    assert why is not None
    assert (why.rule, why.lane, why.where) == ("next", "service", "درخواست عمومی")


def test_what_a_clerk_can_do_holds_from_the_next_call_on_and_says_why() -> None:
    desk = opened()
    permit, plain = issued(desk, PERMIT, PLAIN)
    desk.do(admit_clerk, "11", "علوی", "clerk", (service_id(PLAIN),))
    assert desk.do(call_next, "1").id == plain.id
    desk.do(finish, plain.id, "service")
    assert desk.refused(call_next, "1").code == "nobody_waiting"
    desk.do(admit_clerk, "11", "علوی", "clerk")
    assert desk.do(call_next, "1").id == permit.id


def test_why_tells_class_line_and_what_counted() -> None:
    desk = opened()
    (elder,) = issued(desk, PERMIT, priority="elder")
    desk.do(transfer, elder.id, clerk="11")
    desk.do(call_next, "1")
    why = desk.see(why_shown, elder.id, "1")
    assert why is not None
    assert (why.label, why.priority, why.credit) == (elder.label, "سالمند", 20)
    assert (why.lane, why.where) == ("clerk", "علوی")
    assert why.effective_at == why.issued_at - timedelta(minutes=20)
    passing = desk.do(receive_without_ticket, PLAIN, counter="2")
    assert desk.see(why_shown, passing.id, "2") is None


def test_why_tells_of_who_was_put_back_behind_others() -> None:
    desk = opened()
    first, _ = at_counter(desk, PERMIT, PERMIT)
    desk.do(return_to_queue, first.id, place="after", after=1)
    desk.do(finish, desk.do(call_next, "1").id, "service")
    assert desk.do(call_next, "1").id == first.id
    why = desk.see(why_shown, first.id, "1")
    assert why is not None
    assert (why.behind, why.slip, why.kept) == (True, False, False)


def test_why_tells_no_longer_of_the_front_once_they_are_put_behind() -> None:
    desk = opened()
    first, *_ = at_counter(desk, PERMIT, PERMIT, PERMIT)
    desk.do(return_to_queue, first.id, place="front", reason=REASON)
    assert desk.do(call_next, "1").id == first.id
    back = desk.do(return_to_queue, first.id, place="end")
    assert (back.raised, back.sent_behind) == ("", True)
    assert order(desk)[-1] == first.id
    why = desk.see(why_shown, first.id, "1")
    assert why is not None
    assert (why.rule, why.reason, why.behind) == ("next", "", True)


def test_why_tells_no_longer_of_the_end_once_they_are_raised() -> None:
    desk = opened()
    first, *_ = at_counter(desk, PERMIT, PERMIT, PERMIT)
    desk.do(return_to_queue, first.id, place="end")
    raised = desk.do(raise_ticket, first.id, REASON)
    assert (raised.raised, raised.sent_behind) == (REASON, False)
    assert order(desk)[0] == first.id
    why = desk.see(why_shown, first.id, "1")
    assert why is not None
    assert (why.rule, why.reason, why.behind) == ("raised", REASON, False)


def test_why_tells_of_the_end_after_a_return_to_the_same_place() -> None:
    desk = opened()
    first, second = at_counter(desk, PERMIT, PERMIT)
    desk.do(return_to_queue, first.id, place="end")
    desk.do(finish, desk.do(call_next, "1").id, "service")
    desk.do(call_next, "1")
    assert desk.do(return_to_queue, first.id).sent_behind
    assert desk.do(call_next, "2").id == first.id
    why = desk.see(why_shown, first.id, "2")
    assert why is not None
    assert (why.behind, desk.ticket(second.id).state) == (True, "finished")


def test_why_tells_of_who_came_back_with_a_slip() -> None:
    desk = opened()
    (first,) = at_counter(desk, PERMIT)
    missing = desk.do(missing_documents, PERMIT, [FORM])
    token = desk.do(announce_deficiency, first.id, missing).deficiencies[-1].slip.token
    desk.do(finish, first.id)
    issued(desk, PERMIT)
    back = desk.do(come_back, token)
    assert desk.do(call_next, "1").id == back.id
    why = desk.see(why_shown, back.id, "1")
    assert why is not None
    assert (why.slip, why.lane, why.effective_at < why.issued_at) == (True, "counter", True)


def test_why_tells_that_a_number_was_kept_through_the_night() -> None:
    desk = opened(Rules(night="keep"))
    issued(desk, PERMIT)
    desk.clock.move(days=1)
    called = desk.do(call_next, "1")
    why = desk.see(why_shown, called.id, "1")
    assert why is not None
    assert why.kept


# -- so many requests in one turn ------------------------------------------------------------------


def test_more_requests_in_one_turn_than_the_rule_need_a_reason() -> None:
    desk = opened(Rules(turn_requests=2))
    (first,) = at_counter(desk, PLAIN)
    for number in (1, 2):
        desk.do(register, PLAIN, person(number), ticket=first.id)
    refusal = desk.refused(register, PLAIN, person(3), ticket=first.id)
    assert (refusal.code, refusal.facts) == ("turn_full", {"n": 2})
    assert desk.refused(register, PLAIN, person(3), ticket=first.id, beyond=" ").code == "turn_full"
    told = desk.do(register, PLAIN, person(3), ticket=first.id, beyond="از راه دور آمده است")
    assert desk.said()[-1].beyond == "از راه دور آمده است"  # type: ignore[union-attr]
    assert told.ticket == first.id


def test_without_a_rule_or_a_turn_nothing_is_counted() -> None:
    desk = opened()
    (first,) = at_counter(desk, PLAIN)
    for number in range(1, 6):
        desk.do(register, PLAIN, person(number), ticket=first.id)
    strict = opened(Rules(turn_requests=1))
    for number in (1, 2):
        strict.do(register, PLAIN, person(number))


def test_a_client_is_told_the_counters_that_attend_and_the_board_how_long_one_rests() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    assert desk.see(ticket_paper, given.id).counters == ("1", "2")
    desk.do(pause_counter, "1", "نماز")
    assert desk.see(ticket_paper, given.id).counters == ("2",)
    assert desk.see(service_sheet, PLAIN).counters == ("1",), "there is no other"
    shown = next(each for each in desk.see(board).counters if each.number == "1")
    assert (shown.state, shown.service, shown.since) == ("paused", "نماز", desk.clock.at)


def test_who_collects_is_told_the_same_counters_though_all_of_them_rest() -> None:
    desk = opened()
    given = collects(desk)
    told = desk.see(ticket_paper, given.id).counters
    for number in told:
        desk.do(pause_counter, number, "نماز")
    assert desk.see(ticket_paper, given.id).counters == told == ("1", "2")


def test_a_sub_service_that_no_counter_names_is_told_to_be_called_by_every_counter() -> None:
    desk = opened()
    others = [service_id(code) for code in (STAMP, PLAIN)]
    for number in ("1", "2"):
        desk.do(open_counter, number, services=tuple(others))
    given = desk.do(issue, PERMIT)
    desk.do(call_next, "2")
    why = desk.see(why_shown, given.id, "2")
    assert why is not None
    assert why.anywhere
    desk.do(open_counter, "1", services=(given.service,))
    why = desk.see(why_shown, given.id, "2")
    assert why is not None
    assert not why.anywhere
