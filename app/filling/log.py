"""The daily log (Table 2) in its two parts, and its supplement."""

from datetime import date

from msgspec.structs import asdict, replace

from app.day_sheet import DaySheet, day_sheet
from app.deeds.day import day_id
from app.deeds.looking import today
from app.event import moment
from app.filling.common import letterhead, made
from app.folds import day
from app.folds.day import Closing
from app.local import local
from app.papers import LogPaper, LogTotals
from app.ports import Look
from app.refusal import Refusal


def log_paper(look: Look, shown: date, counter: str = "", *, supplement: bool = False) -> LogPaper:
    """Table 2 of a day, of one counter or of the desk (empty).

    Once closed, the sheet stays what it was: its requests, its foot, its head of the chain. What
    came later, by work or by merge, stands on the supplement; until the closing there is none.

    Refuses `counter_unknown` and, for a day that is still to come, `log_in_future`.
    """
    if counter:
        look.office.counter(counter)
    if shown > today(look):
        raise Refusal("log_in_future", date=shown)
    state = look.load(day.FOLD, day_id(look.office.id, shown))
    closing = state.closing(counter) if state else None
    sheet = day_sheet(look, shown, counter)
    at, clerk = made(look)
    head = look.head.hex()
    if closing and not supplement:
        at, head = local(moment(closing.at)), closing.said.head
    sheet = _late(sheet, closing, counter) if supplement else _on_time(sheet, closing, counter)
    same_day = {line.request for line in sheet.received}
    return LogPaper(
        letterhead=letterhead(look.office),
        at=at,
        counter=counter,
        clerk=clerk,
        day=shown,
        received=tuple(line.row for line in sheet.received),
        answered=tuple(line.row for line in sheet.given if line.request not in same_day),
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
    kept = DaySheet(
        received=tuple(line for line in sheet.received if line.request in received),
        given=tuple(line for line in sheet.given if line.request in answered),
        totals=sheet.totals,
    )
    return replace(kept, totals=_foot(kept, closing, counter))


def _foot(kept: DaySheet, closing: Closing, counter: str) -> LogTotals:
    """What stood there at the closing."""
    said = closing.said
    if said.counter == counter:
        return said.totals
    if said.feet:
        return dict(said.feet).get(counter, LogTotals())
    # A desk that was closed before closings named the feet of its counters.
    return replace(kept.totals, requests=len(kept.received), answers=len(kept.given))


def _late(sheet: DaySheet, closing: Closing | None, counter: str) -> DaySheet:
    if closing is None:
        return DaySheet(received=(), given=(), totals=LogTotals())
    on_time = _on_time(sheet, closing, counter)
    before, now = asdict(on_time.totals), asdict(sheet.totals)
    since = LogTotals(**{name: max(0, count - before[name]) for name, count in now.items()})
    said_received, said_given = frozenset(closing.said.received), frozenset(closing.said.answered)
    received = tuple(line for line in sheet.received if line.request not in said_received)
    given = tuple(line for line in sheet.given if line.request not in said_given)
    return DaySheet(
        received=received,
        given=given,
        totals=replace(
            since, requests=len(received), answers=len(given), overdue=sheet.totals.overdue
        ),
    )
