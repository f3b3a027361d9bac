"""What is half typed in the windows: this PC's own, no part of the record."""

from sqlalchemy import Column, LargeBinary, Table, Text

from db.tables import METADATA

DRAFT = Table(
    "draft",
    METADATA,
    Column("place", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

ONE = "SELECT body FROM draft WHERE place = ?"
KEEP = "INSERT OR REPLACE INTO draft VALUES (?, ?)"
DROP = "DELETE FROM draft WHERE place = ?"
