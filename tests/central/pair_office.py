"""A pair that is a centre, and PCs that write to it."""

import time
from collections.abc import Callable

import psycopg

from app.sync.node_file import NodeFile
from db.central import admin
from tests.central.pair import Pair
from tests.central.pair_writer import Writer, losses

OFFICE = "0f" * 16
DATABASE = "bajeh"
CALM = 0.4
"""Seconds of work before and after."""


def founded(pair: Pair) -> str:
    """Makes a centre of it; gives the administrator's DSN of the server that is primary now."""
    with psycopg.connect(pair.primary.dsn(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {DATABASE}".encode())
    admin.init(pair.primary.dsn(DATABASE))
    return pair.primary.dsn(DATABASE)


def enrolled(dsn: str, hosts: tuple[str, ...], count: int, office: str = OFFICE) -> list[NodeFile]:
    """PCs of one office."""
    return [
        admin.enrol(
            dsn,
            office=office,
            office_name="میز خدمت",
            node=f"{office[:8]}{number:024x}",
            name=str(number),
            hosts=hosts,
        )
        for number in range(1, count + 1)
    ]


class Trial:
    """Writers at a pair, whose primary dies again and again. `gaps`: of each death, the longest
    time that any writer had no answer.
    """

    def __init__(self, pair: Pair, writers: int) -> None:
        self._pair = pair
        self.gaps: list[float] = []
        self._writers = [Writer(node) for node in enrolled(founded(pair), pair.hosts, writers)]

    def run(self, deaths: int) -> None:
        """From the first answer to the last."""
        for writer in self._writers:
            writer.begin()
        for _ in range(deaths):
            self._wait()
            self._longest()
            self._pair.fail_over()
            self._wait()
            self.gaps.append(self._longest())
            self._pair.mend()
        self._wait()
        for writer in self._writers:
            writer.end()

    def acknowledged(self) -> int:
        """Lines for which the centre has answered."""
        return sum(len(writer.acknowledged) for writer in self._writers)

    def lost(self) -> int:
        """Those of them that it does not hold."""
        return losses(self._pair.primary.dsn(DATABASE), OFFICE, self._writers)

    def _wait(self) -> None:
        """Until every writer has been answered again, and a while longer."""
        before = [len(writer.acknowledged) for writer in self._writers]
        waited(
            lambda: all(
                len(writer.acknowledged) > old
                for writer, old in zip(self._writers, before, strict=True)
            )
        )
        time.sleep(CALM)

    def _longest(self) -> float:
        return max(writer.longest() for writer in self._writers)


def waited(for_it: Callable[[], bool], seconds: float = 20) -> None:
    """Returns when it is so."""
    until = time.monotonic() + seconds
    while not for_it():
        assert time.monotonic() < until, "it never comes"
        time.sleep(0.01)
