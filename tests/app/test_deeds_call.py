from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.deeds.answer import deliver, prepare_answer
from app.deeds.call import begin, call_chosen, call_next, no_show, recall, undo_no_show
from app.deeds.day import close_day
from app.deeds.deficiency import announce_deficiency, missing_documents, refer
from app.deeds.office import admit_clerk, confirm_clock, define_priority_class
from app.deeds.request import register
from app.deeds.ticket import come_back, issue, receive_without_ticket
from app.deeds.visit import finish, hold, return_to_queue, transfer
from app.events.ticket import (
    NoShowMarked,
    NoShowUndone,
    ServiceBegun,
    ServiceFinished,
    TicketCalled,
    TicketRecalled,
    Why,
)
from app.folds import ticket
from app.folds.ticket import Ticket
from app.order import service_lane
from tests.app.desk import Desk
from tests.app.opened import FORM, PERMIT, PLAIN, STAMP, TODAY, opened, person, service_id
from tests.app.test_deeds_request import DRAFT


def issued(desk: Desk, *services: str, priority: str = "") -> list[Ticket]:
    """Numbers taken a minute apart."""
    given = []
    for service in services:
        given.append(desk.do(issue, service, priority=priority))
        desk.clock.move(minutes=1)
    return given


# whose turn it is


def test_who_came_first_is_called_first() -> None:
    desk = opened()
    came = issued(desk, PERMIT, STAMP, PLAIN)
    called = []
    for _ in came:
        called.append(desk.do(call_next, "1"))
        desk.do(finish, called[-1].id, "service")
    assert [t.id for t in called] == [t.id for t in came]


def test_a_call_says_why() -> None:
    desk = opened()
    (came,) = issued(desk, PERMIT, priority="elder")
    called = desk.do(call_next, "1", call="k1")
    why = Why(
        rule="next",
        lane=service_lane(service_id(PERMIT)),
        effective_at=came.effective_at,
        issued_at=came.effective_at + timedelta(minutes=20),
        credit=20,
        priority="elder",
    )
    assert desk.said()[-1] == TicketCalled(call="k1", counter="1", why=why)
    assert (called.state, called.calls[0].clerk) == ("called", desk.clerk)


def test_credit_goes_before_whoever_came_less_than_so_much_earlier() -> None:
    desk = opened()
    (early,) = issued(desk, PERMIT)
    desk.clock.move(minutes=14)
    (late,) = issued(desk, PERMIT)
    desk.clock.move(minutes=9)
    (elder,) = issued(desk, PERMIT, priority="elder")
    order = [desk.do(call_next, "1").id, desk.do(call_next, "2").id]
    assert order == [early.id, elder.id]
    assert late.id not in order


@given(st.integers(0, 2**32))
def test_everybody_is_called_in_the_order_of_one_number(seed: int) -> None:
    random, desk = Random(seed), opened()
    desk.do(define_priority_class, "baby", "همراه نوزاد", 45)
    for _ in range(8):
        desk.do(issue, PERMIT, priority=random.choice(["", "elder", "baby"]))
        desk.clock.move(minutes=random.randint(1, 15))
    called = []
    for _ in range(8):
        called.append(desk.do(call_next, random.choice("12")))
        desk.do(finish, called[-1].id, "service")
    assert [t.effective_at for t in called] == sorted(t.effective_at for t in called)


def test_a_counter_calls_nobody_for_what_it_does_not_serve() -> None:
    desk = opened()
    issued(desk, PLAIN, STAMP)
    refusal = desk.refused(call_next, "2")
    assert (refusal.code, refusal.facts) == ("nobody_waiting", {"counter": "2"})


def test_a_clerk_calls_nobody_for_what_they_cannot_do() -> None:
    desk = opened()
    issued(desk, PERMIT, PLAIN)
    desk.do(admit_clerk, "11", "علوی", "clerk", (service_id(PLAIN),))
    assert desk.do(call_next, "1").code == PLAIN


def test_a_counter_that_has_somebody_calls_nobody_else() -> None:
    desk = opened()
    first, _ = issued(desk, PERMIT, PERMIT)
    desk.do(call_next, "1")
    refusal = desk.refused(call_next, "1")
    assert (refusal.code, refusal.facts) == (
        "visit_open",
        {"label": first.label, "ticket": first.id},
    )
    assert desk.refused(call_chosen, "1", "الف ۰۰۲", "بیمار").code == "visit_open"


