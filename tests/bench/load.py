"""What a hundred offices of twenty counters ask of one server: `python -m tests.bench.load`.

On paper: 10 million requests a year, each with its ticket ten events in six deeds; 250 days of
seven hours, and a rush of four times the mean: 38 pushes a second. Every push is heard by the other
nineteen PCs of its office, which then read: woken by NOTIFY, or every three seconds by themselves.

The driver stands on the same machine and takes its share of it.
"""

import asyncio
import os
import resource
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import psycopg
from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier

from app.sync.feed import Place
from app.sync.node_file import NodeFile
from app.sync.wire import Page, Pull, Push, Pushed
from app.value import Value
from db.central import admin
from db.central.address import dsn_of
from db.central.wire import heard, spoken
from tests.bench.report import ms, quantile
from tests.central.pair_writer import Author
from tests.central.server import Server

OFFICES, COUNTERS = 100, 20
PUSHES = 38.0
"""A second, in the rush."""
POLL = 3.0
SECONDS = 60.0
AT_ONCE = 50
"""Connections that are made at the same time."""


class Rush(Value, frozen=True, kw_only=True):
    """What was measured in so many seconds: how long each push and each reading took, how late the
    news came, and the cores that server and driver took.
    """

    wakes: bool
    times: float
    seconds: float
    pushes: list[float]
    pulls: list[float]
    late: list[float]
    server: float
    driver: float


class Counter:
    """A PC: one connection, and no store."""

    def __init__(self, node: NodeFile, rush: "Rushing") -> None:
        self._node, self._rush = node, rush
        self._author = Author(node.office, node.node)
        self._place = Place()
        self._chance = Random(node.node)
        self._connection: psycopg.AsyncConnection[dict[str, object]]

    async def connect(self, gate: asyncio.Semaphore) -> None:
        """As the program does."""
        async with gate:
            self._connection = await psycopg.AsyncConnection.connect(
                dsn_of(self._node.centre, Path()), autocommit=True, row_factory=dict_row
            )
            channel = Identifier(f"bajeh_{self._node.office}")
            await self._connection.execute(SQL("LISTEN {}").format(channel))

    async def live(self, *, wakes: bool, rate: float, until: float) -> None:
        """Pushes now and then, and reads what others have pushed."""
        push_at = time.monotonic() + self._chance.expovariate(rate)
        poll_at = time.monotonic() + self._chance.uniform(0, POLL)
        while (now := time.monotonic()) < until:
            if now >= push_at:
                await self._push()
                push_at += self._chance.expovariate(rate)
            elif not wakes and now >= poll_at:
                await self._pull()
                poll_at += POLL
            else:
                rest = min(push_at, until, until if wakes else poll_at) - now
                if await self._heard(max(0.001, rest)):
                    await self._pull()

    async def close(self) -> None:
        """Lets go."""
        await self._connection.close()

    async def _heard(self, seconds: float) -> bool:
        own = self._connection.info.backend_pid
        notices = self._connection.notifies(timeout=seconds, stop_after=1)
        return bool([each async for each in notices if each.pid != own])

    async def _push(self) -> None:
        lines = self._author.lines(self._chance.choice((1, 2, 2)))
        begun = time.perf_counter()
        query, values = spoken(Push(place=Place(), lines=lines))
        row = await (await self._connection.execute(query, values, binary=True)).fetchone()
        assert row is not None
        assert isinstance(heard(row), Pushed)
        self._rush.pushes.append(time.perf_counter() - begun)

    async def _pull(self) -> None:
        begun = time.perf_counter()
        query, values = spoken(Pull(place=self._place, most=500))
        row = await (await self._connection.execute(query, values, binary=True)).fetchone()
        assert row is not None
        page = heard(row)
        assert isinstance(page, Page)
        self._rush.pulls.append(time.perf_counter() - begun)
        if page.lines:
            self._place = Place(cursor=page.lines[-1].number, mark=page.lines[-1].mark)
            now = time.time_ns() // 1000
            self._rush.late += [
                (now - line.line.recorded.at) / 1e6
                for line in page.lines
                if line.line.recorded.at > self._rush.since
            ]


