from datetime import timedelta
from functools import partial
from random import Random

import pytest

from app.awaited import Forecast, Kept
from app.deeds.call import begin, call_next
from app.deeds.office import admit_clerk
from app.deeds.pause import pause_counter
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.deeds.waiting import tell_wait
from app.figures.told import ToldGroup, count_told
from app.folds import ticket
from app.folds.ticket import Ticket
from app.handing.kiosk import Wanted, give_number
from app.order import service_lane
from app.ports import Look
from app.refusal import Refusal
from app.showing.line import line_tickets
from app.waiting import expected_wait, newcomer_wait, told_wait
from app.waits.habits import ENOUGH, OWN, Habits, count_habits
from app.waits.honesty import errors, forecast, told
from app.waits.play import NEVER, InLine, play
from app.waits.play import Desk as Counter
from tests.app.desk import Desk
from tests.app.opened import PERMIT, PLAIN, opened, service_id

MINUTE = 60.0
CALM = Habits(services={"a": (600.0,) * OWN}, every=(600.0,) * ENOUGH, gaps=(0.0,))
"""Every turn takes ten minutes."""


def line(*groups: int) -> list[InLine]:
    return [InLine(group=group, service="a") for group in groups]


def middles(there: list[InLine], desks: list[Counter], habits: Habits = CALM) -> list[float]:
    """When each is called, in minutes, in the round in the middle."""
    rounds = play(there, desks, habits, Random(1))
    return [sorted(times)[len(times) // 2] / MINUTE for times in zip(*rounds, strict=True)]


def test_who_is_first_at_a_free_counter_is_called_at_once() -> None:
    assert middles(line(0), [Counter(takes=(0,))]) == [0]


def test_two_counters_call_twice_as_fast() -> None:
    one = middles(line(0, 0, 0, 0, 0), [Counter(takes=(0,))])
    two = middles(line(0, 0, 0, 0, 0), [Counter(takes=(0,))] * 2)
    assert one[-1] == pytest.approx(40, rel=0.05)
    assert two[-1] == pytest.approx(20, rel=0.05)


def test_who_is_half_served_takes_half_as_long_again() -> None:
    assert middles(line(0), [Counter(takes=(0,), serving="a", elapsed=360)])[0] == pytest.approx(
        4, abs=0.5
    )


def test_a_counter_that_serves_others_helps_nobody_else() -> None:
    desks = [Counter(takes=(0,)), Counter(takes=(1,))]
    called = middles(line(0, 0, 0, 1), desks)
    assert called[2] == pytest.approx(20, rel=0.05)
    assert called[3] == 0


def test_a_counter_that_serves_both_takes_whoever_is_first() -> None:
    called = middles(line(0, 1, 0), [Counter(takes=(0, 1))])
    assert called == sorted(called)


def test_nobody_is_called_where_no_counter_is_at_work() -> None:
    assert set(play(line(1), [Counter(takes=(0,))], CALM, Random(1))[0]) == {NEVER}


def test_the_longest_line_takes_no_longer_to_play_than_a_short_one() -> None:
    few, many = (len(play(line(*[0] * n), [Counter(takes=(0,))], CALM, Random(1))) for n in (3, 99))
    assert many < few


def kept(truth: int, middle: int = 1200, spread: int = 600) -> Kept:
    return Kept("2026-11-21", "a", 15, 25, middle, spread, truth)


def test_a_range_is_as_wide_as_those_before_were_wrong() -> None:
    right, wrong = ([kept(1200 + by * n) for n in range(-100, 101)] for by in (1, 9))
    narrow, wide = (told(Forecast(middle=1200, spread=600), errors(of)) for of in (right, wrong))
    assert (narrow.least, narrow.most) == (15, 25)
    assert wide.least < narrow.least
    assert wide.most > narrow.most


def test_a_range_leans_to_where_the_truth_was() -> None:
    late = [kept(1200 + 6 * n) for n in range(200)]
    low, high = errors(late)
    assert low == pytest.approx(0, abs=0.1)
    assert high > 1


def test_a_range_is_said_in_steps_of_five_and_never_begins_before_now() -> None:
    said = told(Forecast(middle=30, spread=90), (-0.65, 0.65))
    assert said.range == (0, 5)
    assert forecast([60.0]) == Forecast(middle=60, spread=90)


def served(desk: Desk, count: int, minutes: int = 8, counter: str = "1") -> None:
    """So many clients one after another."""
    for _ in range(count):
        desk.do(issue, PERMIT)
        called = desk.do(call_next, counter)
        desk.do(begin, called.id)
        desk.clock.move(minutes=minutes)
        desk.do(finish, called.id, "guidance")


def came(desk: Desk, count: int) -> Ticket:
    """So many take a number; the last of them."""
    for _ in range(count):
        desk.clock.move(seconds=10)
        newest = desk.do(issue, PERMIT)
    return newest


def test_nothing_is_told_before_enough_is_known() -> None:
    desk = opened()
    served(desk, ENOUGH - 1)
    assert desk.see(expected_wait, came(desk, 1).id) is None
    served(desk, 1)
    assert desk.see(expected_wait, came(desk, 1).id) is not None
    with pytest.raises(Refusal, match="ticket_unknown"):
        desk.see(expected_wait, "nobody")


def test_a_counter_whose_clerk_has_not_the_skill_shortens_no_wait() -> None:
    desk = opened()
    with desk.look() as look:
        clerks = [look.office.clerk(code).clerk for code in ("11", "12")]
    for _ in range(ENOUGH):
        for desk.clerk, counter in zip(clerks, "12", strict=True):
            served(desk, 1, counter=counter)
    last = came(desk, 8)
    both = desk.see(expected_wait, last.id)
    desk.do(admit_clerk, "12", "کاظمی", "clerk", (service_id(PLAIN),))
    one = desk.see(expected_wait, last.id)
    assert both
    assert one
    assert one[0] > both[1]


def test_what_is_told_comes_from_how_long_turns_took_here() -> None:
    spans = []
    for minutes in (3, 8):
        desk = opened()
        served(desk, ENOUGH, minutes)
        spans.append(desk.see(expected_wait, came(desk, 6).id))
    assert spans == [(10, 20), (30, 50)]


def test_who_is_called_waits_no_more() -> None:
    desk = opened()
    served(desk, ENOUGH)
    found = came(desk, 1)
    desk.do(call_next, "1")
    assert desk.see(expected_wait, found.id) is None


def test_a_counter_more_is_a_shorter_wait_and_none_is_no_word() -> None:
    desk = opened()
    served(desk, ENOUGH)
    newest = came(desk, 6)
    alone = desk.see(expected_wait, newest.id)
    served_at_two = desk.do(call_next, "2")
    both = desk.see(expected_wait, newest.id)
    assert alone is not None
    assert both is not None
    assert both[1] < alone[1]
    desk.do(finish, served_at_two.id, "guidance")
    for counter in desk.see(lambda look: tuple(look.office.counters)):
        desk.do(partial(pause_counter, reason="نماز"), counter)
    assert desk.see(expected_wait, newest.id) is None


def test_a_newcomer_waits_as_long_as_who_takes_the_next_number() -> None:
    desk = opened()
    served(desk, ENOUGH)
    newest = came(desk, 4)
    before = desk.see(newcomer_wait, newest.service)
    assert before == desk.see(expected_wait, came(desk, 1).id)


def test_the_line_says_of_everybody_how_long_they_wait() -> None:
    desk = opened()
    served(desk, ENOUGH)
    newest = came(desk, 5)
    rows = desk.see(line_tickets, service_lane(newest.service)).rows
    waits = [row.wait for row in rows if row.wait]
    assert len(waits) == len(rows)
    assert waits == sorted(waits)


def test_before_the_office_opens_the_wait_begins_at_its_opening() -> None:
    desk = opened()
    served(desk, ENOUGH)
    desk.clock.move(hours=23 - 8 * ENOUGH / 60)
    found = came(desk, 1)
    span = desk.see(expected_wait, found.id)
    assert span is not None
    assert span[0] >= 20


def test_the_kiosk_keeps_what_it_told_and_what_came_of_it_is_counted() -> None:
    desk = opened()
    served(desk, ENOUGH)
    given = desk.do(give_number, Wanted(purpose="new", key=PERMIT), "tap")
    again = desk.do(give_number, Wanted(purpose="new", key=PERMIT), "tap")
    stands = desk.see(lambda look: look.load(ticket.FOLD, given.ticket))
    assert stands is not None
    assert given.wait is not None
    assert given.wait == again.wait == stands.told
    desk.clock.move(minutes=3)
    desk.do(call_next, "1")
    assert desk.see(_kept) == []  # not yet over
    desk.do(finish, given.ticket, "guidance")
    (row,) = desk.see(_kept)
    assert (row.least, row.most, row.truth) == (*given.wait, 180)


def test_a_number_given_elsewhere_is_told_what_is_known_now() -> None:
    desk = opened()
    served(desk, ENOUGH)
    found = came(desk, 3)
    said = desk.see(told_wait, found.id)
    assert said is not None
    desk.do(tell_wait, found.id, said)
    stands = desk.see(lambda look: look.load(ticket.FOLD, found.id))
    assert stands is not None
    assert stands.told == said.range


def test_gaps_are_counted_only_while_somebody_waited() -> None:
    desk = opened()
    came(desk, 2)
    for minutes in (2, 40):
        called = desk.do(call_next, "1")
        desk.clock.move(minutes=5)
        desk.do(finish, called.id, "guidance")
        desk.clock.move(minutes=minutes)
    served(desk, 1)
    habits = desk.see(partial(count_habits, today=called.day))
    assert habits.gaps == (120.0,)


def test_waits_that_were_told_are_counted_by_what_became_of_them() -> None:
    rows = [kept(truth) for truth in (60, 900, 1500, 1501)] + [
        Kept("2026-11-21", "b", 0, 10, 60, 90, 30)
    ]
    figures = count_told(rows)
    assert figures.whole == ToldGroup(told=5, kept=3, before=1, after=1, width=10)
    assert [(group.key, group.rate) for group in figures.services] == [("a", 0.5), ("b", 1.0)]
    assert count_told([]).whole.rate is None


def _kept(look: Look) -> list[Kept]:
    return list(look.kept_waits(look.at - timedelta(days=1), look.at, 9))


def test_other_sub_services_stand_in_for_one_that_is_seldom_asked_for() -> None:
    desk = opened()
    served(desk, ENOUGH)
    desk.clock.move(minutes=1)
    found = desk.do(issue, PLAIN)
    assert desk.see(expected_wait, found.id) is not None
