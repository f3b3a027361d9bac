"""When an answer may be expected as things stand now: what is told beside the promised date, and
never in its place (Table 3, footnote 4).
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from msgspec.structs import replace

from app.event import moment
from app.folds import request
from app.folds.request import Request
from app.local import local
from app.ports import Look, RequestLine
from app.refusal import Refusal
from app.sub_service import Step
from app.workdays import WorkCalendar, promise

_LAST = datetime(9999, 12, 31)


def estimate(found: Request, now: datetime, calendar: WorkCalendar) -> datetime | None:
    """The local time at which an open request may be expected to be done, `now` being local too.

    The steps that are left, from the end of the last one that was done, else from the receipt, by
    the calendar as it is now. A step that is past its time ends today at the earliest. Not before
    what was said when a paper was found missing. None where an answer is there, or none is owed.
    Refuses as `app.workdays.promise` does.
    """
    if not found.open or found.answers:
        return None
    begun = max((step.done for step in found.steps if step.done), default=None)
    since = local(moment(begun)) if begun else found.received
    left = [step.step for step in found.steps if not step.done]
    expected = _expected(since, left, now, calendar)
    told = [lack.estimate for lack in found.deficiencies if lack.estimate]
    return max((expected, *told[-1:]))


def estimated_later(look: Look, found: Request) -> date | None:
    """The day on which it may be expected, where that is after the promised one."""
    try:
        expected = estimate(found, local(look.at), look.office.calendar)
    except Refusal:  # a calendar without working days lets nothing be expected
        return None
    late = expected is not None and expected.date() > found.promised.date()
    return expected.date() if expected and late else None


def with_estimates(look: Look, lines: Sequence[RequestLine]) -> tuple[RequestLine, ...]:
    """The same lines, each with the day on which it may be expected where that is later."""
    return tuple(_told(look, line) for line in lines)


def moved(look: Look, day: date, most: int) -> tuple[RequestLine, ...]:
    """The open requests promised for that day or later which may be expected after their promise
    only: whom a closure of that day keeps waiting; of the first `most`.
    """
    lines = look.owed_lines("", datetime.combine(day, time.min), _LAST, "", most)
    return tuple(line for line in with_estimates(look, lines) if line.estimated)


def _expected(
    since: datetime, left: Sequence[Step], now: datetime, calendar: WorkCalendar
) -> datetime:
    steps = [(step.duration, step.unit_of_time) for step in left]
    current = promise(since, steps[:1], calendar)
    if current < now:  # it should have been done by now
        return promise(now, steps[1:], calendar)
    return promise(since, steps, calendar)


def _told(look: Look, line: RequestLine) -> RequestLine:
    found = look.load(request.FOLD, line.request)
    later = estimated_later(look, found) if found else None
    return replace(line, estimated=later) if later else line
