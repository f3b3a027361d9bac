"""Three machines on loopback, with Debian's Patroni and etcd, set up as `docs/centre.md` says."""

import json
import os
import re
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from signal import SIGKILL, SIGTERM
from typing import Any

from psycopg.conninfo import make_conninfo

from tests.central.patroni_authority import Authority, guided

PROGRAMS = ("patroni", "patronictl", "etcd")
ACCOUNT = "postgres"
NAMES = ("centre1", "centre2", "centre3")
OWN = ("server.crt", "server.key")
SUPERUSER = "PASSWORD-2"
"""As the guide has it; nobody outside this machine reaches the trial."""


class Machine:
    """A node of the cluster: its etcd and its Patroni, which keeps its PostgreSQL."""

    def __init__(self, folder: Path, name: str, network: str, authority: Authority) -> None:
        self.name = name
        self.address = f"{network}.1{name[-1]}"
        self._folder = folder / name
        self._folder.mkdir()
        self._network = network
        for made, kept in zip(authority.certificate(name, self.address), OWN, strict=True):
            shutil.copy(made, self._folder / kept)
        self._etcd = dict(
            line.split("=", 1)
            for line in self._here(guided("/etc/default/etcd")).splitlines()
            if not line.startswith("#")
        )
        self.config = self._folder / "config.yml"
        self.config.write_text(self._here(guided("/etc/patroni/config.yml")))
        for path in (self._folder, *self._folder.iterdir()):
            shutil.chown(path, ACCOUNT, ACCOUNT)
            path.chmod(0o700 if path.is_dir() else 0o600)
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def switch_on(self) -> None:
        """Both services begin."""
        self._begin("etcd", self._etcd)
        self._begin("patroni", {}, str(self.config))

    def kill_postmaster(self) -> None:
        """Kill -9 of PostgreSQL alone."""
        os.kill(self._postmaster(), SIGKILL)

    def vanish(self) -> None:
        """Kill -9 of everything, as when somebody pulls the plug."""
        with suppress(OSError):
            postmaster = self._postmaster()
            for pid in (postmaster, *_children(postmaster)):
                with suppress(ProcessLookupError):
                    os.kill(pid, SIGKILL)
        for each in ("patroni", "etcd"):
            self._running[each].kill()
            self._running[each].wait()

    def switch_off(self) -> None:
        """An orderly end."""
        for each in ("patroni", "etcd"):
            process = self._running.get(each)
            if process is not None and process.poll() is None:
                process.send_signal(SIGTERM)
                with suppress(subprocess.TimeoutExpired):
                    process.wait(20)
        with suppress(OSError, ValueError):
            os.kill(self._postmaster(), SIGTERM)

    def log(self) -> str:
        """The end of what it has said."""
        return (self._folder / "patroni.log").read_text("utf-8", "replace")[-3000:]

    def _here(self, said: str) -> str:
        """The guide's words for the first machine, in this trial's folders and network."""
        own = said.replace("NAME=centre1", f"NAME={self.name}").replace(
            "name: centre1", f"name: {self.name}"
        )
        own = re.sub(
            r"(?m)^(?!.*(?:hosts:|CLUSTER=))(.*)10\.0\.0\.11\b", rf"\g<1>{self.address}", own
        )
        own = re.sub(r"10\.0\.0\.0/\d+", "127.0.0.0/8", own)
        own = own.replace("10.0.0.", f"{self._network}.")
        for folder in ("/etc/bajeh", "/var/lib/etcd", "/var/lib/postgresql", "/var/run/postgresql"):
            own = own.replace(folder, str(self._folder))
        return own

    def _begin(self, program: str, environment: dict[str, str], *arguments: str) -> None:
        path = {"PATH": os.defpath, "HOME": str(self._folder), "LANG": "C.UTF-8"}
        with (self._folder / f"{program}.log").open("ab") as log:
            self._running[program] = subprocess.Popen(
                [str(shutil.which(program)), *arguments],
                env=path | environment,
                cwd=self._folder,
                stdout=log,
                stderr=log,
                user=ACCOUNT,
                group=ACCOUNT,
                extra_groups=[],
            )

    def _postmaster(self) -> int:
        return int((self._folder / "15/bajeh/postmaster.pid").read_text().split()[0])


