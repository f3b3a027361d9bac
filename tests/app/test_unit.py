"""The units of Table 1, and counters that pause."""

import pytest

from app.deeds.call import call_chosen, call_next
from app.deeds.office import close_counter
from app.deeds.pause import pause_counter, resume_counter
from app.deeds.request import register
from app.deeds.step import hand_over, take_back
from app.deeds.ticket import issue
from app.deeds.unit import define_unit, remove_unit, standing_in
from app.events.office import UnitDefined, UnitRemoved
from app.showing.board import board
from app.showing.office import UnitShown, office_shown
from tests.app.desk import Desk
from tests.app.opened import PERMIT, opened, person

OFFICE_UNIT = UnitDefined(name="دفتر فنی", posts=("کارشناس",), person="رضایی", phone="۲۲۲")


def units(desk: Desk) -> dict[str, UnitShown]:
    shown = desk.see(office_shown, desk.clerk)
    return {each.unit.name: each for each in shown.units or ()}


def test_a_unit_is_known_by_its_name_in_any_spelling() -> None:
    desk = opened()
    state = desk.do(define_unit, UnitDefined(name=" دفتر  فني ", posts=(" کارشناس ", "")))
    found = state.unit("دفتر فنی")
    assert found
    assert (found.name, found.posts) == ("دفتر فنی", ("کارشناس",))
    assert desk.refused(define_unit, UnitDefined(name="دفترفنی")).code == "unit_known"
    assert desk.refused(define_unit, UnitDefined(name="  ")).code == "unit_name_empty"


def test_what_table_1_names_is_told_beside_what_the_office_knows() -> None:
    desk = opened()
    assert {name: each.known for name, each in units(desk).items()} == {
        "دفتر فنی": False,
        "فرمانداری": False,
    }
    desk.do(define_unit, OFFICE_UNIT)
    desk.do(define_unit, UnitDefined(name="بایگانی"))
    found = units(desk)
    assert (found["دفتر فنی"].known, found["دفتر فنی"].services) == (True, 1)
    assert (found["بایگانی"].services, found["فرمانداری"].known) == (0, False)


def test_a_unit_in_which_open_requests_stand_is_not_taken_away_unawares() -> None:
    desk = opened()
    desk.do(define_unit, OFFICE_UNIT)
    made = desk.do(register, PERMIT, person())
    desk.do(hand_over, made.tracking)
    refusal = desk.refused(remove_unit, "دفتر فني")
    assert (refusal.code, refusal.facts["n"]) == ("unit_busy", 1)
    assert [line.tracking for line in desk.see(standing_in, "دفتر فنی")] == [made.tracking]
    assert units(desk)["دفتر فنی"].open == 1
    desk.do(remove_unit, "دفتر فنی", although=True)
    assert desk.said()[-1] == UnitRemoved(name="دفتر فنی")
    assert not units(desk)["دفتر فنی"].known
    kept = desk.request(made.id)
    assert (kept.steps[0].step.unit, kept.steps[0].handed_over is not None) == ("دفتر فنی", True)
    desk.do(take_back, made.tracking)
    assert desk.refused(remove_unit, "دفتر فنی").code == "office_unit_unknown"


def test_an_empty_unit_is_taken_away_at_once() -> None:
    desk = opened()
    desk.do(define_unit, OFFICE_UNIT)
    assert desk.do(remove_unit, "دفتر فنی").units == {}


def test_of_two_who_change_a_unit_the_second_hears_of_the_first() -> None:
    desk = opened()
    desk.do(define_unit, OFFICE_UNIT)
    stood = desk.do(define_unit, UnitDefined(name="دفتر فنی", person="کریمی"), seen=OFFICE_UNIT)
    mine = UnitDefined(name="دفتر فنی", person="احمدی")
    assert desk.refused(define_unit, mine, seen=OFFICE_UNIT).code == "office_changed_meanwhile"
    assert desk.do(define_unit, mine, seen=stood.unit("دفتر فنی")).unit("دفتر فنی") == mine
    other = UnitDefined(name="دفتر دیگر")
    assert desk.refused(define_unit, other, seen=mine).code == "unit_name_stays"


def test_nobody_is_called_to_a_counter_that_pauses() -> None:
    desk = opened()
    first = desk.do(issue, PERMIT)
    assert desk.refused(pause_counter, "1", " ").code == "reason_empty"
    assert desk.refused(pause_counter, "9", "نماز").code == "counter_unknown"
    assert desk.refused(resume_counter, "1").code == "counter_not_paused"
    desk.do(pause_counter, "1", " نماز ")
    refusal = desk.refused(call_next, "1")
    assert (refusal.code, refusal.facts["reason"]) == ("counter_paused", "نماز")
    assert desk.refused(call_chosen, "1", first.label, "فوری").code == "counter_paused"
    shown = {each.number: each for each in desk.see(board).counters}
    assert (shown["1"].state, shown["1"].service, shown["2"].state) == ("paused", "نماز", "free")
    assert desk.do(call_next, "2").id == first.id
    assert desk.do(resume_counter, "1").paused == {}
    assert desk.refused(call_next, "1").code == "nobody_waiting"


def test_a_counter_that_pauses_ends_its_visit_and_is_forgotten_when_it_is_closed() -> None:
    desk = opened()
    called = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(pause_counter, "1", "اشکال فنی")
    assert desk.see(lambda look: look.visit_at("1")) == called.id
    assert next(each for each in desk.see(board).counters if each.number == "1").state == "called"
    desk.do(pause_counter, "2", "جلسه")
    assert set(desk.do(close_counter, "2").paused) == {"1"}


@pytest.mark.parametrize("deed", [pause_counter, resume_counter])
def test_a_counter_that_is_not_there_does_not_pause(deed: object) -> None:
    desk = opened()
    facts = ("9", "نماز") if deed is pause_counter else ("9",)
    assert desk.refused(deed, *facts).code == "counter_unknown"  # type: ignore[arg-type]
