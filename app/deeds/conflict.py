"""Settling what does not fit: after a merge somebody looks into it, and says what is so."""

from typing import Any

from app.events.conflict import ConflictSettled, How
from app.folds import appointment, catalogue, clerk, day, office, pad, request, ticket
from app.folds.fold import Fold, State
from app.folds.ticket import Ticket
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed

FOLDS: tuple[Fold[Any], ...] = (
    ticket.FOLD,
    request.FOLD,
    catalogue.FOLD,
    office.FOLD,
    day.FOLD,
    pad.FOLD,
    clerk.FOLD,
    appointment.FOLD,
)
"""Of every kind of entity."""


@deed
def settle(work: Work, event: str, how: How, note: str) -> State:
    """Says of the conflict that an event makes what is so, and of those that follow from it. They
    leave the list and stay on record.

    Refuses `note_empty`, `conflict_unknown`, `conflict_settled`, and `conflict_open` of what cannot
    be right as it stands: two counters have the same client still.
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
    if how == "stands" and (counters := _at_two_counters(state)):
        raise Refusal("conflict_open", counters=counters)
    for conflict in state.following(event):
        said = ConflictSettled(event=conflict.event, how=how, note=clean(note))
        state = work.append(fold, entity, said)
    return state


def _at_two_counters(state: State) -> list[str]:
    """The counters at which a ticket is, if there are two."""
    calls = state.calls if isinstance(state, Ticket) else ()
    counters = sorted({call.counter for call in calls})
    return counters if len(counters) > 1 else []


def state_of(look: Look, entity: str) -> tuple[Fold[Any], State] | None:
    """An entity of any kind, and its fold."""
    for fold in FOLDS:
        state = look.load(fold, entity)
        if state is not None:
            return fold, state
    return None
