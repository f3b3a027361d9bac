from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.deeds.office import admit_clerk, close_counter, dismiss_clerk
from app.event import moment
from app.events.office import CounterOpened
from app.folds import office
from app.folds.office import Office
from app.folds.ticket import FOLD
from app.order import (
    by_number,
    clerk_lane,
    collecting_lane,
    counter_lane,
    effective,
    in_order,
    lanes,
    service_lane,
    serving,
    spans,
    standing_lane,
    why_next,
)
from app.refusal import Refusal
from tests.app.desk import MORNING, OFFICE
from tests.app.made_up import ISSUED, history
from tests.app.opened import PERMIT, PLAIN, STAMP, opened, service_id

ALL = tuple(service_id(code) for code in (PERMIT, STAMP, PLAIN))


def the_office() -> Office:
    found = opened().state(office.FOLD, OFFICE)
    assert found is not None
    return found


@given(st.integers(0, 1440), st.integers(0, 1440))
def test_more_credit_is_an_earlier_place(one: int, other: int) -> None:
    apart = effective(MORNING, one) - effective(MORNING, other)
    assert apart == timedelta(minutes=other - one)


@given(st.integers(0, 1440), st.integers(0, 3000))
def test_nobody_is_passed_by_more_than_the_credit(credit: int, later: int) -> None:
    came_later = effective(MORNING + timedelta(minutes=later), credit)
    assert (came_later < effective(MORNING, 0)) == (later < credit)


def both_lanes(code: str) -> tuple[str, str]:
    """Where those wait who ask for a sub-service, and those who collect its answers."""
    return service_lane(service_id(code)), collecting_lane(service_id(code))


def test_a_counter_for_everything_takes_what_is_offered_and_its_own() -> None:
    clerk = the_office().clerk("11").clerk
    mine = lanes(the_office(), "1", clerk, ALL)
    both = (*map(service_lane, ALL), *map(collecting_lane, ALL))
    assert mine == (*both, counter_lane("1"), clerk_lane(clerk))


def test_a_counter_for_some_takes_no_more() -> None:
    assert lanes(the_office(), "2", "", ALL)[:-2] == both_lanes(PERMIT)


def test_a_clerk_takes_what_their_skills_allow() -> None:
    desk = opened()
    skilled = desk.do(admit_clerk, "11", "علوی", "clerk", (service_id(STAMP),))
    clerk = skilled.clerk("11").clerk
    assert lanes(skilled, "1", clerk, ALL)[:-2] == both_lanes(STAMP)
    assert lanes(skilled, "2", clerk, ALL) == (counter_lane("2"), clerk_lane(clerk))
    assert len(lanes(skilled, "1", "somebody else", ALL)) == 2 * len(ALL) + 2


def test_an_unknown_counter_takes_nobody() -> None:
    with pytest.raises(Refusal) as refusal:
        lanes(the_office(), "9", "", ALL)
    assert refusal.value.code == "counter_unknown"


def test_lanes_of_a_sub_service_a_counter_and_a_clerk_never_meet() -> None:
    assert len({service_lane("1"), counter_lane("1"), clerk_lane("1")}) == 3


def test_a_lane_stands_as_long_as_its_counter_or_clerk() -> None:
    desk = opened()
    clerk = clerk_lane(desk.clerk)
    assert standing_lane(the_office(), counter_lane("1"), "s1") == counter_lane("1")
    state = desk.do(close_counter, "1")
    assert standing_lane(state, counter_lane("1"), "s1") == service_lane("s1")
    assert standing_lane(state, clerk, "s1") == clerk
    assert standing_lane(desk.do(dismiss_clerk, "11"), clerk, "s1") == service_lane("s1")
    assert standing_lane(state, service_lane("s1"), "s1") == service_lane("s1")


def test_the_reason_of_a_call_explains_the_place() -> None:
    issued = replace(ISSUED, credit=20, priority="elder", effective_at=effective(MORNING, 20))
    found = FOLD(history(issued))
    assert found is not None
    why = why_next(found, moment(found.issued_at))
    assert (why.rule, why.lane, why.credit, why.priority) == ("next", issued.lane, 20, "elder")
    assert why.effective_at == why.issued_at - timedelta(minutes=20)


def test_a_counter_that_lists_nothing_serves_everything() -> None:
    counters = {"1": CounterOpened(number="1", services=())}
    assert len(lanes(replace(the_office(), counters=counters), "1", "", ALL)) == 2 * len(ALL) + 2


def test_what_no_counter_names_is_taken_by_every_counter() -> None:
    lonely = service_id(PERMIT)
    counters = {
        number: replace(counter, services=(service_id(STAMP),))
        for number, counter in the_office().counters.items()
    }
    office = replace(the_office(), counters=counters)
    assert all(service_lane(lonely) in lanes(office, number, "", ALL) for number in counters)
    assert service_lane(lonely) not in lanes(
        replace(office, counters={**counters, "9": replace(counters["1"], services=(lonely,))}),
        "1",
        "",
        ALL,
    )


def test_counters_stand_in_the_order_in_which_people_count_them() -> None:
    found = the_office()
    names = ("10", "2", "15 الف", "1", "۳", "20")
    counters = {name: CounterOpened(number=name, title="") for name in names}
    office_ = replace(found, counters=counters)
    assert serving(office_, ALL[0]) == ["1", "2", "۳", "10", "15 الف", "20"]
    assert sorted(names, key=by_number) == in_order(office_)


def test_many_counters_are_named_from_the_first_to_the_last() -> None:
    def numbers(*ranges: range) -> list[str]:
        return [str(number) for each in ranges for number in each]

    few = numbers(range(1, 7))
    assert spans(few) == [(each, each) for each in few]
    many = [*numbers(range(1, 61), range(70, 72)), "75 الف"]
    assert spans(many) == [("1", "60"), ("70", "70"), ("71", "71"), ("75 الف", "75 الف")]
    assert spans([]) == []
