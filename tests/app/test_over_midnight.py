"""Who is at a counter at midnight: nobody who was put back after it is forgotten by the night."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.deeds.call import begin, call_chosen, call_next, no_show, undo_no_show
from app.deeds.labelled import the_labelled
from app.deeds.night import left_over
from app.deeds.ticket import issue
from app.deeds.visit import finish, hold, return_to_queue, transfer
from app.events.office import Rules
from app.folds.ticket import Ticket
from app.showing.absent import absent, absentees
from app.showing.queue import counter_queue
from tests.app.desk import Desk
from tests.app.opened import GUIDANCE, PERMIT, opened

PutBack = Callable[[Desk, str], Ticket]

PUT_BACK: dict[str, PutBack] = {
    "held": lambda desk, served: desk.do(hold, served, 1),
    "returned": lambda desk, served: desk.do(return_to_queue, served, place="end"),
    "sent to a counter": lambda desk, served: desk.do(transfer, served, counter="1"),
    "sent on": lambda desk, served: desk.do(transfer, served, service=GUIDANCE),
}


@pytest.fixture(params=["clear", "keep"])
def desk(request: pytest.FixtureRequest) -> Desk:
    """At a quarter past midnight, with a client at counter 1 whose number is of the day before."""
    made = opened(Rules(night=request.param))
    served = made.do(issue, PERMIT).id
    made.do(call_next, "1")
    made.do(begin, served)
    made.clock.move(hours=16, minutes=15)
    return made


@pytest.mark.parametrize("how", PUT_BACK)
def test_who_is_put_back_after_midnight_waits_on_and_is_called(desk: Desk, how: str) -> None:
    served = desk.tickets()[0]
    PUT_BACK[how](desk, served.id)
    assert desk.see(left_over) == ()
    desk.clock.move(minutes=2)
    queue = desk.see(counter_queue, "1", "")
    assert [row.ticket for row in queue.rows] == [served.id]
    called = desk.do(call_next, "1")
    assert (called.id, called.label) == (served.id, served.label)


@pytest.mark.parametrize("how", PUT_BACK)
def test_the_next_night_ends_the_wait_of_who_was_put_back(desk: Desk, how: str) -> None:
    served = desk.tickets()[0].id
    PUT_BACK[how](desk, served)
    desk.clock.move(days=1)
    assert desk.see(left_over) == (served,)


@pytest.mark.parametrize("how", [*PUT_BACK, ""])
def test_nobody_gets_the_number_of_who_was_at_a_counter_over_midnight(desk: Desk, how: str) -> None:
    served = desk.tickets()[0]
    first = desk.do(issue, PERMIT).label
    if how:
        PUT_BACK[how](desk, served.id)
    assert served.label not in (first, desk.do(issue, PERMIT).label)
    assert desk.see(the_labelled, served.label) == served.id


def test_a_number_is_free_again_once_its_holder_is_done(desk: Desk) -> None:
    served = desk.tickets()[0]
    desk.do(finish, served.id, "guidance")
    assert desk.do(issue, PERMIT).label == served.label


def test_who_was_put_back_is_called_by_the_number_on_the_paper(desk: Desk) -> None:
    served = desk.tickets()[0]
    desk.do(return_to_queue, served.id)
    assert desk.do(call_chosen, "1", served.label, "کار کوتاه").id == served.id


def test_who_was_called_before_midnight_and_came_late_waits_on(desk: Desk) -> None:
    served = desk.tickets()[0]
    desk.clock.move(hours=8)
    desk.do(no_show, served.id)
    assert [row.ticket for row in desk.see(absentees, "1")] == [served.id]
    missed = desk.see(absent, served.label)
    assert missed is not None
    desk.do(undo_no_show, missed.ticket)
    assert desk.do(call_next, "1").id == served.id


def test_a_number_that_is_somebody_elses_by_now_does_not_come_back(desk: Desk) -> None:
    served = desk.tickets()[0]
    desk.do(no_show, served.id)
    assert desk.do(issue, PERMIT).label == served.label
    assert desk.refused(undo_no_show, served.id).code == "ticket_of_old_day"


def test_who_did_not_come_before_midnight_takes_a_new_number(desk: Desk) -> None:
    served = desk.tickets()[0]
    desk.clock.at -= timedelta(hours=16)
    desk.do(no_show, served.id)
    desk.clock.move(days=1)
    assert desk.see(absentees, "1") == ()
    assert desk.refused(undo_no_show, served.id).code == "ticket_of_old_day"
