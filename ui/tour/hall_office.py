"""The office of the hall: who sits at its counters, who stands at its kiosks, what hangs there."""

from contextlib import AbstractContextManager, ExitStack, closing
from functools import partial

from ui.own import keep_clerk
from ui.start import Start
from ui.tour.clerk import Clerk
from ui.tour.hung import board, call_said, display
from ui.tour.stage import Stage
from ui.tour.visitor import UPRIGHT, WIDE, Visitor

COUNTERS = ("1", "2", "3", "4")
WATCHED = "2"
"""The counter whose board is looked at."""


class HallOffice(AbstractContextManager["HallOffice"]):
    """Everything stands as long as the context lasts. `clerks` by counter; `upright` and `wide` are
    visitors at the two kiosks; `stories` tells of each number who holds it.
    """

    def __init__(self, stage: Stage) -> None:
        self.stage, self.script = stage, stage.script
        self.stories: dict[str, str] = {}
        self._opened = ExitStack()
        stage.patience.step = "opening"
        self._seat()
        self.clerks = {number: self._clerk(number) for number in COUNTERS}
        first, second = (stage.script.words[kiosk] for kiosk in ("kiosk", "second_kiosk"))
        self.upright = self._opened.enter_context(Visitor(stage, first, UPRIGHT))
        self.wide = self._opened.enter_context(Visitor(stage, second, WIDE))
        self.display = self._opened.enter_context(closing(display(stage)))
        self.board = self._opened.enter_context(closing(board(stage, WATCHED)))

    def __exit__(self, *_: object) -> None:
        """The last that was opened is shut first."""
        self._opened.close()

    def calls(self, number: str, label: str = "") -> str:
        """F2 at that counter, or the same again; an eye reads it on the wall. Gives the label."""
        clerk = self.clerks[number]
        clerk.comes()
        label = label or clerk.calls_next()
        self.display.shows(call_said(label, number))
        return label

    def _seat(self) -> None:
        """Another clerk at each counter, without asking."""
        with closing(self.stage.house.open()) as store, store.journal.work() as work:
            for number, code in zip(COUNTERS, sorted(work.office.clerks), strict=False):
                keep_clerk(work, f"counter:{number}", work.office.clerk(code).clerk)

    def _clerk(self, number: str) -> Clerk:
        started: Start = self.stage.open(f"counter:{number}")
        self._opened.callback(partial(self.stage.shut, started))
        clerk = Clerk(self.stage, started)
        clerk.comes()
        return clerk
