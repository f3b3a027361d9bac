"""The days before: requests that are late, due today, in their units, or answered by now."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from functools import partial

from msgspec.structs import replace

from app.deeds.request import register
from app.deeds.step import hand_over, take_back
from app.handing.giving import prepare_and_print
from app.handing.handing_out import hand_out
from app.issuer import Issuer
from app.local import instant
from app.ports import Journal, Work
from app.showing.answer import NOTHING, answer_shown, from_ready_text
from app.workdays import WorkCalendar
from ui.tour.clock import QuickClock
from ui.tour.people import applicant_of, representative_of
from ui.tour.planned import Planned
from ui.tour.script import Before

_HANDED, _DONE, _ANSWERED = time(8, 5), time(13, 40), time(14, 5)
"""When papers go to the units, come back, and are answered."""


class Earlier:
    """Plays them by deeds in the order of time; `trackings` has their numbers by story."""

    def __init__(self, journal: Journal, clock: QuickClock, until: date) -> None:
        self._journal, self._clock, self._until = journal, clock, until
        self.trackings: dict[str, str] = {}
        with journal.look() as look:
            self._calendar: WorkCalendar = look.office.calendar
            self._clerks = {code: who.clerk for code, who in look.office.clerks.items()}

    def play(self, requests: Sequence[Before], others: Iterable[Planned] = ()) -> None:
        """Plays all of them, and among them what else was planned."""
        planned = [deed for before in requests for deed in self._planned(before)]
        for at, deed, clerk in sorted((*planned, *others), key=lambda each: each.at):
            self._clock.move(instant(at))
            with self._journal.work(self._clerks[clerk or min(self._clerks)]) as work:
                deed(work)

    def _planned(self, before: Before) -> Iterator[Planned]:
        """Registered, then from unit to unit, the days shared out among the steps."""
        yield Planned(datetime.combine(before.date, before.at), partial(self._register, before))
        days = list(self._days(before.date))
        shares = before.steps + before.handed
        for step in range(shares):
            first, last = step * len(days) // shares, (step + 1) * len(days) // shares - 1
            handed = datetime.combine(days[first], _HANDED)
            yield Planned(handed, partial(self._hand_over, before))
            if step < before.steps:
                done = datetime.combine(days[last], _DONE)
                yield Planned(done, partial(self._take_back, before))
        if before.answer:
            ready = datetime.combine(days[-1], _ANSWERED)
            yield Planned(ready, partial(self._answer, before))

    def _days(self, after: date) -> Iterator[date]:
        day = self._calendar.next_open_day(after)
        while day < self._until:
            yield day
            day = self._calendar.next_open_day(day)

    # -- deeds -----------------------------------------------------------------------------------

    def _register(self, before: Before, work: Work) -> None:
        found = register(
            work,
            before.wish.service,
            applicant_of(before.person),
            representative=representative_of(before.representative),
            details=before.wish.details,
            counter=min(work.office.counters),
        )
        self.trackings[before.story] = found.tracking
        hand_out(work, "receipt", found.tracking)

    def _hand_over(self, before: Before, work: Work) -> None:
        hand_over(work, self.trackings[before.story])

    def _take_back(self, before: Before, work: Work) -> None:
        take_back(work, self.trackings[before.story])

    def _answer(self, before: Before, work: Work) -> None:
        shown = answer_shown(work, self.trackings[before.story], work.clerk)
        ready = next(text for text in shown.ready_texts if text.title == before.answer)
        issuer: Issuer = shown.issuers[0]
        draft = replace(
            from_ready_text(ready, NOTHING), issuer_name=issuer.name, issuer_post=issuer.post
        )
        prepare_and_print(work, shown.request.tracking, draft)
