"""Somebody who took a counter PC away, opened its store, and works with what stands in it."""

from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from app.sync.feed import Place
from app.sync.wire import Push
from db.central.address import dsn_of
from db.central.client import PgCentre
from tests.central.author import Author
from tests.central.office import Centre, names

HIS, OTHER, FAR = names(3)
"""The stolen PC, another one of its office, one of another office."""


class Thief:
    """Any SQL at all, as one PC of a centre."""

    def __init__(self, centre: Centre) -> None:
        self.centre = centre
        address = centre.files[HIS].centre
        self.role = address.role
        self.dsn = dsn_of(address, Path())
        self._open: list[psycopg.Connection[Any]] = []
        self.connection = self.another()

    def program(self) -> PgCentre:
        """What the PC's own program does."""
        return self.centre.client(HIS)

    def another(self, *, autocommit: bool = True) -> psycopg.Connection[Any]:
        """One more session."""
        connection = psycopg.connect(self.dsn, autocommit=autocommit)
        self._open.append(connection)
        return connection

    def gets(self, statement: str, *values: object) -> object:
        """The first column of the first row, or what the server says it did."""
        cursor = self.connection.execute(statement.encode(), values or None)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else cursor.statusmessage

    def refused(self, statement: str, *values: object) -> str:
        """The SQLSTATE with which the server sends him away; empty where it does not."""
        try:
            self.gets(statement, *values)
        except psycopg.Error as error:
            return error.sqlstate or "?"
        return ""

    def asked(self, function: str, *values: object) -> str:
        """The same of one of the centre's functions, whatever the values look like."""
        places = sql.SQL(", ").join(sql.Placeholder() * len(values))
        query = sql.SQL("SELECT reply FROM bajeh.{}({})").format(sql.Identifier(function), places)
        return self.refused(query.as_string(self.connection), *values)

    def close(self) -> None:
        """Ends all his sessions."""
        for connection in self._open:
            connection.close()


class Neighbour:
    """Another office of the same centre, where three tickets wait."""

    def __init__(self, centre: Centre) -> None:
        self.centre = Centre(centre.server, centre.database, "0e" * 16)
        self.centre.enrol(FAR)
        self.client = self.centre.client(FAR)
        self.author = Author(self.centre.office, FAR)
        self.lines = self.author.batch(3)
        self.client.ask(Push(place=Place(), lines=self.lines))

    def lines_count(self) -> object:
        """How many lines stand in its feed."""
        query = "SELECT count(*) FROM bajeh.line WHERE office = %s"
        return self.centre.one(query, self.centre.office)
