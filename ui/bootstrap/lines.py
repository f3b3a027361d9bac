"""Lines to a centre, and what a centre is told of a journal."""

from pathlib import Path

from app.sync.line import Line
from app.sync.node_file import NodeFile
from app.sync.replica import Replica
from db.journal import StoreJournal

CERTIFICATE = "centre.pem"
"""Of the authority that vouches for the centre; the driver reads it from a file."""


def line_to(node: NodeFile, folder: Path) -> Line:
    """The line to a centre; the certificate that vouches for it comes into that folder."""
    from db.central.address import dsn_of
    from db.central.client import PgCentre

    return PgCentre(dsn_of(node.centre, folder / CERTIFICATE))


def replica_of(journal: StoreJournal) -> Replica:
    """The journal, as a centre's side sees it."""
    from db.replica import StoreReplica

    return StoreReplica(journal)
