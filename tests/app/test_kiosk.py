"""What a kiosk gives, how quickly, and what it tells the staff of itself."""

from datetime import timedelta

import pytest

from app.deeds.answer import Draft, prepare_answer
from app.deeds.call import call_next
from app.deeds.kiosk import STORM_STANDS, mend, tell_of
from app.deeds.office import admit_clerk, set_rules
from app.deeds.request import register
from app.events.kiosk import KioskMended, KioskTroubled
from app.events.office import Rules
from app.filling.ticket import ticket_paper
from app.handing.kiosk import Wanted, give_number
from app.order import collecting_lane
from app.refusal import Refusal
from app.showing.board import board
from tests.app.desk import Desk
from tests.app.opened import PERMIT, PLAIN, opened, person, service_id

GUIDE = Wanted(purpose="guide")
DRAFT = Draft(
    grounds="ماده ۲", content="موافقت شد.", objection="ده روز", issuer_name="ا", issuer_post="ب"
)


@pytest.fixture
def desk() -> Desk:
    return opened()


def test_a_kiosk_gives_so_many_numbers_in_a_minute_and_no_more(desk: Desk) -> None:
    desk.do(set_rules, Rules(kiosk_pace=3))
    for tap in "abc":
        desk.do(give_number, GUIDE, tap, "ورودی")
    with pytest.raises(Refusal, match="giving_too_fast") as refusal:
        desk.do(give_number, GUIDE, "d", "ورودی")
    assert refusal.value.facts["n"] == 3
    assert refusal.value.facts["seconds"] in range(1, 61)
    assert desk.do(give_number, GUIDE, "d", "دیگر").label.endswith("۴"), "another kiosk goes on"
    desk.clock.at += timedelta(seconds=61)
    assert desk.do(give_number, GUIDE, "d2", "ورودی").label.endswith("۵")


def test_a_tap_that_comes_twice_counts_once(desk: Desk) -> None:
    desk.do(set_rules, Rules(kiosk_pace=1))
    first = desk.do(give_number, GUIDE, "a", "ورودی")
    again = desk.do(give_number, GUIDE, "a", "ورودی")
    assert again.label == first.label
    assert again.job == 0, "no second paper"


def test_a_number_that_nobody_here_would_call_is_given_and_says_so(desk: Desk) -> None:
    for code in ("11", "12"):
        desk.do(admit_clerk, code, "کارمند", "clerk", (service_id(PERMIT),))
    given = {
        code: desk.do(give_number, Wanted(purpose="new", key=code), code)
        for code in (PERMIT, PLAIN)
    }
    assert {code: each.unattended for code, each in given.items()} == {PERMIT: False, PLAIN: True}
    assert given[PLAIN].label
    papers = {code: desk.see(ticket_paper, each.ticket) for code, each in given.items()}
    assert (papers[PERMIT].unattended, papers[PLAIN].unattended) == (False, True)
    assert (bool(papers[PERMIT].counters), papers[PLAIN].counters) == (True, ())


def test_without_a_measure_any_number_is_given(desk: Desk) -> None:
    desk.do(set_rules, Rules(kiosk_pace=0))
    for tap in range(40):
        desk.do(give_number, GUIDE, str(tap), "ورودی")


def test_a_clock_that_goes_back_closes_no_kiosk(desk: Desk) -> None:
    desk.do(set_rules, Rules(kiosk_pace=1))
    desk.do(give_number, GUIDE, "a", "ورودی")
    desk.clock.at -= timedelta(hours=1)
    assert desk.do(give_number, GUIDE, "b", "ورودی").label.endswith("۲")


def test_what_is_amiss_is_told_once_and_stands_on_the_board(desk: Desk) -> None:
    desk.do(tell_of, "ورودی", "paper")
    desk.do(tell_of, "ورودی", "paper")
    assert [type(each) for each in desk.said()].count(KioskTroubled) == 1
    (shown,) = desk.see(board).kiosks
    assert (shown.name, shown.trouble) == ("ورودی", "paper")
    assert ("paper", "ورودی") in desk.see(board).alarms
    desk.do(mend, "ورودی", "paper")
    desk.do(mend, "ورودی", "paper")
    assert [type(each) for each in desk.said()].count(KioskMended) == 1
    assert desk.see(board).kiosks == ()


def test_a_storm_is_over_by_itself(desk: Desk) -> None:
    desk.do(tell_of, "ورودی", "storm")
    assert desk.see(board).kiosks
    desk.clock.at += STORM_STANDS
    assert desk.see(board).kiosks == ()
    desk.do(tell_of, "ورودی", "storm")
    assert desk.see(board).kiosks


def test_who_collects_an_answer_waits_in_a_lane_of_their_own(desk: Desk) -> None:
    found = desk.do(register, PLAIN, person())
    desk.do(prepare_answer, found.tracking, DRAFT)
    desk.do(give_number, Wanted(purpose="new", key=PERMIT), "a")
    given = desk.do(give_number, Wanted(purpose="collect", key=found.tracking), "b")
    lane = collecting_lane(service_id(PLAIN))
    (line,) = [each for each in desk.see(board).lines if each.of == "answers"]
    assert (line.lane, line.count) == (lane, 1)
    assert given.ahead == 1, "the counters that serve it call out of both lanes"
    assert desk.do(call_next, "1").label == "الف ۰۰۱"
