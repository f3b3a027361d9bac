"""Behind every figure stand exactly as many rows as it counts, whatever a day brought."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from random import Random

import pytest

from app.awaited import Forecast, Told
from app.counted import FORGOTTEN, NO_SHOW
from app.deeds import call, pause, request, step, visit, waiting
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.figures.report import Report, report
from app.figures.spread import Spread
from app.figures.stays import BYS, NOT_MEASURED, By
from app.figures.traces import people_behind, steps_behind
from app.figures.units import UnitStep
from app.figures.visits import Group
from app.local import day_of
from app.period import Period, period_of
from app.ports import Look, Work
from app.refusal import Refusal
from db.journal import StoreJournal
from tests.db.office import Office, assert_sound, ended, issue, prepare, register

TOLD = Told(least=0, most=10, forecast=Forecast(middle=200, spread=300))


class Days:
    """Plays at random what clerks and clients may do; what is refused did not happen."""

    def __init__(self, office: Office, journal: StoreJournal, seed: int) -> None:
        self._clock, self._journal, self._random = office.clock, journal, Random(seed)
        self._tickets: list[str] = []
        self._requests: list[str] = []
        self._deeds = (
            *(self._issue,) * 6,
            *(self._call,) * 6,
            *(self._at_counter,) * 6,
            self._undo,
            self._pause,
            self._register,
            *(self._step,) * 3,
            self._end_request,
        )

    def play(self, steps: int) -> None:
        """So many deeds."""
        for _ in range(steps):
            self._clock.tick(self._random.choice((20, 90, 90, 400, 400, 400, 1500) * 9 + (20_000,)))
            with suppress(Refusal):
                self._random.choice(self._deeds)()

    def _do(self, deed: Callable[[Work], object]) -> None:
        with self._journal.look() as look:
            clerk = look.office.clerk("1").clerk
        with self._journal.work(clerk) as work:
            deed(work)

    def _counter(self) -> str:
        return self._random.choice("12")

    def _issue(self) -> None:
        made = issue(self._journal, self._random.choice("123")).id
        self._tickets.append(made)
        if self._random.random() < 0.5:
            self._do(lambda work: waiting.tell_wait(work, made, TOLD))

    def _call(self) -> None:
        number = self._counter()
        with suppress(Refusal):
            self._do(lambda work: pause.resume_counter(work, number))
        self._do(lambda work: call.call_next(work, number))

    def _at_counter(self) -> None:
        with self._journal.look() as look:
            found = look.visit_at(self._counter())
        if found is None:
            return
        kinds: tuple[Callable[[Work], object], ...] = (
            *(lambda work: call.begin(work, found),) * 4,
            lambda work: call.no_show(work, found),
            lambda work: visit.hold(work, found, 10),
            lambda work: visit.return_to_queue(work, found),
            lambda work: visit.transfer(work, found, service=self._random.choice("123")),
            lambda work: ended(work, found),
            lambda work: ended(work, found),
            lambda work: announce_deficiency(
                work, found, missing_documents(work, "1", ["کارت ملی"])
            ),
        )
        self._do(self._random.choice(kinds))

    def _undo(self) -> None:
        for ticket in self._tickets[-8:]:
            with suppress(Refusal):
                self._do(partial(call.undo_no_show, entity=ticket, reason="آمد"))

    def _pause(self) -> None:
        number = self._counter()
        self._do(lambda work: pause.pause_counter(work, number, "نماز"))

    def _register(self) -> None:
        made = register(self._journal, len(self._requests) + 1)
        self._requests.append(made.tracking)

    def _step(self) -> None:
        tracking = self._random.choice(self._requests or ["0"])
        deed = self._random.choice((step.hand_over, step.take_back))
        self._do(lambda work: deed(work, tracking))

    def _end_request(self) -> None:
        tracking = self._random.choice(self._requests or ["0"])
        if self._random.random() < 0.5:
            prepare(self._journal, tracking)
        else:
            self._do(lambda work: request.withdraw(work, tracking, "منصرف شد"))


@pytest.mark.parametrize("seed", range(8))
def test_every_figure_has_as_many_rows_as_it_counts(
    office: Office, journal: StoreJournal, seed: int
) -> None:
    Days(office, journal, seed).play(160)
    with journal.look() as look:
        year = period_of("year", day_of(look.at))
        found = report(look, year, lambda _: None)
        assert found.visits.whole.came > 5
        for by in BYS:
            for group in found.visits.groups(by):
                _people(look, year, by, group)
        for told in found.told.services:
            assert len(people_behind(look, year, "told", told.key)) == told.told
        for unit in found.units.units:
            _steps(look, year, unit.unit, unit)
        for each in found.units.steps:
            _steps(look, year, f"{each.unit}\t{each.title}" if each.unit else "", each)
        _requests(look, year, found)
        for lack in found.lacks.papers:
            lines = look.missing_lines(year.first, year.last, title=lack.title)
            assert len(lines) == lack.times
    assert_sound(journal)


def test_what_lies_late_in_a_unit_counts_until_it_is_done_whatever_month_it_was_handed_over_in(
    office: Office, journal: StoreJournal
) -> None:
    numbers = [register(journal, n).tracking for n in (1, 2, 3, 4)]
    for tracking in numbers[:3]:
        with journal.work() as work:
            step.hand_over(work, tracking)
    with journal.work() as work:
        step.take_back(work, numbers[0])
    with journal.look() as look:
        then = period_of("month", day_of(look.at))
    office.clock.tick(17 * 24 * 3600)
    with journal.look() as look:
        now = period_of("month", day_of(look.at))
        found = report(look, now, lambda _: None).units
        assert [(u.unit, u.lying, u.judged) for u in found.units] == [("صدور", 2, 2), ("", 1, 1)]
        for each in found.steps:
            _steps(look, now, f"{each.unit}\t{each.title}" if each.unit else "", each)
        assert {line.day for line, _ in steps_behind(look, now, "صدور")} == {then.last}
        before = report(look, then, lambda _: None).units
        assert [(u.unit, u.lying, u.judged) for u in before.units] == [("صدور", 2, 3), ("", 1, 4)]
        past = Period(kind="range", first=then.last, last=then.last + timedelta(days=3))
        assert report(look, past, lambda _: None).units == before
        empty = Period(kind="day", first=past.last, last=past.last)
        assert report(look, empty, lambda _: None).units.units == ()
    with journal.work() as work:
        step.take_back(work, numbers[1])
        step.hand_over(work, numbers[3])
    prepare(journal, numbers[2])  # what is answered waits for no unit
    with journal.look() as look:
        found = report(look, now, lambda _: None).units
        assert [(u.unit, u.late, u.open) for u in found.units] == [("صدور", 0, 1), ("", 1, 0)]
        for each in found.steps:
            _steps(look, now, f"{each.unit}\t{each.title}" if each.unit else "", each)


def test_everybody_is_counted_once_under_all_hours_and_waits_once(
    office: Office, journal: StoreJournal
) -> None:
    Days(office, journal, 99).play(280)
    with journal.look() as look:
        found = report(look, period_of("year", day_of(look.at)), lambda _: None).visits
    hours = found.groups("hour")
    assert sum(group.came for group in hours) == found.whole.came
    for by in BYS:
        assert sum(group.wait.count for group in found.groups(by)) == found.whole.wait.count
        assert sum(group.no_shows for group in found.groups(by)) == found.whole.no_shows
    assert 1 < found.whole.serve.count <= found.whole.wait.count < found.whole.came
    assert found.whole.rest > 0
    assert found.whole.forgotten > 0


def _people(look: Look, year: Period, by: By, group: Group) -> None:
    people = [person.stay for person in people_behind(look, year, by, group.key)]
    assert len(people) == group.came
    for part in ("wait", "walk", "serve"):
        measured = [getattr(stay, part) for stay in people]
        seconds = [each for each in measured if each != NOT_MEASURED]
        spread: Spread = getattr(group, part)
        assert (len(seconds), sum(seconds)) == (spread.count, spread.total)
    assert sum(bool(stay.flags & NO_SHOW) for stay in people) == group.no_shows
    assert sum(bool(stay.flags & FORGOTTEN) for stay in people) == group.forgotten


def _steps(look: Look, year: Period, key: str, step_: UnitStep) -> None:
    behind = steps_behind(look, year, key)
    assert len(behind) == step_.judged + step_.open
    assert sum(taken.late > 0 for _, taken in behind) == step_.late + step_.lying


def _requests(look: Look, year: Period, found: Report) -> None:
    today = day_of(look.at)
    for kept in found.promises.services:
        lines = look.promise_lines(year.first, year.last, "due", today, kept.key)
        assert len(lines) == kept.due + kept.ahead
        late = look.promise_lines(year.first, year.last, "broken", today, kept.key)
        assert len(late) == kept.broken
    whole = found.promises.whole
    assert sum(each.due + each.ahead for each in found.promises.services) == whole.due + whole.ahead
