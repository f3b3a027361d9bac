from datetime import timedelta

import pytest

from app.deeds.answer import Draft, deliver, prepare_answer
from app.deeds.call import call_next
from app.deeds.day import close_day, counters_on
from app.deeds.looking import day_id
from app.deeds.office import close_counter
from app.deeds.request import register, void
from app.deeds.ticket import issue, receive_without_ticket
from app.deeds.visit import finish
from app.events.day import DayClosed
from app.filling.log import log_paper
from app.folds.day import FOLD, Closing
from app.local import local
from app.papers import LogPaper, LogTotals
from app.refusal import Refusal
from app.showing.day import scopes, still_to_close
from app.showing.day_end import day_end
from tests.app.desk import OFFICE, Desk
from tests.app.opened import GUIDANCE, PERMIT, PLAIN, TODAY, TOMORROW, opened, person

DRAFT = Draft(grounds="ماده", content="متن", objection="ده روز", issuer_name="ا", issuer_post="ب")


def registers(desk: Desk, number: int, counter: str, service: str = PLAIN) -> str:
    desk.clock.move(seconds=1)
    return desk.do(register, service, person(number), counter=counter).tracking


def gives(desk: Desk, tracking: str, counter: str) -> None:
    desk.do(prepare_answer, tracking, DRAFT)
    desk.do(deliver, tracking, counter=counter)


def removes(desk: Desk, counter: str) -> None:
    desk.clerk = desk.see(lambda look: look.office.clerk("20").clerk)
    desk.do(close_counter, counter)


def parts(paper: LogPaper) -> tuple[list[str], list[str]]:
    return [row.tracking for row in paper.received], [row.tracking for row in paper.answered]


def figures(paper: LogPaper) -> tuple[int, int]:
    return paper.totals.requests, paper.totals.answers


# closing


def test_a_closed_day_says_what_was_done_and_where_the_chain_stood() -> None:
    desk = opened()
    gives(desk, registers(desk, 1, "1"), "1")
    registers(desk, 2, "2")
    later, first = desk.requests()
    head = desk.facts[-1][0].link.hex()
    lines = desk.see(lambda look: look.day_log(TODAY))
    closed = desk.do(close_day, TODAY)
    said = DayClosed(
        day=TODAY,
        counter="",
        received=(first.id, later.id),
        answered=(first.id,),
        totals=LogTotals(requests=2, answers=1, telephone=0),
        head=head,
        feet=(
            ("1", LogTotals(requests=1, answers=1, telephone=0)),
            ("2", LogTotals(requests=1, telephone=0)),
        ),
        lines=tuple(lines),
    )
    assert desk.said()[-1] == said
    closing = Closing(said=said, at=desk.facts[-1][0].at)
    assert (closed.id, closed.closing("1")) == (day_id(OFFICE, TODAY), closing)


def test_a_day_is_closed_once() -> None:
    desk = opened()
    desk.do(close_day, TODAY)
    refusal = desk.refused(close_day, TODAY)
    assert (refusal.code, refusal.facts) == ("day_closed", {"date": TODAY})
    assert desk.refused(close_day, TODAY, "1").code == "day_closed", "a counter of a closed desk"
    assert desk.do(close_day, TODAY - timedelta(days=1)).closed


def test_a_counter_is_closed_once_and_the_desk_after_it() -> None:
    desk = opened()
    desk.do(close_day, TODAY, "1")
    assert desk.refused(close_day, TODAY, "1").code == "day_closed"
    desk.do(close_day, TODAY, "2")
    assert set(desk.do(close_day, TODAY).closed) == {"", "1", "2"}


def test_a_day_does_not_count_what_was_answered_on_another() -> None:
    desk = opened()
    tracking = registers(desk, 1, "1")
    desk.clock.move(days=1)
    gives(desk, tracking, "1")
    said = []
    for day in (TODAY, TOMORROW):
        desk.do(close_day, day)
        event = desk.said()[-1]
        assert isinstance(event, DayClosed)
        said.append((len(event.received), len(event.answered)))
        assert (event.totals.requests, event.totals.answers) == said[-1]
    assert said == [(1, 0), (0, 1)]


def test_a_day_that_has_not_come_is_not_closed() -> None:
    refusal = opened().refused(close_day, TOMORROW)
    assert (refusal.code, refusal.facts) == ("day_in_future", {"date": TOMORROW})