def test_an_unknown_counter_calls_nobody() -> None:
    desk = opened()
    issued(desk, PERMIT)
    assert desk.refused(call_next, "9").code == "counter_unknown"
    assert desk.refused(call_chosen, "9", "الف ۰۰۱", "بیمار").code == "counter_unknown"


# the same call


def test_the_same_call_gives_the_same_answer_and_nothing_new() -> None:
    desk = opened()
    first, _ = issued(desk, PERMIT, PERMIT)
    desk.do(call_next, "1", call="k1")
    stood = len(desk.facts)
    assert desk.do(call_next, "1", call="k1").id == first.id
    assert desk.do(call_chosen, "1", "الف ۰۰۲", "بیمار", call="k1").id == first.id
    assert len(desk.facts) == stood


def test_the_same_call_gives_the_same_answer_after_the_visit_too() -> None:
    desk = opened()
    first, second = issued(desk, PERMIT, PERMIT)
    desk.do(call_next, "1", call="k1")
    desk.do(finish, first.id, "service")
    again = desk.do(call_next, "1", call="k1")
    assert (again.id, again.state) == (first.id, "finished")
    assert desk.do(call_next, "1", call="k2").id == second.id


def test_the_same_call_gives_the_same_answer_after_it_was_returned() -> None:
    desk = opened()
    (first,) = issued(desk, PERMIT)
    desk.do(call_next, "1", call="k1")
    desk.do(return_to_queue, first.id)
    assert desk.do(call_next, "2", call="k1").state == "waiting"
    assert desk.do(call_next, "2", call="k2").call_ids == ("k2",)


def test_a_call_that_was_refused_may_be_asked_again() -> None:
    desk = opened()
    assert desk.refused(call_next, "1", call="k1").code == "nobody_waiting"
    (came,) = issued(desk, PERMIT)
    assert desk.do(call_next, "1", call="k1").id == came.id


def test_calls_without_an_id_are_each_their_own() -> None:
    desk = opened()
    issued(desk, PERMIT, PERMIT)
    one, other = desk.do(call_next, "1"), desk.do(call_next, "2")
    assert one.id != other.id
    assert len({*one.call_ids, *other.call_ids}) == 2


# out of order


def test_who_is_chosen_is_called_for_a_reason() -> None:
    desk = opened()
    _, chosen = issued(desk, PERMIT, PERMIT)
    called = desk.do(call_chosen, "1", "الف ۰۰۲", "حال نامساعد")
    assert called.id == chosen.id
    assert called.why is not None
    assert (called.why.rule, called.why.reason) == ("chosen", "حال نامساعد")
    assert called.why.effective_at == chosen.effective_at


@pytest.mark.parametrize("label", ["الف ۰۰۲", "الف 002", "الف۰۰۲", " الف ٠٠٢ ", "الف-۰۰۲"])
def test_a_label_is_found_in_any_spelling(label: str) -> None:
    desk = opened()
    _, chosen = issued(desk, PERMIT, PERMIT)
    if "-" in label:
        assert desk.refused(call_chosen, "1", label, "بیمار").code == "label_unknown"
    else:
        assert desk.do(call_chosen, "1", label, "بیمار").id == chosen.id


@pytest.mark.parametrize("reason", ["", "  ", "\0", "\ud800"])
def test_nobody_is_chosen_without_a_reason(reason: str) -> None:
    desk = opened()
    issued(desk, PERMIT)
    assert desk.refused(call_chosen, "1", "الف ۰۰۱", reason).code == "reason_empty"


def test_who_is_not_there_is_not_chosen() -> None:
    desk = opened()
    (old,) = issued(desk, PERMIT)
    refusal = desk.refused(call_chosen, "1", "ب ۰۰۱", "بیمار")
    assert (refusal.code, refusal.facts) == ("label_unknown", {"label": "ب ۰۰۱"})
    desk.clock.move(days=1)
    assert desk.refused(call_chosen, "1", old.label, "بیمار").code == "label_unknown"


def test_who_is_called_elsewhere_is_not_chosen() -> None:
    desk = opened()
    (came,) = issued(desk, PERMIT)
    desk.do(call_next, "2")
    refusal = desk.refused(call_chosen, "1", came.label, "بیمار")
    assert (refusal.code, refusal.facts) == ("ticket_taken", {"label": came.label, "counter": "2"})


