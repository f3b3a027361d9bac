"""A centre proves by its certificate that it is the one in the node file, or nobody signs in."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from msgspec.structs import replace

from app.sync.node_file import Address
from app.sync.talk import Dismissed, Unreachable
from db.central import admin
from db.central.address import dsn_of
from db.central.client import PgCentre
from tests.central.server import Server, lesser_user, system_programs

NOW = datetime.now(UTC)
DAY = timedelta(days=1)


class Authority:
    """Vouches for servers."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "authority")])
        made = self._begun(self._name, self._key).add_extension(
            x509.BasicConstraints(ca=True, path_length=0), critical=True
        )
        self.certificate = _pem(made.sign(self._key, hashes.SHA256()))

    def server(self, host: str) -> tuple[str, str]:
        """Certificate and key of a host."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        names = x509.SubjectAlternativeName([x509.DNSName(host)])
        made = self._begun(name, key).add_extension(names, critical=False)
        secret = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return _pem(made.sign(self._key, hashes.SHA256())), secret.decode()

    def _begun(self, name: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        builder = x509.CertificateBuilder().subject_name(name).issuer_name(self._name)
        builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
        return builder.not_valid_before(NOW - DAY).not_valid_after(NOW + DAY)


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="module")
def address(authority: Authority) -> Iterator[Address]:
    """Where a PC finds a centre that speaks nothing but TLS."""
    programs = system_programs()
    if programs is None:
        pytest.skip("no PostgreSQL of the system's own here; that of the wheel knows no TLS")
    server = Server(programs, ssl="on", ssl_min_protocol_version="TLSv1.3")
    for name, text in zip(("server.crt", "server.key"), authority.server("localhost"), strict=True):
        (server.data / name).write_text(text)
        (server.data / name).chmod(0o600)
        if user := lesser_user():
            shutil.chown(server.data / name, user)
    (server.data / "pg_hba.conf").write_text("hostssl all all 127.0.0.1/32 scram-sha-256\n")
    server.start()
    admin.init(server.dsn())
    file = admin.enrol(
        server.dsn(), office="0f" * 16, office_name="میز خدمت", node="11" * 16, name="1",
        hosts=(f"localhost:{server.port}",), certificate=authority.certificate,
    )  # fmt: skip
    yield file.centre
    server.remove()


def said(address: Address, folder: Path, more: str = "") -> object:
    """The PC's name, as the centre says it."""
    client = PgCentre(f"{dsn_of(address, folder / 'authority.pem')} {more}")
    try:
        return client.status()["name"]
    finally:
        client.close()


def test_a_centre_that_its_authority_vouches_for_is_believed(
    address: Address, tmp_path: Path
) -> None:
    assert said(address, tmp_path) == "1"
    assert said(address, tmp_path, "channel_binding=require") == "1"


def test_another_authority_is_not_believed(address: Address, tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="SSL error"):
        said(replace(address, certificate=Authority().certificate), tmp_path)


def test_another_host_is_not_believed(address: Address, tmp_path: Path) -> None:
    (host,) = address.hosts
    other = replace(address, hosts=(host.replace("localhost", "127.0.0.1"),))
    with pytest.raises(Unreachable, match="does not match host name"):
        said(other, tmp_path)


def test_nobody_comes_in_without_tls(address: Address, tmp_path: Path) -> None:
    with pytest.raises(Dismissed, match="28000") as dismissed:
        said(address, tmp_path, "sslmode=disable")
    assert "no encryption" in str(dismissed.value.__cause__)
