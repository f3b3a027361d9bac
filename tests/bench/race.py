"""Sixteen processes on one store: at the pace of an office, and flat out."""

import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from app.deeds.call import call_next
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.refusal import Refusal
from db.connection import one
from db.journal import StoreJournal
from tests.bench.office import SERVICES, Office, reopen
from tests.bench.report import Figure, ms, timed

PROCESSES = 16


def racing(folder: Path, seconds: float = 20, tickets: int = 20_000) -> list[Figure]:
    """Longest wait at two deeds a second each; doubles at both rates."""
    office = Office(folder)
    office.journal.close()
    jobs = [(str(folder), office.key, office.node, n) for n in range(1, PROCESSES + 1)]
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        waits = list(pool.map(_paced, jobs, [seconds] * PROCESSES))
        start = time.perf_counter()
        list(pool.map(_flat_out, jobs, [tickets // PROCESSES] * PROCESSES))
        spent = time.perf_counter() - start
    longest = max(waits)
    labels, calls = _doubles(reopen(folder, office.key, office.node))
    return [
        Figure(
            what=f"{PROCESSES} processes, 2 deeds a second each, longest wait",
            measured=ms(longest),
            beside=f"{seconds:.0f} s",
            ratio="",
            goal="≤ 150 ms",
            met=longest <= 0.15,
        ),
        Figure(
            what=f"{PROCESSES} processes flat out, {tickets:,} tickets, each called and finished",
            measured=f"{labels} double labels, {calls} double calls",
            beside=f"{tickets * 3 / spent:,.0f} deeds/s",
            ratio="",
            goal="0, 0 (both rates)",
            met=labels == calls == 0,
        ),
    ]


def _paced(job: tuple[str, str, str, int], seconds: float) -> float:
    folder, key, node, number = job
    journal = reopen(Path(folder), key, node)
    time.sleep(number / PROCESSES / 2)
    longest, end = 0.0, time.perf_counter() + seconds
    turn = 0
    while time.perf_counter() < end:
        due = time.perf_counter() + 0.5
        longest = max(longest, timed(partial(_deed, journal, number, turn)))
        turn += 1
        time.sleep(max(0.0, due - time.perf_counter()))
    journal.close()
    return longest


def _deed(journal: StoreJournal, number: int, turn: int) -> None:
    """An issue, then a call with the finish of the call before."""
    if turn % 2 == 0:
        with journal.work() as work:
            issue(work, str(turn % SERVICES + 1))
        return
    with journal.work() as work:
        if at := work.visit_at(str(number)):
            finish(work, at, "guidance")
        _call(work, str(number))


def _call(work: object, counter: str) -> None:
    try:
        call_next(work, counter)  # type: ignore[arg-type]
    except Refusal as refusal:
        if refusal.code != "nobody_waiting":
            raise


def _flat_out(job: tuple[str, str, str, int], count: int) -> None:
    folder, key, node, number = job
    journal = reopen(Path(folder), key, node)
    for turn in range(count):
        with journal.work() as work:
            issue(work, str(turn % SERVICES + 1))
        with journal.work() as work:
            if at := work.visit_at(str(number)):
                finish(work, at, "guidance")
        with journal.work() as work:
            _call(work, str(number))
    journal.close()


def _doubles(journal: StoreJournal) -> tuple[int, int]:
    labels = one(journal.cursor, "SELECT count(*) - count(DISTINCT day || label) FROM ticket")
    calls = one(
        journal.cursor,
        "SELECT count(*) - count(DISTINCT entity) FROM event WHERE kind = 'TicketCalled'",
    )
    journal.close()
    return labels, calls
