"""All days of the tour: python -m tests.central.tour FOLDER.

A whole day of one PC, a morning in the hall in FOLDER/hall, then a day of four PCs on a server of
the tests' own, in FOLDER/centre.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from tests.central.server import Server
from ui.bootstrap import SystemClock
from ui.cli.main import run, standard_output


def main(folder: str, *more: str) -> int:
    """The exit code of the first day that does not come to its end, else 0. Where no server can be
    started the last one is left out, and that is said.
    """
    code = play(folder, *more) or play(f"{folder}/hall", "--hall", *more)
    if code:
        return code
    try:
        with started() as server:
            return play(f"{folder}/centre", "--centre", made(server, "tour"), *more)
    except NoServer as error:
        print(f"the day with a centre is left out, no server starts: {error}", file=sys.stderr)
        return 0


def play(folder: str, *more: str) -> int:
    """The command, as it is typed."""
    return run(["tour", "--to", folder, *more], SystemClock(), standard_output())


class NoServer(Exception):
    """It cannot be started here."""


@contextmanager
def started() -> Iterator[Server]:
    """A server, gone afterwards. Raises `NoServer`."""
    try:
        server = Server()
        server.start()
    except (AssertionError, OSError) as error:
        raise NoServer(str(error)) from error
    try:
        yield server
    finally:
        server.remove()


def made(server: Server, name: str) -> str:
    """The DSN of an empty database."""
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return server.dsn(name)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
