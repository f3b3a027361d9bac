"""PCs without a store, that write event behind event and remember what they were answered."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import psycopg

from app.event import Recorded, content_of, first_link, link_of
from app.sync.drive import wait_after
from app.sync.feed import START, Line, Place, mark_of
from app.sync.node_file import NodeFile
from app.sync.talk import Unreachable
from app.sync.wire import Push, Pushed
from db.central.address import dsn_of
from db.central.client import PgCentre

BODY = b'{"text":"' + b"x" * 380 + b'"}'
"""As large as most events are."""


class Author:
    """A chain that grows without end."""

    def __init__(self, office: str, node: str, body: bytes = BODY) -> None:
        self._office, self._node, self._body = office, node, body
        self._incarnation = f"{Random(node).getrandbits(128):032x}"
        self._seq, self._link = 0, first_link(office, node)

    def lines(self, count: int) -> tuple[Line, ...]:
        """The next ones."""
        return tuple(self._next() for _ in range(count))

    def _next(self) -> Line:
        before = self._link
        self._seq += 1
        name = f"{self._node[-16:]}-{self._seq}"
        at, entity = time.time_ns() // 1000, f"{self._node[-16:]}-{self._seq // 4}"
        content = content_of(name, at, "clerk", entity, "NoteWritten", 1, self._body)
        self._link = link_of(before, self._incarnation, self._seq, content)
        recorded = Recorded(
            office=self._office,
            node=self._node,
            incarnation=self._incarnation,
            seq=self._seq,
            id=name,
            at=at,
            clerk="clerk",
            entity=entity,
            kind="NoteWritten",
            version=1,
            body=self._body,
            content=content,
            link=self._link,
        )
        return Line(recorded=recorded, follows=before if self._seq == 1 else b"")


class Writer:
    """Pushes until it is told to stop; waits as the program does where nobody answers.

    `acknowledged`: links of lines that the centre has answered for; `gap`: the longest time
    between two answers, in seconds.
    """

    def __init__(self, node: NodeFile, certificate: Path = Path(), batch: int = 1) -> None:
        self.acknowledged: list[bytes] = []
        self.gap = 0.0
        self.failures = 0
        self._batch = batch
        self._author = Author(node.office, node.node)
        self._centre = PgCentre(dsn_of(node.centre, certificate))
        self._chance = Random(node.node)
        self._stopped = threading.Event()
        self._last = 0.0
        self._thread = threading.Thread(target=self._run, daemon=True)

    def begin(self) -> None:
        """Begins to write."""
        self._last = time.monotonic()
        self._thread.start()

    def end(self) -> None:
        """Stops, once what it was about to say has been answered."""
        self._stopped.set()
        self._thread.join(60)
        assert not self._thread.is_alive()
        self._centre.close()

    def longest(self) -> float:
        """The longest gap until now; another one begins."""
        gap, self.gap = max(self.gap, time.monotonic() - self._last), 0.0
        return gap

    def _run(self) -> None:
        while not self._stopped.is_set():
            lines = self._author.lines(self._batch)
            self._push(lines)
            now = time.monotonic()
            self.gap, self._last = max(self.gap, now - self._last), now
            self.acknowledged += [line.recorded.link for line in lines]

    def _push(self, lines: tuple[Line, ...]) -> None:
        failures = 0
        while True:
            try:
                reply = self._centre.ask(Push(place=Place(), lines=lines))
            except Unreachable:
                self.failures += 1
                time.sleep(wait_after(failures, self._chance))
                failures += 1
            else:
                assert reply == Pushed(seq=lines[-1].recorded.seq), reply
                return


def losses(dsn: str, office: str, writers: Sequence[Writer]) -> int:
    """How many lines the centre has answered for and does not hold."""
    held = whole_feed(dsn, office)
    return len({link for each in writers for link in each.acknowledged}.difference(held))


def whole_feed(dsn: str, office: str) -> set[bytes]:
    """The links of a feed, which must have no hole, no line twice, and marks that are right."""
    with psycopg.connect(dsn) as connection:
        rows = connection.execute(
            "SELECT feed, mark, received_at, node, link FROM bajeh.line"
            " WHERE office = %s ORDER BY feed",
            (office,),
        ).fetchall()
    mark = START
    for number, (feed, vouched, received, node, link) in enumerate(rows, 1):
        mark = mark_of(mark, feed, received, _named(node, link))
        assert (feed, vouched) == (number, mark)
    held = {link for *_, link in rows}
    assert len(held) == len(rows)
    return held


def _named(node: str, link: bytes) -> Recorded:
    return Recorded("", node, "", 0, "", 0, "", "", "", 0, b"", b"", link)
