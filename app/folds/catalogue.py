"""The state of one entry of the catalogue."""

from typing import cast

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events import catalogue as said
from app.folds.fold import Fold, Reason, State, Transition
from app.persian import search_key
from app.sub_service import FormFile, SubService


class Entry(State, frozen=True, kw_only=True):
    """A sub-service as it stands now; `edited_at` in microseconds UTC."""

    version: int
    sheet: SubService
    edited_at: int
    defined_by: str
    """The event that says what it says now."""
    edited_by: str = ""
    """The id of the clerk who said it; empty: the program."""
    retired: str = ""
    """Why it is not offered any more, since `retired_at` (microseconds UTC)."""
    retired_at: int = 0
    files: tuple[FormFile, ...] = ()
    """The files of its forms, one for each form's title."""
    former: tuple[FormFile, ...] = ()
    """Those that are no longer at hand."""

    def file_of(self, title: str) -> FormFile | None:
        """The file of a form."""
        key = search_key(title)
        return next((file for file in self.files if search_key(file.title) == key), None)


def _opened(recorded: Recorded, event: Event) -> Entry | None:
    if not isinstance(event, said.SubServiceDefined):
        return None
    return Entry(
        id=recorded.entity,
        version=event.version,
        sheet=event.sheet,
        edited_at=recorded.at,
        defined_by=recorded.id,
        edited_by=recorded.clerk,
    )


def _defined(entry: Entry, recorded: Recorded, event: Event) -> tuple[Entry, Reason]:
    event = cast(said.SubServiceDefined, event)
    after = replace(
        entry,
        version=event.version,
        sheet=event.sheet,
        edited_at=recorded.at,
        defined_by=recorded.id,
        edited_by=recorded.clerk,
        retired="",
    )
    return after, "edited_at_two_places" if event.version <= entry.version else ""


def _retired(entry: Entry, recorded: Recorded, event: Event) -> tuple[Entry, Reason]:
    why = cast(said.SubServiceRetired, event).reason
    return replace(entry, retired=why, retired_at=recorded.at), ""


def _reinstated(entry: Entry, _: Recorded, __: Event) -> tuple[Entry, Reason]:
    return replace(entry, retired=""), ""


def _attached(entry: Entry, _: Recorded, event: Event) -> tuple[Entry, Reason]:
    file = cast(said.FormFileAttached, event).file
    left = _without(entry, file.title)
    return replace(left, files=(*left.files, file)), ""


def _dropped(entry: Entry, _: Recorded, event: Event) -> tuple[Entry, Reason]:
    return _without(entry, cast(said.FormFileDropped, event).title), ""


def _without(entry: Entry, title: str) -> Entry:
    gone = entry.file_of(title)
    if gone is None:
        return entry
    left = tuple(file for file in entry.files if file != gone)
    return replace(entry, files=left, former=(*entry.former, gone))


_TRANSITIONS: dict[type[Event], Transition[Entry]] = {
    said.SubServiceDefined: _defined,
    said.SubServiceRetired: _retired,
    said.SubServiceReinstated: _reinstated,
    said.FormFileAttached: _attached,
    said.FormFileDropped: _dropped,
}

FOLD: Fold[Entry] = Fold(_opened, _TRANSITIONS)