class Cluster:
    """The machines, and the administrator who looks at them."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bajeh-patroni-"))
        self.folder.chmod(0o755)
        network = f"127.{secrets.randbelow(200) + 20}.{secrets.randbelow(250)}"
        self.authority = Authority(self.folder)
        self.machines = [Machine(self.folder, name, network, self.authority) for name in NAMES]
        for machine in self.machines:
            machine.switch_on()

    @property
    def hosts(self) -> tuple[str, ...]:
        """As PCs are told."""
        return tuple(f"{machine.address}:5432" for machine in self.machines)

    def dsn(self, database: str = "postgres") -> str:
        """The administrator's, wherever the leader is."""
        return make_conninfo(
            host=",".join(machine.address for machine in self.machines),
            dbname=database,
            user="postgres",
            password=SUPERUSER,
            target_session_attrs="read-write",
            connect_timeout=2,
            sslmode="verify-full",
            sslrootcert=str(self.authority.file),
        )

    def members(self) -> dict[str, dict[str, Any]]:
        """What `patronictl list` says of each."""
        said = self.control("list", "-f", "json")
        return {each["Member"]: each for each in json.loads(said)} if said else {}

    def leader(self) -> Machine:
        """The one that writes."""
        members = self.members()
        return next(m for m in self.machines if members.get(m.name, {}).get("Role") == "Leader")

    def follower(self) -> Machine:
        """The one for which every answer waits."""
        members = self.members()
        return next(m for m in self.machines if members[m.name]["Role"] == "Sync Standby")

    def hand_over(self) -> None:
        """A planned switchover."""
        roles = {"--leader": self.leader().name, "--candidate": self.follower().name}
        said = self.control("switchover", "bajeh", *chain(*roles.items()), "--force")
        assert "Successfully" in said, said

    def crash(self) -> None:
        """Kill -9 of the leader's PostgreSQL alone, until one leads anew: what is left of the old
        one answers a moment longer, and nobody has noticed yet.
        """
        before = self._timeline()
        self.leader().kill_postmaster()
        until(lambda: self._timeline() > before, 30)

    def _timeline(self) -> int:
        """Of whoever leads; every leader begins one; 0 where nobody does."""
        led = (m.get("TL") for m in self.members().values() if m["Role"] == "Leader")
        return int(next(led, None) or 0)

    def whole(self) -> bool:
        """One leader, one that everything waits for, and another that follows."""
        members = self.members().values()
        roles = sorted(each["Role"] for each in members)
        return roles == ["Leader", "Replica", "Sync Standby"] and all(
            each["State"] in {"running", "streaming"} and each.get("Lag in MB", 0) in {0, ""}
            for each in members
        )

    def control(self, *arguments: str) -> str:
        """What `patronictl` answers; empty where it has nothing to say yet."""
        alive = self.machines[-1]
        done = subprocess.run(
            [str(shutil.which("patronictl")), "-c", str(alive.config), *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": str(self.folder)},
            timeout=60,
        )
        return done.stdout if done.returncode == 0 else ""

    def remove(self) -> None:
        """Leaves nothing behind."""
        for machine in self.machines:
            machine.switch_off()
        time.sleep(0.5)
        shutil.rmtree(self.folder, ignore_errors=True)


def missing() -> Sequence[str]:
    """Programs that this needs and that are not here."""
    return [program for program in PROGRAMS if not shutil.which(program)]


def installed() -> bool:
    """Whether all is there, after what root may do for it."""
    if missing() and os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (
            ["update"],
            [
                "install",
                "--yes",
                "--no-install-recommends",
                "patroni",
                "etcd-server",
                "etcd-client",
            ],
        ):
            subprocess.run(["apt-get", "-qq", *step], env=quiet, capture_output=True, check=False)
    return not missing() and Path("/usr/lib/postgresql/15/bin/initdb").exists()


def until(so: Callable[[], bool], seconds: float) -> float:
    """Waits for it; gives how long."""
    begun = time.monotonic()
    while not so():
        assert time.monotonic() - begun < seconds, "it never comes"
        time.sleep(0.2)
    return time.monotonic() - begun


def _children(pid: int) -> list[int]:
    said = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in said.split()]
