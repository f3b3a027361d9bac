"""The state of one entry of the catalogue."""

from typing import cast

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events import catalogue as said
from app.folds.fold import Fold, Reason, State, Transition
from app.sub_service import SubService


class Entry(State, frozen=True, kw_only=True):
    """A sub-service as it stands now; `edited_at` in microseconds UTC."""

    version: int
    sheet: SubService
    edited_at: int
    defined_by: str
    """The event that says what it says now."""
    retired: str = ""


def _opened(recorded: Recorded, event: Event) -> Entry | None:
    if not isinstance(event, said.SubServiceDefined):
        return None
    return Entry(
        id=recorded.entity,
        version=event.version,
        sheet=event.sheet,
        edited_at=recorded.at,
        defined_by=recorded.id,
    )


def _defined(entry: Entry, recorded: Recorded, event: Event) -> tuple[Entry, Reason]:
    event = cast(said.SubServiceDefined, event)
    after = replace(
        entry,
        version=event.version,
        sheet=event.sheet,
        edited_at=recorded.at,
        defined_by=recorded.id,
        retired="",
    )
    return after, "edited_at_two_places" if event.version <= entry.version else ""


def _retired(entry: Entry, _: Recorded, event: Event) -> tuple[Entry, Reason]:
    return replace(entry, retired=cast(said.SubServiceRetired, event).reason), ""


_TRANSITIONS: dict[type[Event], Transition[Entry]] = {
    said.SubServiceDefined: _defined,
    said.SubServiceRetired: _retired,
}

FOLD: Fold[Entry] = Fold(_opened, _TRANSITIONS)
