"""The board of a counter (R49)."""

from app.deeds.catalogue import GUIDANCE
from app.filling.common import letterhead, made, week_of
from app.folds import catalogue
from app.letters import search_key
from app.local import day_of
from app.order import by_code, serving
from app.papers import BoardLine, BoardPaper
from app.ports import Look
from app.sub_service import SubService


def board_paper(look: Look, number: str) -> BoardPaper:
    """What is served at that counter, in the catalogue's order. Refuses `counter_unknown`."""
    counter = look.office.counter(number)
    at, clerk = made(look)
    return BoardPaper(
        letterhead=letterhead(look.office),
        at=at,
        counter=counter.number,
        clerk=clerk,
        title=counter.title,
        services=tuple(
            BoardLine(code=sheet.code, title=sheet.title, department=sheet.department)
            for sheet in _served(look, number)
        ),
        hours=week_of(look.office, day_of(look.at)),
    )


def _served(look: Look, number: str) -> list[SubService]:
    """What is offered at the desk, and there."""
    loaded = (look.load(catalogue.FOLD, entity) for entity in look.services())
    sheets = [
        entry.sheet
        for entry in loaded
        if entry and not entry.retired and number in serving(look.office, entry.id)
    ]
    apart = search_key(GUIDANCE.code)
    at_the_desk = [
        sheet
        for sheet in sheets
        if sheet.channel not in ("electronic", "g2g") and search_key(sheet.code) != apart
    ]
    return sorted(at_the_desk, key=lambda sheet: by_code(sheet.code))
