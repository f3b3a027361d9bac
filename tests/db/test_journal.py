"""Events and projections stand or fall together, and two programs on one file agree."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from app.applicant import Applicant
from app.deeds import answer, call, request, ticket, visit
from app.deeds.catalogue import define_sub_service, retire_sub_service
from app.deeds.office import open_counter
from app.event import micros
from app.folds import catalogue
from app.folds import request as request_fold
from app.folds import ticket as ticket_fold
from app.ids import named_id
from app.local import local
from app.refusal import Refusal
from app.sub_service import SubService
from db.connection import one
from db.journal import StoreJournal
from tests.db.office import (
    DRAFT,
    MORNING,
    Office,
    assert_sound,
    call_next,
    code_of,
    finding,
    issue,
    register,
)

COUNTED = ("event", "ticket", "call", "request", "request_name", "sub_service", "conflict")


def counted(journal: StoreJournal) -> dict[str, Any]:
    """How much stands in the store, and what was numbered."""
    said = {
        name: one(journal.cursor, f"SELECT count(*) FROM {name}")  # noqa: S608 our own names
        for name in COUNTED
    }
    return {**said, "series": journal.series()}


def test_a_deed_writes_event_and_projection_together(journal: StoreJournal) -> None:
    before = counted(journal)
    given = issue(journal)
    after = counted(journal)
    assert (after["event"], after["ticket"]) == (before["event"] + 1, before["ticket"] + 1)
    assert [fact.kind for fact, _ in journal.history(given.id)] == ["TicketIssued"]
    assert_sound(journal)


def test_a_deed_that_fails_after_appending_leaves_nothing(journal: StoreJournal) -> None:
    before = counted(journal)

    def deed() -> None:
        with journal.work() as work:
            ticket.issue(work, "1")
            call.call_next(work, "1")
            _ = 1 // 0

    with pytest.raises(ZeroDivisionError):
        deed()
    assert counted(journal) == before
    assert issue(journal).number == 1
    assert_sound(journal)


def test_a_refusal_leaves_no_trace(journal: StoreJournal) -> None:
    before = counted(journal)

    def deed() -> None:
        with journal.work() as work:
            ticket.receive_without_ticket(work, "1", counter="2")
            call.call_next(work, "1")

    with pytest.raises(Refusal, match="nobody_waiting"):
        deed()
    with pytest.raises(Refusal, match="service_unknown"):
        issue(journal, "99")
    assert counted(journal) == before


def test_a_projection_that_fails_takes_the_event_with_it(journal: StoreJournal) -> None:
    before = counted(journal)
    journal.cursor.execute(
        "CREATE TEMP TRIGGER bad BEFORE INSERT ON main.ticket BEGIN SELECT raise(ABORT, 'no'); END"
    )
    with pytest.raises(dbapi2.IntegrityError, match="no"):
        issue(journal)
    assert counted(journal) == before
    journal.cursor.execute("DROP TRIGGER bad")
    assert issue(journal).number == 1
    assert_sound(journal)


def test_a_deed_sees_what_the_same_transaction_has_done(journal: StoreJournal) -> None:
    with journal.work() as work:
        given = ticket.issue(work, "2")
        assert call.call_next(work, "1").id == given.id
        made = request.register(work, "2", Applicant(id=code_of(1), name="نگار"), ticket=given.id)
        answer.prepare_answer(work, made.tracking, DRAFT)
        assert answer.deliver(work, made.tracking).state == "delivered"
        assert visit.finish(work, given.id).outcome == "service"
    assert_sound(journal)


def test_the_first_call_of_a_day_calls_nobody_of_yesterday(
    journal: StoreJournal, office: Office
) -> None:
    old = issue(journal)
    office.clock.tick(24 * 3600)
    with pytest.raises(Refusal, match="nobody_waiting"):
        call_next(journal)
    fresh = issue(journal)
    assert call_next(journal).id == fresh.id
    with journal.look() as look:
        left = look.load(ticket_fold.FOLD, old.id)
    assert left
    assert left.state == "cleared"
    assert_sound(journal)


def test_a_look_sees_one_instant(office: Office) -> None:
    with closing(office.found()) as journal, office.opened() as other:
        first = issue(journal)
        with journal.look() as look:
            head = look.head
            call_next(other)
            issue(other)
            seen = look.load(ticket_fold.FOLD, first.id)
            assert seen
            assert (seen.state, look.head, look.visit_at("1")) == ("waiting", head, None)
        with journal.look() as look:
            assert look.visit_at("1") == first.id
            assert look.head != head


def test_a_look_waits_for_no_writer(office: Office) -> None:
    with closing(office.found()) as journal, office.opened() as other, other.work() as work:
        ticket.issue(work, "1")
        with journal.look() as look:
            assert look.visits_of_day(look.at.date()) == []


def test_head_and_last_moment_follow_the_last_event(journal: StoreJournal, office: Office) -> None:
    given = issue(journal)
    written = office.clock.at
    office.clock.tick()
    with journal.work() as work:
        [(recorded, _)] = journal.history(given.id)
        assert work.head == recorded.link
        assert (work.last_at, work.at) == (written, office.clock.at)


def test_a_clock_that_steps_back_a_little_stands_still(
    journal: StoreJournal, office: Office
) -> None:
    issue(journal)
    office.clock.tick(-30)
    with journal.work() as work:
        assert work.at == work.last_at == MORNING
        assert work.now == MORNING - timedelta(seconds=30)
    assert register(journal).received == local(MORNING)


def test_a_clock_that_steps_back_far_registers_nothing(
    journal: StoreJournal, office: Office
) -> None:
    issue(journal)
    office.clock.tick(-3600)
    before = counted(journal)
    with pytest.raises(Refusal, match="clock_wrong"):
        register(journal)
    assert counted(journal) == before


def test_a_ticket_does_not_lift_the_clock_rule(journal: StoreJournal, office: Office) -> None:
    first = issue(journal)
    office.clock.tick(-3600)
    second = issue(journal)
    call_next(journal)
    with journal.work() as work:
        assert work.now < work.at == work.last_at == MORNING
    times = [recorded.at for given in (first, second) for recorded, _ in journal.history(given.id)]
    assert times == [micros(MORNING)] * 3
    with pytest.raises(Refusal, match="clock_wrong"):
        register(journal)
    office.clock.tick(3600)
    register(journal)
    assert_sound(journal)


def test_two_programs_see_each_others_office_and_catalogue(office: Office) -> None:
    with closing(office.found()) as one_, office.opened() as two:
        for journal in (one_, two):
            with journal.look() as look:
                assert "99" not in look.office.counters
        with one_.work() as work:
            open_counter(work, "99")
            define_sub_service(work, SubService(code="4", title="تازه"))
        with two.look() as look:
            assert "99" in look.office.counters
        assert issue(two, "4").title == "تازه"
        with two.work() as work:
            retire_sub_service(work, "4", "دیگر ارائه نمی‌شود")
        with pytest.raises(Refusal, match="service_retired"):
            issue(one_, "4")


def test_what_an_entity_is_not_hides_nothing_of_what_it_is(journal: StoreJournal) -> None:
    with journal.work() as work:
        described = work.office
        assert work.load(catalogue.FOLD, journal.office_id) is None
    with journal.look() as look:
        assert look.load(catalogue.FOLD, journal.office_id) is None
        assert look.office == described


def test_no_state_of_a_transaction_taken_back_is_kept(office: Office) -> None:
    # Both write a catalogue line at the same position; only the second one stands.
    entity = named_id(office.id, "sub_service", "1")
    with closing(office.found()) as one_, office.opened() as two:

        def taken_back() -> None:
            with one_.work() as work:
                define_sub_service(work, SubService(code="1", title="نادرست"))
                entry = work.load(catalogue.FOLD, entity)
                assert entry
                assert entry.sheet.title == "نادرست"
                _ = 1 // 0

        with pytest.raises(ZeroDivisionError):
            taken_back()
        with two.work() as work:
            define_sub_service(work, SubService(code="1", title="درست"))
        for journal in (one_, two):
            assert issue(journal).title == "درست"


def test_both_programs_continue_one_chain(office: Office) -> None:
    with closing(office.found()) as one_, office.opened() as two:
        labels = [issue(journal).number for journal in (one_, two, two, one_)]
        assert labels == [1, 2, 3, 4]
        assert assert_sound(two).events == finding(one_).events


def test_history_gives_every_fact_in_order(journal: StoreJournal) -> None:
    made = register(journal)
    with journal.work() as work:
        found = work.load(request_fold.FOLD, made.id)
    assert found == made
    assert [recorded.kind for recorded, _ in journal.history(made.id)] == ["RequestRegistered"]
    assert journal.history("0" * 32) == []


def test_every_commit_is_on_the_disk_before_it_returns(journal: StoreJournal) -> None:
    assert one(journal.cursor, "PRAGMA journal_mode") == "wal"
    assert one(journal.cursor, "PRAGMA synchronous") == 2
    assert one(journal.cursor, "PRAGMA foreign_keys") == 1


def test_the_file_tells_nothing_to_who_has_no_key(journal: StoreJournal, office: Office) -> None:
    made = register(journal, name="نام‌یکتا")
    journal.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for file in office.folder.iterdir():
        content = file.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        for secret in ("نام‌یکتا", made.tracking, made.applicant.id, "RequestRegistered"):
            assert secret.encode() not in content
    with (
        closing(sqlite3.connect(office.file)) as plain,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        plain.execute("SELECT * FROM sqlite_master")
