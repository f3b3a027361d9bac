"""The real centre: a day's lines up, and down again into a fresh store."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

from app.ids import new_id
from app.sync import pulling, pushing
from app.sync.drive import carry
from app.sync.feed import Place
from app.sync.wire import Page, Pull, Push, Reply, Request
from db import store
from db.central import admin
from db.central.address import dsn_of
from db.central.client import PgCentre
from db.keys import new_key
from db.replica import StoreReplica
from tests.bench.office import BenchClock, Office, append, around, visits
from tests.bench.report import Figure, timed
from tests.central.server import Server

EVENTS = 20_000


class Timed:
    """A centre, and how long it took over pushes and pulls."""

    def __init__(self, centre: PgCentre) -> None:
        self._centre = centre
        self.spent = dict.fromkeys((Push, Pull), 0.0)

    def ask(self, request: Request) -> Reply:
        """What it says."""
        start = time.perf_counter()
        reply = self._centre.ask(request)
        kind = type(request)
        if kind in self.spent:
            self.spent[kind] += time.perf_counter() - start
        return reply


def syncing(folder: Path) -> list[Figure]:
    """Push in batches of 200, beside COPY of the same rows; pull and fold, beside bare pull."""
    office = Office(folder)
    append(office.journal, visits(office, EVENTS))
    with _server() as server:
        admin.init(server.dsn())
        first = _enrolled(server, office, office.node, "1")
        with closing(first), closing(office.journal):
            sender = Timed(first)
            whole = timed(lambda: carry(pushing.push(StoreReplica(office.journal)), sender))
            rows, copying = _copied(server)
        second = _enrolled(server, office, new_id(BenchClock().now()), "2")
        with closing(second):
            bare = timed(lambda: _read(second))
            folding, receiver = _folded(folder / "second", office, second)
    pushed, copied = rows / sender.spent[Push], rows / copying
    return [
        Figure(
            what=f"push of {rows:,} lines in batches of {pushing.BATCH}, one client",
            measured=f"{pushed:,.0f} events/s, with reading and signing {rows / whole:,.0f}",
            beside=f"COPY of the same rows {copied:,.0f}/s",
            ratio=f"{pushed / copied:.0%}",
            goal="≥ 12,000, ≥ 20 %",
            met=pushed >= 12_000 and pushed / copied >= 0.2,
        ),
        Figure(
            what=f"pull of {rows:,} lines and fold into a fresh store",
            measured=f"{rows / folding:,.0f} events/s",
            beside=f"without the store {rows / bare:,.0f}/s; of it {receiver.spent[Pull]:.2f} s",
            ratio=f"{bare / folding:.0%}",
            goal="≥ 10,000",
            met=rows / folding >= 10_000,
        ),
    ]


@contextmanager
def _server() -> Iterator[Server]:
    server = Server(fsync="on", full_page_writes="on", shared_buffers="128MB")
    try:
        server.start()
        yield server
    finally:
        server.remove()


def _enrolled(server: Server, office: Office, node: str, name: str) -> PgCentre:
    file = admin.enrol(
        server.dsn(), office=office.office, office_name="Bench", node=node, name=name
    )
    return PgCentre(dsn_of(file.centre, server.folder / "none"))


def _copied(server: Server) -> tuple[int, float]:
    """Seconds for as many rows by COPY into a table that asks nothing."""
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        connection.execute("CREATE TABLE bare (LIKE bajeh.line, PRIMARY KEY (office, feed))")
        rows = connection.execute("SELECT * FROM bajeh.line ORDER BY feed").fetchall()

        def copy() -> None:
            with connection.cursor() as cursor, cursor.copy("COPY bare FROM STDIN") as stream:
                for row in rows:
                    stream.write_row(row)

        return len(rows), timed(copy)


def _read(centre: PgCentre) -> None:
    place = Place()
    while True:
        page = centre.ask(Pull(place=place, most=pulling.PAGE))
        assert isinstance(page, Page)
        if not page.lines:
            return
        place = Place(cursor=page.lines[-1].number, mark=page.lines[-1].mark)


def _folded(folder: Path, office: Office, centre: PgCentre) -> tuple[float, Timed]:
    folder.mkdir()
    notes = {"office": office.office, "node": new_id(BenchClock().now())}
    with closing(store.make(folder / "data", new_key(), notes, around(folder))) as journal:
        replica, receiver = StoreReplica(journal), Timed(centre)
        spent = timed(lambda: carry(pulling.pull(replica), receiver))
        assert replica.place().cursor >= EVENTS
    return spent, receiver
