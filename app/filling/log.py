"""The daily log (Table 2) in its two parts, and its supplement."""

from datetime import date

from app.closed_sheet import DaySheets, day_sheets
from app.deeds.day import require_sheet
from app.deeds.looking import today
from app.event import moment
from app.filling.common import letterhead, made
from app.local import local
from app.papers import LogPaper
from app.ports import Look
from app.refusal import Refusal


def log_paper(look: Look, shown: date, counter: str = "", *, supplement: bool = False) -> LogPaper:
    """Table 2 of a day, of one counter or of the desk (empty).

    Once closed, the sheet stays what it was: its rows, its foot, its head of the chain. What
    came later, by work or by merge, stands on the supplement; until the closing there is none.

    Refuses `counter_unknown` and, for a day that is still to come, `log_in_future`.
    """
    return papers_of(look, shown, counter)[supplement]


def papers_of(look: Look, shown: date, counter: str = "") -> tuple[LogPaper, LogPaper]:
    """The sheet and its supplement. Refuses as `log_paper` does."""
    require_sheet(look, shown, counter)
    if shown > today(look):
        raise Refusal("log_in_future", date=shown)
    sheets = day_sheets(look, shown, counter)
    return _paper(look, sheets, shown, counter), _paper(
        look, sheets, shown, counter, supplement=True
    )


def _paper(
    look: Look, sheets: DaySheets, shown: date, counter: str, *, supplement: bool = False
) -> LogPaper:
    sheet, closing = sheets.supplement if supplement else sheets.sheet, sheets.closing
    at, clerk = made(look)
    head = look.head.hex()
    if closing and not supplement:
        at, head = local(moment(closing.at)), closing.said.head
    return LogPaper(
        letterhead=letterhead(look.office),
        at=at,
        counter=counter,
        clerk=clerk,
        day=shown,
        received=tuple(line.row for line in sheet.received),
        answered=tuple(line.row for line in sheet.answered),
        changed=sheet.changed,
        totals=sheet.totals,
        head=head,
        supplement=supplement,
        last_column=look.office.rules.last_column,
    )
