"""Two servers, of which the second has everything that the first has answered for."""

import secrets
import shutil
import tempfile
import time
from pathlib import Path

import psycopg

from tests.central.server import Server, free_port

WATCH = 10.0
"""Seconds within which a standby must have come."""

PAIRED = {"wal_retrieve_retry_interval": "100ms"}
"""A standby that is promoted while it waits for its dead primary waits on: five seconds, if it is
not told otherwise.
"""


class Standby(Server):
    """A copy of another server, that follows it until it is promoted."""

    def __init__(self, of: Server, port: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bajeh-pg-"))
        self.data = self.folder / "data"
        self.password = of.password
        self.port = port
        self.settings = of.settings
        self._user = of._user
        self._programs = of._programs
        self._process = None
        if self._user:
            shutil.chown(self.folder, self._user)
        name = f"standby_{secrets.token_hex(4)}"
        self._run(
            "pg_basebackup", "-D", self.data, "-R", "-X", "stream", "-c", "fast", "--no-sync",
            "-d", of.dsn(application_name=name),
        )  # fmt: skip

    def promote(self) -> None:
        """It is nobody's copy any more."""
        self._run("pg_ctl", "promote", "-D", self.data, "-s")


class Pair:
    """A primary and its synchronous standby. `primary` and `standby` change places."""

    def __init__(self, programs: Path | None = None, **settings: str) -> None:
        self.primary = Server(programs, **PAIRED, **settings)
        self.primary.start()
        self.standby = self._copied(free_port())

    @property
    def hosts(self) -> tuple[str, ...]:
        """Both, as a PC is told of them, always in the same order."""
        return tuple(f"127.0.0.1:{port}" for port in sorted((self.primary.port, self.standby.port)))

    def dsn(self, database: str = "postgres") -> str:
        """The administrator's, to the primary of this moment."""
        return self.primary.dsn(database)

    def fail_over(self) -> None:
        """Kill -9 of the primary; the standby takes its place."""
        self.primary.kill()
        self.standby.promote()
        self.primary, self.standby = self.standby, self.primary

    def mend(self) -> None:
        """In the dead one's place, at its address, there is a new copy."""
        self.standby.remove()
        self.standby = self._copied(self.standby.port)

    def remove(self) -> None:
        """Leaves nothing behind."""
        self.standby.remove()
        self.primary.remove()

    def _copied(self, port: int) -> Standby:
        """Only once the standby has caught up, answers wait for it."""
        standby = Standby(self.primary, port)
        standby.start()
        with psycopg.connect(self.primary.dsn(), autocommit=True) as administrator:
            administrator.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
            administrator.execute("SELECT pg_reload_conf()")
            until = time.monotonic() + WATCH
            while time.monotonic() < until:
                row = administrator.execute(
                    "SELECT FROM pg_stat_replication WHERE sync_state = 'sync'"
                ).fetchone()
                if row is not None:
                    return standby
                time.sleep(0.02)
        raise AssertionError("the standby does not come")
