"""A centre reached as in earnest: over TLS, by the lines of `pg_hba` that the guide gives."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.sync.node_file import NodeFile
from db.central import admin
from tests.central.guide import made
from tests.central.patroni_authority import Authority, guided
from tests.central.server import Server, lesser_user, system_programs
from tests.central.thief import HIS

DATABASE = "bajeh"
OFFICE = "0f" * 16
NETWORKS = re.compile(r"10\.0\.0\.0/\d+")


def entrances() -> list[str]:
    """The guide's own lines of `pg_hba`."""
    config = guided("/etc/patroni/config.yml")
    return re.findall(r"^ +- ((?:local|host)\w* .*)$", config, re.MULTILINE)


class TlsCentre:
    """Debian's server with the guide's certificate; it is called `centre1` and stands here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.authority = Authority(folder)
        programs = system_programs()
        assert programs is not None
        self.server = Server(programs, ssl="on", **self._certified())
        lines = [NETWORKS.sub("127.0.0.0/8", line) for line in entrances()]
        (self.server.data / "pg_hba.conf").write_text("\n".join(lines) + "\n")
        self.server.start()
        self.superuser = self.server.dsn(DATABASE)
        self.dsn = made(self.server.dsn(), DATABASE)
        admin.init(self.dsn)

    def certify(self, **anew: int) -> None:
        """From now on it shows another certificate."""
        self._certified(**anew)
        self.server.stop()
        self.server.start()

    def _certified(self, **anew: int) -> dict[str, str]:
        certificate, key = self.authority.certificate("centre1", "127.0.0.1", **anew)
        for file in (self._folder, certificate, key):
            if user := lesser_user():
                shutil.chown(file, user)
        key.chmod(0o600)
        return {"ssl_cert_file": str(certificate), "ssl_key_file": str(key)}

    def enrol(self, host: str = "127.0.0.1", certificate: str = "") -> NodeFile:
        """Lets the PC in; gives what the administrator hands over."""
        return admin.enrol(
            self.dsn, office=OFFICE, office_name="میز خدمت", node=HIS, name="1",
            hosts=(f"{host}:{self.server.port}",),
            certificate=certificate or self.authority.file.read_text("ascii"),
        )  # fmt: skip


@contextmanager
def tls_centre(folder: Path) -> Iterator[TlsCentre]:
    """One for as long as it is needed."""
    centre = TlsCentre(folder)
    try:
        yield centre
    finally:
        centre.server.remove()
