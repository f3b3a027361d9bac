"""Plays the day of four PCs on a server of the tests' own: python -m tests.central.tour FOLDER."""

import sys
from contextlib import suppress

import psycopg

from tests.central.server import Server
from ui.bootstrap import SystemClock
from ui.cli.main import run, standard_output


def main(folder: str) -> int:
    """The exit code of the tour; 0, with a word about it, where no server can be started."""
    server = None
    try:
        server = Server()
        server.start()
    except (AssertionError, OSError) as error:
        if server is not None:
            server.remove()
        print(f"no server for a centre, so that day is not played: {error}", file=sys.stderr)
        return 0
    try:
        with suppress(KeyboardInterrupt):
            return run(
                ["tour", "--to", folder, "--centre", made(server)], SystemClock(), standard_output()
            )
        return 130
    finally:
        server.remove()


def made(server: Server, name: str = "tour") -> str:
    """The DSN of an empty database."""
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return server.dsn(name)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
