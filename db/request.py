"""Requests as lists, searches and Table 2 read them."""

import re
from datetime import date, datetime
from typing import Any

from app.counted import HAND_OVER, what_of
from app.event import moment
from app.folds import request
from app.folds.request import Request, StepTimes
from app.local import day_of
from app.papers import LogLine, LogRow
from app.persian import search_key
from app.ports import RequestLine
from db.projection import Projection, Row, Rows
from db.sql.figures import STEP
from db.sql.request import NAME, REQUEST

_BETWEEN = re.compile(r"[\s\-–—_.,،؛;:/\\|<>()\[\]{}«»\"'“”‘’]+")


def words_of(name: str) -> list[str]:
    """The words of a name: whatever stands between spaces, dashes, brackets and quotes."""
    return [word for word in _BETWEEN.split(name) if search_key(word)][:12]


def name_keys(name: str) -> set[str]:
    """The search keys of every tail of a name; at most twelve words count."""
    words = words_of(name)
    return {key for i in range(len(words)) if (key := search_key(" ".join(words[i:])))}


def _row(state: Request) -> Row:
    delivery = state.delivery
    return (
        state.id,
        state.tracking,
        state.service,
        state.code,
        state.title,
        state.applicant.id,
        state.applicant.name,
        state.applicant.mobile,
        state.state,
        state.counter,
        state.ticket or None,
        state.registered_at,
        state.received.date().isoformat(),
        state.promised.isoformat(),
        _iso(state.first_step_on),
        _iso(state.last_step_on),
        _iso(state.delivered_on),
        (delivery.said.ticket or None) if delivery else None,
        delivery.said.counter if delivery else None,
        state.mark(),
        state.waits_for or None,
        *_where_now(state),
        _iso(state.ready_on),
    )


def _where_now(state: Request) -> tuple[str | None, str | None]:
    """The step and unit at which it stands, where any is left."""
    index = state.current_step
    if index is None:
        return None, None
    step = state.steps[index].step
    return step.title, step.unit


def _rows(state: Request) -> Rows:
    names = {key for name in state.names for key in name_keys(name)}
    return {
        REQUEST: [_row(state)],
        NAME: [(key, -state.registered_at, state.id) for key in sorted(names)],
        STEP: _steps(state),
    }


def _steps(state: Request) -> list[Row]:
    """Those that a unit has, or had; and the one that the desk can hand over."""
    rows: list[Row] = []
    since, could = state.received.date(), state.registered_at
    for place, step in enumerate(state.steps):
        if step.handed_over or step.done:
            rows.append(_step(state, place, step, since))
        elif place == state.current_step and not state.answers:
            rows.append(_awaited(state, place, since, could))
        since, could = step.done_on or since, step.done or could
    return rows


def _step(state: Request, place: int, times: StepTimes, since: date) -> Row:
    """What ended before it was done is no unit's any more."""
    given = times.handed_over or times.done or 0
    day = times.handed_over_on or day_of(moment(given))
    return (
        day.isoformat(),
        state.id,
        place,
        what_of(times.step),
        int(times.step.unit_of_time == "working_hour"),
        given,
        times.done,
        _iso(times.done_on),
        int(not state.open),
        min(since, day).isoformat(),
    )


def _awaited(state: Request, place: int, since: date, could: int) -> Row:
    day, over = since.isoformat(), int(not state.open)
    return (day, state.id, place, HAND_OVER, 0, could, None, None, over, day)


PROJECTION = Projection(request.FOLD, {REQUEST: "id", NAME: "request", STEP: "request"}, _rows)


def log_line(row: tuple[Any, ...]) -> LogLine:
    """A row of `LOG_OF_DAY` as Table 2 reads it."""
    request, tracking, title, received, promised, first, last, delivered, *rest = row
    counter, delivery_counter, mark = rest
    return LogLine(
        request=request,
        row=LogRow(
            tracking=tracking,
            sub_service=title,
            received=date.fromisoformat(received),
            promised=datetime.fromisoformat(promised).date(),
            first_step=_day(first),
            last_step=_day(last),
            delivered=_day(delivered),
            mark=mark,
        ),
        counter=counter,
        delivery_counter=delivery_counter or "",
    )


def request_line(row: tuple[Any, ...]) -> RequestLine:
    """A row of `OWED_LINES` as lists show it."""
    id_, tracking, name, title, code, state, received, promised, step, unit = row
    return RequestLine(
        request=id_,
        tracking=tracking,
        name=name,
        title=title,
        code=code,
        state=state,
        received=date.fromisoformat(received),
        promised=datetime.fromisoformat(promised).date(),
        step=step or "",
        unit=unit or "",
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
