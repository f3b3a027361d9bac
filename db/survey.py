"""Filled questionnaires as the figures read them."""

from app.folds import survey
from app.folds.survey import Batch
from db.projection import Projection, Rows
from db.sql.figures import SURVEY


def _rows(state: Batch) -> Rows:
    rows = [
        (
            each.day.isoformat(),
            state.id,
            place,
            each.service,
            each.gender,
            each.visits,
            "".join(str(min(max(answer, 0), 5)) for answer in each.answers),
            each.remarks,
        )
        for place, each in enumerate(state.filled)
    ]
    return {SURVEY: rows}


PROJECTION = Projection(survey.FOLD, {SURVEY: "batch"}, _rows)
