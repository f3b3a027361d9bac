"""The races that other queue systems were put through, run on this one: how many numbers, how many
calls in a second, and whether any was given twice.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from app.deeds.call import call_chosen, call_next
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.local import day_of
from app.refusal import Refusal
from db.connection import one
from db.journal import StoreJournal
from tests.bench.office import SERVICES, Office, append, reopen, waiting
from tests.bench.report import Figure, ms, quantile

CLIENTS = 8
BEST = {("number", 1): 468, ("number", CLIENTS): 585, ("call", 1): 78, ("call", CLIENTS): 130}
"""A second, of the quickest of three open systems on a machine like this one: numbers by
MADO-queue, calls with 10,000 waiting by FQM.
"""

ISSUES, CALLS, CHOSEN, QUEUE = 1_600, 800, 100, 10_000


class Racer(NamedTuple):
    """What a process of its own needs to take part; `number` is its counter."""

    folder: str
    key: str
    node: str
    number: int


def contest(folder: Path) -> list[Figure]:
    """Numbers by one and by eight; calls out of a long queue by one and by eight; eight clerks who
    all want the same client.
    """
    office = Office(folder)
    append(office.journal, waiting(office, QUEUE, day_of(datetime.now(UTC))))
    office.journal.close()
    racers = [
        Racer(str(folder), office.key, office.node, number) for number in range(1, CLIENTS + 1)
    ]
    with ProcessPoolExecutor(CLIENTS, get_context("spawn")) as pool:
        list(pool.map(_ready, racers))
        runs = [
            ("number", ISSUES, _issue),
            ("call", CALLS, _call),
        ]
        found = [
            _raced(pool, racers[:n], what, total, deed)
            for what, total, deed in runs
            for n in (1, CLIENTS)
        ]
        labels = _waiting_labels(racers[0])
        wanted = list(pool.map(_wants, racers, [labels] * CLIENTS))
    journal = reopen(folder, office.key, office.node)
    return [*found, *_doubles(journal), _same(wanted)]


def _raced(
    pool: ProcessPoolExecutor,
    racers: Sequence[Racer],
    what: str,
    total: int,
    deed: Callable[[StoreJournal, int, int], None],
) -> Figure:
    """`total` deeds in all, shared out evenly."""
    began = time.perf_counter()
    count = total // len(racers)
    spent = [
        took for run in pool.map(partial(_run, deed=deed, count=count), racers) for took in run
    ]
    rate = len(spent) / (time.perf_counter() - began)
    p50, p95, p99 = (ms(quantile(spent, q)) for q in (0.5, 0.95, 0.99))
    best = BEST[what, len(racers)]
    where = f", {QUEUE:,} waiting" if what == "call" else ""
    return Figure(
        what=f"{what}{where}, {len(racers)} at once",
        measured=f"{rate:,.0f}/s",
        beside=f"p50 {p50}, p95 {p95}, p99 {p99}",
        ratio="",
        goal=f"more than the best of three peers, {best}/s",
        met=rate > best,
    )


def _ready(racer: Racer) -> None:
    """The process has loaded everything before the clock runs."""
    reopen(Path(racer.folder), racer.key, racer.node).close()


def _run(racer: Racer, deed: Callable[[StoreJournal, int, int], None], count: int) -> list[float]:
    journal = reopen(Path(racer.folder), racer.key, racer.node)
    spent = []
    for turn in range(count):
        began = time.perf_counter()
        deed(journal, racer.number, turn)
        spent.append(time.perf_counter() - began)
    journal.close()
    return spent


def _issue(journal: StoreJournal, number: int, turn: int) -> None:
    with journal.work() as work:
        issue(work, str((number + turn) % SERVICES + 1))


def _call(journal: StoreJournal, number: int, _turn: int) -> None:
    """The client before is sent home in the same deed, as F2 does it."""
    with journal.work() as work:
        if at := work.visit_at(str(number)):
            finish(work, at, "guidance")
        call_next(work, str(number))


def _waiting_labels(racer: Racer) -> list[str]:
    """Whom all clerks will want, in the same order."""
    journal = reopen(Path(racer.folder), racer.key, racer.node)
    read = "SELECT label FROM ticket WHERE state = 'waiting' ORDER BY effective_at DESC LIMIT ?"
    labels = [label for (label,) in journal.cursor.execute(read, (CHOSEN,))]
    journal.close()
    return labels


def _wants(racer: Racer, labels: Sequence[str]) -> int:
    """How many of them this clerk got."""
    journal = reopen(Path(racer.folder), racer.key, racer.node)
    got = 0
    for label in labels:
        with journal.work() as work:
            if at := work.visit_at(str(racer.number)):
                finish(work, at, "guidance")
        try:
            with journal.work() as work:
                call_chosen(work, str(racer.number), label, "race")
        except Refusal:
            continue
        got += 1
    journal.close()
    return got


def _doubles(journal: StoreJournal) -> list[Figure]:
    labels = one(journal.cursor, "SELECT count(*) - count(DISTINCT day || label) FROM ticket")
    called = "SELECT count(*) - count(DISTINCT entity) FROM event WHERE kind = 'TicketCalled'"
    calls = one(journal.cursor, called)
    journal.close()
    return [
        Figure(
            what=f"{name} given twice in all these races",
            measured=str(count),
            beside=f"of {of:,}",
            ratio="",
            goal="0",
            met=count == 0,
        )
        for name, count, of in (
            ("numbers", labels, QUEUE + 2 * ISSUES),
            ("calls", calls, 2 * CALLS + CHOSEN),
        )
    ]


def _same(wanted: Sequence[int]) -> Figure:
    return Figure(
        what=f"{CLIENTS} clerks race for the same {CHOSEN} clients, one after the other",
        measured=f"{sum(wanted)} calls granted",
        beside="the others are told who was quicker",
        ratio="",
        goal=f"{CHOSEN}",
        met=sum(wanted) == CHOSEN,
    )
