"""From the address in a node file to what the driver wants to know."""

from pathlib import Path

from psycopg.conninfo import make_conninfo

from app.sync.node_file import Address

HERE = frozenset({"127.0.0.1", "::1", "localhost"})


def dsn_of(address: Address, certificate: Path) -> str:
    """The centre's DSN. The certificate is written to that file, for the driver reads only files.

    The centre must prove itself by its certificate, and that it knows the password, over the very
    line that the certificate vouches for; only one on this very machine need not.
    """
    hosts = [host.rpartition(":") for host in map(_with_port, address.hosts)]
    names = [name.strip("[]") for name, _, _ in hosts]
    common = {
        "host": ",".join(names),
        "port": ",".join(port for _, _, port in hosts),
        "dbname": address.database,
        "user": address.role,
        "password": address.password,
        "require_auth": "scram-sha-256",
        "gssencmode": "disable",
    }
    if not address.certificate and HERE.issuperset(names):
        return make_conninfo(**common)
    vouches = _written(certificate, address.certificate) if address.certificate else "system"
    return make_conninfo(
        **common, sslmode="verify-full", sslrootcert=vouches, channel_binding="require"
    )


def _written(file: Path, certificate: str) -> str:
    """A file that only this user changes."""
    file.touch(0o600)
    file.chmod(0o600)
    file.write_text(certificate, "ascii")
    return str(file)


def _with_port(host: str) -> str:
    """An IPv6 address stands in brackets if a port follows."""
    name, colon, port = host.rpartition(":")
    return (
        host
        if colon and port.isdecimal() and (name[-1:] == "]" or ":" not in name)
        else f"{host}:5432"
    )
