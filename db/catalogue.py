"""The catalogue as it is looked up by code."""

from sqlalchemy import Column, Table, Text, bindparam, select

from app.folds import catalogue
from app.folds.catalogue import Entry
from app.persian import search_key
from db.projection import Projection, Rows
from db.statement import Statement
from db.tables import METADATA

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


def _rows(state: Entry) -> Rows:
    sheet = state.sheet
    return {
        SUB_SERVICE: [
            (
                state.id,
                sheet.code,
                search_key(sheet.code),
                sheet.title,
                sheet.department,
                state.retired,
            )
        ]
    }


PROJECTION = Projection(catalogue.FOLD, {SUB_SERVICE: _C.id}, _rows)

BY_CODE = Statement(
    select(_C.id).where(_C.code_key == bindparam("key")).order_by(_C.retired, _C.id)
)
EVERY = Statement(select(_C.id).order_by(_C.id))
