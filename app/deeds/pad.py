"""Blank receipts (Table 3) for a day without power: numbered in advance, entered later."""

from datetime import date, datetime, time
from typing import Unpack

from app.applicant import Applicant
from app.deeds.looking import require_right_clock, the_entry
from app.deeds.paper import print_paper
from app.deeds.request import OnSheet, Told, promised_at, register
from app.events.pad import PadPrepared, SheetEntered, SheetVoided
from app.folds import pad, request
from app.folds.pad import Pads, Sheet, pads_id
from app.folds.request import Request
from app.ids import new_id
from app.local import local
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed
from app.tracking import check

SHEETS = 20
"""Of one pad."""
MOST = 100


def pads_of(look: Look) -> Pads:
    """The blank receipts of the office, none where none was ever made."""
    entity = pads_id(look.office.id)
    return look.load(pad.FOLD, entity) or Pads(id=entity, pads=(), sheets={})


@deed
def prepare_pad(work: Work, sheets: int = SHEETS) -> PadPrepared:
    """Sets numbers aside for that many blank receipts. Refuses `clock_wrong`, `sheets_wrong`."""
    require_right_clock(work)
    if not 1 <= sheets <= MOST:
        raise Refusal("sheets_wrong", n=sheets, most=MOST)
    prepared = PadPrepared(
        pad=new_id(work.at),
        at=local(work.at),
        sheets=tuple(work.take_tracking() for _ in range(sheets)),
    )
    work.append(pad.FOLD, pads_id(work.office.id), prepared)
    return prepared


@deed
def enter_sheet(
    work: Work,
    tracking: str,
    service: str,
    applicant: Applicant,
    *,
    day: date,
    at: time | None = None,
    **told: Unpack[Told],
) -> Request:
    """Registers what was written by hand, under the paper's own number and date; the promise is
    computed from that date. `at` None: the paper says no hour, and the opening of that day counts.

    The paper that the client holds is the original, so that every later print is a copy. Refuses
    `sheet_unknown`, `sheet_entered`, `sheet_voided`, `sheet_too_early`, `sheet_in_future`, and as
    `app.deeds.request.register` does.
    """
    sheet = the_blank(work, tracking)
    written = OnSheet(tracking=sheet.tracking, received=written_at(work, sheet.tracking, day, at))
    found = register(work, service, applicant, sheet=written, **told)
    work.append(
        pad.FOLD, pads_id(work.office.id), SheetEntered(tracking=sheet.tracking, request=found.id)
    )
    print_paper(work, request.FOLD, found.id, "receipt")
    state = work.load(request.FOLD, found.id)
    assert state is not None
    return state


@deed
def void_sheet(work: Work, tracking: str, reason: str) -> Sheet:
    """A sheet that is spoilt or lost; nobody enters it any more.

    Refuses `sheet_unknown`, `sheet_entered`, `sheet_voided`, `reason_empty`.
    """
    sheet = the_blank(work, tracking)
    if not tidy(reason):
        raise Refusal("reason_empty")
    voided = SheetVoided(tracking=sheet.tracking, reason=clean(reason))
    return work.append(pad.FOLD, pads_id(work.office.id), voided).sheets[sheet.tracking]


def the_blank(look: Look, tracking: str) -> Sheet:
    """The sheet of that number that nobody has entered or voided. Refuses `tracking_wrong`,
    `sheet_unknown`, `sheet_entered`, `sheet_voided`.
    """
    number = check(tracking)
    sheet = pads_of(look).sheets.get(number)
    if sheet is None:
        raise Refusal("sheet_unknown", tracking=number)
    if sheet.request:
        raise Refusal("sheet_entered", tracking=number)
    if sheet.voided:
        raise Refusal("sheet_voided", tracking=number, reason=sheet.voided)
    return sheet


def written_at(look: Look, tracking: str, day: date, at: time | None = None) -> datetime:
    """When a sheet says that it was taken in, as local time. Refuses `sheet_too_early` before its
    pad was printed, and `sheet_in_future`.
    """
    found = pads_of(look)
    printed = next(each.at for each in found.pads if tracking in each.sheets)
    now = local(look.at)
    if day < printed.date():
        raise Refusal("sheet_too_early", date=day, printed=printed.date())
    if day > now.date() or (at and datetime.combine(day, at) > now):
        raise Refusal("sheet_in_future", date=day)
    if at:
        return datetime.combine(day, at)
    hours = look.office.calendar.hours_of(day)
    return min(datetime.combine(day, hours[0] if hours else time.min), now)


def promised_on(look: Look, tracking: str, service: str, day: date) -> datetime:
    """What a sheet promises, before it is entered. Refuses as entering it does."""
    sheet = the_blank(look, tracking)
    return promised_at(look, the_entry(look, service), written_at(look, sheet.tracking, day))
