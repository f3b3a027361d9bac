"""What windows ask the store: SQL gives what the folds say, and reads no more than it must."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from app.applicant import Applicant
from app.deeds import answer, call, deficiency, step, ticket, visit
from app.deeds import request as registering
from app.deeds.applicant import applicant
from app.event import moment
from app.folds import request as request_fold
from app.folds import ticket as ticket_fold
from app.folds.request import Request, WaitsFor, overdue
from app.folds.ticket import Ticket
from app.local import local
from app.order import lanes
from app.ports import Look, Work
from app.refusal import Refusal
from app.showing.anything import find_anything
from app.showing.duties import duties, line_of
from app.showing.person import PersonFile, person_file
from app.showing.queue import SHOWN, counter_queue
from app.showing.service import most_used, services
from app.showing.visit import visit_shown
from db.journal import StoreJournal
from db.sql import figures as figure_rows
from db.sql import request as request_rows
from db.sql import ticket as ticket_rows
from db.statement import Statement
from tests.db.office import DRAFT, Office, assert_sound, code_of, deliver, prepare, register

EVER = datetime(1, 1, 1), datetime(9999, 12, 31)
NOTHING = PersonFile(applicant=None)
WAITS: tuple[WaitsFor, ...] = ("", "hand_over", "unit", "answer", "delivery")


def tickets(journal: StoreJournal, look: Look) -> Iterator[Ticket]:
    """Every ticket, folded."""
    for (entity,) in journal.connection.execute("SELECT id FROM ticket").fetchall():
        found = look.load(ticket_fold.FOLD, entity)
        assert found
        yield found


def requests(journal: StoreJournal, look: Look) -> Iterator[Request]:
    """Every request, folded."""
    for (entity,) in journal.connection.execute("SELECT id FROM request").fetchall():
        found = look.load(request_fold.FOLD, entity)
        assert found
        yield found


def something(work: Work, chance: Random) -> None:
    """One deed of a day, whichever comes; many are refused, as at any desk."""
    counter = str(chance.randint(1, 3))
    busy = work.visit_at(counter)
    who = Applicant(id=code_of(chance.randint(1, 5)), name="سارا محمدی")
    if busy is None:
        if chance.random() < 0.8:
            ticket.issue(work, str(chance.randint(1, 3)))
        else:
            call.call_next(work, counter)
    elif chance.random() < 0.2:
        visit.hold(work, busy, chance.randint(1, 400))
    elif chance.random() < 0.3:
        missing = deficiency.missing_documents(work, "1", ["کارت ملی"])
        deficiency.announce_deficiency(work, busy, missing, applicant=who, reason="دوباره")
        if chance.random() < 0.3:
            slip = visit.finish(work, busy).deficiencies[-1].slip
            ticket.come_back(work, slip.token)
    elif chance.random() < 0.6:
        registering.register(work, str(chance.randint(1, 2)), who, ticket=busy, repeated="دوباره")
    else:
        visit.finish(work, busy, "guidance")


def further(work: Work, chance: Random, trackings: list[str]) -> None:
    """One step in the life of one of these requests."""
    tracking = chance.choice(trackings)
    match chance.randint(0, 4):
        case 0:
            step.hand_over(work, tracking)
        case 1:
            step.take_back(work, tracking)
        case 2:
            answer.prepare_answer(work, tracking, DRAFT)
        case 3:
            answer.deliver(work, tracking)
        case _:
            registering.withdraw(work, tracking, "انصراف")


@pytest.fixture
def busy(office: Office, journal: StoreJournal) -> StoreJournal:
    """Two days of many deeds."""
    chance = Random(1406)
    for number in range(600):
        office.clock.tick(60 if number != 50 else 86_400)
        rows = journal.connection.execute("SELECT tracking FROM request ORDER BY id").fetchall()
        try:
            with journal.work() as work:
                if rows and chance.random() < 0.3:
                    further(work, chance, [tracking for (tracking,) in rows])
                else:
                    something(work, chance)
        except Refusal:
            continue
    return journal


def test_the_queue_in_rows_is_the_queue_of_the_folds(busy: StoreJournal) -> None:
    with busy.look() as look:
        every = list(tickets(busy, look))
        for counter in ("1", "2", "3"):
            taken = lanes(look.office, counter, "", look.services())
            there = [t for t in every if t.lane in taken]
            held = [t for t in there if t.state == "held" and t.held_until]
            over = [t for t in held if t.held_until and t.held_until <= look.at]
            callable_ = [t for t in there if t.state == "waiting"] + over
            callable_.sort(key=lambda t: (t.effective_at, t.number, t.id))
            crowd = look.crowd(taken, look.at)
            assert crowd.count == len(callable_) > SHOWN
            assert crowd.since == min(moment(t.issued_at) for t in callable_)
            assert look.next_in(taken, look.at, 60) == [t.id for t in callable_][:60]
            assert look.next_in(taken, look.at, 1)[0] == look.first_waiting(taken, look.at)
            rest = sorted((t.held_until, t.id) for t in held if t not in over)
            assert look.held_in(taken, look.at, 60) == [id_ for _, id_ in rest]


def test_who_is_ahead_in_rows_is_ahead_by_the_folds(busy: StoreJournal) -> None:
    with busy.look() as look:
        every = list(tickets(busy, look))
        states = set()
        for counter in ("1", "2", "3"):
            taken = lanes(look.office, counter, "", look.services())
            there = look.next_in(taken, look.at, len(every))
            for t in every:
                place = there.index(t.id) if t.id in there else 0
                assert t.lane not in taken or look.ahead_of(t.id, taken, look.at) == place
            states |= {t.state for t in every if t.id in there}
        assert states == {"waiting", "held"}


def test_what_somebody_came_for_in_rows_is_what_the_folds_say(
    office: Office, journal: StoreJournal
) -> None:
    with journal.work() as work:
        who = Applicant(id=code_of(1), name="سارا محمدی")
        made = registering.register(work, "1", who)
        answer.prepare_answer(work, made.tracking, DRAFT)
        collects = ticket.issue_for_answer(work, made.tracking)
        asks = ticket.issue(work, "1", purpose="guide")
        assert work.purposes_waiting(work.at) == {"collect": 1, "guide": 1}
        visit.transfer(work, asks.id, service="2")
        assert work.purposes_waiting(work.at) == {"collect": 1, "new": 1}
        call.call_next(work, "1")
        assert work.collecting(made.id) == [collects.id]
        visit.finish(work, collects.id, "guidance")
        assert work.collecting(made.id) == []
    assert_sound(journal)


def test_in_those_days_some_holds_went_on_and_some_were_over(busy: StoreJournal) -> None:
    with busy.look() as look:
        held = [t.held_until for t in tickets(busy, look) if t.held_until]
        assert min(held) <= look.at < max(held)


def test_what_is_owed_in_rows_is_what_the_folds_owe(busy: StoreJournal) -> None:
    with busy.look() as look:
        today = local(look.at).date()
        morning = datetime.combine(today, time.min)
        night = morning + timedelta(days=1)
        every = [r for r in requests(busy, look) if r.open]
        for counter in ("", "1", "2"):
            owed = [r for r in every if counter in ("", r.counter)]
            found = look.owed(today, counter)
            assert found.waits == Counter(r.waits_for for r in owed)
            late = [r for r in owed if overdue(r.promised.date(), r.state, today)]
            due = [r for r in owed if r.promised.date() == today and r.waits_for != "delivery"]
            assert (found.late, found.today) == (len(late), len(due))
            assert counter or len(late) == look.owed_between(date(1, 1, 1), today)
            for waits_for in WAITS:
                lines = [r for r in owed if waits_for in ("", r.waits_for)]
                lines.sort(key=lambda r: (r.promised, r.id))
                expected = [line_of(r) for r in lines][:5]
                assert look.owed_lines(waits_for, *EVER, counter, 5) == expected
        assert {r.waits_for for r in every} == {"hand_over", "unit", "answer", "delivery"}
        for ready in (True, False):
            assert look.owed_lines("", morning, night, "", 100, ready=ready) == [
                line_of(r)
                for r in sorted(every, key=lambda r: (r.promised, r.id))
                if morning <= r.promised < night and (ready or r.waits_for != "delivery")
            ]


def test_what_was_overdue_on_any_day_is_counted_as_it_stood(
    journal: StoreJournal, office: Office
) -> None:
    """Four are promised for one day: ready two days later, given then too, void then, and never."""
    made = [register(journal, n, service="2") for n in range(1, 5)]
    promised = made[0].promised.date()
    assert {one.promised.date() for one in made} == {promised}
    office.clock.at += timedelta(days=(promised - local(office.clock.at).date()).days + 2)
    for one in made[:2]:
        prepare(journal, one.tracking)
    deliver(journal, made[1].tracking)
    with journal.work() as work:
        registering.void(work, made[2].tracking, "اشتباه")
    with journal.look() as look:
        counted = [look.overdue_on(promised + timedelta(days=n), "1") for n in range(4)]
        assert counted == [0, 3, 1, 1]
        today = local(look.at).date()
        assert look.overdue_on(today, "1") == look.owed(today, "1").late
        assert look.overdue_on(today, "") == 1
        assert look.overdue_on(today, "2") == 0


def test_what_was_overdue_is_sought_by_indexes(journal: StoreJournal) -> None:
    steps = [step for step in plan(journal, request_rows.OVERDUE_ON) if "request" in step]
    assert all("USING INDEX ix_request_" in step for step in steps)
    assert len(steps) == 2


def test_slips_and_what_was_asked_for_are_found(busy: StoreJournal) -> None:
    with busy.look() as look:
        every = list(tickets(busy, look))
        for number in range(1, 6):
            mine = [
                t
                for t in every
                if t.deficiencies
                and not t.deficiencies[-1].redeemed
                and t.deficiencies[-1].slip.applicant
                and t.deficiencies[-1].slip.applicant.id == code_of(number)
            ]
            mine.sort(key=lambda t: (t.issued_at, t.id), reverse=True)
            assert mine
            assert look.slips_for(code_of(number)) == [t.id for t in mine]
        for day in {t.day for t in every}:
            expected = Counter(t.service for t in every if t.day >= day)
            assert look.asked_for_since(day) == expected


def test_in_the_store_too_nobody_without_a_code_meets_another(
    office: Office, journal: StoreJournal
) -> None:
    who = applicant("unnumbered", "", "گل‌محمد", father="خان‌محمد")
    for _ in range(2):
        office.clock.tick()
        with journal.work() as work:
            seen = ticket.receive_without_ticket(work, "1", counter="1")
            missing = deficiency.missing_documents(work, "1", ["کارت ملی"])
            deficiency.announce_deficiency(work, seen.id, missing, applicant=who)
            visit.finish(work, seen.id)
            registering.register(work, "1", who)
    with journal.look() as look:
        assert person_file(look, "unnumbered", "", look.entry_of("1") or "") == NOTHING
        assert [hit.id for hit in look.find("گل‌محمد")] == ["", ""]
        assert not look.slips_for("")
    assert_sound(journal)


def test_every_pane_is_filled_from_the_store(busy: StoreJournal) -> None:
    with busy.look() as look:
        queue = counter_queue(look, "1", "")
        assert (len(queue.rows), queue.ready) == (SHOWN, duties(look).ready_count)
        shown = [visit_shown(look, counter) for counter in ("1", "2", "3")]
        assert any(each and each.requests for each in shown)
        assert [line.code for line in services(look)] == ["1", "2", "3"]
        assert {line.code for line in most_used(look)} == {"1", "2", "3"}
        known = person_file(look, "person", code_of(1), look.entry_of("1") or "")
        assert known.open
        assert known.applicant
        assert list(known.on_file) == ["کارت ملی"]
        assert find_anything(look, queue.rows[0].label).tickets[0].ticket == queue.rows[0].ticket
        assert find_anything(look, known.open[0].tracking).requests[0].name == "سارا محمدی"
    assert_sound(busy)


def plan(journal: StoreJournal, statement: Statement) -> list[str]:
    """How SQLite goes about it."""
    values = dict.fromkeys(re.findall(r":(\w+)", statement.text), "1")
    explained = Statement(f"EXPLAIN QUERY PLAN {statement.text}")
    return [step for *_, step in explained.rows(journal.cursor, **values)]


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (ticket_rows.CROWD, "ix_ticket_waiting"),
        (ticket_rows.NEXT, "ix_ticket_waiting"),
        (request_rows.OWED, "ix_request_owed"),
        (figure_rows.PROMISES, "ix_request_promised"),
    ],
)
def test_figures_are_counted_from_an_index_alone(
    journal: StoreJournal, statement: Statement, index: str
) -> None:
    assert any(f"COVERING INDEX {index}" in step for step in plan(journal, statement))


@pytest.mark.parametrize(
    "statement", [figure_rows.VISITS_OF_DAY, figure_rows.STEPS_OF_DAY, figure_rows.PROMISES]
)
def test_what_figures_are_counted_from_is_read_as_it_lies_and_never_sorted(
    journal: StoreJournal, statement: Statement
) -> None:
    assert not any("TEMP B-TREE" in step for step in plan(journal, statement))


@pytest.mark.parametrize(
    "statement", [figure_rows.STEPS_LEFT, figure_rows.STEP_WHATS, figure_rows.STEP_LINES]
)
def test_steps_left_from_before_are_sought_among_open_requests_alone(
    journal: StoreJournal, statement: Statement
) -> None:
    steps = plan(journal, statement)
    assert any(re.search("SCAN r USING (COVERING )?INDEX ix_request_owed", each) for each in steps)
    assert any("SEARCH s USING INDEX ix_step_request (request=?" in each for each in steps)


def test_a_list_of_what_is_owed_reads_open_requests_alone(journal: StoreJournal) -> None:
    by = "USING INDEX ix_request_owed (promised>? AND promised<?)"
    assert any(by in step for step in plan(journal, request_rows.OWED_LINES))
