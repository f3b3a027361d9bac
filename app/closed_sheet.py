"""Table 2 of a closed day: the sheet as it was signed, and beside it the supplement.

A closing carries its rows and its feet, so that nothing that is done or merged afterwards reaches
the sheet.
"""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from app.day_sheet import DaySheet, day_sheet, sheet_of
from app.deeds.looking import day_id
from app.event import moment
from app.folds import day, request
from app.folds.day import Closing
from app.local import local
from app.papers import LogLine, LogRow, LogTotals
from app.ports import Look
from app.supplement import supplement
from app.value import Value


class DaySheets(Value, frozen=True, kw_only=True):
    """A day of a counter or of the desk. Until it is closed the sheet is what stands, and the
    supplement is empty.
    """

    sheet: DaySheet
    supplement: DaySheet = DaySheet()
    closing: Closing | None = None


def day_sheets(look: Look, shown: date, counter: str = "") -> DaySheets:
    """The sheet of one counter, or of the desk (empty), and its supplement."""
    state = look.load(day.FOLD, day_id(look.office.id, shown))
    closing = state.closing(counter) if state else None
    now = day_sheet(look, shown, counter)
    if closing is None:
        return DaySheets(sheet=now)
    sheet = sheet_of(closing.said.lines or tuple(_named(look, closing)), shown, counter)
    signed = replace(sheet, totals=_foot(sheet, now.totals, closing, counter))
    return DaySheets(
        sheet=signed, supplement=supplement(look, signed, now, closing), closing=closing
    )


def _foot(sheet: DaySheet, now: LogTotals, closing: Closing, counter: str) -> LogTotals:
    said = closing.said
    if said.counter == counter:
        return said.totals
    if said.feet:
        return dict(said.feet).get(counter, LogTotals())
    # A desk that was closed before closings named the feet of its counters: its rows are known,
    # the visits of that day can still be counted, and what was late then is not known any more.
    rows, answers = len(sheet.received), len(sheet.given)
    return replace(now, requests=rows, answers=answers, overdue=None)


def _named(look: Look, closing: Closing) -> Iterator[LogLine]:
    """Of a closing that only named its requests: their rows without what came later, as nearly as
    dates and times can tell.
    """
    said = closing.said
    for line in look.day_log(said.day):
        if line.request in said.received or line.request in said.answered:
            yield replace(line, row=_then(look, line, closing))


def _then(look: Look, line: LogLine, closing: Closing) -> LogRow:
    row, last = line.row, local(moment(closing.at)).date()
    found = look.load(request.FOLD, line.request) if row.mark else None
    late = row.delivered == closing.said.day and line.request not in closing.said.answered
    return replace(
        row,
        first_step=_until(row.first_step, last),
        last_step=_until(row.last_step, last),
        delivered=None if late else _until(row.delivered, last),
        mark=found.mark(closing.at) if found else row.mark,
    )


def _until(done: date | None, last: date) -> date | None:
    return done if done and done <= last else None
