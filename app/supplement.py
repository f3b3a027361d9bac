"""The supplement (برگ متمم) of a closed sheet: what belongs to its day and does not stand on it."""

from collections.abc import Iterator, Sequence

from msgspec.structs import asdict, replace

from app.day_sheet import DaySheet
from app.event import moment
from app.folds import request
from app.folds.day import Closing
from app.folds.request import Request
from app.local import local
from app.papers import LogChange, LogLine, LogRow, LogTotals
from app.ports import Look

_TELLING = ("corrected", "withdrawn", "voided")


def supplement(look: Look, signed: DaySheet, now: DaySheet, closing: Closing) -> DaySheet:
    """Work of the day that the closing did not know, by whatever way it came; and what became of
    the rows that were signed: of that day's steps, and on any day a correction, withdrawal or
    voiding. An answer of a later day stands in the log of that day.
    """
    received, given = _beyond(now.received, signed.received), _beyond(now.given, signed.given)
    return DaySheet(
        received=received,
        given=given,
        changed=tuple(sorted(_changes(look, signed, now, closing), key=lambda change: change.at)),
        totals=replace(
            _more(signed.totals, now.totals),
            requests=len(received),
            answers=len(given),
            overdue=now.totals.overdue,
        ),
    )


def _beyond(now: Sequence[LogLine], signed: Sequence[LogLine]) -> tuple[LogLine, ...]:
    known = {line.request for line in signed}
    return tuple(line for line in now if line.request not in known)


def _more(signed: LogTotals, now: LogTotals) -> LogTotals:
    """What was not counted then has no more now."""
    before = {name: count for name, count in asdict(signed).items() if count is not None}
    after = asdict(now)
    return LogTotals(**{name: max(0, after[name] - count) for name, count in before.items()})


def _changes(look: Look, signed: DaySheet, now: DaySheet, closing: Closing) -> Iterator[LogChange]:
    rows = {line.request: line.row for line in (*signed.received, *signed.given)}
    stand = {line.request: line.row for line in (*now.received, *now.given)}
    for id_, row in rows.items():
        then, after = _of_day(row, closing), _of_day(stand.get(id_, row), closing)
        # Only what may tell something is folded: a day has hundreds of rows.
        if (then != after or after.mark in _TELLING) and (found := look.load(request.FOLD, id_)):
            yield from _dated(row, after, found)
            yield from _marked(row, found, closing)


def _of_day(row: LogRow, closing: Closing) -> LogRow:
    """Without what other days tell of it: answers, and steps after the day."""
    day = closing.said.day
    first = row.first_step if row.first_step and row.first_step <= day else None
    last = row.last_step if row.last_step and row.last_step <= day else None
    return replace(row, first_step=first, last_step=last, delivered=None)


def _dated(row: LogRow, after: LogRow, found: Request) -> Iterator[LogChange]:
    if after.first_step and after.first_step != row.first_step:
        given, with_it = found.steps[0].handed_over or 0, replace(row, first_step=after.first_step)
        yield LogChange(row=with_it, what="first_step", at=local(moment(given)))
    if after.last_step and after.last_step != row.last_step:
        done, with_it = found.steps[-1].done or 0, replace(row, last_step=after.last_step)
        yield LogChange(row=with_it, what="last_step", at=local(moment(done)))


def _marked(row: LogRow, found: Request, closing: Closing) -> Iterator[LogChange]:
    """What the sheet says already is none; a sheet tells corrections by one mark."""
    unmarked = row.mark in ("", "by_hand")
    for correction in found.corrections:
        if unmarked or correction.at > closing.at:
            at = local(moment(correction.at))
            yield LogChange(row=row, what="corrected", at=at, reason=correction.reason)
    if found.ended and found.ended_at is not None and row.mark != found.ended:
        at = local(moment(found.ended_at))
        yield LogChange(row=row, what=found.ended, at=at, reason=found.ended_reason)