def test_a_day_is_not_closed_over_a_visit() -> None:
    desk = opened()
    visit = desk.do(receive_without_ticket, GUIDANCE, counter="1")
    refusal = desk.refused(close_day, TODAY)
    assert (refusal.code, refusal.facts) == ("visit_open", {"label": "", "ticket": visit.id})
    assert desk.refused(close_day, TODAY, "1").code == "visit_open"
    assert desk.do(close_day, TODAY, "2").closed, "which has nobody"
    desk.do(finish, visit.id, "guidance")
    assert desk.do(close_day, TODAY).closed


def test_who_keeps_the_day_open_is_named() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    assert desk.refused(close_day, TODAY).facts == {"label": given.label, "ticket": given.id}


def test_no_day_is_closed_for_an_unknown_counter_or_by_a_wrong_clock() -> None:
    desk = opened()
    assert desk.refused(close_day, TODAY, "9").code == "counter_unknown"
    desk.clock.move(minutes=-5)
    assert desk.refused(close_day, TODAY).code == "clock_wrong"


def test_a_counter_closes_over_its_own_work_alone() -> None:
    desk = opened()
    tracking = registers(desk, 1, "1")
    gives(desk, tracking, "2")
    registers(desk, 2, "2")
    said = []
    for counter in ("1", "2"):
        desk.do(close_day, TODAY, counter)
        event = desk.said()[-1]
        assert isinstance(event, DayClosed)
        said.append((len(event.received), len(event.answered)))
        assert (event.totals.requests, event.totals.answers) == said[-1]
        assert figures(desk.see(log_paper, TODAY, counter)) == said[-1]
    assert said == [(1, 0), (1, 1)]


# the daily log


def test_the_log_has_what_was_received_and_what_was_answered() -> None:
    desk = opened()
    old, new = registers(desk, 1, "1"), registers(desk, 2, "1")
    desk.clock.move(days=1)
    today = registers(desk, 3, "2")
    gives(desk, old, "2")
    gives(desk, today, "1")
    paper = desk.see(log_paper, TOMORROW)
    assert parts(paper) == ([today], [old])
    assert figures(paper) == (1, 2)
    assert parts(desk.see(log_paper, TODAY)) == ([old, new], [])
    assert (paper.day, paper.supplement, paper.counter) == (TOMORROW, False, "")
    assert paper.head == desk.facts[-1][0].link.hex()


def test_a_counters_log_has_every_answer_that_it_gave() -> None:
    desk = opened()
    elsewhere = registers(desk, 1, "1")
    gives(desk, elsewhere, "2")
    one, two = desk.see(log_paper, TODAY, "1"), desk.see(log_paper, TODAY, "2")
    assert (parts(one), figures(one)) == (([elsewhere], []), (1, 0))
    assert (parts(two), figures(two)) == (([], [elsewhere]), (0, 1))
    whole = desk.see(log_paper, TODAY)
    assert (parts(whole), figures(whole)) == (([elsewhere], []), (1, 1))


def test_what_is_done_after_the_close_goes_on_the_supplement() -> None:
    desk = opened()
    early, open_one = registers(desk, 1, "1"), registers(desk, 2, "1")
    gives(desk, early, "1")
    desk.do(close_day, TODAY)
    desk.clock.move(minutes=30)
    late = registers(desk, 3, "1")
    gives(desk, open_one, "1")
    main, more = desk.see(log_paper, TODAY), desk.see(log_paper, TODAY, supplement=True)
    assert (parts(main), figures(main)) == (([early, open_one], []), (2, 1))
    assert (parts(more), figures(more)) == (([late], [open_one]), (1, 1))
    assert more.supplement


def test_a_closed_sheet_stays_what_it_was() -> None:
    desk = opened()
    early = registers(desk, 1, "1")
    head = desk.facts[-1][0].link.hex()
    desk.do(close_day, TODAY)
    at = local(desk.clock.at)
    desk.clock.move(minutes=30)
    registers(desk, 2, "1")
    paper = desk.see(log_paper, TODAY)
    assert (parts(paper), figures(paper)) == (([early], []), (1, 0))
    assert (paper.at, paper.head) == (at, head)


def test_the_supplement_has_what_the_closed_sheet_does_not_name_whatever_its_time() -> None:
    """A merge brings what was received before the closing, but after it came to be known."""
    desk = opened()
    brought, named = registers(desk, 1, "1"), registers(desk, 2, "1")
    older, newer = desk.requests()[::-1]
    closed = DayClosed(
        day=TODAY,
        counter="",
        received=(newer.id,),
        answered=(),
        totals=LogTotals(requests=1),
        head="ab",
    )
    with desk.work() as work:
        work.append(FOLD, day_id(OFFICE, TODAY), closed)
    assert older.registered_at < newer.registered_at < desk.facts[-1][0].at + 1
    main, more = desk.see(log_paper, TODAY), desk.see(log_paper, TODAY, supplement=True)
    assert (parts(main), parts(more)) == (([named], []), ([brought], []))
    assert (figures(main), figures(more)) == ((1, 0), (1, 0))
    assert main.head == "ab"


