"""The catalogue as it is looked up by code."""

from sqlalchemy import Column, Table, Text, bindparam, select

from db.shape.metadata import METADATA

SUB_SERVICE = Table(
    "sub_service",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("code_key", Text, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("retired", Text, nullable=False),
)
_C = SUB_SERVICE.c


BY_CODE = select(_C.id).where(_C.code_key == bindparam("key")).order_by(_C.retired, _C.id)
EVERY = select(_C.id).order_by(_C.id)