class Rushing:
    """A minute of it."""

    def __init__(self, server: Server, nodes: list[NodeFile]) -> None:
        self._server = server
        self._counters = [Counter(node, self) for node in nodes]
        self.since = 0
        self.clear()

    def clear(self) -> None:
        """Another measurement begins."""
        self.pushes: list[float] = []
        self.pulls: list[float] = []
        self.late: list[float] = []
        self.since = time.time_ns() // 1000

    async def connect(self) -> float:
        """All of them; seconds."""
        begun = time.perf_counter()
        gate = asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(*(counter.connect(gate) for counter in self._counters))
        return time.perf_counter() - begun

    async def rush(self, *, wakes: bool, times: float, seconds: float) -> Rush:
        """So many times what the paper says."""
        with psycopg.connect(self._server.dsn("bajeh")) as connection:
            connection.execute("UPDATE bajeh.office SET wakes = %s", (wakes,))
        self.clear()
        rate = PUSHES * times / len(self._counters)
        before, until = self._taken(), time.monotonic() + seconds
        await asyncio.gather(
            *(each.live(wakes=wakes, rate=rate, until=until) for each in self._counters)
        )
        after = self._taken()
        return Rush(
            wakes=wakes,
            times=times,
            seconds=seconds,
            pushes=self.pushes,
            pulls=self.pulls,
            late=self.late,
            server=(after[0] - before[0]) / seconds,
            driver=(after[1] - before[1]) / seconds,
        )

    async def close(self) -> None:
        """Lets go of all."""
        await asyncio.gather(*(each.close() for each in self._counters))

    def _taken(self) -> tuple[float, float]:
        own = resource.getrusage(resource.RUSAGE_SELF)
        assert self._server._process is not None
        return _family(self._server._process.pid), own.ru_utime + own.ru_stime


def _family(pid: int) -> float:
    """Seconds of processor that a server and all its living children have taken."""
    ticks = 0
    for each in _processes(pid):
        with suppress(OSError):  # workers come and go
            fields = (each / "stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Megabytes that a server and its children hold, what they share counted once."""
    total = 0
    for each in _processes(pid):
        with suppress(OSError):
            said = (each / "smaps_rollup").read_text()
            total += next(int(line.split()[1]) for line in said.splitlines() if line[:4] == "Pss:")
    return total / 1024


def _processes(pid: int) -> list[Path]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [Path("/proc") / each for each in (str(pid), *children)]


def enrolled(dsn: str, offices: int, counters: int) -> list[NodeFile]:
    """All PCs."""
    return [
        admin.enrol(
            dsn,
            office=f"{office:032x}",
            office_name=f"میز {office}",
            node=f"{office:016x}{counter:016x}",
            name=str(counter),
        )
        for office in range(1, offices + 1)
        for counter in range(1, counters + 1)
    ]


STEPS = ((False, 1.0), (False, 4.0), (True, 1.0))
"""Whether PCs are woken, and how often the paper's load."""


async def measure(offices: int, counters: int, seconds: float) -> None:
    """Prints one line for each step."""
    server = Server(
        fsync="on", full_page_writes="on", shared_buffers="1GB",
        max_connections=str(offices * counters + 20),
    )  # fmt: skip
    server.start()
    with suppress(PermissionError):  # else its own waiting is measured for the server's
        os.setpriority(os.PRIO_PROCESS, 0, -15)
    try:
        with psycopg.connect(server.dsn(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE bajeh")
        admin.init(server.dsn("bajeh"))
        begun = time.perf_counter()
        rushing = Rushing(server, enrolled(server.dsn("bajeh"), offices, counters))
        print(f"{offices * counters} PCs enrolled in {time.perf_counter() - begun:.0f} s")
        print(f"all connected in {await rushing.connect():.1f} s")
        for wakes, times in STEPS:
            print(line_of(await rushing.rush(wakes=wakes, times=times, seconds=seconds)))
        assert server._process is not None
        print(f"memory {memory(server._process.pid):.0f} MB", flush=True)
        await rushing.close()
    finally:
        server.remove()


def line_of(rush: Rush) -> str:
    """What was measured, in words."""
    how = "woken by NOTIFY" if rush.wakes else f"polled every {POLL:g} s"
    parts = [
        f"{len(times) / rush.seconds:.0f} {what}/s p50 {ms(quantile(times, 0.5))}"
        f" p99 {ms(quantile(times, 0.99))}"
        for what, times in (("pushes", rush.pushes), ("readings", rush.pulls))
    ]
    late = f"news after p50 {ms(quantile(rush.late, 0.5))} p99 {ms(quantile(rush.late, 0.99))}"
    cores = f"cores: server {rush.server:.2f}, driver {rush.driver:.2f}"
    return "; ".join([f"×{rush.times:g} {how}: {parts[0]}", parts[1], late, cores])


def main(arguments: list[str]) -> None:
    """Offices, counters of each, seconds of each step."""
    offices, counters, seconds = arguments or (OFFICES, COUNTERS, SECONDS)
    asyncio.run(measure(int(offices), int(counters), float(seconds)))


if __name__ == "__main__":
    main(sys.argv[1:])
