"""The daily log (Table 2) in its two parts, and its supplement."""

from datetime import date

from msgspec.structs import asdict

from app.day_sheet import DaySheet, day_sheet
from app.deeds.day import day_id
from app.event import moment
from app.filling.common import letterhead, made
from app.folds import day
from app.folds.day import Closing
from app.local import local
from app.papers import LogPaper, LogTotals
from app.ports import Look


def log_paper(look: Look, shown: date, counter: str = "", *, supplement: bool = False) -> LogPaper:
    """Table 2 of a day, of one counter or of the desk (empty).

    Once closed, the sheet stays what it was: its requests, its foot, its head of the chain. What
    came later, by work or by merge, stands on the supplement; until the closing there is none.
    """
    if counter:
        look.office.counter(counter)
    state = look.load(day.FOLD, day_id(look.office.id, shown))
    closing = state.closing(counter) if state else None
    sheet = day_sheet(look, shown, counter)
    at, clerk = made(look)
    head = look.head.hex()
    if closing and not supplement:
        at, head = local(moment(closing.at)), closing.said.head
    sheet = _late(sheet, closing) if supplement else _on_time(sheet, closing, counter)
    today = {line.request for line in sheet.received}
    return LogPaper(
        letterhead=letterhead(look.office),
        at=at,
        counter=counter,
        clerk=clerk,
        day=shown,
        received=tuple(line.row for line in sheet.received),
        answered=tuple(line.row for line in sheet.given if line.request not in today),
        totals=sheet.totals,
        head=head,
        supplement=supplement,
        last_column=look.office.rules.last_column,
    )


def _on_time(sheet: DaySheet, closing: Closing | None, counter: str) -> DaySheet:
    if closing is None:
        return sheet
    said = closing.said
    received, answered = frozenset(said.received), frozenset(said.answered)
    totals = said.totals if said.counter == counter else sheet.totals
    return DaySheet(
        received=tuple(line for line in sheet.received if line.request in received),
        given=tuple(line for line in sheet.given if line.request in answered),
        totals=totals,
    )


def _late(sheet: DaySheet, closing: Closing | None) -> DaySheet:
    if closing is None:
        return DaySheet(received=(), given=(), totals=LogTotals())
    said = closing.said
    received, answered = frozenset(said.received), frozenset(said.answered)
    before, now = asdict(said.totals), asdict(sheet.totals)
    since = {name: max(0, count - before[name]) for name, count in now.items()}
    return DaySheet(
        received=tuple(line for line in sheet.received if line.request not in received),
        given=tuple(line for line in sheet.given if line.request not in answered),
        totals=LogTotals(**{**since, "overdue": now["overdue"]}),
    )
