"""Real programs with real stores, a real server, and somebody who kills and cuts."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from signal import SIGKILL

import psycopg

from app.sync.drive import carry
from app.sync.node_file import NodeFile
from app.sync.pushing import synchronise
from app.value import Value
from db.central import admin
from tests.central.chaos_nursery import RunningClock
from tests.central.office import Centre
from tests.central.proxy import CALM, Proxy, storms
from tests.db.office import PLAN
from ui.bootstrap import Desk, join, open_desk, set_up

SERIES = ("الف", "ب", "پ", "ت")
ROOT = Path(__file__).parents[2]
BAD = 1.0
"""Share of connections that do not end well: all, sooner or later."""


class Misery(Value, frozen=True, kw_only=True):
    """How much of it there must have been; `events` are lines in the feed."""

    events: int
    cuts: int
    deaths: int
    crashes: int


class Chaos:
    """An office of four PCs. `suffered` is what has befallen it so far."""

    def __init__(self, folder: Path, centre: Centre, seed: int) -> None:
        self._folder, self._centre = folder, centre
        self._chance = Random(seed)
        self.proxy = Proxy(centre.server.port)
        self._hosts = (f"127.0.0.1:{self.proxy.port}",)
        self.folders = [folder / f"pc{number}" for number in range(1, len(SERIES) + 1)]
        self._found()
        self.proxy.weather = storms(self._chance, BAD)
        self._nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.central.chaos_nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        self._born: dict[Path, int] = {}
        self._deaths = self._crashes = 0

    def suffered(self) -> Misery:
        """By now."""
        return Misery(
            events=self._last(),
            cuts=self.proxy.cuts,
            deaths=self._deaths,
            crashes=self._crashes,
        )

    def rage(self, least: Misery, patience: float) -> None:
        """Until all of that has been."""
        until = time.monotonic() + patience
        for folder in self.folders:
            self._bear(folder)
        while self._wanted(least):
            assert time.monotonic() < until, self.suffered()
            time.sleep(self._chance.uniform(0.05, 0.5))
            had = self.suffered()
            if had.deaths < least.deaths:
                self._kill(self._chance.choice(self.folders))
            if had.crashes < least.crashes and had.deaths * least.crashes >= (
                had.crashes * least.deaths
            ):
                self._crash()

    def calm(self, patience: float) -> None:
        """Good weather; every program ends by itself, all of its own sent."""
        self.proxy.weather = lambda: CALM
        (self._folder / "enough").touch()
        until = time.monotonic() + patience
        for folder in self.folders:
            while not folder.with_suffix(".done").exists():
                assert time.monotonic() < until, f"{folder.name} comes to no end"
                assert not folder.with_suffix(".bug").exists(), _text(folder.with_suffix(".bug"))
                time.sleep(0.05)

    def desk(self, folder: Path) -> Desk:
        """A PC's store, after it has read all that there is."""
        desk = open_desk(folder, RunningClock())
        centre = desk.centre()
        assert centre is not None
        assert carry(synchronise(desk.replica), centre)
        centre.close()
        return desk

    def close(self) -> None:
        """Ends every program."""
        for pid in self._born.values():
            with suppress(ProcessLookupError):
                os.kill(pid, SIGKILL)
        assert self._nursery.stdin is not None
        assert self._nursery.stdout is not None
        self._nursery.stdin.close()
        self._nursery.wait(10)
        self._nursery.stdout.close()
        self.proxy.close()

    # -- what befalls it --------------------------------------------------------------------------

    def _wanted(self, least: Misery) -> bool:
        had = self.suffered()
        return (
            had.events < least.events
            or had.cuts < least.cuts
            or had.deaths < least.deaths
            or had.crashes < least.crashes
        )

    def _bear(self, folder: Path) -> None:
        assert self._nursery.stdin is not None
        assert self._nursery.stdout is not None
        self._nursery.stdin.write(f"{folder}\n")
        self._nursery.stdin.flush()
        self._born[folder] = int(self._nursery.stdout.readline())

    def _kill(self, folder: Path) -> None:
        pid = self._born[folder]
        with suppress(ProcessLookupError):
            os.kill(pid, SIGKILL)
            self._deaths += 1
        while Path(f"/proc/{pid}").exists():
            time.sleep(0.002)
        bug = folder.with_suffix(".bug")
        assert not bug.exists(), _text(bug)
        self._bear(folder)

    def _crash(self) -> None:
        server = self._centre.server
        server.kill()
        for tries in range(20):
            try:
                server.start()
            except AssertionError:  # what it left in memory is still in use
                assert tries < 19
                time.sleep(0.2)
            else:
                break
        self._crashes += 1

    def _last(self) -> int:
        with psycopg.connect(self._centre.dsn) as connection:
            row = connection.execute("SELECT sum(last) FROM bajeh.office").fetchone()
        return int(row[0]) if row else 0

    # -- the first morning ------------------------------------------------------------------------

    def _found(self) -> None:
        clock = RunningClock()
        first, *others = self.folders
        made = set_up(first, PLAN, clock)
        desk = open_desk(first, clock)
        desk.adopt(self._enrolled(made.office, made.node, 1))
        desk.close()
        self.desk(first).close()
        for number, folder in enumerate(others, 2):
            join(folder, self._enrolled(made.office, f"{number:032x}", number), clock)

    def _enrolled(self, office: str, node: str, number: int) -> NodeFile:
        return admin.enrol(
            self._centre.dsn,
            office=office,
            office_name=PLAN.described.name,
            node=node,
            name=str(number),
            series=SERIES[number - 1],
            hosts=self._hosts,
        )


def _text(file: Path) -> str:
    return file.read_text("utf-8")
