"""The catalogue as it is looked up by code."""

from app.folds import catalogue
from app.folds.catalogue import Entry
from app.persian import search_key
from db.projection import Projection, Rows
from db.sql.catalogue import SUB_SERVICE


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


PROJECTION = Projection(catalogue.FOLD, {SUB_SERVICE: "id"}, _rows)
