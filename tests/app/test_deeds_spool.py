"""What people do with papers on their way."""

import pytest
from msgspec.structs import replace

from app.deeds import spool as deeds
from app.deeds.ticket import issue
from app.handing.handing_out import hand_out
from app.printer import Taken
from app.refusal import Refusal
from app.spooling.printer_state import printer_state
from app.spooling.spool import Job, JobState, begun, cancelled, done, interrupted, stopped
from tests.app.opened import PERMIT, opened
from tests.app.spooled import BOTH, JOB, PAGE, ROLL, UNREACHABLE, desk_with, kept, spooled


@pytest.mark.parametrize("before", [JOB, interrupted(JOB), stopped(JOB, Refusal("unexpected"))])
def test_a_job_that_waits_is_printed_again_cancelled_or_confirmed(before: Job) -> None:
    desk = desk_with(BOTH)
    for deed, state in (
        (deeds.retry, "queued"),
        (deeds.cancel, "cancelled"),
        (deeds.confirm, "confirmed"),
    ):
        job = spooled(desk, before)
        after = desk.do(deed, job.id)
        assert after == kept(desk, job)
        assert after.state == state
        assert (after.why, after.tries) == ("", 0) or state != "queued"


@pytest.mark.parametrize(
    "deed", [deeds.retry, deeds.cancel, deeds.confirm, deeds.hold, deeds.release]
)
def test_what_runs_or_is_over_stays_as_it_is(deed: object) -> None:
    assert callable(deed)
    desk = desk_with(BOTH)
    for before, code in (
        (begun(JOB, "a"), "print_running"),
        (done(JOB), "print_ended"),
        (cancelled(interrupted(JOB)), "print_ended"),
    ):
        job = spooled(desk, before)
        assert desk.refused(deed, job.id).code == code
        assert kept(desk, job).state == before.state
    assert desk.refused(deed, 99).code == "print_unknown"


def test_a_job_is_begun_once() -> None:
    desk = desk_with(BOTH)
    job = spooled(desk, JOB)
    assert desk.do(deeds.begin, job.id, "tcp://roll")
    assert not desk.do(deeds.begin, job.id, "tcp://roll")
    assert not desk.do(deeds.begin, 99, "tcp://roll")
    desk.do(deeds.end, job.id, Taken())
    assert kept(desk, job).state == "sent"


def test_who_takes_over_a_printer_sends_nothing_a_second_time() -> None:
    desk = desk_with(BOTH)
    sending = spooled(desk, begun(JOB, "tcp://roll"))
    other = spooled(desk, begun(replace(JOB, role="page"), "office"))
    waiting = spooled(desk, JOB)
    desk.do(deeds.settle, "roll")
    assert [kept(desk, job).state for job in (sending, other, waiting)] == [
        "unconfirmed",
        "sending",
        "queued",
    ]


@pytest.mark.parametrize(
    ("before", "code"),
    [
        (JOB, "print_given_up"),
        (stopped(JOB, Refusal("printer_paper_out", printer="a")), "print_given_up"),
        (interrupted(begun(JOB, "a")), "print_doubted"),
    ],
)
def test_what_is_cancelled_says_so_and_not_what_held_it_before(before: Job, code: str) -> None:
    told = cancelled(before).refusal
    assert told is not None
    assert told.code == code
    assert cancelled(before).why == before.why


def test_what_nobody_wants_any_more_is_taken_for_no_other_printer() -> None:
    desk = desk_with(BOTH)
    job = spooled(desk, cancelled(JOB))
    assert not desk.do(deeds.take, job.id, "another")


def test_a_job_that_was_cancelled_on_its_way_stays_cancelled() -> None:
    desk = desk_with(BOTH)
    job = spooled(desk, JOB)
    desk.do(deeds.cancel, job.id)
    desk.do(deeds.end, job.id, UNREACHABLE)
    assert kept(desk, job).state == "cancelled"


def test_new_printers_take_what_waits_and_what_was_held() -> None:
    desk = opened()
    slip = desk.do(hand_out, "ticket", desk.do(issue, PERMIT).id)
    log = desk.do(hand_out, "log", "1405/08/30")
    looked_at = spooled(desk, interrupted(JOB))
    assert (slip.state, log.state) == ("held", "held")
    desk.do(deeds.set_printers, PAGE)
    assert desk.see(deeds.printers_of) == PAGE
    assert [(kept(desk, j).role, kept(desk, j).state) for j in (slip, log)] == [
        ("page", "queued"),
        ("page", "queued"),
    ]
    desk.do(deeds.set_printers, ROLL)
    assert [(kept(desk, j).role, kept(desk, j).state) for j in (slip, log)] == [
        ("roll", "queued"),
        ("page", "held"),
    ]
    assert kept(desk, looked_at).state == "unconfirmed"


def test_a_person_holds_a_paper_through_new_printers_and_lets_it_go() -> None:
    desk = desk_with(BOTH)
    job = spooled(desk, JOB)
    held = desk.do(deeds.hold, job.id)
    assert (held.state, held.why) == ("held", "print_held")
    assert not desk.do(deeds.begin, job.id, "tcp://roll")
    desk.do(deeds.set_printers, PAGE)
    assert kept(desk, job) == held
    assert printer_state("roll", BOTH, [held]) == "untried"
    freed = desk.do(deeds.release, job.id)
    assert (freed.state, freed.role, freed.why) == ("queued", "page", "")
    assert desk.refused(deeds.release, job.id).code == "print_not_held"
    doubted = spooled(desk, interrupted(JOB))
    assert desk.refused(deeds.hold, doubted.id).code == "print_not_queued"
    assert desk.refused(deeds.release, doubted.id).code == "print_not_held"


@pytest.mark.parametrize(("taken", "state"), [(Taken(proved=True), "confirmed"), (Taken(), "sent")])
def test_only_what_a_printer_proved_is_confirmed(taken: Taken, state: JobState) -> None:
    desk = desk_with(BOTH)
    job = spooled(desk, begun(JOB, "tcp://roll"))
    desk.do(deeds.end, job.id, taken)
    assert (kept(desk, job).state, kept(desk, job).ended) == (state, True)


@pytest.mark.parametrize("code", ["printer_paper_out", "printer_cover_open", "printer_offline"])
def test_a_printer_that_wants_a_person_says_what_it_wants(code: str) -> None:
    job = stopped(JOB, Refusal(code, printer="tcp://roll"))
    assert job.state == "queued"
    assert printer_state("roll", BOTH, [job]) == code.removeprefix("printer_")
