"""Issuing and calling: against raw SQL on the same library, and with a long queue."""

from datetime import UTC, datetime
from pathlib import Path

from app.deeds.call import call_next
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.local import day_of
from db.connection import connect
from db.keys import new_key
from tests.bench.office import SERVICES, Office, append, waiting
from tests.bench.report import Figure, ms, quantile, timed

ROUNDS, EACH = 20, 100


def issuing(folder: Path) -> list[Figure]:
    """Floor and deed in turns, so that both meet the same noise."""
    office = Office(folder)
    floor = connect(folder / "floor.db", new_key())
    floor.execute("CREATE TABLE t (id TEXT PRIMARY KEY, day TEXT, n INTEGER, UNIQUE (day, n))")
    floor.execute("CREATE TABLE audit (id INTEGER PRIMARY KEY, at TEXT, what TEXT)")
    numbers = iter(range(10**9))

    def raw() -> None:
        n = next(numbers)
        floor.execute("BEGIN IMMEDIATE")
        floor.execute("INSERT INTO t VALUES (?, '2026-11-21', ?)", (f"{n:032x}", n))
        floor.execute("INSERT INTO audit (at, what) VALUES (?, ?)", (str(n), "issued " * 20))
        floor.execute("COMMIT")

    def deed() -> None:
        with office.journal.work() as work:
            issue(work, str(next(numbers) % SERVICES + 1))

    raws: list[float] = []
    deeds: list[float] = []
    for _ in range(ROUNDS):
        raws += [timed(raw) for _ in range(EACH)]
        deeds += [timed(deed) for _ in range(EACH)]
    ratio = quantile(raws, 0.5) / quantile(deeds, 0.5)
    p99 = quantile(deeds, 0.99)
    return [
        Figure(
            what="issue a ticket, 1 process (median)",
            measured=ms(quantile(deeds, 0.5)),
            beside=f"raw SQL {ms(quantile(raws, 0.5))}",
            ratio=f"{ratio:.2f}",
            goal="≥ 0.33 of the floor",
            met=ratio >= 1 / 3,
        ),
        Figure(
            what="issue a ticket, p99",
            measured=ms(p99),
            beside=f"raw SQL p99 {ms(quantile(raws, 0.99))}",
            ratio="",
            goal="≤ 5 ms",
            met=p99 <= 0.005,
        ),
    ]


def calling(folder: Path, queue: int, goal: float) -> list[Figure]:
    """Call next and finish, 400 times, with so many waiting."""
    office = Office(folder)
    append(office.journal, waiting(office, queue, day_of(datetime.now(UTC))))
    times: list[float] = []
    for _ in range(400):
        called = ""

        def call() -> None:
            nonlocal called
            with office.journal.work() as work:
                called = call_next(work, "1").id

        times.append(timed(call))
        with office.journal.work() as work:
            finish(work, called, "guidance")
    p99 = quantile(times, 0.99)
    return [
        Figure(
            what=f"call next, {queue:,} waiting, p99",
            measured=ms(p99),
            beside=f"median {ms(quantile(times, 0.5))}",
            ratio="",
            goal=f"≤ {goal * 1000:.0f} ms",
            met=p99 <= goal,
        )
    ]
