"""A day of two counters, a kiosk and a hall, each with its own store; the cable is pulled twice."""

from collections.abc import Mapping
from datetime import time
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.refusal import Refusal
from ui.counter.conflict_page import ConflictPage
from ui.counter.day_page import DayPage
from ui.frame.words import tr
from ui.kiosk.window import KioskWindow
from ui.start import Start
from ui.tour.album import Album
from ui.tour.beside import Beside, Hall
from ui.tour.clerk import Clerk
from ui.tour.clock import SharedClock
from ui.tour.pcs import Pcs
from ui.tour.script import read_central_script
from ui.tour.stage import Stage
from ui.tour.visitor import UPRIGHT, Guest

MORNING = ("receipt", "foreigner", "long_name", "no_show", "elderly", "transfer")
"""Who takes a number while the centre is there."""

ALONE = "hold"
"""Who takes one while it is not."""

COLLECTS = "ready"
"""Whose answer was made ready before there was a centre."""

_DEADLINE = 90.0
"""Seconds: after the cable was out, a PC asks again more and more seldom."""


def play(pcs: Pcs, clock: SharedClock, to: Path) -> Mapping[str, object]:
    """Plays it; pictures come into that folder. Refuses `tour_stopped(step, what)` where a key
    brings nothing, or the PCs do not become the same.
    """
    application = QApplication.instance() or QApplication(["bajeh"])
    assert isinstance(application, QApplication)
    quits = application.quitOnLastWindowClosed()
    application.setQuitOnLastWindowClosed(False)
    day = CentralDay(application, pcs, clock, to)
    try:
        return day.play()
    finally:
        day.shut()
        application.setQuitOnLastWindowClosed(quits)


