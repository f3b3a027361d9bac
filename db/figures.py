"""Reads what figures are counted from."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple, TypeVar, cast

from sqlcipher3 import dbapi2

from app.counted import (
    LONGEST,
    MOST,
    BreakMark,
    FilledRow,
    MissedRow,
    MissingLine,
    PromiseLine,
    PromiseRow,
    StepLine,
    StepRow,
    VisitLine,
    VisitRow,
    Which,
    read_what,
)
from app.event import micros
from app.local import instant
from db.sql import figures
from db.statement import Statement

R = TypeVar("R", bound=NamedTuple)
_DAY = timedelta(days=1)
_LONGEST = LONGEST * 1_000_000


class StoreFigures:
    """Fulfils `app.counted.Figures`. Long readings have a cursor of their own."""

    @property
    def _cursor(self) -> dbapi2.Cursor:
        raise NotImplementedError

    def visits_of(self, day: date) -> list[VisitRow]:
        """The turns of a day, in the order of counter and call."""
        rows = figures.VISITS_OF_DAY.run(self._cursor, day=day.isoformat(), longest=_LONGEST)
        return cast("list[VisitRow]", rows.fetchall())

    def last_turns(self, day: date) -> list[tuple[int, str, str]]:
        """The turn of a day that was called last at each counter, and is over."""
        rows = figures.LAST_TURNS.run(self._cursor, day=day.isoformat())
        return cast("list[tuple[int, str, str]]", rows.fetchall())

    def break_marks(self, first: date, last: date) -> list[BreakMark]:
        """When counters began and ceased to rest on these days, in the order of time."""
        since, until = (
            micros(instant(datetime.combine(day, time()))) for day in (first, last + _DAY)
        )
        rows = figures.BREAK_MARKS.rows(self._cursor, since=since, until=until)
        return [(number, at, bool(rests)) for number, at, rests in rows]

    def promises(self, first: date, last: date) -> Iterator[PromiseRow]:
        """The requests promised for these days, in their order."""
        rows = self._raw(figures.PROMISES, **_promised(first, last))
        return cast("Iterator[PromiseRow]", rows)

    def steps_of(self, day: date) -> list[StepRow]:
        """The steps handed over on a day, and those that could have been since then."""
        rows = figures.STEPS_OF_DAY.run(self._cursor, day=day.isoformat())
        return cast("list[StepRow]", rows.fetchall())

    def steps_left(self, first: date) -> list[tuple[str, StepRow]]:
        """Those of the days before it that are still undone."""
        rows = figures.STEPS_LEFT.rows(self._cursor, first=first.isoformat())
        return [(day, cast("StepRow", tuple(row))) for day, *row in rows]

    def missed_rows(self, first: date, last: date) -> list[MissedRow]:
        """The papers that lacked."""
        return list(self._each(figures.MISSED, MissedRow, **_days(first, last)))

    def slips(self, first: date, last: date) -> tuple[int, int]:
        """How many slips were handed out, and how many of them were not the first of a visit."""
        row = figures.SLIPS.run(self._cursor, **_days(first, last)).fetchone()
        return row[0], row[1] or 0

    def filled_rows(self, first: date, last: date) -> list[FilledRow]:
        """The questionnaires."""
        return list(self._each(figures.FILLED, FilledRow, **_days(first, last)))

    def still_here(self, first: date, last: date) -> int:
        """Tickets of these days that wait or are served."""
        return sum(figures.STILL_HERE.column(self._cursor, **_days(first, last)))

    def telephoned(self, first: date, last: date) -> list[tuple[str, int]]:
        """The sub-services for which somebody telephoned, and how often."""
        return list(figures.TELEPHONED.rows(self._cursor, **_days(first, last)))

    def visit_lines(
        self,
        first: date,
        last: date,
        *,
        service: str = "",
        counter: str = "",
        clerk: str = "",
        hour: int = -1,
        told: str = "",
    ) -> list[VisitLine]:
        """All turns of at most `MOST` visits behind a figure."""
        of = {"service": service, "counter": counter, "clerk": clerk, "hour": hour, "told": told}
        most = {"most": MOST, "longest": _LONGEST}
        rows = figures.VISIT_LINES.rows(self._cursor, **_days(first, last), **of, **most)
        return [
            VisitLine(
                day=date.fromisoformat(day),
                label=label,
                title=title,
                turn=cast("VisitRow", tuple(turn)),
                end=end,
                outcome=outcome,
            )
            for day, label, title, end, outcome, *turn in rows
        ]

    def promise_lines(
        self, first: date, last: date, which: Which, today: date, service: str = ""
    ) -> list[PromiseLine]:
        """The requests behind a figure."""
        rows = figures.PROMISE_LINES.rows(
            self._cursor,
            **_promised(first, last),
            which=which,
            today=today.isoformat(),
            service=service,
            most=MOST,
        )
        return [_promise_line(*row) for row in rows]

    def step_whats(self, first: date, last: date) -> list[str]:
        """What the steps of these days are, and those that are left from before."""
        return figures.STEP_WHATS.column(self._cursor, **_days(first, last))

    def step_lines(
        self, first: date, last: date, whats: Sequence[str], left: Sequence[str]
    ) -> list[StepLine]:
        """The steps behind a figure: those that are one of these."""
        wanted = {"whats": json.dumps(whats), "left": json.dumps(left), "most": MOST}
        rows = figures.STEP_LINES.rows(self._cursor, **_days(first, last), **wanted)
        return [_step_line(*row) for row in rows]

    def missing_lines(
        self, first: date, last: date, service: str = "", title: str = ""
    ) -> list[MissingLine]:
        """The papers behind a figure."""
        rows = figures.MISSING_LINES.rows(
            self._cursor, **_days(first, last), service=service, title=title, most=MOST
        )
        return [
            MissingLine(
                day=date.fromisoformat(day), label=label, service=of, title=paper, counter=at
            )
            for day, label, of, paper, at in rows
        ]

    def _each(self, statement: Statement, kind: type[R], **values: Any) -> Iterator[R]:
        """On a cursor of its own, so that others may be asked meanwhile."""
        return map(cast("Any", kind)._make, self._raw(statement, **values))

    def _raw(self, statement: Statement, **values: Any) -> Iterator[tuple[Any, ...]]:
        cursor = self._cursor.connection.cursor()
        try:
            yield from statement.rows(cursor, **values)
        finally:
            cursor.close()


def _days(first: date, last: date) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat()}


def _promised(first: date, last: date) -> dict[str, str]:
    """Promises have a time of day."""
    return {"first": first.isoformat(), "beyond": (last + _DAY).isoformat()}


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _promise_line(
    tracking: str, name: str, title: str, state: str, *days: str | None
) -> PromiseLine:
    received, promised, ready = (_day(day) for day in days)
    assert received is not None
    assert promised is not None
    return PromiseLine(
        tracking=tracking,
        name=name,
        title=title,
        state=state,
        received=received,
        promised=promised,
        ready=ready,
    )


def _step_line(request: str, tracking: str, what: str, *rest: Any) -> StepLine:
    given, done, over, since, day, done_day, _ = rest
    step = read_what(what)
    return StepLine(
        request=request,
        tracking=tracking,
        title=step.title,
        unit=step.unit,
        agreed=step.agreed,
        unit_of_time=step.unit_of_time,
        given=given,
        done=done,
        over=bool(over),
        since=date.fromisoformat(since),
        day=date.fromisoformat(day),
        done_day=_day(done_day),
    )
