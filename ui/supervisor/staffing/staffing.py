"""Joins the page of staffing, the store and the process that plays hours through."""

from PySide6.QtCore import QObject

from app.period import Period
from app.ports import Look
from app.staffing.advice import Advice, advise
from app.staffing.load import Load, count_load
from ui.frame.beside import Beside, Store, Tell
from ui.frame.periods import Periods
from ui.frame.player import PlayerApart
from ui.frame.words import tr
from ui.supervisor.means import Means
from ui.supervisor.staffing.page import StaffingPage

_READING = 0.2
"""The share of the whole that reading takes, about."""


def staffing(means: Means) -> StaffingPage:
    """The page; the present month is looked at when it first comes up."""
    page = StaffingPage(means.theme)
    StaffingDesk(means, page)
    return page


class StaffingDesk(QObject):
    """Reads a period once, and plays it through for every wish."""

    def __init__(self, means: Means, page: StaffingPage) -> None:
        super().__init__(page)
        self._means, self._page = means, page
        self._load: tuple[Period, Load] | None = None
        self._playing: Beside[Advice] = Beside(means.house.open)
        self._periods = Periods(
            means.speaker, means.door, means.clock, "month", lambda _: self.play()
        )
        page.seen.connect(self._seen)
        page.wished.connect(self.play)
        page.period_wanted.connect(self._periods.ask)
        page.moved.connect(self._periods.move)
        page.give_up_wanted.connect(self._give_up)
        page.destroyed.connect(self._playing.give_up)
        self._playing.share.connect(page.show_share)
        self._playing.came.connect(self._came)
        self._playing.refused.connect(means.door.refused)
        self._playing.failed.connect(means.door.failed)
        page.show_period(self._periods.now.name)

    def play(self) -> None:
        """For the period, goal and what-if as they stand; what was being played is given up."""
        period, goal, what_if = self._periods.now, self._page.wish.goal(), self._page.wish.what_if()
        known = self._load[1] if self._load and self._load[0] == period else None
        self._page.show_period(period.name)
        self._page.show_share(0)

        def act(store: Store, tell: Tell) -> Advice:
            load = known
            if load is None:
                with store.journal.look() as look:
                    load = read_load(look, period, lambda share: tell(share * _READING))
            with PlayerApart() as player:
                return advise(
                    load,
                    goal,
                    what_if,
                    player,
                    lambda share: tell(_READING + share * (1 - _READING)),
                )

        self._playing.do(act)

    def _came(self, advice: Advice) -> None:
        self._load = (self._periods.now, advice.load)
        self._page.show_advice(advice)

    def _seen(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        if seen and self._load is None and not self._playing.busy:
            self.play()

    def _give_up(self) -> None:
        self._playing.give_up()
        self._page.rest(tr("Counting was stopped."))


def read_load(look: Look, period: Period, tell: Tell) -> Load:
    """What the desk had to carry in a period."""
    return count_load(look, period.each, lambda day: tell((day - period.first).days / period.days))