class CentralDay:
    """From the first number to the closed day."""

    def __init__(self, application: QApplication, pcs: Pcs, clock: SharedClock, to: Path) -> None:
        self._script = read_central_script()
        self._album = Album(to, self._script.captions)
        self._pcs = pcs
        houses = (*pcs.counters, pcs.kiosk)
        self._stages = [
            Stage(application, house, clock, self._script, self._album) for house in houses
        ]
        for stage in self._stages:
            stage.patience.deadline = _DEADLINE
        self._stages[0].day(self._script.day)
        self._opened: list[tuple[Stage, Start]] = []
        self._patience = self._stages[0].patience
        self._patience.step = "opening"
        self._stories: dict[str, str] = {}
        self._hall = Hall(pcs.hall)
        self._beside = [*(Beside(house) for house in houses), self._hall]

    def play(self) -> Mapping[str, object]:
        """Act by act; gives what there was of everything."""
        self._opens()
        self._morning()
        self._without_centre()
        self._merges()
        self._collects()
        self._cut_in_a_call()
        self._closes()
        self._album.bind(self._script.words["title"])
        return {
            "date": self._script.date,
            "clients": len(self._stories),
            "pulls": self._pcs.cable.pulls,
            "pictures": len(self._album.files),
        }

    def shut(self) -> None:
        """Everything that was opened, the last first."""
        while self._beside:
            self._beside.pop().close()
        while self._opened:
            stage, started = self._opened.pop()
            stage.shut(started)

    # -- acts ------------------------------------------------------------------------------------

    def _opens(self) -> None:
        names = ("counter:1", "counter:2", f"kiosk:{self._script.words['kiosk']}")
        started = []
        for stage, name in zip(self._stages, names, strict=True):
            started.append(stage.open(name))
            self._opened.append((stage, started[-1]))
        self._first, self._second = (
            Clerk(stage, start) for stage, start in zip(self._stages, started[:2], strict=False)
        )
        window = started[2].window
        assert isinstance(window, KioskWindow)
        self._guest = Guest(self._stages[2], window)
        self._agree()

    def _morning(self) -> None:
        """Numbers for everybody; both counters call out of one queue at the same moment."""
        first, second = self._first, self._second
        self._guest.comes(UPRIGHT)
        self._guest.picture("kiosk-morning")
        first.comes()
        first.picture("counter-1-morning")
        self._guest.comes(UPRIGHT)
        for story in MORNING:
            self._takes_number(story, "kiosk-number" if story == MORNING[0] else "")
        self._agree()
        for clerk, name in ((first, "counter-1-queue"), (second, "counter-2-queue")):
            clerk.comes()
            clerk.wait(partial(_waits, clerk, len(MORNING)), "the queue")
            clerk.picture(name)
        second.stage.hands.press("F2")
        first.stage.front(first.window)
        first.stage.hands.press("F2")
        for clerk, name in ((first, "counter-1-called"), (second, "counter-2-called")):
            clerk.comes()
            clerk.wait(partial(_has_called, clerk), "somebody called")
            clerk.picture(name)
        self._require(first.label != second.label, "two clients for two counters")
        shown = {"1": first.label, "2": second.label}
        self._patience.until(lambda: self._hall.calls == shown, "both calls in the hall")
        self._serves(second)
        second.ends_visit()
        first.comes()
        self._serves(first)
        first.picture("counter-1-registered")
        first.calls_next()

    def _without_centre(self) -> None:
        """The cable is out for some hours: calls by the paper, and one paper at both counters."""
        first, second = self._first, self._second
        self._pulls(time(10, 20))
        first.comes()
        first.picture("away-serving")
        self._serves(first)
        first.picture("away-registered")
        first.ends_visit()
        first.picture("away-free")
        self._guest.comes(UPRIGHT)
        self._takes_number(ALONE, "away-kiosk-number")
        first.comes()
        twice = self._next_label(first)
        self._asks_paper(first)
        first.picture("away-asked")
        self._calls_by_paper(first, twice)
        first.picture("away-called")
        self._serves(first)
        first.ends_visit()
        second.comes()
        self._asks_paper(second)
        self._calls_by_paper(second, twice)
        second.picture("away-twice")
        second.press("F12", "1")
        second.wait(lambda: second.state.visit is None, "the end of the visit")
        self._asks_paper(second)
        second.type(self._label_of(ALONE))
        second.picture("away-not-here")
        second.press("Esc")

    def _merges(self) -> None:
        """It is back: what was served twice is seen, and settled."""
        first, second = self._first, self._second
        self._plugs()
        first.comes()
        first.picture("back")
        first.press("Ctrl+7")
        first.wait(lambda: isinstance(first.window.page, DayPage), "the report")
        first.picture("back-day")
        first.press("F11")
        page = first.window.page
        assert isinstance(page, ConflictPage)
        first.wait(lambda: page.conflict, "the conflict")
        first.picture("conflicts")
        first.press("F8")
        first.picture("conflict-asked")
        first.press("Esc")
        while page.conflict is not None:
            self._settles(page)
        first.picture("conflict-settled")
        first.press("Esc", "Esc")
        second.comes()
        while self._stories[second.calls_next()] != ALONE:
            self._serves(second)
        second.picture("back-kiosk-called")
        self._serves(second)
        second.ends_visit()
        self._agree()

    def _collects(self) -> None:
        """An answer that another PC has made ready is handed over at counter 2."""
        guest, second = self._guest, self._second
        guest.comes(UPRIGHT)
        guest.touches(tr("Collect an answer"))
        guest.taps_number(self._pcs.trackings[COLLECTS])
        guest.touches(tr("Take a number"))
        self._stories[guest.number().label] = COLLECTS
        guest.leaves()
        self._takes_number("at_once", "")
        self._agree()
        second.comes()
        while self._stories[second.calls_next()] != COLLECTS:
            self._guides(second)
        second.sees_answer()
        second.picture("collect")
        second.press("Space")
        second.hands_over("Enter")
        second.ends_visit()
        self._guest.comes(UPRIGHT)
        self._takes_number("guidance", "")
        self._agree()

    def _cut_in_a_call(self) -> None:
        """The cable goes while the centre is being asked; nothing is closed in silence."""
        first, second = self._first, self._second
        first.comes()
        self._pcs.cable.pull()
        self._asks_paper(first)
        first.picture("cut-in-call")
        self._calls_by_paper(first, self._next_label(first))
        self._guides(first)
        first.picture("cut-called")
        self._knows_it_is_away()
        first.stage.at(time(13, 50))
        first.press("Ctrl+7", "F6", "F12")
        first.wait(lambda: not first.window.asking.isHidden(), "the question")
        first.picture("unsent-asked")
        first.press("Esc", "Esc")
        self._plugs()
        second.comes()
        second.picture("back-again")
        while _waiting(second):
            second.calls_next()
            self._guides(second)
        self._agree()

    def _closes(self) -> None:
        """The day of all counters is closed at one, and the other one knows."""
        first, second = self._first, self._second
        first.comes()
        first.press("Ctrl+7", "F6", "F12")
        first.wait(lambda: not first.window.asking.isHidden(), "the question")
        first.picture("closing-asked")
        first.press("Enter")
        self._agree()
        first.picture("day-closed")
        second.comes()
        second.press("Ctrl+7", "F6")
        second.picture("day-closed-2")

    # -- how -------------------------------------------------------------------------------------

    def _takes_number(self, story: str, picture: str) -> None:
        client = self._script.client(story)
        if client.wishes:
            given = self._guest.asks_for(client)
        else:
            self._guest.touches(tr("I do not know, please guide me"))
            given = self._guest.number()
        self._stories[given.label] = story
        if picture:
            self._guest.picture(picture)
        self._guest.leaves()

    def _label_of(self, story: str) -> str:
        return next(label for label, known in self._stories.items() if known == story)

    def _next_label(self, clerk: Clerk) -> str:
        queue = clerk.state.queue
        assert queue is not None
        return queue.rows[0].label

    def _serves(self, clerk: Clerk) -> None:
        clerk.serves(self._script.client(self._stories[clerk.label]))

    def _guides(self, clerk: Clerk) -> None:
        """Nothing is recorded; what came of it is asked."""
        clerk.press("F12")
        if clerk.state.visit is not None:
            clerk.press("1")
        clerk.wait(lambda: clerk.state.visit is None, "the end of the visit")
        clerk.settle()

    def _asks_paper(self, clerk: Clerk) -> None:
        clerk.press("F2")
        clerk.wait(lambda: not clerk.window.asking.isHidden(), "the question for the paper")
        clerk.settle()

    def _calls_by_paper(self, clerk: Clerk, label: str) -> None:
        clerk.type(label)
        clerk.wait(lambda: clerk.label == label, "the call by the paper")
        clerk.settle()

    def _pulls(self, then: time) -> None:
        """The cable; it stays out until then."""
        self._pcs.cable.pull()
        self._knows_it_is_away()
        self._stages[0].at(then)

    def _settles(self, page: ConflictPage) -> None:
        """The one that is meant."""
        first, meant = self._first, page.conflict
        first.press("F8", "1")
        first.type(self._script.words["settled"])
        first.wait(lambda: page.conflict != meant, "the settlement")
        first.settle()

    def _knows_it_is_away(self) -> None:
        self._patience.until(lambda: all(pc.away for pc in self._beside), "without the centre")

    def _plugs(self) -> None:
        self._pcs.cable.plug()
        self._agree()

    def _agree(self) -> None:
        """Until all four stores are the same and nothing is left to send."""
        self._patience.until(self._are_same, "all stores the same")

    def _are_same(self) -> bool:
        quiet = all(pc.quiet for pc in self._beside)
        return quiet and len({pc.place for pc in self._beside}) == 1

    def _require(self, so: object, what: str) -> None:
        if not so:
            raise Refusal("tour_stopped", step=self._patience.step, what=what)


def _waiting(clerk: Clerk) -> int:
    queue = clerk.state.queue
    return queue.waiting if queue else 0


def _waits(clerk: Clerk, count: int) -> bool:
    return _waiting(clerk) == count


def _has_called(clerk: Clerk) -> bool:
    return bool(clerk.label)
