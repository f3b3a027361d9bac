from datetime import timedelta

import pytest

from app.deeds.answer import deliver, prepare_answer
from app.deeds.call import begin, call_next, no_show
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.request import register
from app.deeds.ticket import (
    come_back,
    issue,
    issue_for_answer,
    issue_guidance,
    receive_without_ticket,
)
from app.deeds.visit import finish, hold, transfer
from app.events.office import Rules, SeriesGiven
from app.folds import office
from app.ports import Outbox
from app.refusal import Refusal
from app.showing.queue import SHOWN, counter_queue
from app.showing.visit import visit_of, visit_shown
from tests.app.desk import Desk
from tests.app.opened import FORM, PERMIT, PLAIN, opened, person
from tests.app.test_deeds_request import DRAFT


def rows(desk: Desk, counter: str = "1") -> list[tuple[str, str, str]]:
    shown = desk.see(counter_queue, counter, desk.clerk)
    return [(row.label, row.mark, row.detail) for row in shown.rows]


def test_an_empty_queue_says_so() -> None:
    shown = opened().see(counter_queue, "1", "")
    assert (shown.waiting, shown.longest, shown.rows, shown.held, shown.ready) == (
        0,
        None,
        (),
        (),
        0,
    )


def test_rows_stand_in_the_order_in_which_they_are_called() -> None:
    desk = opened()
    for priority in ("", "", "elder", ""):
        desk.clock.move(minutes=5)
        desk.do(issue, PERMIT, priority=priority)
    expected = [label for label, _, _ in rows(desk)]
    called = []
    while rows(desk):
        found = desk.do(call_next, "1")
        called.append(found.label)
        desk.do(no_show, found.id)
    assert called == expected
    assert expected[0] == "الف ۰۰۳"


def test_a_row_says_since_when_for_what_and_why_it_is_special() -> None:
    desk = opened()
    taken = desk.do(issue, PERMIT, priority="elder")
    row = desk.see(counter_queue, "1", desk.clerk).rows[0]
    assert (row.ticket, row.title, row.since) == (taken.id, "صدور مجوز", desk.clock.at)
    assert (row.mark, row.detail) == ("priority", "سالمند")


def test_a_counter_shows_whom_it_may_call_and_counts_all_of_them() -> None:
    desk = opened()
    for _ in range(SHOWN + 5):
        desk.do(issue, PERMIT)
    first = desk.clock.at
    desk.clock.move(minutes=9)
    desk.do(issue, PLAIN)
    one, two = (desk.see(counter_queue, n, desk.clerk) for n in ("1", "2"))
    assert (one.waiting, two.waiting) == (SHOWN + 6, SHOWN + 5)
    assert len(one.rows) == SHOWN
    assert one.longest == first


def test_who_is_held_stands_apart_until_the_time_is_over() -> None:
    desk = opened()
    held = desk.do(issue, PERMIT)
    desk.clock.move(minutes=1)
    desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(hold, held.id, 10)
    shown = desk.see(counter_queue, "1", desk.clerk)
    assert [row.ticket for row in shown.held] == [held.id]
    assert shown.held[0].held_until == desk.clock.at + timedelta(minutes=10)
    assert shown.waiting == 1
    desk.clock.move(minutes=10)
    shown = desk.see(counter_queue, "1", desk.clerk)
    assert (shown.held, shown.waiting, shown.rows[0].ticket) == ((), 2, held.id)
    assert shown.rows[0].mark == "return"


def test_marks_tell_who_came_back_who_collects_who_was_sent_and_who_only_asks() -> None:
    desk = opened()
    first = desk.do(receive_without_ticket, PLAIN, counter="1")
    made = desk.do(register, PLAIN, person(), ticket=first.id)
    desk.do(prepare_answer, made.tracking, DRAFT)
    slip = announced(desk, first.id)
    desk.do(finish, first.id)
    desk.do(come_back, slip)
    desk.do(issue_for_answer, made.tracking)
    sent = desk.do(issue, PLAIN)
    desk.do(transfer, sent.id, counter="1")
    desk.do(issue_guidance)
    assert {mark for _, mark, _ in rows(desk)} == {"return", "collect", "sent", "guide"}
    assert desk.see(counter_queue, "1", "").ready == 1
    desk.do(deliver, made.tracking)
    assert desk.see(counter_queue, "1", "").ready == 0


