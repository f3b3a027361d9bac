"""The daily log (Table 2) in its two parts, and its supplement."""

from collections.abc import Sequence
from datetime import date

from app.deeds.day import day_id
from app.filling.common import letterhead, made
from app.folds import day
from app.local import local
from app.papers import LogPaper, LogTotals
from app.ports import Look, VisitLine


def log_paper(look: Look, shown: date, counter: str = "", *, supplement: bool = False) -> LogPaper:
    """Table 2 of a day, of one counter or of the desk (empty).

    A supplement holds what was done after the day was closed; until then there is none.
    """
    if counter:
        look.office.counter(counter)
    state = look.load(day.FOLD, day_id(look.office.id, shown))
    closed = state.closed_at(counter) if state else None
    lines = look.day_log(shown)
    received = [
        line
        for line in lines
        if line.row.received == shown
        and counter in ("", line.counter)
        and _belongs(line.registered_at, closed, supplement=supplement)
    ]
    given = [
        line
        for line in lines
        if line.row.delivered == shown
        and counter in ("", line.delivery_counter)
        and _belongs(line.delivered_at, closed, supplement=supplement)
    ]
    at, clerk = made(look)
    return LogPaper(
        letterhead=letterhead(look.office),
        at=at,
        counter=counter,
        clerk=clerk,
        day=shown,
        received=tuple(line.row for line in received),
        answered=tuple(line.row for line in given if line not in received),
        totals=_totals(look, shown, counter, len(received), len(given)),
        head=look.head.hex(),
        supplement=supplement,
        last_column=look.office.described.rules.last_column,
    )


def _belongs(at: int | None, closed: int | None, *, supplement: bool) -> bool:
    late = closed is not None and at is not None and at > closed
    return late == supplement


def _totals(look: Look, shown: date, counter: str, requests: int, answers: int) -> LogTotals:
    visits = [v for v in look.visits_of_day(shown) if counter in ("", v.counter)]
    return LogTotals(
        requests=requests,
        answers=answers,
        guidance=_ended(visits, "guidance"),
        deficiencies=sum(v.deficiencies > 0 for v in visits),
        referrals=sum(v.referrals > 0 for v in visits),
        no_shows=sum(v.state == "no_show" for v in visits),
        overdue=look.overdue(local(look.at)),
    )


def _ended(visits: Sequence[VisitLine], outcome: str) -> int:
    return sum(v.outcome == outcome for v in visits)
