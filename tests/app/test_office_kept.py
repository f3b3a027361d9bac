"""What a supervisor changes of an office that runs."""

from datetime import date, time, timedelta

import pytest

from app.deeds.office import (
    announce_closures,
    confirm_year,
    define_priority_class,
    lift_hours,
    name_node,
    open_counter,
    place_kiosk,
    remove_kiosk,
    remove_priority_class,
    require_as_seen,
    set_hours,
    set_rules,
)
from app.deeds.ticket import issue
from app.events.office import PriorityClassRemoved, Rules
from app.refusal import Refusal
from app.showing.kiosk import giving
from app.showing.office import office_shown
from tests.app.desk import NODE
from tests.app.opened import PERMIT, TODAY, WEEK, opened, service_id

SHORT = {5: (time(8), time(12))}


def test_the_hours_that_were_said_last_of_a_date_hold() -> None:
    desk = opened()
    day = TODAY + timedelta(days=7)
    desk.do(set_hours, day, SHORT)
    state = desk.do(set_hours, day, {5: (time(9), time(13))})
    assert [week.since for week in state.weeks] == [date(2025, 1, 1), day]
    assert state.calendar.hours_of(day) == (time(9), time(13))


def test_a_change_that_does_not_come_leaves_the_hours_before() -> None:
    desk = opened()
    day = TODAY + timedelta(days=7)
    before = desk.do(set_hours, day, SHORT).calendar_by
    assert desk.refused(lift_hours, day + timedelta(days=1)).code == "hours_unknown"
    state = desk.do(lift_hours, day)
    assert state.calendar.hours_of(day) == WEEK[5]
    assert state.calendar_by != before
    assert desk.refused(lift_hours, date(2025, 1, 1)).code == "hours_needed"


def test_a_year_is_confirmed_once() -> None:
    desk = opened()
    assert desk.do(confirm_year, 1405).confirmed == {1405}
    facts = len(desk.facts)
    desk.do(confirm_year, 1405)
    assert len(desk.facts) == facts


def test_a_class_that_is_taken_away_is_kept_by_who_has_it() -> None:
    desk = opened()
    ticket = desk.do(issue, PERMIT, priority="elder")
    state = desk.do(remove_priority_class, "elder")
    assert desk.said()[-1] == PriorityClassRemoved(code="elder")
    assert (state.classes, ticket.credit) == ({}, 20)
    assert desk.refused(remove_priority_class, "elder").code == "priority_unknown"
    assert desk.refused(issue, PERMIT, priority="elder").code == "priority_unknown"
    assert desk.do(define_priority_class, "elder", "سالمند", 15).classes["elder"].credit == 15


def test_kiosks_come_and_go_and_pcs_have_names() -> None:
    desk = opened()
    desk.do(place_kiosk, "طبقه دوم")
    assert desk.do(remove_kiosk, "ورودی").kiosks == ("طبقه دوم",)
    assert desk.refused(remove_kiosk, "ورودی").code == "kiosk_unknown"
    assert desk.do(name_node, NODE, " کنار در ").pcs == {NODE: "کنار در"}
    assert desk.refused(name_node, "f" * 32, "دیگر").code == "node_unknown"
    assert desk.refused(name_node, NODE, " ").code == "name_empty"
    pc = desk.see(office_shown, desk.clerk).pcs[0]
    assert (pc.name, pc.series, pc.here, pc.place) == ("کنار در", "الف", True, 1)


@pytest.mark.parametrize(("who", "editable"), [("11", False), ("20", True)])
def test_who_may_not_change_the_office_sees_it(who: str, *, editable: bool) -> None:
    desk = opened()
    clerk = desk.see(lambda look: look.office.clerk(who).clerk)
    shown = desk.see(office_shown, clerk)
    assert shown.editable == editable
    assert [service.code for service in shown.services] == ["1", "2", "3", "6"]
    assert shown.today == TODAY


def test_of_two_who_change_a_counter_the_second_hears_of_the_first() -> None:
    desk = opened()
    seen = desk.see(lambda look: look.office.counters["2"])
    desk.do(open_counter, "2", title="مجوزها", services=(service_id("6"),))
    with pytest.raises(Refusal) as refused, desk.work(desk.clerk) as work:
        require_as_seen(seen, work.office.counters["2"])
    assert refused.value.code == "office_changed_meanwhile"


@pytest.mark.parametrize("until", [time(6), time(7, 30)])
def test_numbers_do_not_end_before_the_office_opens(until: time) -> None:
    desk = opened()
    refusal = desk.refused(set_rules, Rules(numbers_until=until))
    assert (refusal.code, refusal.facts["opens"]) == ("setting_until", "۰۷:۳۰")
    desk.do(set_rules, Rules(numbers_until=time(7, 31)))


def test_kiosks_stop_giving_numbers_when_the_office_says() -> None:
    desk = opened()
    assert desk.see(giving).until == time(14, 30)
    desk.do(set_rules, Rules(numbers_until=time(13)))
    assert desk.see(giving).until == time(13)
    assert not desk.see(giving).over
    desk.clock.move(hours=5)
    assert desk.see(giving).over
    desk.do(set_rules, Rules(numbers_until=time(18)))
    assert desk.see(giving).until == time(14, 30)
    desk.do(announce_closures, {TODAY: "برف"})
    assert (desk.see(giving).until, desk.see(giving).over) == (None, True)
