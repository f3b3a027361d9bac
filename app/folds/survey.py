"""A batch of filled questionnaires; nothing ever changes it."""

from app.event import Event, Recorded
from app.events.survey import Filled, SurveysCounted
from app.folds.fold import Fold, State


class Batch(State, frozen=True, kw_only=True):
    """As they were counted, at one time."""

    filled: tuple[Filled, ...]


def _opened(recorded: Recorded, event: Event) -> Batch | None:
    if not isinstance(event, SurveysCounted):
        return None
    return Batch(id=recorded.entity, filled=event.filled)


FOLD: Fold[Batch] = Fold(_opened, {})
