"""Which period a page speaks of: chosen from kinds, typed, or the one before and after."""

from collections.abc import Callable
from datetime import date

from app.local import day_of
from app.period import KINDS, Kind, Period, after, before, period_between, period_of
from app.ports import Clock
from app.refusal import Refusal
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.pick import Pick, PickRow
from ui.frame.speaker import Speaker
from ui.frame.words import tr
from ui.words import Words

_RANGE: Kind = "range"


class Periods:
    """`then` gets every other period that the person wants."""

    def __init__(
        self,
        speaker: Speaker,
        door: Door,
        clock: Clock,
        kind: Kind,
        then: Callable[[Period], None],
    ) -> None:
        self._speaker, self._door, self._clock, self._then = speaker, door, clock, then
        self._words = Words()
        self.now = period_of(kind, self._today)

    def ask(self) -> None:
        """Which kind of period; the present one of that kind is taken."""
        rows = [
            PickRow(
                id=kind,
                first=str(place),
                text=self._words.value("period_kind", kind),
                trailing=period_of(kind, self._today).name,
            )
            for place, kind in enumerate(KINDS, 1)
        ]
        other = self._words.value("period_kind", _RANGE)
        rows.append(PickRow(id=_RANGE, first=str(len(rows) + 1), text=other))
        self._speaker.pick(Pick(title=tr("Which period?"), rows=tuple(rows)), self._picked)

    def move(self, by: int) -> None:
        """To the one before or after; what is still to come has nothing to show."""
        moved = before(self.now) if by < 0 else after(self.now)
        if moved.first > self._today:
            self._speaker.refuse(tr("That period is still to come."))
        else:
            self._take(moved)

    @property
    def _today(self) -> date:
        return day_of(self._clock.now())

    def _take(self, period: Period) -> None:
        self.now = period
        self._then(period)

    def _picked(self, id_: str) -> None:
        if id_ != _RANGE:
            self._take(period_of(next(kind for kind in KINDS if kind == id_), self._today))
            return
        asked = Ask(question=tr("From which day (year/month/day)?"), kind="text")
        self._speaker.ask(asked, self._ask_last)

    def _ask_last(self, first: str) -> None:
        def go(last: str) -> None:
            try:
                period = period_between(first, last)
            except Refusal as refusal:
                self._door.refused.emit(refusal)
            else:
                self._take(period)

        asked = Ask(question=tr("To which day (year/month/day)?"), kind="text")
        self._speaker.ask(asked, go)
