"""Settling what does not fit: after a merge somebody looks into it, and says what is so."""

from typing import Any

from app.events.conflict import ConflictSettled, How
from app.folds import catalogue, day, office, request, ticket
from app.folds.fold import Fold, State
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal

FOLDS: tuple[Fold[Any], ...] = (
    ticket.FOLD,
    request.FOLD,
    catalogue.FOLD,
    office.FOLD,
    day.FOLD,
)
"""Of every kind of entity."""


def settle(work: Work, event: str, how: How, note: str) -> State:
    """Says of the conflict that an event makes what is so. It leaves the list and stays on record.

    Refuses `note_empty`, `conflict_unknown`, `conflict_settled`.
    """
    if not tidy(note):
        raise Refusal("note_empty")
    entity = work.conflict_of(event)
    found = state_of(work, entity) if entity else None
    if entity is None or found is None:
        raise Refusal("conflict_unknown", event=event)
    fold, state = found
    if state.settlement(event):
        raise Refusal("conflict_settled")
    after: State = work.append(
        fold, entity, ConflictSettled(event=event, how=how, note=clean(note))
    )
    return after


def state_of(look: Look, entity: str) -> tuple[Fold[Any], State] | None:
    """An entity of any kind, and its fold."""
    for fold in FOLDS:
        state = look.load(fold, entity)
        if state is not None:
            return fold, state
    return None
