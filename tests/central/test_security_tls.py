"""The line between a PC and the centre: who proves what to whom, before a word is said."""

import os
import shutil
import socket
import stat
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from msgspec.structs import replace
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from app.sync.node_file import Address, NodeFile
from app.sync.talk import Dismissed, Unreachable
from db.central.address import dsn_of
from db.central.client import PgCentre
from tests.central.patroni_authority import Authority
from tests.central.server import system_programs
from tests.central.tls import TlsCentre, entrances, tls_centre

debian = pytest.mark.skipif(
    system_programs() is None or shutil.which("openssl") is None,
    reason="TLS needs Debian's PostgreSQL and openssl; the pip build of PostgreSQL has none",
)


@pytest.fixture(scope="module")
def centre() -> Iterator[TlsCentre]:
    """A centre over TLS."""
    with tempfile.TemporaryDirectory(prefix="bajeh-tls-") as folder, tls_centre(Path(folder)) as it:
        yield it


def comes_in(file: NodeFile, folder: Path, **changed: str) -> str:
    """Asks as that PC; gives the trouble, empty where there is none."""
    dsn = make_conninfo(dsn_of(file.centre, folder / "centre.pem"), **changed)
    client = PgCentre(dsn)
    try:
        client.status()
    except Dismissed as dismissed:
        return f"{dismissed.code} {dismissed.__cause__}"
    except Unreachable as unreachable:
        return str(unreachable)
    finally:
        client.close()
    return ""


@debian
def test_the_line_is_encrypted_bound_and_proved(centre: TlsCentre, tmp_path: Path) -> None:
    file = centre.enrol()
    assert comes_in(file, tmp_path) == ""
    with psycopg.connect(dsn_of(file.centre, tmp_path / "centre.pem")) as connection:
        tls = "SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        assert connection.execute(tls).fetchone() == (True, "TLSv1.3")
        assert connection.pgconn.used_password


@debian
def test_another_authority_is_not_believed(centre: TlsCentre, tmp_path: Path) -> None:
    wrong = Authority(tmp_path).file.read_text("ascii")
    assert "certificate verify failed" in comes_in(centre.enrol(certificate=wrong), tmp_path)


@debian
def test_another_name_is_not_believed(centre: TlsCentre, tmp_path: Path) -> None:
    assert "does not match host name" in comes_in(centre.enrol("localhost"), tmp_path)


@debian
def test_a_line_in_the_clear_is_not_let_in(centre: TlsCentre, tmp_path: Path) -> None:
    plain = {"sslmode": "disable", "channel_binding": "disable"}
    assert "no encryption" in comes_in(centre.enrol(), tmp_path, **plain)


@debian
def test_a_wrong_password_is_not_let_in(centre: TlsCentre, tmp_path: Path) -> None:
    assert comes_in(centre.enrol(), tmp_path, password="guessed")[:5] == "28P01"


@debian
def test_no_other_database_and_no_other_role_is_let_in(centre: TlsCentre, tmp_path: Path) -> None:
    file = centre.enrol()
    for database in ("postgres", "template1"):
        said = comes_in(file, tmp_path, dbname=database)
        assert said.startswith("28000")
        assert "no pg_hba.conf entry" in said
    for role in ("postgres", "administrator", "bajeh_owner", "bajeh_node"):
        assert comes_in(file, tmp_path, user=role)[:5] == "28P01"


@debian
def test_what_the_server_keeps_of_a_password_is_no_password(centre: TlsCentre) -> None:
    file = centre.enrol()
    with psycopg.connect(centre.superuser) as connection:
        query = "SELECT rolpassword FROM pg_authid WHERE rolname = %s"
        row = connection.execute(query, (file.centre.role,)).fetchone()
    assert row is not None
    assert row[0].startswith("SCRAM-SHA-256$")
    assert file.centre.password not in row[0]


@debian
def test_the_certificate_beside_the_store_is_its_users_alone(
    centre: TlsCentre, tmp_path: Path
) -> None:
    beside = tmp_path / "centre.pem"
    beside.write_text("something else")
    beside.chmod(0o666)
    assert comes_in(centre.enrol(), tmp_path) == ""
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600


def test_the_guide_lets_nobody_in_without_tls_and_scram() -> None:
    lines = [line.split() for line in entrances()]
    assert [line for line in lines if line[0] == "hostssl" and line[2] == "+bajeh_node"]
    for line in lines:
        local = line[0] == "local" and line[2] == "postgres" and line[-1] == "peer"
        assert local or (line[0] == "hostssl" and line[-1] == "scram-sha-256"), line


FAR_AWAY = Address(hosts=("centre1",), database="bajeh", role="r", password="p")


def test_a_centre_on_another_machine_is_never_reached_without_proof(tmp_path: Path) -> None:
    for hosts in (("centre1",), ("127.0.0.1", "centre1"), ("10.0.0.1:5432",)):
        said = conninfo_to_dict(dsn_of(replace(FAR_AWAY, hosts=hosts), tmp_path))
        assert (said["sslmode"], said["channel_binding"]) == ("verify-full", "require")
        assert (said["require_auth"], said["gssencmode"]) == ("scram-sha-256", "disable")
        assert said["sslrootcert"] == "system"


@pytest.mark.skipif(os.name == "nt", reason="a port is free at once on POSIX alone")
def test_whoever_strips_the_encryption_hears_nothing(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as trap:
        heard: list[bytes] = []

        def strip() -> None:
            line, _ = trap.accept()
            with line:
                heard.append(line.recv(99))
                line.sendall(b"N")
                heard.append(line.recv(99))

        thread = threading.Thread(target=strip)
        thread.start()
        address = replace(
            FAR_AWAY, hosts=(f"127.0.0.1:{trap.getsockname()[1]}",), certificate="none"
        )
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(dsn_of(address, tmp_path / "centre.pem"))
        thread.join()
    assert [len(said) for said in heard] == [8, 0]
