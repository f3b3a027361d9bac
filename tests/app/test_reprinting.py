"""A paper once more: who is sure, who is not, and what bears a mark."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from app.deeds import spool as deeds
from app.deeds.request import register
from app.events.paper import PaperPrinted
from app.handing.handing_out import hand_out
from app.handing.reprinting import print_again
from app.printer import Taken
from app.refusal import Refusal
from app.spooling.spool import Job, begun, cancelled, done, dropped, interrupted, moved, stopped
from tests.app.desk import Desk
from tests.app.opened import PERMIT, person
from tests.app.spooled import BOTH, JOB, UNREACHABLE, desk_with, kept, paper_of, spooled


def receipt_on(desk: Desk, change: Callable[[Job], Job]) -> Job:
    """A receipt that was handed out, and then this."""
    made = desk.do(register, PERMIT, person())
    job = desk.do(hand_out, "receipt", made.tracking)
    with desk.work() as work:
        work.set_job(change(job))
    return kept(desk, job)


def doubted(job: Job) -> Job:
    return interrupted(begun(job, "tcp://roll"))


def test_who_is_not_sure_prints_a_copy_and_the_first_bears_that_for_ever() -> None:
    desk = desk_with(BOTH)
    job = receipt_on(desk, doubted)
    since = len(desk.facts)
    copy = desk.do(print_again, job.id)
    assert desk.said(since) == [PaperPrinted(paper="receipt", copy=2, emblem="none")]
    assert (copy.copy, copy.state, copy.key) == (2, "queued", job.key)
    first, second = paper_of(desk, job), paper_of(desk, copy)
    assert second.copy is not None
    assert (second.copy.number, second.copy.clerk) == (2, "علوی")
    assert replace(second, copy=None) == first
    ended = kept(desk, job)
    assert (ended.state, ended.why, ended.ended) == ("sent", "print_repeated", True)
    assert desk.refused(deeds.retry, job.id).code == "print_ended"


def test_who_has_looked_and_found_nothing_prints_the_original() -> None:
    desk = desk_with(BOTH)
    job = receipt_on(desk, doubted)
    since, before = len(desk.facts), paper_of(desk, job)
    again = desk.do(deeds.retry, job.id)
    assert (again.id, again.copy, again.state) == (job.id, 1, "queued")
    assert paper_of(desk, again) == before
    assert desk.said(since) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda job: job,
        lambda job: stopped(job, Refusal("unexpected")),
        lambda job: stopped(job, Refusal("no_printer")),
        dropped,
        cancelled,
        lambda job: cancelled(stopped(begun(job, "tcp://roll"), UNREACHABLE)),
        lambda job: cancelled(moved(job, "page", BOTH)),
    ],
)
def test_what_is_on_no_paper_is_printed_as_it_is(change: Callable[[Job], Job]) -> None:
    desk = desk_with(BOTH)
    job = receipt_on(desk, change)
    again = desk.do(print_again, job.id)
    assert (again.id, again.copy, again.state) == (job.id, 1, "queued")


@pytest.mark.parametrize(
    "change",
    [
        done,
        lambda job: done(job, Taken(proved=True)),
        lambda job: cancelled(doubted(job)),
        lambda job: cancelled(stopped(begun(job, "a"), Refusal("printer_refused", printer="a"))),
    ],
)
def test_what_is_done_comes_as_a_copy_and_stays_as_it_is(change: Callable[[Job], Job]) -> None:
    desk = desk_with(BOTH)
    job = receipt_on(desk, change)
    for number in (2, 3):
        copy = desk.do(print_again, job.id)
        assert (copy.copy, copy.state, copy.why, copy.tries) == (number, "queued", "", 0)
        assert copy.id != job.id
    assert kept(desk, job) == job


def test_sheets_of_the_catalogue_come_again_without_a_mark() -> None:
    desk = desk_with(BOTH)
    job = desk.do(hand_out, "information", PERMIT)
    with desk.work() as work:
        work.set_job(doubted(job))
    again = desk.do(print_again, job.id)
    assert (again.copy, paper_of(desk, again).copy) == (1, None)
    assert paper_of(desk, again) == paper_of(desk, job)


def test_what_runs_or_was_forgotten_is_not_printed_again() -> None:
    desk = desk_with(BOTH)
    running, forgotten = receipt_on(desk, lambda job: begun(job, "a")), spooled(desk, done(JOB))
    assert desk.refused(print_again, running.id).code == "print_running"
    assert desk.refused(print_again, forgotten.id).code == "print_unknown"
    assert desk.refused(print_again, 99).code == "print_unknown"
