"""The settings of this PC alone: its role, its counter, its printers, how it shows things."""

from sqlalchemy import Column, Table, Text

from db.tables import METADATA

SETTING = Table(
    "setting",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

ONE = "SELECT value FROM setting WHERE name = ?"
SET = "INSERT OR REPLACE INTO setting VALUES (?, ?)"