def test_until_the_day_is_closed_the_supplement_is_empty() -> None:
    desk = opened()
    gives(desk, registers(desk, 1, "1"), "1")
    paper = desk.see(log_paper, TODAY, supplement=True)
    assert (parts(paper), figures(paper)) == (([], []), (0, 0))


def test_a_counter_that_closed_early_has_its_own_supplement() -> None:
    desk = opened()
    desk.do(close_day, TODAY, "1")
    desk.clock.move(minutes=1)
    one, two = registers(desk, 1, "1"), registers(desk, 2, "2")
    assert parts(desk.see(log_paper, TODAY, "1", supplement=True)) == ([one], [])
    assert parts(desk.see(log_paper, TODAY, "1")) == ([], [])
    assert parts(desk.see(log_paper, TODAY, "2")) == ([two], [])
    assert parts(desk.see(log_paper, TODAY)) == ([one, two], [])


def guides(desk: Desk, counter: str) -> None:
    visit = desk.do(receive_without_ticket, GUIDANCE, counter=counter)
    desk.do(finish, visit.id, "guidance")


def telephones(desk: Desk, counter: str) -> None:
    visit = desk.do(receive_without_ticket, GUIDANCE, counter=counter, how="telephone")
    desk.do(finish, visit.id)


def test_who_telephones_is_counted_apart_at_the_foot_and_on_the_supplement() -> None:
    desk = opened()
    guides(desk, "1")
    telephones(desk, "1")
    telephones(desk, "2")
    feet = [desk.see(log_paper, TODAY, counter).totals for counter in ("", "1", "2")]
    assert [(foot.guidance, foot.telephone) for foot in feet] == [(3, 2), (2, 1), (1, 1)]
    desk.do(close_day, TODAY)
    desk.clock.move(minutes=1)
    telephones(desk, "2")
    assert [desk.see(log_paper, TODAY, n).totals.telephone for n in ("", "1", "2")] == [2, 1, 1]
    late = [desk.see(log_paper, TODAY, n, supplement=True).totals for n in ("", "1", "2")]
    assert [foot.telephone for foot in late] == [1, 0, 1]


def test_of_a_closing_that_did_not_count_telephone_calls_nobody_says_there_were_none() -> None:
    desk = opened()
    telephones(desk, "1")
    said = DayClosed(
        day=TODAY, counter="", received=(), answered=(), totals=LogTotals(guidance=1), head="ab"
    )
    with desk.work() as work:
        work.append(FOLD, day_id(OFFICE, TODAY), said)
    telephones(desk, "1")
    main, more = (desk.see(log_paper, TODAY, supplement=late).totals for late in (False, True))
    assert (main.telephone, more.telephone, more.guidance) == (None, None, 1)


def test_a_closed_desk_leaves_each_counter_its_own_foot() -> None:
    desk = opened()
    registers(desk, 1, "1")
    desk.do(close_day, TODAY, "1")
    early = registers(desk, 2, "2")
    guides(desk, "2")
    desk.do(close_day, TODAY)
    desk.clock.move(minutes=1)
    late = registers(desk, 3, "2")
    guides(desk, "2")
    main = desk.see(log_paper, TODAY, "2")
    more = desk.see(log_paper, TODAY, "2", supplement=True)
    foot = LogTotals(requests=1, guidance=1, telephone=0)
    assert (parts(main), main.totals) == (([early], []), foot)
    assert (parts(more), more.totals) == (([late], []), foot)
    assert figures(desk.see(log_paper, TODAY, "1")) == (1, 0)
    assert figures(desk.see(log_paper, TODAY)) == (2, 0)


def test_a_desk_closed_before_closings_named_feet_counts_the_rows_of_a_counter() -> None:
    desk = opened()
    registers(desk, 1, "1")
    registers(desk, 2, "2")
    closed = DayClosed(
        day=TODAY,
        counter="",
        received=tuple(one.id for one in desk.requests()),
        answered=(),
        totals=LogTotals(requests=2),
        head="ab",
    )
    with desk.work() as work:
        work.append(FOLD, day_id(OFFICE, TODAY), closed)
    registers(desk, 3, "2")
    main = desk.see(log_paper, TODAY, "2")
    more = desk.see(log_paper, TODAY, "2", supplement=True)
    assert (figures(main), figures(more)) == ((1, 0), (1, 0))


