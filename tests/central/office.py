"""A centre in a database of its own, with an office and its PCs."""

import secrets
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from app.sync.node_file import NodeFile
from db.central import admin, founding
from db.central.address import dsn_of
from db.central.client import PgCentre
from tests.central.guide import ADMINISTRATOR, as_administrator, made
from tests.central.server import Server

TEMPLATE = "bajeh_template"


class Centre:
    """A database that is a centre; `dsn` is its administrator's."""

    def __init__(self, server: Server, database: str, office: str = "0f" * 16) -> None:
        self.server = server
        self.office = office
        self.database = database
        self.superuser = server.dsn(database)
        self.dsn = as_administrator(self.superuser, database)
        self.files: dict[str, NodeFile] = {}
        self._clients: list[PgCentre] = []

    def enrol(self, node: str, name: str = "1", **more: Any) -> NodeFile:
        """Lets a PC in."""
        self.files[node] = admin.enrol(
            self.dsn, office=self.office, office_name="میز خدمت", node=node, name=name, **more
        )
        return self.files[node]

    def client(self, node: str) -> PgCentre:
        """A connection of that PC's own, closed with the test."""
        client = PgCentre(dsn_of(self.files[node].centre, Path(tempfile.gettempdir()) / "none"))
        self._clients.append(client)
        return client

    def do(self, *statements: str) -> None:
        """As the superuser."""
        with psycopg.connect(self.superuser, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def one(self, query: str, *values: object) -> object:
        """The first column of the first row, as the superuser sees it."""
        with psycopg.connect(self.superuser) as connection:
            row = connection.execute(query.encode(), values or None).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Closes all connections."""
        for client in self._clients:
            client.close()

    def drop(self) -> None:
        """Leaves nothing behind but roles."""
        self.close()
        with psycopg.connect(self.server.dsn(), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{self.database}" WITH (FORCE)'.encode())


def templated(server: Server) -> None:
    """Makes the database of which every test has a copy, as the guide says."""
    admin.init(made(server.dsn(), TEMPLATE))


def copy_of_template(server: Server, name: str) -> Centre:
    """A fresh centre."""
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        connection.execute(
            f'CREATE DATABASE "{name}" TEMPLATE {TEMPLATE} OWNER {ADMINISTRATOR}'.encode()
        )
    centre = Centre(server, name)
    with psycopg.connect(centre.dsn) as shutting:
        founding.shut(shutting)
    return centre


def names(count: int) -> Iterable[str]:
    """Ids of PCs."""
    return (f"{number:032x}" for number in range(1, count + 1))


@contextmanager
def running() -> Iterator[Server]:
    """A server with a template of a centre, gone afterwards."""
    server = Server()
    server.start()
    templated(server)
    yield server
    server.remove()


@contextmanager
def empty(server: Server) -> Iterator[Centre]:
    """An empty centre of that server, gone afterwards."""
    centre = copy_of_template(server, f"centre_{secrets.token_hex(4)}")
    yield centre
    centre.drop()
