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
    hosts = [host.rpartition(":") for host in map(with_port, address.hosts)]
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


def with_port(host: str, port: int = 5432) -> str:
    """The port that it names, or else this one. IPv6 stands in brackets if a port follows."""
    name, colon, own = host.rpartition(":")
    if colon and own.isdecimal() and (name[-1:] == "]" or ":" not in name):
        return host
    return f"[{host}]:{port}" if ":" in name and host[0] != "[" else f"{host}:{port}"
