"""Servers that are a centre, and PCs that write while something befalls them."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from app.sync.node_file import NodeFile
from db.central import admin
from tests.central.guide import made
from tests.central.pair_writer import Writer, losses

OFFICE = "0f" * 16
DATABASE = "bajeh"
CALM = 0.4
"""Seconds of work before and after."""


class Cluster(Protocol):
    """Servers of which one writes; `dsn` is the administrator's way to that one."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """As PCs are told of them."""

    def dsn(self, database: str = "postgres") -> str:
        """Of a database."""


def founded(cluster: Cluster) -> str:
    """Makes a centre of it; gives the administrator's DSN."""
    dsn = made(cluster.dsn(), DATABASE)
    admin.init(dsn)
    return dsn


def enrolled(
    dsn: str, hosts: tuple[str, ...], count: int, certificate: str = "", office: str = OFFICE
) -> list[NodeFile]:
    """PCs of one office."""
    return [
        admin.enrol(
            dsn,
            office=office,
            office_name="میز خدمت",
            node=f"{office[:8]}{number:024x}",
            name=str(number),
            hosts=hosts,
            certificate=certificate,
        )
        for number in range(1, count + 1)
    ]


class Writing:
    """PCs that write while something befalls the centre."""

    def __init__(self, nodes: Sequence[NodeFile], certificate: Path = Path()) -> None:
        self._writers = [Writer(node, certificate) for node in nodes]
        for writer in self._writers:
            writer.begin()

    def through(self, trouble: Callable[[], object], patience: float = 20) -> float:
        """The longest time that any of them had no answer, because of that trouble."""
        self._answered(patience)
        self._longest()
        trouble()
        self._answered(patience)
        return self._longest()

    def end(self, dsn: str, office: str = OFFICE) -> tuple[int, int]:
        """How many lines were answered for, and how many of them the centre does not hold."""
        for writer in self._writers:
            writer.end()
        answered = sum(len(writer.acknowledged) for writer in self._writers)
        return answered, losses(dsn, office, self._writers)

    def _answered(self, patience: float) -> None:
        """Until each of them has been answered again, and a while longer."""
        before = [len(writer.acknowledged) for writer in self._writers]
        pairs = list(zip(self._writers, before, strict=True))
        waited(lambda: all(len(writer.acknowledged) > old for writer, old in pairs), patience)
        time.sleep(CALM)

    def _longest(self) -> float:
        return max(writer.longest() for writer in self._writers)


def waited(for_it: Callable[[], bool], seconds: float = 20) -> None:
    """Returns when it is so."""
    until = time.monotonic() + seconds
    while not for_it():
        assert time.monotonic() < until, "it never comes"
        time.sleep(0.01)