def test_no_log_of_a_day_that_has_not_come() -> None:
    for supplement in (False, True):
        with pytest.raises(Refusal) as refused:
            opened().see(log_paper, TOMORROW, supplement=supplement)
        assert (refused.value.code, refused.value.facts) == ("log_in_future", {"date": TOMORROW})


def test_the_foot_counts_every_visit_without_a_receipt() -> None:
    desk = opened()
    for outcome in ("guidance", "guidance", "withdrawn"):
        visit = desk.do(receive_without_ticket, GUIDANCE, counter="1")
        desk.do(finish, visit.id, outcome)
    desk.do(issue, PERMIT)
    desk.do(call_next, "2")
    totals = desk.see(log_paper, TODAY).totals
    assert (totals.guidance, totals.deficiencies, totals.referrals, totals.no_shows) == (2, 0, 0, 0)
    assert desk.see(log_paper, TODAY, "2").totals.guidance == 0


def test_the_foot_counts_what_is_owed_after_its_promise() -> None:
    desk = opened()
    tracking = registers(desk, 1, "1", PERMIT)
    registers(desk, 2, "2", PERMIT)
    desk.clock.move(days=30)
    today = TODAY + timedelta(days=30)
    assert desk.see(log_paper, today).totals.overdue == 2
    assert [desk.see(log_paper, today, n).totals.overdue for n in ("1", "2")] == [1, 1]
    desk.do(void, tracking, "اشتباه")
    assert desk.see(log_paper, today).totals.overdue == 1
    assert [desk.see(log_paper, today, n).totals.overdue for n in ("1", "2")] == [0, 1]


@pytest.mark.parametrize("counter", ["", "1"])
def test_a_day_that_is_closed_next_morning_says_what_was_overdue_when_it_was_over(
    counter: str,
) -> None:
    desk = opened()
    promised = desk.do(register, PERMIT, person(1), counter="1").promised.date()
    late = registers(desk, 2, "1", PERMIT)
    desk.clock.move(days=(promised - TODAY).days)
    assert desk.see(log_paper, promised, counter).totals.overdue == 0
    desk.clock.move(days=1)
    assert desk.do(close_day, promised, counter).closed[counter].said.totals.overdue == 0
    desk.clock.move(days=1)
    desk.do(prepare_answer, late, DRAFT)
    assert desk.see(log_paper, promised + timedelta(days=1), counter).totals.overdue == 2
    assert desk.see(log_paper, promised + timedelta(days=2), counter).totals.overdue == 1


def test_a_voided_request_stays_in_the_log_with_its_mark() -> None:
    desk = opened()
    desk.do(void, registers(desk, 1, "1"), "اشتباه")
    assert [row.mark for row in desk.see(log_paper, TODAY).received] == ["voided"]


def test_the_signed_sheet_of_a_counter_that_was_taken_away_is_still_read() -> None:
    desk = opened()
    tracking = registers(desk, 1, "2")
    desk.do(close_day, TODAY, "2")
    before = desk.see(log_paper, TODAY, "2")
    removes(desk, "2")
    after = desk.see(log_paper, TODAY, "2")
    assert (parts(after), after.totals) == (([tracking], []), before.totals)
    assert [scope.number for scope in desk.see(scopes, TODAY)] == ["1", "2"]
    assert [scope.gone for scope in desk.see(scopes, TODAY)] == [False, True]
    with pytest.raises(Refusal, match="counter_unknown"):
        desk.see(log_paper, TODAY - timedelta(days=1), "2")


def test_a_counter_taken_away_at_midday_keeps_its_foot_when_the_desk_is_closed() -> None:
    desk = opened()
    registers(desk, 1, "2")
    assert desk.see(still_to_close, "2").requests == 1
    removes(desk, "2")
    desk.do(close_day, TODAY)
    assert figures(desk.see(log_paper, TODAY, "2")) == (1, 0)
    assert desk.see(counters_on, TODAY) == ("1", "2")
    assert desk.see(counters_on, TOMORROW) == ("1",)


def test_a_counter_taken_away_at_midday_is_closed_by_itself_too() -> None:
    desk = opened()
    registers(desk, 1, "2")
    removes(desk, "2")
    assert desk.see(day_end, TODAY, desk.clerk).open_counters == ("1", "2")
    assert desk.do(close_day, TODAY, "2").closing("2")
    assert desk.see(still_to_close, "2") == LogTotals()


def test_no_log_of_an_unknown_counter() -> None:
    with pytest.raises(Exception, match="counter_unknown"):
        opened().see(log_paper, TODAY, "9")
