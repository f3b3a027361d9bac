"""The weeks before: an office that has been at work, so that figures show something."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from app.deeds.call import begin, call_next, no_show
from app.deeds.day import close_day
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.survey import enter_survey
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.events.survey import Filled
from app.figures.report import QUESTIONS
from app.ports import Work
from app.sub_service import Step
from ui.tour.course import Course
from ui.tour.planned import Planned
from ui.tour.script import Past, PastWish

_COUNTERS = {"1": "101", "2": "102"}
"""Who sits where."""

_OPENS, _FILLED, _CLOSED = time(7, 30), time(14, 20), time(14, 35)
_COME = (6, 14, 25, 41, 48, 62, 70, 88, 97, 103, 109, 126, 133, 150, 178, 215, 260, 318)
"""Minutes after opening."""

_FORMS = 2
"""Questionnaires a day."""


class _Turn(NamedTuple):
    """One client of a day, by minutes after opening; `number` is that of all weeks."""

    number: int
    counter: str
    comes: int
    called: int
    ends: int


class Weeks:
    """`days` are those that are played; `tables` the steps of each sub-service by its code."""

    def __init__(
        self, past: Past, days: Sequence[date], tables: dict[str, tuple[Step, ...]]
    ) -> None:
        self._past, self._days, self._tables = past, days, tables
        self._here: dict[str, str] = {}

    def planned(self) -> Iterator[Planned]:
        """All of them, in no order."""
        number = 0
        for place, day in enumerate(self._days):
            for turn in _turns(place, number):
                number = turn.number + 1
                yield from self._visit(turn, day)
            for form in range(_FORMS):
                deed = partial(_fill_in, day=day, number=place * _FORMS + form)
                yield Planned(datetime.combine(day, _FILLED), deed)
            closes = partial(close_day, closing=day)
            yield Planned(datetime.combine(day, _CLOSED), closes, self._past.closes)

    # -- visits ----------------------------------------------------------------------------------

    def _visit(self, turn: _Turn, day: date) -> Iterator[Planned]:
        wish = self._past.wishes[turn.number % len(self._past.wishes)]
        clerk = _COUNTERS[turn.counter]
        yield Planned(_at(day, turn.comes), lambda work: issue(work, wish.service))
        yield Planned(_at(day, turn.called), partial(self._call, counter=turn.counter), clerk)
        came = turn.number % 17
        if came == 0:
            yield Planned(_at(day, turn.called + 2), partial(self._misses, turn.counter), clerk)
            return
        begins = _at(day, turn.called) + timedelta(seconds=20 + came * 3)
        yield Planned(begins, partial(self._begin, turn.counter), clerk)
        yield from self._outcome(turn, wish, day, clerk)

    def _outcome(self, turn: _Turn, wish: PastWish, day: date, clerk: str) -> Iterator[Planned]:
        """Two of ten leave a request, one has not all papers, the others only ask."""
        ends, kind = _at(day, turn.ends), turn.number % 10
        if kind in (2, 8):
            person = self._past.person(turn.number)
            course = Course(wish, person, self._tables[wish.service], self._days)
            register = partial(self._register, course, turn.counter)
            yield Planned(ends, register, clerk)
            yield from course.planned(day, turn.number)
        elif kind == 6 and wish.missing:
            yield Planned(ends, partial(self._lacks, wish, turn), clerk)
        else:
            yield Planned(ends, partial(self._guide, turn.counter), clerk)

    # -- deeds -----------------------------------------------------------------------------------

    def _call(self, work: Work, counter: str) -> None:
        self._here[counter] = call_next(work, counter).id

    def _begin(self, counter: str, work: Work) -> None:
        begin(work, self._here[counter])

    def _misses(self, counter: str, work: Work) -> None:
        no_show(work, self._here[counter])

    def _guide(self, counter: str, work: Work) -> None:
        finish(work, self._here[counter], "guidance")

    def _register(self, course: Course, counter: str, work: Work) -> None:
        course.register(work, self._here[counter])
        finish(work, self._here[counter])

    def _lacks(self, wish: PastWish, turn: _Turn, work: Work) -> None:
        titles = wish.missing[: 1 + turn.number // 10 % 2]
        missing = missing_documents(work, wish.service, titles)
        announce_deficiency(work, self._here[turn.counter], missing)
        finish(work, self._here[turn.counter])


def _turns(place: int, first: int) -> Iterator[_Turn]:
    """A day's clients at two counters, first come, first called."""
    free = dict.fromkeys(_COUNTERS, 0)
    comers = [minute for n, minute in enumerate(_COME) if (n + place) % 4]
    for number, comes in enumerate(comers, first):
        counter = min(free, key=lambda each: free[each])
        called = max(free[counter], comes) + 1
        free[counter] = ends = called + 9 + number * 7 % 15
        yield _Turn(number, counter, comes, called, ends)


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, _OPENS) + timedelta(minutes=minutes)


def _fill_in(work: Work, day: date, number: int) -> None:
    """A questionnaire of somebody who is rather content."""
    answers = tuple(5 - (number * question + question) % 7 // 3 for question in range(QUESTIONS))
    enter_survey(work, Filled(day=day, answers=answers), QUESTIONS)
