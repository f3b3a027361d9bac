"""The office that is played: four PCs, who sits and stands at them, and the way to the centre."""

from datetime import time

from PySide6.QtWidgets import QApplication

from app.refusal import Refusal
from ui.frame.words import tr
from ui.kiosk.window import KioskWindow
from ui.start import Start
from ui.tour.album import Album
from ui.tour.beside import Beside, Hall
from ui.tour.clerk import Clerk
from ui.tour.clock import SharedClock
from ui.tour.pcs import Pcs
from ui.tour.script import Script
from ui.tour.stage import Stage
from ui.tour.visitor import Guest

_DEADLINE = 90.0
"""Seconds: after the cable was out, a PC asks again more and more seldom."""


class Office:
    """Two clerks, a guest at the kiosk and a hall; `stories` tells of each number who holds it."""

    def __init__(
        self,
        application: QApplication,
        pcs: Pcs,
        clock: SharedClock,
        script: Script,
        album: Album,
    ) -> None:
        self.script, self.pcs = script, pcs
        houses = (*pcs.counters, pcs.kiosk)
        self._stages = [Stage(application, house, clock, script, album) for house in houses]
        for stage in self._stages:
            stage.patience.deadline = _DEADLINE
        self._stages[0].day(script.day)
        self._opened: list[tuple[Stage, Start]] = []
        self.patience = self._stages[0].patience
        self.patience.step = "opening"
        self.stories: dict[str, str] = {}
        self.hall = Hall(pcs.hall)
        self._beside = [*(Beside(house) for house in houses), self.hall]

    def opens(self) -> None:
        """All windows; from here on there are `first`, `second` and `guest`."""
        names = ("counter:1", "counter:2", f"kiosk:{self.script.words['kiosk']}")
        started = []
        for stage, name in zip(self._stages, names, strict=True):
            started.append(stage.open(name))
            self._opened.append((stage, started[-1]))
        self.first, self.second = (
            Clerk(stage, start) for stage, start in zip(self._stages, started[:2], strict=False)
        )
        window = started[2].window
        assert isinstance(window, KioskWindow)
        self.guest = Guest(self._stages[2], window)
        self.agrees()

    def shut(self) -> None:
        """Everything that was opened, the last first."""
        while self._beside:
            self._beside.pop().close()
        while self._opened:
            stage, started = self._opened.pop()
            stage.shut(started)

    # -- the centre ------------------------------------------------------------------------------

    def agrees(self) -> None:
        """Until all four stores are the same and nothing is left to send."""
        self.patience.until(self._are_same, "all stores the same")

    def pulls(self, then: time) -> None:
        """The cable; it stays out until then."""
        self.pcs.cable.pull()
        self.knows_it_is_away()
        self._stages[0].at(then)

    def plugs(self) -> None:
        """The cable again, until everybody knows everything."""
        self.pcs.cable.plug()
        self.agrees()

    def knows_it_is_away(self) -> None:
        """Until every PC has seen that the centre is not there."""
        self.patience.until(lambda: all(pc.away for pc in self._beside), "without the centre")

    def _are_same(self) -> bool:
        quiet = all(pc.quiet for pc in self._beside)
        return quiet and len({pc.place for pc in self._beside}) == 1

    # -- who comes -------------------------------------------------------------------------------

    def takes_number(self, story: str, picture: str) -> None:
        """Whom the story tells of, at the kiosk; an empty name is no picture."""
        client = self.script.client(story)
        if client.wishes:
            given = self.guest.asks_for(client)
        else:
            self.guest.touches(tr("I do not know, please guide me"))
            given = self.guest.number()
        self.stories[given.label] = story
        if picture:
            self.guest.picture(picture)
        self.guest.leaves()

    def label_of(self, story: str) -> str:
        """The number of whom it tells."""
        return next(label for label, known in self.stories.items() if known == story)

    def serves(self, clerk: Clerk) -> None:
        """Whoever stands there, as the story goes."""
        clerk.serves(self.script.client(self.stories[clerk.label]))

    def guides(self, clerk: Clerk) -> None:
        """Nothing is recorded; what came of it is asked."""
        clerk.ends_visit_as("1")

    def requires(self, so: object, what: str) -> None:
        """Refuses `tour_stopped` where it is not so."""
        if not so:
            raise Refusal("tour_stopped", step=self.patience.step, what=what)


def waiting(clerk: Clerk) -> int:
    """How many the clerk sees waiting."""
    queue = clerk.state.queue
    return queue.waiting if queue else 0
