"""Whose day it is when a night is settled: no PC clears an office by its own wrong clock."""

from datetime import timedelta

import pytest

from app.deeds.call import call_next, offer
from app.deeds.centre import note_clock, note_offset, note_standing
from app.deeds.night import left_over, settle_night, to_settle
from app.deeds.ticket import issue
from app.events.office import SeriesGiven
from app.folds import office
from app.ports import Outbox
from app.refusal import Refusal
from app.sync.replica import Asked
from tests.app.desk import NODE, Desk
from tests.app.opened import PERMIT, opened

FAST = {"hours": 18}
"""From the morning into the next day."""
ASKED = Asked(call="c", counter="1", clerk="")


@pytest.fixture
def desk() -> Desk:
    """A PC of a centre, which it hears."""
    made = opened()
    made.outbox = Outbox(enrolled=True)
    made.do(note_standing, "reached")
    made.do(note_offset, timedelta())
    given = SeriesGiven(node="kiosk", series="ب")
    made.do(lambda work: work.append(office.FOLD, work.office.id, given))
    return made


def issued_elsewhere(desk: Desk) -> str:
    """A number that another PC gave."""
    desk.node = "kiosk"
    given = desk.do(issue, PERMIT).id
    desk.node = NODE
    return given


def test_a_clock_that_is_known_to_be_fast_ends_nobodys_wait(desk: Desk) -> None:
    waiting = [desk.do(issue, PERMIT).id, issued_elsewhere(desk)]
    desk.clock.move(**FAST)
    desk.do(note_offset, -timedelta(**FAST))
    assert sorted(entity for entity, _ in desk.do(offer, ASKED, 20)) == sorted(waiting)
    desk.do(issue, PERMIT)  # the first number of what it takes for a new day
    assert desk.see(left_over) == ()
    assert {desk.ticket(each).state for each in waiting} == {"waiting"}


def test_a_clock_that_was_set_right_ends_nobodys_wait_either(desk: Desk) -> None:
    waiting = issued_elsewhere(desk)
    desk.clock.move(**FAST)
    desk.do(note_offset, -timedelta(**FAST))
    desk.do(issue, PERMIT)
    desk.clock.move(hours=-18)
    desk.do(note_offset, timedelta())
    desk.do(settle_night)
    assert desk.ticket(waiting).state == "waiting"


def test_without_the_centre_a_pc_ends_the_wait_of_its_own_numbers_alone(desk: Desk) -> None:
    mine, theirs = desk.do(issue, PERMIT).id, issued_elsewhere(desk)
    desk.do(note_standing, "away")
    desk.clock.move(days=1)
    desk.do(issue, PERMIT)
    assert desk.ticket(mine).state == "cleared"
    assert desk.ticket(theirs).state == "waiting"
    assert desk.see(left_over) == (theirs,)
    assert desk.see(to_settle) == ()
    assert theirs not in [entity for entity, _ in desk.do(offer, ASKED, 20)]
    assert desk.ticket(theirs).state == "cleared", "the centre has answered that call"


def test_a_pc_that_was_started_with_a_fast_clock_ends_nobody_elses_wait(desk: Desk) -> None:
    """Yesterday it heard the centre, and its clock was right."""
    theirs = issued_elsewhere(desk)
    desk.clock.move(**FAST)
    desk.do(issue, PERMIT)
    assert desk.see(left_over) == (theirs,)
    assert desk.see(to_settle) == ()
    assert desk.ticket(theirs).state == "waiting"
    desk.do(note_clock, desk.clock.now() - timedelta(**FAST))
    assert next(entity for entity, _ in desk.do(offer, ASKED, 20)) == theirs


def test_before_the_first_measurement_nobody_elses_wait_is_ended(desk: Desk) -> None:
    theirs = issued_elsewhere(desk)
    desk.settings.pop("centre_offset")
    desk.clock.move(days=1)
    desk.do(offer, ASKED, 20)
    assert desk.ticket(theirs).state == "waiting"


def test_a_number_of_a_pc_whose_clock_is_behind_is_one_of_today(desk: Desk) -> None:
    desk.clock.move(days=-1)
    desk.do(note_offset, timedelta(days=1))
    slow = issued_elsewhere(desk)
    desk.clock.move(days=1)
    desk.do(note_offset, timedelta())
    desk.do(settle_night)
    assert desk.ticket(slow).state == "waiting"


def test_a_real_night_ends_everybodys_wait(desk: Desk) -> None:
    waiting = [desk.do(issue, PERMIT).id, issued_elsewhere(desk)]
    desk.clock.move(days=1)
    assert not desk.do(offer, ASKED, 20)
    with pytest.raises(Refusal, match="nobody_waiting"):
        desk.do(call_next, "1")
    assert {desk.ticket(each).state for each in waiting} == {"cleared"}