def test_who_has_left_is_not_chosen() -> None:
    desk = opened()
    (came,) = issued(desk, PERMIT)
    desk.do(call_next, "2")
    desk.do(finish, came.id, "service")
    refusal = desk.refused(call_chosen, "1", came.label, "بیمار")
    assert (refusal.code, refusal.facts) == (
        "ticket_ended",
        {"label": came.label, "state": "finished"},
    )


def test_nobody_is_chosen_for_what_the_counter_does_not_serve() -> None:
    desk = opened()
    (came,) = issued(desk, PLAIN)
    refusal = desk.refused(call_chosen, "2", came.label, "بیمار")
    assert (refusal.code, refusal.facts) == (
        "service_not_here",
        {"service": came.title, "counters": ["1"]},
    )


def test_who_is_on_hold_may_be_chosen() -> None:
    desk = opened()
    (came,) = issued(desk, PERMIT)
    desk.do(call_next, "1")
    desk.do(hold, came.id, 60)
    assert desk.do(call_chosen, "2", came.label, "زود آمد").state == "called"


# at the counter


def test_recalling_announces_again_where_it_was_called() -> None:
    desk = opened()
    (came,) = issued(desk, PERMIT)
    came = desk.do(call_next, "2")
    assert desk.do(recall, came.id).recalls == 1
    assert desk.said()[-1] == TicketRecalled(call=came.call_ids[0])


def test_beginning_once_is_enough() -> None:
    desk = opened()
    (came,) = issued(desk, PERMIT)
    desk.do(call_next, "1")
    begun = desk.do(begin, came.id)
    assert (begun.state, desk.said()[-1]) == ("serving", ServiceBegun(call=begun.call_ids[0]))
    stood = len(desk.facts)
    assert desk.do(begin, came.id) == begun
    assert len(desk.facts) == stood


@pytest.mark.parametrize("mine", ["1", "2"])
def test_of_two_calls_made_apart_each_counter_means_its_own(mine: str) -> None:
    desk = opened()
    (came,) = issued(desk, PERMIT)
    called = desk.do(call_next, "1", call="k1")
    assert called.why is not None
    with desk.work() as work:
        work.append(ticket.FOLD, came.id, TicketCalled(call="k2", counter="2", why=called.why))
    call = f"k{mine}"
    desk.do(recall, came.id, counter=mine)
    assert desk.said()[-1] == TicketRecalled(call=call)
    desk.do(begin, came.id, counter=mine)
    assert desk.said()[-1] == ServiceBegun(call=call)
    assert desk.refused(no_show, came.id, counter="3").code == "not_called"
    other = "12".replace(mine, "")
    left = desk.do(no_show, came.id, counter=other)
    assert desk.said()[-1] == NoShowMarked(calls=(f"k{other}",))
    assert (left.state, left.counter) == ("serving", mine)
    assert desk.do(finish, came.id, "guidance", counter=mine).state == "finished"
    said = desk.said()[-1]
    assert isinstance(said, ServiceFinished)
    assert said.calls == (call,)


def test_a_no_show_frees_the_counter_and_may_be_undone() -> None:
    desk = opened()
    first, second = issued(desk, PERMIT, PERMIT)
    call = desk.do(call_next, "1", call="k1")
    gone = desk.do(no_show, call.id)
    assert (gone.state, desk.said()[-1]) == ("no_show", NoShowMarked(calls=("k1",)))
    assert desk.do(call_next, "1").id == second.id
    back = desk.do(undo_no_show, first.id)
    assert desk.said()[-1] == NoShowUndone(effective_at=first.effective_at, lane=first.lane)
    assert back.state == "waiting"
    assert desk.do(call_next, "2").id == first.id


@pytest.mark.parametrize("done", ["request", "delivery", "slip", "referral"])
def test_who_was_served_in_a_visit_is_no_no_show_of_it(done: str) -> None:
    desk = opened()
    issued(desk, PERMIT)
    ready = desk.do(register, PERMIT, person(2)).tracking
    desk.do(prepare_answer, ready, DRAFT)
    visit = desk.do(call_next, "1")
    if done == "request":
        desk.do(register, PERMIT, person(), ticket=visit.id)
    elif done == "delivery":
        desk.do(deliver, ready, ticket=visit.id)
    elif done == "slip":
        desk.do(announce_deficiency, visit.id, desk.do(missing_documents, PERMIT, [FORM]))
    else:
        desk.do(refer, visit.id, official="رضایی", unit="فنی", reason="بازدید")
    refusal = desk.refused(no_show, visit.id)
    assert (refusal.code, refusal.facts) == ("visit_recorded", {"label": visit.label})
    assert desk.do(finish, visit.id).state == "finished"


