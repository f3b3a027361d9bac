"""Blank receipts (Table 3) with their numbers, for a day without power."""

from app.deeds.pad import pads_of
from app.filling.common import letterhead, made
from app.papers import PadPaper
from app.ports import Look
from app.refusal import Refusal
from app.tracking import check


def pad_paper(look: Look, tracking: str) -> PadPaper:
    """The pad on which that number stands, with the sheets that are still out. Refuses
    `tracking_wrong`, `sheet_unknown`, `pad_used` where none is left.
    """
    number, found = check(tracking), pads_of(look)
    sheet = found.sheets.get(number)
    pad = found.pad(sheet.pad) if sheet else None
    if pad is None:
        raise Refusal("sheet_unknown", tracking=number)
    left = tuple(each for each in pad.sheets if found.sheets[each].out)
    if not left:
        raise Refusal("pad_used", tracking=number)
    at, clerk = made(look)
    return PadPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        pad=pad.pad,
        printed=pad.at,
        sheets=left,
    )
