"""The course of an earlier request: from unit to unit, answered, collected."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from msgspec.structs import replace

from app.deeds.answer import deliver, prepare_answer
from app.deeds.request import register
from app.deeds.step import hand_over, take_back
from app.ports import Work
from app.showing.answer import NOTHING, answer_shown, from_ready_text
from app.sub_service import Step
from ui.tour.people import applicant_of
from ui.tour.planned import Planned
from ui.tour.script import PastWish, Person

_HANDED, _SOON, _DONE, _EVENING = time(8, 5), time(10, 15), time(13, 40), time(13, 55)
_READY, _COLLECTED = time(14, 5), time(9, 30)


class Course:
    """Of one request; `days` are the working days on which anything of it can happen."""

    def __init__(
        self, wish: PastWish, person: Person, steps: Sequence[Step], days: Sequence[date]
    ) -> None:
        self._wish, self._person, self._steps = wish, person, steps
        self._days = days
        self._tracking = ""

    def register(self, work: Work, ticket: str) -> None:
        """In that visit."""
        applicant, details = applicant_of(self._person), self._wish.details
        found = register(work, self._wish.service, applicant, details=details, ticket=ticket)
        self._tracking = found.tracking

    def planned(self, since: date, number: int) -> Iterator[Planned]:
        """What follows, as far as the days go: a slow unit keeps what it has beyond its time."""
        place = self._days.index(since) + 1
        for step in self._steps:
            takes = _days_of(step, slow=step.unit == self._wish.slow and number % 3 > 0)
            if place >= len(self._days):
                yield Planned(datetime.combine(self._days[-1], _EVENING), self._hand_over)
                return
            yield Planned(datetime.combine(self._days[place], _HANDED), self._hand_over)
            place += takes
            if place >= len(self._days):
                return
            back = _DONE if takes else _SOON
            yield Planned(datetime.combine(self._days[place], back), self._take_back)
            place += 1
        yield from self._answered(place, number)

    def _answered(self, place: int, number: int) -> Iterator[Planned]:
        if place >= len(self._days):
            return
        yield Planned(datetime.combine(self._days[place], _READY), self._answer)
        if number % 4 and place + 2 < len(self._days):
            yield Planned(datetime.combine(self._days[place + 2], _COLLECTED), self._deliver)

    # -- deeds -----------------------------------------------------------------------------------

    def _hand_over(self, work: Work) -> None:
        hand_over(work, self._tracking)

    def _take_back(self, work: Work) -> None:
        take_back(work, self._tracking)

    def _answer(self, work: Work) -> None:
        shown = answer_shown(work, self._tracking, work.clerk)
        issuer = shown.issuers[0]
        prepare_answer(
            work,
            self._tracking,
            replace(
                from_ready_text(shown.ready_texts[0], NOTHING),
                issuer_name=issuer.name,
                issuer_post=issuer.post,
            ),
        )

    def _deliver(self, work: Work) -> None:
        deliver(work, self._tracking, counter=min(work.office.counters))


def _days_of(step: Step, *, slow: bool) -> int:
    """Working days after the one on which it is handed over; most are done before their time."""
    agreed = int(step.duration) if step.unit_of_time == "working_day" else 0
    return agreed + 2 if slow else agreed // 2
