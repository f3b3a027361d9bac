"""The state of the office's blank receipts: which were printed, and what became of each sheet."""

from typing import cast

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events import pad as said
from app.events.paper import PaperPrinted
from app.folds.fold import Fold, Reason, State, Transition, paper_printed
from app.ids import named_id
from app.value import Value


def pads_id(office: str) -> str:
    """The entity that holds all blank receipts of an office."""
    return named_id(office, "pads", "")


class Sheet(Value, frozen=True, kw_only=True):
    """One blank receipt; `at` is when that was recorded, in microseconds UTC, with what became of
    it: the request that it was entered as, or why it is void.
    """

    tracking: str
    pad: str
    request: str = ""
    voided: str = ""
    at: int | None = None

    @property
    def out(self) -> bool:
        """Blank still, or in the hands of a client and not entered."""
        return self.at is None


class Pads(State, frozen=True, kw_only=True):
    """All pads of the office, the oldest first, and their sheets by number."""

    pads: tuple[said.PadPrepared, ...]
    sheets: dict[str, Sheet]

    def pad(self, name: str) -> said.PadPrepared | None:
        """The pad of that id."""
        return next((each for each in self.pads if each.pad == name), None)


def _opened(recorded: Recorded, event: Event) -> Pads | None:
    if not isinstance(event, said.PadPrepared):
        return None
    return Pads(id=recorded.entity, pads=(event,), sheets=_blank(event))


def _prepared(pads: Pads, _: Recorded, event: Event) -> tuple[Pads, Reason]:
    event = cast(said.PadPrepared, event)
    known = pads.sheets.keys() & set(event.sheets)
    sheets = {**_blank(event), **pads.sheets}
    after = replace(pads, pads=(*pads.pads, event), sheets=sheets)
    return after, "sheet_used_twice" if known else ""


def _entered(pads: Pads, recorded: Recorded, event: Event) -> tuple[Pads, Reason]:
    event = cast(said.SheetEntered, event)
    return _settled(pads, recorded, event.tracking, request=event.request)


def _voided(pads: Pads, recorded: Recorded, event: Event) -> tuple[Pads, Reason]:
    event = cast(said.SheetVoided, event)
    return _settled(pads, recorded, event.tracking, voided=event.reason)


def _settled(pads: Pads, recorded: Recorded, tracking: str, **how: str) -> tuple[Pads, Reason]:
    """A sheet that was entered stays so, whatever comes later."""
    sheet = pads.sheets.get(tracking)
    if sheet is None:
        return pads, "no_such_sheet"
    if not sheet.out and (sheet.request or "voided" in how):
        return pads, "sheet_used_twice"
    fresh = replace(sheet, **{"voided": "", **how}, at=recorded.at)
    after = replace(pads, sheets={**pads.sheets, tracking: fresh})
    return after, "" if sheet.out else "sheet_used_twice"


def _blank(event: said.PadPrepared) -> dict[str, Sheet]:
    return {number: Sheet(tracking=number, pad=event.pad) for number in event.sheets}


_TRANSITIONS: dict[type[Event], Transition[Pads]] = {
    said.PadPrepared: _prepared,
    said.SheetEntered: _entered,
    said.SheetVoided: _voided,
    PaperPrinted: paper_printed,
}

FOLD: Fold[Pads] = Fold(_opened, _TRANSITIONS)
