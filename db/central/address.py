"""From the address in a node file to what the driver wants to know."""

from pathlib import Path

from psycopg.conninfo import make_conninfo

from app.sync.node_file import Address

HERE = frozenset({"127.0.0.1", "::1", "localhost"})


def dsn_of(address: Address, certificate: Path) -> str:
    """The centre's DSN. The certificate is written to that file, for the driver reads only files.

    The centre must prove itself by its certificate; only one on this very machine need not.
    """
    hosts = [host.rpartition(":") for host in map(_with_port, address.hosts)]
    names = [name.strip("[]") for name, _, _ in hosts]
    common = {
        "host": ",".join(names),
        "port": ",".join(port for _, _, port in hosts),
        "dbname": address.database,
        "user": address.role,
        "password": address.password,
    }
    if address.certificate:
        certificate.write_text(address.certificate, "ascii")
        return make_conninfo(**common, sslmode="verify-full", sslrootcert=str(certificate))
    if HERE.issuperset(names):
        return make_conninfo(**common)
    return make_conninfo(**common, sslmode="verify-full", sslrootcert="system")


def _with_port(host: str) -> str:
    """An IPv6 address stands in brackets if a port follows."""
    name, colon, port = host.rpartition(":")
    return (
        host
        if colon and port.isdecimal() and (name[-1:] == "]" or ":" not in name)
        else f"{host}:5432"
    )
