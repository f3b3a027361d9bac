"""What figures are counted from, by scanning what a desk in memory holds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.counted import (
    ARRIVED,
    CALLED,
    CAME,
    FORGOTTEN,
    HAND_OVER,
    KEPT,
    LONGEST,
    NO_SHOW,
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
    what_of,
)
from app.event import moment
from app.events.office import CounterPaused, CounterResumed
from app.folds.request import Request, StepTimes
from app.folds.ticket import Turn
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
                _flags(place, turn, kept=bool(found.carried_to)),
                _seconds(turn.since, turn.called) if found.how == "ticket" else -1,
                _seconds(turn.called, turn.begun) if turn.begun else -1,
                _seconds(turn.begun, turn.ended) if turn.begun else -1,
                turn.called,
                turn.ended,
                found.id,
            )
            for found in self._desk.tickets()
            if found.day == day
            for place, turn in enumerate(found.turns)
        )

    def last_turns(self, day: date) -> list[tuple[int, str, str]]:
        called = [(row[8], row[0], row[1]) for row in self.visits_of(day) if row[8]]
        return list(
            {counter: (at, counter, clerk) for at, counter, clerk in sorted(called)}.values()
        )

    def break_marks(self, first: date, last: date) -> list[BreakMark]:
        return [
            (event.number, recorded.at, isinstance(event, CounterPaused))
            for recorded, event in self._desk.facts
            if isinstance(event, CounterPaused | CounterResumed)
            if first <= day_of(recorded.moment) <= last
        ]

    def promises(self, first: date, last: date) -> Iterator[PromiseRow]:
        due = [r for r in self._desk.requests() if first <= r.promised.date() <= last]
        for found in sorted(due, key=lambda request: request.promised):
            promised = found.promised.date().isoformat()
            yield promised, _iso(found.ready_on), found.state, found.service, 1

    def steps_of(self, day: date) -> list[StepRow]:
        given: list[StepRow] = [
            (
                _iso(times.done_on),
                int(not found.open),
                what_of(times.step),
                since.isoformat(),
                times.handed_over if times.step.unit_of_time == "working_hour" else None,
                times.done if times.step.unit_of_time == "working_hour" else None,
            )
            for found, times, since in self._steps(day)
        ]
        return given + [
            (None, int(not found.open), HAND_OVER, since.isoformat(), None, None)
            for found, place, times, since in self._every_step()
            if since == day and place == found.current_step
            if not (times.handed_over or found.answers)
        ]

    def steps_left(self, first: date) -> list[tuple[str, StepRow]]:
        return [
            (day.isoformat(), row)
            for day in sorted({since for _, _, _, since in self._every_step()} | self._handed())
            if day < first
            for row in self.steps_of(day)
            if row[0] is None and not row[1]
        ]

    def _handed(self) -> set[date]:
        every = (times.handed_over_on for _, _, times, _ in self._every_step())
        return {day for day in every if day}

    def _steps(self, day: date) -> list[tuple[Request, StepTimes, date]]:
        every = self._every_step()
        return [(r, times, since) for r, _, times, since in every if times.handed_over_on == day]

    def _every_step(self) -> Iterator[tuple[Request, int, StepTimes, date]]:
        """Each with the day on which it could be handed over."""
        for found in self._desk.requests():
            since = found.received.date()
            for place, times in enumerate(found.steps):
                yield found, place, times, since
                since = times.done_on or since

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

    def telephoned(self, first: date, last: date) -> list[tuple[str, int]]:
        return list(
            Counter(
                found.service
                for found in self._desk.tickets()
                if found.how == "telephone" and first <= found.day <= last
            ).items()
        )

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
        told: str = "",
    ) -> list[VisitLine]:
        raise NotImplementedError

    def promise_lines(
        self, first: date, last: date, which: Which, today: date, service: str = ""
    ) -> list[PromiseLine]:
        raise NotImplementedError

    def step_whats(self, first: date, last: date) -> list[str]:
        raise NotImplementedError

    def step_lines(
        self, first: date, last: date, whats: Sequence[str], left: Sequence[str]
    ) -> list[StepLine]:
        raise NotImplementedError

    def missing_lines(
        self, first: date, last: date, service: str = "", title: str = ""
    ) -> list[MissingLine]:
        raise NotImplementedError


def _flags(place: int, turn: Turn, *, kept: bool) -> int:
    arrived = turn.begun or turn.end == "finished"
    forgotten = turn.ended - turn.called > LONGEST * 1_000_000
    flags = CAME * (place == 0 and not kept) + CALLED + NO_SHOW * (turn.end == "no_show")
    return flags + KEPT * kept + ARRIVED * bool(arrived) + FORGOTTEN * forgotten


def _seconds(since: int, until: int) -> int:
    return max(until - since, 0) // 1_000_000


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
