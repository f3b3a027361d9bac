"""Filled questionnaires (Table 5): kept apart, and counted together, so that nobody is known."""

import secrets

import msgspec

from app.decoding import decode
from app.deeds.looking import today
from app.events.survey import Filled, SurveysCounted
from app.folds import survey
from app.folds.survey import Batch
from app.ids import new_id
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed

LEAST = 5
"""Fewer are not counted: they wait for more."""
PLACE = "survey"
"""Where those wait that are not counted yet; outside the journal, for it knows who and when."""


def waiting_surveys(look: Look) -> tuple[Filled, ...]:
    """Those that are not counted yet, in no order."""
    kept = look.draft(PLACE)
    return decode(kept, tuple[Filled, ...]) if kept else ()


@deed
def enter_survey(work: Work, filled: Filled, questions: int) -> int:
    """Takes one in; gives how many wait. Nothing tells when it was, or by whom.

    Refuses `survey_empty`, `survey_wrong` and `day_in_future`.
    """
    if filled.day > today(work):
        raise Refusal("day_in_future", date=filled.day)
    if len(filled.answers) != questions or not set(filled.answers) <= set(range(6)):
        raise Refusal("survey_wrong")
    if not any(filled.answers) and not filled.remarks.strip():
        raise Refusal("survey_empty")
    every = [*waiting_surveys(work), _cleaned(filled)]
    secrets.SystemRandom().shuffle(every)
    work.keep_draft(PLACE, msgspec.json.encode(every))
    return len(every)


def count_surveys(work: Work) -> Batch | None:
    """Those that wait go into the record together, shuffled; None where they are too few."""
    every = list(waiting_surveys(work))
    if len(every) < LEAST:
        return None
    secrets.SystemRandom().shuffle(every)
    work.drop_draft(PLACE)
    return work.append(survey.FOLD, new_id(work.at), SurveysCounted(filled=tuple(every)))


def _cleaned(filled: Filled) -> Filled:
    words = {
        part: tidy(clean(getattr(filled, part)))
        for part in ("gender", "age", "education", "job", "service", "visits", "remarks")
    }
    return msgspec.structs.replace(filled, **words)
