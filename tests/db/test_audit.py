"""Reading the journal back: page by page, by whom, of which kind, from when; lists and draws."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.auditing import Mark, Wanted
from app.correction import Change
from app.deeds.clerk import found_password
from app.deeds.day import close_day
from app.deeds.inspection import give_pass
from app.deeds.office import close_counter, open_counter
from app.deeds.request import correct, void
from app.deeds.step import hand_over
from app.local import day_of, local
from app.period import Period
from app.ports import Look
from app.refusal import Refusal
from app.roles import EVERYBODY, require
from app.showing.audit import FactPage, Filter, audit_page
from app.showing.inspection import Point, draw, points
from app.showing.lists import work_lists
from app.showing.unit import inbox
from app.verified import note_verified
from db.journal import StoreJournal
from db.sql import audit
from tests.db.office import Office, a_day, call_next, finish, issue, prepare, register

FIRST, LAST = date(2026, 11, 21), date(2028, 11, 21)
EVER = Filter(first=FIRST, last=LAST)


def quiet(_: float) -> None:
    """Nobody watches."""


def told(journal: StoreJournal) -> dict[str, Point]:
    """The points of an inspection."""
    period = Period(kind="range", first=FIRST, last=LAST)
    with journal.look() as look:
        return {point.code: point for point in points(look, period, quiet)}


def every(look: Look, wanted: Filter, most: int = 7) -> list[str]:
    """The ids of all facts, page after page."""
    ids: list[str] = []
    page: FactPage | None = None
    while page is None or page.more:
        page = audit_page(look, wanted, quiet, page.mark if page else None, most)
        ids += [fact.id for fact in page.facts]
    return ids


def test_pages_give_every_fact_once_and_the_newest_first(
    journal: StoreJournal, office: Office
) -> None:
    for _ in range(4):
        a_day(journal, office.clock)
        office.clock.tick(45 * 24 * 3600)
    rows = journal.connection.execute("SELECT id FROM event ORDER BY at DESC, pos DESC").fetchall()
    with journal.look() as look:
        assert every(look, EVER) == [id_ for (id_,) in rows]
        assert len(every(look, EVER, most=1)) == len(rows)


def test_a_filter_gives_what_a_look_at_every_fact_gives(
    journal: StoreJournal, office: Office
) -> None:
    a_day(journal, office.clock)
    office.clock.tick(40 * 24 * 3600)
    register(journal, 3)
    with journal.look() as look:
        clerk = next(iter(look.office.clerks.values())).clerk
        everything = audit_page(look, EVER, quiet, most=1000).facts
        kinds = ("TicketIssued", "RequestRegistered")
        some = audit_page(look, Filter(first=FIRST, last=LAST, kinds=kinds), quiet).facts
        assert [fact for fact in everything if fact.kind in kinds] == list(some)
        today = day_of(look.at)
        late = audit_page(look, Filter(first=today, last=today), quiet).facts
        assert [fact for fact in everything if fact.at.date() == today] == list(late)
        theirs = audit_page(look, Filter(first=FIRST, last=LAST, clerks=(clerk,)), quiet).facts
        assert theirs
        assert [fact for fact in everything if fact.clerk] == list(theirs)


def test_only_departures_with_a_reason_are_departures(journal: StoreJournal) -> None:
    ticket = issue(journal)
    call_next(journal)
    finish(journal, ticket.id)
    tracking = register(journal).tracking
    register(journal, 1)
    with journal.work() as work:
        void(work, tracking, "اشتباه")
    with journal.look() as look:
        facts = audit_page(look, Filter(first=FIRST, last=LAST, overrides=True), quiet).facts
    assert [fact.kind for fact in facts][:2] == ["RequestVoided", "RequestRegistered"]
    assert all(fact.reason for fact in facts)


def test_a_number_brings_its_visit_too(journal: StoreJournal) -> None:
    ticket = issue(journal)
    call_next(journal)
    tracking = register(journal, visiting=ticket.id).tracking
    with journal.look() as look:
        wanted = Filter(first=FIRST, last=LAST, subject=tracking)
        by_number = audit_page(look, wanted, quiet).facts
        wanted = Filter(first=FIRST, last=LAST, subject=ticket.label)
        by_label = audit_page(look, wanted, quiet).facts
        assert {fact.subject for fact in by_number} == {"request", "ticket"}
        assert by_number == by_label
        with pytest.raises(Refusal) as refused:
            audit_page(look, Filter(first=FIRST, last=LAST, subject="۹۹"), quiet)
    assert refused.value.code == "audit_subject_unknown"


def test_a_correction_says_what_stood_there_and_older_facts_keep_their_name(
    journal: StoreJournal, office: Office
) -> None:
    made = register(journal, 1, name="رضا کریمی")
    mended = replace(made.applicant, name="علی کریمی", mobile="09121234567")
    office.clock.at += timedelta(minutes=1)
    with journal.work() as work:
        correct(work, made.tracking, "نام کوچک اشتباه بود", applicant=mended)
        void(work, made.tracking, "اشتباه")
    with journal.look() as look:
        facts = audit_page(look, replace(EVER, subject=made.tracking), quiet).facts
    assert [fact.detail for fact in facts] == ["علی کریمی", "علی کریمی", "رضا کریمی"]
    assert facts[1].changes == (
        Change(part="name", before="رضا کریمی", after="علی کریمی"),
        Change(part="mobile", before=made.applicant.mobile, after="09121234567"),
    )
    assert (facts[0].changes, facts[2].changes) == ((), ())


def test_one_index_answers_and_lines_are_read_where_they_are_shown(journal: StoreJournal) -> None:
    values = {"since": 0, "until": 9, "mark": 9, "pos": 9, "clerks": '["x"]', "kinds": '["A"]'}
    plan = journal.connection.execute(
        f"EXPLAIN QUERY PLAN {audit.FACTS.text}", {**values, "overrides": 0, "most": 5}
    ).fetchall()
    assert "SEARCH e USING INDEX ix_event_audit (at>? AND at<?)" in {row[-1] for row in plan}
    with journal.look() as look:
        assert look.facts(Wanted(kinds=("Nothing",)), 0, Mark(2**62, 2**62), 5) == []


def test_a_label_is_sought_day_by_day_not_among_all_tickets_of_a_year(
    journal: StoreJournal,
) -> None:
    values = {"first": "2026-01-01", "last": "2028-01-01", "key": "a1"}
    plan = journal.connection.execute(
        f"EXPLAIN QUERY PLAN {audit.LABELLED_BETWEEN.text}", values
    ).fetchall()
    sought = "SEARCH t USING INDEX ix_ticket_label (day=? AND label_key=?)"
    assert sought in {row[-1] for row in plan}


def test_reading_is_given_up_between_two_stretches(journal: StoreJournal, office: Office) -> None:
    office.clock.tick(300 * 24 * 3600)
    issue(journal)
    told: list[float] = []

    def stop(share: float) -> None:
        told.append(share)
        if len(told) == 3:
            raise KeyError

    with journal.look() as look, pytest.raises(KeyError):
        audit_page(look, EVER, stop)
    assert told == sorted(told)


def test_a_draw_is_the_same_on_every_pc_and_nobody_chooses_it(journal: StoreJournal) -> None:
    numbers = {register(journal, n).tracking for n in range(1, 21)}
    period = Period(kind="range", first=FIRST, last=LAST)
    with journal.look() as look:
        by_head, again = draw(look, period, "", 5), draw(look, period, "", 5)
        by_seed = draw(look, period, "۱۲", 5)
        assert by_head == again
        assert by_seed.rows == draw(look, period, "12", 20).rows[:5]
        assert {row.tracking for row in draw(look, period, "", 200).rows} == numbers
    register(journal, 30)
    with journal.look() as look:
        assert draw(look, period, "", 5).seed != by_head.seed


def test_points_say_what_the_record_shows(journal: StoreJournal, office: Office) -> None:
    a_day(journal, office.clock)
    office.clock.tick(24 * 3600)
    found = told(journal)
    assert found["receipts"].facts == {"n": 2}
    assert found["daily_log"].facts == {"n": 1, "closed": 0}
    assert found["daily_log"].poor
    assert found["information"].poor
    assert not found["numbers"].poor


@pytest.mark.parametrize("shut", [True, False])
def test_a_day_is_closed_by_who_worked_on_it_whatever_counters_come_and_go(
    journal: StoreJournal, office: Office, *, shut: bool
) -> None:
    register(journal)
    for number in range(3, 17):
        with journal.work() as work:
            close_counter(work, str(number))
    with journal.work() as work:
        close_day(work, FIRST, "1" if shut else "2")
    office.clock.tick(24 * 3600)
    facts = {"n": 1, "closed": int(shut)}
    assert told(journal)["daily_log"] == Point(code="daily_log", facts=facts, poor=not shut)
    with journal.work() as work:
        open_counter(work, "33")
    assert told(journal)["daily_log"].facts == facts
    with journal.work() as work:
        close_counter(work, "33")
        close_counter(work, "1")
    assert told(journal)["daily_log"].facts == facts


def test_before_its_founding_no_office_lacks_a_day(journal: StoreJournal, office: Office) -> None:
    autumn = Period(kind="range", first=FIRST - timedelta(days=60), last=LAST)
    office.clock.tick(24 * 3600)
    a_day(journal, office.clock)
    office.clock.tick(24 * 3600)
    with journal.look() as look:
        found = {point.code: point for point in points(look, autumn, quiet)}["open_hours"]
    assert found == Point(code="open_hours", facts={"n": 1, "days": 1})
    assert told(journal)["open_hours"] == found


def test_a_desk_that_was_empty_on_a_working_day_is_marked(
    journal: StoreJournal, office: Office
) -> None:
    assert told(journal)["open_hours"].facts == {"n": 0, "days": 0}
    a_day(journal, office.clock)
    assert told(journal)["open_hours"].facts == {"n": 1, "days": 1}
    office.clock.tick(24 * 3600)
    assert not told(journal)["open_hours"].poor
    office.clock.tick(24 * 3600)
    assert told(journal)["open_hours"] == Point(
        code="open_hours", facts={"n": 1, "days": 2}, poor=True
    )


def test_of_the_records_no_more_is_said_than_their_last_reading_found(
    journal: StoreJournal, office: Office
) -> None:
    assert told(journal)["records_unread"].poor
    assert "records" not in told(journal)
    for whole in (False, True):
        office.clock.tick()
        with journal.work() as work:
            note_verified(work, whole=whole)
        said = "whole" if whole else "different"
        facts = {"n": 0, "at": office.clock.at, "verified": said}
        assert told(journal)["records"] == Point(code="records", facts=facts, poor=not whole)


def test_where_nothing_was_due_no_share_is_told(journal: StoreJournal) -> None:
    assert told(journal)["promises"].facts == {"due": 0, "kept": 0, "rate": None}


def test_a_pass_ends_with_its_day(journal: StoreJournal, office: Office) -> None:
    with journal.work() as work:
        found_password(work, "1", "hash")
        who = give_pass(work, "بازرس", "hash")
        assert (who.code, who.role) == ("901", "inspector")
        assert give_pass(work, "بازرس دوم", "hash").code == "902"
        with pytest.raises(Refusal) as refused:
            give_pass(work, "بازرس", "hash", FIRST - timedelta(days=1))
    assert refused.value.code == "pass_past"
    with journal.work(who.clerk) as work:
        require(work, EVERYBODY)
    office.clock.tick(24 * 3600)
    with journal.work(who.clerk) as work, pytest.raises(Refusal) as over:
        require(work, EVERYBODY)
    assert over.value.code == "pass_over"


def test_a_pass_for_a_later_day_does_nothing_before_it(
    journal: StoreJournal, office: Office
) -> None:
    with journal.work() as work:
        found_password(work, "1", "hash")
        tomorrow = FIRST + timedelta(days=1)
        who = give_pass(work, "بازرس", "hash", tomorrow)
        with pytest.raises(Refusal) as far:
            give_pass(work, "بازرس", "hash", FIRST + timedelta(days=31))
    assert (far.value.code, far.value.facts["n"]) == ("pass_far", 30)
    with journal.work(who.clerk) as work, pytest.raises(Refusal) as early:
        require(work, EVERYBODY)
    assert (early.value.code, early.value.facts["day"]) == ("pass_early", tomorrow)
    office.clock.tick(24 * 3600)
    with journal.work(who.clerk) as work:
        require(work, EVERYBODY)


def test_lists_follow_what_is_promised_and_handed_over(
    journal: StoreJournal, office: Office
) -> None:
    first, second = register(journal), register(journal, 2, service="2")
    prepare(journal, second.tracking)
    with journal.work() as work:
        hand_over(work, first.tracking)
    with journal.look() as look:
        lists, unit = work_lists(look), inbox(look, "")
    assert lists.counts["to_hand_over"] == 0
    assert [row.tracking for row in lists.ready] == [second.tracking]
    assert (unit.unit, [work.tracking for work in unit.works]) == ("صدور", [first.tracking])
    due = unit.works[0].due
    office.clock.at += due - local(office.clock.at) + timedelta(minutes=1)
    with journal.look() as look:
        assert inbox(look, "").works[0].late  # the step; the promise is a day
        assert work_lists(look).counts["late"] == 0
    office.clock.tick(24 * 3600)
    with journal.look() as look:
        assert work_lists(look).counts["late"] == 1
