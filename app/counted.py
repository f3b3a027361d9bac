"""The rows that figures are counted from, as the store gives them; plain tuples, for they are many.

Days are ISO texts, durations whole seconds, instants microseconds UTC.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple, Protocol

from app.sub_service import Step
from app.value import Value

Heard = Callable[[date], None]
"""Hears how far a reading has come; what it raises ends the reading."""


VisitRow = tuple[str, str, str, int, int, int, int, int, int, int, str]
"""One turn at a counter, or a wait that no call ended: counter, clerk, sub-service, the hour in
which it came, flags; seconds of waiting, walking up and serving, -1 where nobody measured; the
instants of the call (0: none) and of the end; the visit.
"""

CAME, CALLED, NO_SHOW, ARRIVED, FORGOTTEN, KEPT = 1, 2, 4, 8, 16, 32
"""Flags of a turn: its client came then, was called, did not show up, stood at the counter; nobody
ended it in time; the night kept the place, and the visit counts on the next day.
"""
LONGEST = 4 * 3600
"""Seconds; a turn that was longer was forgotten, and says nothing of walking up and serving."""

BreakMark = tuple[str, int, bool]
"""A counter, an instant, and whether it rests from then on or serves again."""


PromiseRow = tuple[str, str | None, str, str, int]
"""Requests that are alike: the day for which they were promised, that of their first answer, their
state, their sub-service; and how many they are.
"""


StepRow = tuple[str | None, int, str, str | None, int | None, int | None]
"""A step: when it was done, whether its request is over, what it is, and since when it could be
handed over, where that was another day; where it is agreed in working hours also the instants at
which it was handed over and done.
"""

HAND_OVER = "\t\t0\tworking_day"
"""What a step is while the desk has not handed it over: nobody's, and agreed for the same day."""


class What(NamedTuple):
    """What a step is."""

    unit: str
    title: str
    agreed: float
    unit_of_time: str


def what_of(step: Step) -> str:
    """The same as one text, so that steps that are alike are found alike."""
    told = (step.unit, step.title, f"{step.duration:g}", step.unit_of_time)
    return "\t".join(each.replace("\t", " ") for each in told)


def read_what(text: str) -> What:
    """Back from it."""
    unit, title, agreed, unit_of_time = text.split("\t")
    return What(unit, title, float(agreed), unit_of_time)


class MissedRow(NamedTuple):
    """How often a paper lacked; `again`: told on a slip that was not the first."""

    service: str
    title: str
    times: int
    clients: int
    again: int


class FilledRow(NamedTuple):
    """A filled questionnaire."""

    day: str
    service: str
    gender: str
    visits: str
    answers: str
    remarks: str


class VisitLine(Value, frozen=True, kw_only=True):
    """A turn as it is listed under a figure."""

    day: date
    label: str
    title: str
    turn: VisitRow
    end: str
    outcome: str


class PromiseLine(Value, frozen=True, kw_only=True):
    """A request as it is listed under a figure; `ready` is the day of its first
    answer.
    """

    tracking: str
    name: str
    title: str
    state: str
    received: date
    promised: date
    ready: date | None


class StepLine(Value, frozen=True, kw_only=True):
    """A step as it is listed under a figure; `since` it could be handed over."""

    request: str
    tracking: str
    title: str
    unit: str
    agreed: float
    unit_of_time: str
    given: int
    done: int | None
    over: bool
    since: date
    day: date
    done_day: date | None


class MissingLine(Value, frozen=True, kw_only=True):
    """A paper that lacked, as it is listed under a figure."""

    day: date
    label: str
    service: str
    title: str
    counter: str


Which = Literal["due", "kept", "broken", "open"]
MOST = 2000
"""Lines under a figure; a longer list nobody reads on a screen."""


class Figures(Protocol):
    """What the store counts for a period; readings that may be long come row by row."""

    def visits_of(self, day: date) -> list[VisitRow]:
        """The turns of a day, in the order of counter and call."""

    def last_turns(self, day: date) -> list[tuple[int, str, str]]:
        """The turn of a day that was called last at each counter, and is over: when, where, by
        whom.
        """

    def break_marks(self, first: date, last: date) -> list[BreakMark]:
        """When counters began and ceased to rest on these days, in the order of time."""

    def promises(self, first: date, last: date) -> Iterator[PromiseRow]:
        """The requests promised for these days, in their order; those that are alike in every way
        but their sub-service mostly follow on one another.
        """

    def steps_of(self, day: date) -> list[StepRow]:
        """The steps handed over on a day, and those that could have been since then."""

    def steps_left(self, first: date) -> list[tuple[str, StepRow]]:
        """Those of the days before it that are still undone, each with its day."""

    def missed_rows(self, first: date, last: date) -> list[MissedRow]:
        """The papers that lacked."""

    def slips(self, first: date, last: date) -> tuple[int, int]:
        """How many slips were handed out, and how many of them were not the first of a visit."""

    def filled_rows(self, first: date, last: date) -> list[FilledRow]:
        """The questionnaires."""

    def still_here(self, first: date, last: date) -> int:
        """Tickets of these days that wait or are served."""

    def telephoned(self, first: date, last: date) -> list[tuple[str, int]]:
        """The sub-services for which somebody telephoned, and how often."""

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
        """All turns of at most `MOST` visits that had one there, came in that hour, or were told
        how long they wait for the sub-service `told`.
        """

    def promise_lines(
        self, first: date, last: date, which: Which, today: date, service: str = ""
    ) -> list[PromiseLine]:
        """The requests behind a figure."""

    def step_whats(self, first: date, last: date) -> list[str]:
        """What the steps of these days are, and those that are left from before."""

    def step_lines(
        self, first: date, last: date, whats: Sequence[str], left: Sequence[str]
    ) -> list[StepLine]:
        """The steps behind a figure: those of these days that are one of `whats`, and those left
        from before that are one of `left`.
        """

    def missing_lines(
        self, first: date, last: date, service: str = "", title: str = ""
    ) -> list[MissingLine]:
        """The papers behind a figure."""
