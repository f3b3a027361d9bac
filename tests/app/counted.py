"""What figures are counted from, by scanning what a desk in memory holds."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from app.counted import (
    CALLED,
    CAME,
    NO_SHOW,
    DayStepRow,
    FilledRow,
    HourStepRow,
    MissedRow,
    MissingLine,
    PromiseLine,
    PromiseRow,
    StepLine,
    VisitLine,
    VisitRow,
    Which,
    what_of,
)
from app.event import moment
from app.folds.request import Request, StepTimes
from app.local import day_of, local

if TYPE_CHECKING:
    from tests.app.desk import Desk


class DeskFigures:
    """Fulfils the rows of `app.counted.Figures`; lists under figures are the store's alone."""

    _desk: "Desk"

    def visits_of(self, day: date) -> list[VisitRow]:
        return sorted(
            (
                turn.counter,
                turn.clerk,
                turn.service,
                local(moment(turn.since)).hour,
                CAME * (place == 0) + CALLED + NO_SHOW * (turn.end == "no_show"),
                _seconds(turn.since, turn.called) if found.how == "ticket" else -1,
                _seconds(turn.called, turn.begun) if turn.begun else -1,
                _seconds(turn.begun, turn.ended) if turn.begun else -1,
                turn.called,
                turn.ended,
            )
            for found in self._desk.tickets()
            if found.day == day
            for place, turn in enumerate(found.turns)
        )

    def promise_rows(self, first: date, last: date) -> Iterator[PromiseRow]:
        counted = Counter(
            (
                found.promised.date().isoformat(),
                found.ready_on.isoformat() if found.ready_on else None,
                found.state,
                found.service,
            )
            for found in self._desk.requests()
            if first <= found.promised.date() <= last
        )
        rows = (PromiseRow(*key, count) for key, count in counted.items())
        return iter(sorted(rows, key=lambda row: row.promised))

    def day_steps_of(self, day: date) -> list[DayStepRow]:
        return [
            (_iso(times.done_on), int(not found.open), what_of(times.step))
            for found, times in self._steps(day)
            if times.step.unit_of_time != "working_hour"
        ]

    def hour_steps_of(self, day: date) -> list[HourStepRow]:
        return [
            (
                _iso(times.done_on),
                int(not found.open),
                what_of(times.step),
                times.handed_over or 0,
                times.done,
            )
            for found, times in self._steps(day)
            if times.step.unit_of_time == "working_hour"
        ]

    def _steps(self, day: date) -> list[tuple[Request, StepTimes]]:
        every = ((r, times) for r in self._desk.requests() for times in r.steps)
        return [(r, times) for r, times in every if times.handed_over_on == day]

    def missed_rows(self, first: date, last: date) -> list[MissedRow]:
        counted = Counter(
            (slip.slip.service, paper.title)
            for found in self._desk.tickets()
            for slip in found.deficiencies
            if first <= day_of(moment(slip.at)) <= last
            for paper in slip.slip.missing
        )
        return [MissedRow(*key, times, times, 0) for key, times in counted.items()]

    def slips(self, first: date, last: date) -> tuple[int, int]:
        days = (day_of(moment(s.at)) for t in self._desk.tickets() for s in t.deficiencies)
        return sum(first <= day <= last for day in days), 0

    def filled_rows(self, first: date, last: date) -> list[FilledRow]:
        raise NotImplementedError

    def still_here(self, first: date, last: date) -> int:
        return sum(first <= t.day <= last and not t.ended for t in self._desk.tickets())

    def visit_lines(
        self,
        first: date,
        last: date,
        *,
        service: str = "",
        counter: str = "",
        clerk: str = "",
        hour: int = -1,
        end: str = "",
    ) -> list[VisitLine]:
        raise NotImplementedError

    def promise_lines(
        self, first: date, last: date, which: Which, today: date, service: str = ""
    ) -> list[PromiseLine]:
        raise NotImplementedError

    def step_lines(self, first: date, last: date, what: str) -> list[StepLine]:
        raise NotImplementedError

    def missing_lines(
        self, first: date, last: date, service: str = "", title: str = ""
    ) -> list[MissingLine]:
        raise NotImplementedError


def _seconds(since: int, until: int) -> int:
    return max(until - since, 0) // 1_000_000


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
