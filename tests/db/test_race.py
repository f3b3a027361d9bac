"""Sixteen programs on one data folder: nobody gets a label twice, nobody is called twice."""

from collections.abc import Callable
from contextlib import closing
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.process import BaseProcess
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from time import monotonic
from typing import Any, TypeAlias

import pytest

from app.refusal import Refusal
from tests.db.office import Office, assert_sound, call_next, finish, issue, register

SECONDS = 3.0
COUNTERS = 16
RACERS = 8
# Forked programs start warm; where there is no fork, each loads everything anew.
PROGRAMS: Any = get_context("fork" if "fork" in get_all_start_methods() else "spawn")

Answers: TypeAlias = "Queue[Any]"


@pytest.fixture
def founded(office: Office) -> Office:
    """An office whose programs run in real time."""
    office.in_real_time = True
    office.found().close()
    return office


def everybody(target: Callable[..., None], office: Office, count: int, *args: object) -> list[Any]:
    """Runs so many programs that begin together; gives what each of them answers."""
    answers: Answers = PROGRAMS.Queue()
    start = PROGRAMS.Barrier(count)
    runners: list[BaseProcess] = [
        PROGRAMS.Process(target=target, args=(office, n, start, answers, *args), daemon=True)
        for n in range(count)
    ]
    for runner in runners:
        runner.start()
    try:
        return [answers.get(timeout=60) for _ in runners]
    finally:
        for runner in runners:
            runner.join(20)
            assert runner.exitcode == 0


def work_flat_out(office: Office, n: int, start: Barrier, answers: Answers) -> None:
    """One counter: gives a ticket, calls whoever is next, now and then registers, finishes."""
    labels: list[str] = []
    called: list[str] = []
    trackings: list[str] = []
    with office.opened() as journal:
        start.wait(30)
        end = monotonic() + SECONDS
        while monotonic() < end:
            labels.append(issue(journal, str(1 + len(labels) % 3)).label)
            visit = call_next(journal, str(n + 1))
            called.append(visit.id)
            if len(called) % 4 == 0:
                made = register(journal, n * 10_000 + len(called), visiting=visit.id)
                trackings.append(made.tracking)
            finish(journal, visit.id)
    answers.put((labels, called, trackings))


def test_sixteen_counters_flat_out_double_nothing(founded: Office) -> None:
    answers = everybody(work_flat_out, founded, COUNTERS)
    labels = [label for given, _, _ in answers for label in given]
    called = [entity for _, taken, _ in answers for entity in taken]
    trackings = [number for _, _, made in answers for number in made]
    assert len(labels) == len(set(labels)) == len(called) == len(set(called))
    assert len(trackings) == len(set(trackings))
    assert all(given for given, _, _ in answers), "a counter starved"
    with founded.opened() as journal:
        assert_sound(journal)
        states = journal.cursor.execute("SELECT state, count(*) FROM ticket GROUP BY state")
        assert dict(states) == {"finished": len(labels)}
        calls = "SELECT count(*) FROM event WHERE kind = 'TicketCalled'"
        assert journal.cursor.execute(calls).fetchone() == (len(called),)
        assert {number for _, number in journal.series().values()} == {len(labels)}
        assert journal.cursor.execute("SELECT count(*) FROM incarnation").fetchone() == (1,)


def tap_once(office: Office, _: int, start: Barrier, answers: Answers) -> None:
    """The same tap on the kiosk's screen, sent again and again."""
    with office.opened() as journal:
        for tap in range(20):
            start.wait(30)
            given = issue(journal, tap=f"tap-{tap}")
            answers.put((given.id, given.label)) if tap == 19 else None


def test_one_tap_raced_by_eight_programs_is_one_ticket(founded: Office) -> None:
    answers = everybody(tap_once, founded, RACERS)
    assert len(set(answers)) == 1
    with founded.opened() as journal:
        count = journal.cursor.execute("SELECT count(*), max(number) FROM ticket").fetchone()
        assert count == (20, 20)
        assert_sound(journal)


def call_once(office: Office, _: int, start: Barrier, answers: Answers) -> None:
    """The same call, sent again and again."""
    got = []
    with office.opened() as journal:
        for counter in range(1, COUNTERS + 1):
            start.wait(30)
            got.append(call_next(journal, str(counter), call_id=f"call-{counter}").id)
    answers.put(tuple(got))


def test_one_call_raced_by_eight_programs_is_one_call(founded: Office) -> None:
    with founded.opened() as journal:
        for _ in range(COUNTERS * 2):
            issue(journal)
    answers = everybody(call_once, founded, RACERS)
    assert len(set(answers)) == 1
    assert len(set(answers[0])) == COUNTERS
    with founded.opened() as journal:
        calls = "SELECT count(*) FROM event WHERE kind = 'TicketCalled'"
        assert journal.cursor.execute(calls).fetchone() == (COUNTERS,)
        assert_sound(journal)


def call_any(office: Office, n: int, start: Barrier, answers: Answers) -> None:
    """Every counter for itself, until nobody waits."""
    got = []
    with office.opened() as journal:
        start.wait(30)
        try:
            while True:
                got.append(call_next(journal, str(n + 1)).id)
                finish(journal, got[-1])
        except Refusal as refusal:
            answers.put((refusal.code, got))


def test_a_queue_shared_by_eight_counters_is_served_once_and_to_its_end(founded: Office) -> None:
    with founded.opened() as journal:
        given = [issue(journal).id for _ in range(100)]
    answers = everybody(call_any, founded, RACERS)
    assert {code for code, _ in answers} == {"nobody_waiting"}
    assert sorted(entity for _, got in answers for entity in got) == sorted(given)


def open_anew(office: Office, n: int, start: Barrier, answers: Answers) -> None:
    """Many programs that start at once, each the first to see that the folder was moved."""
    start.wait(30)
    with closing(office.open(machine="other-pc")) as journal:
        answers.put(issue(journal).number)


def test_programs_that_start_at_once_on_a_moved_folder_begin_anew_together(
    founded: Office,
) -> None:
    numbers = everybody(open_anew, founded, RACERS)
    assert sorted(numbers) == list(range(1, RACERS + 1))
    with founded.opened(machine="other-pc") as journal:
        assert journal.cursor.execute("SELECT count(*) FROM incarnation").fetchone() == (2,)
        assert_sound(journal)
