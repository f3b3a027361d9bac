"""The blank receipts of the office: which are out, and what became of the others."""

from datetime import datetime
from typing import Literal

from app.deeds.pad import pads_of
from app.event import moment
from app.folds import request
from app.folds.pad import Sheet
from app.ports import Look
from app.value import Value

SheetState = Literal["out", "entered", "voided"]


class SheetShown(Value, frozen=True, kw_only=True):
    """One sheet; `printed` is the local time at which its number was set aside, `at` when it was
    entered or voided. `name` and `title` are of the request, `reason` of the void.
    """

    tracking: str
    printed: datetime
    state: SheetState
    at: datetime | None = None
    name: str = ""
    title: str = ""
    reason: str = ""


class PadsShown(Value, frozen=True, kw_only=True):
    """All sheets, those of the newest pad first."""

    sheets: tuple[SheetShown, ...]

    def of(self, state: SheetState) -> tuple[SheetShown, ...]:
        """Those of one state."""
        return tuple(sheet for sheet in self.sheets if sheet.state == state)


def pads_shown(look: Look) -> PadsShown:
    """As the store has it."""
    found = pads_of(look)
    return PadsShown(
        sheets=tuple(
            _shown(look, found.sheets[number], pad.at)
            for pad in reversed(found.pads)
            for number in pad.sheets
        )
    )


def _shown(look: Look, sheet: Sheet, printed: datetime) -> SheetShown:
    entered = look.load(request.FOLD, sheet.request) if sheet.request else None
    return SheetShown(
        tracking=sheet.tracking,
        printed=printed,
        state="out" if sheet.out else "entered" if sheet.request else "voided",
        at=None if sheet.at is None else moment(sheet.at),
        name=entered.applicant.name if entered else "",
        title=entered.title if entered else "",
        reason=sheet.voided,
    )
