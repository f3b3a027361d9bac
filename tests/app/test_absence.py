"""A visit whose clerk is away is settled by the supervisor, for a reason."""

from app.deeds.absence import end_visit, send_back
from app.deeds.call import begin, call_next
from app.deeds.request import register
from app.deeds.ticket import issue, receive_without_ticket
from app.events.ticket import ServiceFinished
from app.folds.ticket import Ticket
from app.showing.day_end import OpenVisit, day_end
from tests.app.desk import Desk
from tests.app.opened import GUIDANCE, PLAIN, TODAY, opened, person

AWAY = "کارمند بیمار شد"


def served(desk: Desk) -> Ticket:
    given = desk.do(issue, PLAIN)
    desk.do(call_next, "1")
    return desk.do(begin, given.id)


def supervised(desk: Desk) -> Desk:
    desk.clerk = desk.see(lambda look: look.office.clerk("20").clerk)
    return desk


def open_visits(desk: Desk) -> tuple[OpenVisit, ...]:
    return desk.see(day_end, TODAY, desk.clerk).visits


def test_a_client_whose_clerk_went_away_has_left_or_waits_again_at_the_old_place() -> None:
    desk = opened()
    visit = served(desk)
    supervised(desk)
    assert [each.ticket for each in open_visits(desk)] == [visit.id]
    back = desk.do(send_back, visit.id, AWAY)
    assert (back.state, back.effective_at) == ("waiting", visit.effective_at)
    desk.do(call_next, "1")
    ended = desk.do(end_visit, visit.id, AWAY)
    said = desk.said()[-1]
    assert isinstance(said, ServiceFinished)
    assert (ended.ended, said.outcome, said.reason) == ("finished", "withdrawn", AWAY)
    assert open_visits(desk) == ()


def test_what_was_done_in_the_visit_says_what_came_of_it() -> None:
    desk = opened()
    visit = served(desk)
    desk.do(register, PLAIN, person(), ticket=visit.id)
    supervised(desk)
    assert desk.do(end_visit, visit.id, AWAY).outcome == "request"


def test_a_visit_is_settled_for_a_reason_alone() -> None:
    desk = opened()
    visit = served(desk)
    supervised(desk)
    for act in (end_visit, send_back):
        assert desk.refused(act, visit.id, " ").code == "reason_empty"


def test_who_came_without_a_number_or_on_an_earlier_day_does_not_wait_again() -> None:
    desk = opened()
    visit = served(desk)
    walk_in = desk.do(receive_without_ticket, GUIDANCE, counter="2")
    supervised(desk)
    assert desk.refused(send_back, walk_in.id, AWAY).code == "not_called"
    desk.clock.move(days=1)
    refusal = desk.refused(send_back, visit.id, AWAY)
    assert (refusal.code, refusal.facts) == ("visit_before", {"date": TODAY})
    assert [each.earlier for each in open_visits(desk)] == [True, True]
    assert desk.do(end_visit, visit.id, AWAY).ended