def test_only_a_no_show_of_today_is_undone() -> None:
    desk = opened()
    (came,) = issued(desk, PERMIT)
    refusal = desk.refused(undo_no_show, came.id)
    assert (refusal.code, refusal.facts) == ("not_a_no_show", {"label": came.label})
    desk.do(call_next, "1")
    desk.do(no_show, came.id)
    desk.clock.move(days=1)
    refusal = desk.refused(undo_no_show, came.id)
    assert (refusal.code, refusal.facts) == ("ticket_of_old_day", {"label": came.label})


def test_a_no_show_is_old_after_a_day_even_where_the_series_ran_ahead() -> None:
    desk = opened()
    desk.clock.move(days=10)
    issued(desk, PERMIT)
    desk.clock.move(days=-10)
    desk.do(confirm_clock, "ساعت درست شد")
    (came,) = issued(desk, PERMIT)
    desk.do(call_chosen, "1", came.label, "نوبت امروز")
    desk.do(no_show, came.id)
    desk.clock.move(hours=23)
    assert desk.do(undo_no_show, came.id).state == "waiting"
    desk.do(call_chosen, "1", came.label, "نوبت امروز")
    desk.do(no_show, came.id)
    desk.clock.move(hours=25)
    assert desk.refused(undo_no_show, came.id).code == "ticket_of_old_day"


@pytest.mark.parametrize("deed", [recall, begin, no_show])
def test_nothing_is_done_to_whom_nobody_called(deed: object) -> None:
    assert callable(deed)
    desk = opened()
    (came,) = issued(desk, PERMIT)
    refusal = desk.refused(deed, came.id)
    assert (refusal.code, refusal.facts) == ("not_called", {"label": came.label})
    desk.do(call_next, "1")
    desk.do(finish, came.id, "service")
    assert desk.refused(deed, came.id).code == "not_called"


@pytest.mark.parametrize("deed", [recall, begin, no_show, undo_no_show])
def test_nothing_is_done_to_nobody(deed: object) -> None:
    assert callable(deed)
    desk = opened()
    for entity in ("", "nobody", service_id(PERMIT), desk.clerk):
        refusal = desk.refused(deed, entity)
        assert (refusal.code, refusal.facts) == ("ticket_unknown", {"ticket": entity})


def test_a_visit_without_a_number_never_waits() -> None:
    desk = opened()
    visit = desk.do(receive_without_ticket, PERMIT, counter="1")
    assert desk.refused(hold, visit.id, 5).code == "no_ticket_to_transfer"
    assert desk.refused(return_to_queue, visit.id).code == "not_called"
    assert desk.refused(transfer, visit.id, counter="2").code == "no_ticket_to_transfer"
    desk.do(no_show, visit.id)
    assert desk.refused(undo_no_show, visit.id).code == "no_ticket_to_transfer"


# the clock


def test_calling_goes_on_while_the_clock_is_wrong() -> None:
    desk = opened()
    issued(desk, PERMIT, PERMIT)
    desk.clock.move(minutes=-30)
    first = desk.do(call_next, "1")
    for deed in (recall, begin):
        desk.do(deed, first.id)
    desk.do(finish, first.id, "guidance")
    second = desk.do(call_chosen, "1", "الف ۰۰۲", "بیمار")
    desk.do(no_show, second.id)
    assert desk.do(issue, PERMIT).label == "الف ۰۰۳"


def test_who_came_back_with_a_slip_is_explained_by_the_old_place() -> None:
    desk = opened()
    issued(desk, PERMIT)
    visit = desk.do(call_next, "1")
    desk.do(announce_deficiency, visit.id, desk.do(missing_documents, PERMIT, [FORM]))
    desk.do(finish, visit.id)
    desk.clock.move(hours=1)
    back = desk.do(come_back, visit_token(desk, visit))
    called = desk.do(call_next, "1")
    assert called.why is not None
    assert called.why.effective_at == visit.effective_at < called.why.issued_at
    assert called.id == back.id


def visit_token(desk: Desk, visit: Ticket) -> str:
    return desk.ticket(visit.id).deficiencies[0].slip.token


def test_a_day_is_not_closed_over_somebody_who_is_called() -> None:
    desk = opened()
    issued(desk, PERMIT)
    called = desk.do(call_next, "1")
    refusal = desk.refused(close_day, TODAY)
    assert (refusal.code, refusal.facts["ticket"]) == ("visit_open", called.id)