def test_whoever_was_kept_through_the_night_is_marked() -> None:
    desk = opened(Rules(night="keep"))
    desk.do(issue, PERMIT)
    desk.clock.move(days=1)
    desk.do(issue, PERMIT)
    assert sorted(mark for _, mark, _ in rows(desk)) == ["", "carried"]


def test_an_unknown_counter_has_no_queue() -> None:
    with pytest.raises(Refusal) as refused:
        opened().see(counter_queue, "9", "")
    assert refused.value.code == "counter_unknown"


def test_a_free_counter_shows_no_visit() -> None:
    assert opened().see(visit_shown, "1") is None


def test_a_visit_shows_its_sub_service_and_what_was_done_in_it() -> None:
    desk = opened()
    taken = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(begin, taken.id)
    shown = desk.see(visit_shown, "1")
    assert shown
    assert (shown.ticket.id, shown.entry.sheet.code, shown.requests) == (taken.id, PERMIT, ())
    first = desk.do(register, PERMIT, person(), ticket=taken.id)
    desk.clock.move(minutes=1)
    second = desk.do(register, PLAIN, person(), ticket=taken.id)
    shown = desk.see(visit_of, taken.id)
    assert [found.tracking for found in shown.requests] == [first.tracking, second.tracking]
    assert shown.collecting is None


def test_who_comes_to_collect_brings_the_request() -> None:
    desk = opened()
    made = desk.do(register, PLAIN, person())
    desk.do(prepare_answer, made.tracking, DRAFT)
    taken = desk.do(issue_for_answer, made.tracking)
    desk.do(call_next, "1")
    shown = desk.see(visit_shown, "1")
    assert shown
    assert shown.collecting
    assert (shown.ticket.id, shown.collecting.tracking) == (taken.id, made.tracking)


def announced(desk: Desk, visit: str) -> str:
    """A slip for the visit; gives its token."""
    missing = desk.do(missing_documents, PERMIT, [FORM])
    found = desk.do(announce_deficiency, visit, missing, applicant=person())
    return found.deficiencies[-1].slip.token


def test_the_morning_after_days_away_nobody_of_last_week_is_offered() -> None:
    desk = opened()
    for _ in range(2):
        desk.do(issue, PERMIT)
    parked = desk.do(call_next, "1")
    desk.do(hold, parked.id, 5)
    desk.clock.move(days=7)
    shown = desk.see(counter_queue, "1", desk.clerk)
    assert (shown.waiting, shown.longest, shown.rows, shown.held) == (0, None, (), ())
    new = desk.do(issue, PERMIT)
    shown = desk.see(counter_queue, "1", desk.clerk)
    assert (shown.waiting, shown.longest) == (1, desk.clock.at)
    assert [row.label for row in shown.rows] == [new.label]
    assert desk.ticket(parked.id).state == "cleared"


def test_before_anybody_settles_the_night_todays_are_counted_alone() -> None:
    desk = opened()
    desk.outbox = Outbox(enrolled=True)
    desk.do(issue, PERMIT)
    desk.node = "other"
    given = SeriesGiven(node="other", series="ب")
    desk.do(lambda work: work.append(office.FOLD, work.office.id, given))
    desk.clock.move(days=1)
    new = desk.do(issue, PERMIT)  # of a PC that does not hear the centre
    shown = desk.see(counter_queue, "1", desk.clerk)
    assert (shown.waiting, shown.longest) == (1, desk.clock.at)
    assert [row.label for row in shown.rows] == [new.label]


def test_who_keeps_the_place_is_still_offered() -> None:
    desk = opened(Rules(night="keep"))
    desk.do(issue, PERMIT)
    desk.clock.move(days=1)
    assert desk.see(counter_queue, "1", desk.clerk).waiting == 1
