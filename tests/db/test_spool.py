"""The spool in the store: in the deed's own transaction, through kills, backups and old stores."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.applicant import Applicant
from app.deeds import spool as deeds
from app.deeds.request import register as register_request
from app.deeds.ticket import issue
from app.handing.handing_out import hand_out
from app.printer import Taken
from app.refusal import Refusal
from app.spooling.printers import named_printers
from app.spooling.spool import Job
from db import spool
from db.backup import backup, restore
from db.connection import one
from db.journal import StoreJournal
from db.keys import new_key
from db.store import begin_anew
from tests.db.office import MORNING, RECOVERY, Office, assert_sound, code_of
from tests.db.office import issue as issued

PRINTERS = named_printers(roll="tcp://roll", page="file:papers")
JOB = Job(
    kind="receipt",
    key="482719305563",
    owner="a" * 32,
    title="صدور مجوز",
    name="سارا محمدی",
    copy=3,
    size="A5",
    role="roll",
    made_at=MORNING,
    state="queued",
    why="printer_unreachable",
    printer="10.0.0.9",
    tries=4,
)


@pytest.fixture
def set_up(journal: StoreJournal) -> StoreJournal:
    """A PC with printers."""
    with journal.work() as work:
        deeds.set_printers(work, PRINTERS)
    return journal


def spooled(journal: StoreJournal, job: Job = JOB, paper: bytes = b"{}") -> Job:
    with journal.work() as work:
        return work.spool(job, paper)


def jobs(journal: StoreJournal) -> list[Job]:
    with journal.look() as look:
        return list(look.jobs())


def test_a_job_comes_back_as_it_went_in(journal: StoreJournal) -> None:
    given = spooled(journal, paper=b"\0\xff")
    assert given == replace(JOB, id=1)
    with journal.look() as look:
        assert look.jobs() == [given]
        assert look.job(1) == given
        assert look.job_paper(1) == b"\0\xff"
        assert (look.job(2), look.job_paper(2)) == (None, b"")


def test_those_that_wait_for_a_printer_are_found_by_an_index_the_oldest_first(
    journal: StoreJournal,
) -> None:
    first, sent, other, last = (
        spooled(journal, replace(JOB, role=role)) for role in ("roll", "roll", "page", "roll")
    )
    with journal.work() as work:
        work.set_job(replace(sent, state="sending"))
    with journal.look() as look:
        assert look.queued("roll") == [first, last]
        assert look.queued("page") == [other]
        assert look.queued("roll_spare") == []
    told = journal.cursor.execute(f"EXPLAIN QUERY PLAN {spool._QUEUED}", ("roll",)).fetchall()
    plan = [row[3] for row in told]
    assert plan == ["SEARCH job USING INDEX ix_job_queued (role=?)"]


def test_when_it_was_asked_for_last_is_kept(journal: StoreJournal) -> None:
    given = spooled(journal)
    later = replace(given, made_at=MORNING + timedelta(minutes=3), state="dropped", role="page")
    with journal.work() as work:
        work.set_job(later)
    assert jobs(journal) == [later]


def test_a_number_that_waited_through_a_restart_is_dropped(office: Office) -> None:
    with closing(office.found()) as journal:
        ticket = spooled(journal, replace(JOB, kind="ticket", made_at=office.clock.at, why=""))
        receipt = spooled(journal, replace(JOB, made_at=office.clock.at, why=""))
    office.clock.at += timedelta(seconds=6)
    with office.opened() as journal:
        with journal.work() as work:
            deeds.make_way(work, "roll", None)
        states = [(job.id, job.state, job.why) for job in jobs(journal)]
    assert states == [(receipt.id, "queued", ""), (ticket.id, "dropped", "print_too_old")]


def test_paper_and_deed_stand_or_fall_together(set_up: StoreJournal) -> None:
    events = one(set_up.cursor, "SELECT count(*) FROM event")

    def refused() -> None:
        with set_up.work() as work:
            hand_out(work, "ticket", issue(work, "1").id)
            issue(work, "99")

    with pytest.raises(Refusal, match="service_unknown"):
        refused()
    assert (jobs(set_up), one(set_up.cursor, "SELECT count(*) FROM event")) == ([], events)
    with set_up.work() as work:
        job = hand_out(work, "ticket", issue(work, "1").id)
    assert jobs(set_up) == [job]
    assert [recorded.kind for recorded, _ in set_up.history(job.owner)] == [
        "TicketIssued",
        "PaperPrinted",
    ]
    assert_sound(set_up)


def test_a_sheet_without_an_event_is_queued_all_the_same(set_up: StoreJournal) -> None:
    with set_up.work() as work:
        job = hand_out(work, "information", "1")
    assert jobs(set_up) == [job]


def test_the_list_holds_all_that_is_open_and_the_last_that_ended_today(
    journal: StoreJournal, office: Office
) -> None:
    old = spooled(journal, replace(JOB, made_at=MORNING - timedelta(days=3)))
    spooled(journal, replace(JOB, made_at=MORNING - timedelta(days=1), state="sent"))
    ended = [spooled(journal, replace(JOB, state="sent")) for _ in range(60)]
    open_ = [spooled(journal, replace(JOB, state=s)) for s in ("held", "unconfirmed", "failed")]
    shown = [*reversed(open_), *reversed(ended[-50:]), old]
    assert jobs(journal) == shown
    with journal.look() as look:
        assert look.jobs(10) == [*reversed(open_), *reversed(ended[-10:]), old]
    with office.opened() as other:
        assert jobs(other) == shown


def test_the_list_holds_the_last_that_came_out_of_each_printer_today(
    journal: StoreJournal,
) -> None:
    spooled(journal, replace(JOB, role="page", state="sent"))
    page = spooled(journal, replace(JOB, role="page", state="confirmed"))
    spooled(journal, replace(JOB, role="page", state="cancelled"))
    ended = [spooled(journal, replace(JOB, role="roll", state="sent")) for _ in range(60)]
    assert jobs(journal) == [*reversed(ended[-50:]), page]


def test_what_ended_long_ago_is_forgotten_and_what_is_open_never(
    journal: StoreJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "KEPT", 5)
    held = spooled(journal, replace(JOB, state="held"))
    for _ in range(20):
        spooled(journal, replace(JOB, state="sent"))
    assert one(journal.cursor, "SELECT count(*) FROM job") == 6
    assert jobs(journal)[-1] == held


def test_verify_and_the_chain_know_nothing_of_jobs(set_up: StoreJournal) -> None:
    events = assert_sound(set_up).events
    spooled(set_up)
    assert assert_sound(set_up).events == events


def test_a_restored_store_prints_nothing_by_itself(
    set_up: StoreJournal, office: Office, tmp_path: Path
) -> None:
    states = ("queued", "sending", "held", "failed", "sent")
    for state in states:
        spooled(set_up, replace(JOB, state=state, why=""))
    with set_up.work() as work:
        work.keep_draft("counter 1", b"half typed")
    backup(set_up.connection, tmp_path / "copy", RECOVERY)
    office.key = new_key()
    restore(tmp_path / "copy", RECOVERY, office.base / "new", office.key)
    with closing(office.open(office.base / "new")) as restored:
        begin_anew(restored, office.around(), "restored")
        after = [job.state for job in reversed(jobs(restored))]
        assert after == ["unconfirmed", "unconfirmed", "held", "failed", "sent"]
        with restored.look() as look:
            assert look.draft("counter 1") == b"half typed"
            assert deeds.printers_of(look) == PRINTERS


def test_a_rolled_back_disk_prints_nothing_a_second_time(
    set_up: StoreJournal, office: Office
) -> None:
    spooled(set_up, replace(JOB, state="queued", why=""))
    set_up.close()
    before = office.copy("before")
    with office.opened() as journal:
        issued(journal)
        with journal.work() as work:
            deeds.begin(work, 1, "tcp://roll")
            deeds.end(work, 1, Taken())
    office.put_back(before)
    with office.opened() as journal:
        assert [(job.state, job.why) for job in jobs(journal)] == [
            ("unconfirmed", "print_unconfirmed")
        ]


def test_ticket_receipt_and_their_papers_are_one_transaction(set_up: StoreJournal) -> None:
    with set_up.work() as work:
        given = issue(work, "2")
        hand_out(work, "ticket", given.id)
        made = register_request(work, "2", Applicant(id=code_of(1), name="نگار"))
        receipt = hand_out(work, "receipt", made.tracking)
    assert [job.kind for job in jobs(set_up)] == ["receipt", "ticket"]
    assert (receipt.key, receipt.name) == (made.tracking, "نگار")
    assert_sound(set_up)
