"""While the cable is out, and when it is back: calls by the paper, and what was served twice."""

from datetime import time

from ui.counter.conflict_page import ConflictPage
from ui.counter.day_page import DayPage
from ui.tour.clerk import Clerk
from ui.tour.office import Office, waiting
from ui.tour.visitor import UPRIGHT

ALONE = "hold"
"""Who takes a number while the centre is not there."""


class WithoutCentre:
    """Three acts: hours alone, what comes of them, and a cable that goes in mid-call."""

    def __init__(self, office: Office) -> None:
        self._office, self._guest = office, office.guest
        self._first, self._second = office.first, office.second

    def hours_alone(self) -> None:
        """The cable is out for some hours: calls by the paper, and one paper at both counters."""
        first = self._first
        self._office.pulls(time(10, 20))
        first.comes()
        first.picture("away-serving")
        self._office.serves(first)
        first.picture("away-registered")
        first.ends_visit()
        first.picture("away-free")
        self._guest.comes(UPRIGHT)
        self._office.takes_number(ALONE, "away-kiosk-number")
        self._one_paper_twice()

    def _one_paper_twice(self) -> None:
        first, second = self._first, self._second
        first.comes()
        twice = _next_label(first)
        _asks_paper(first)
        first.picture("away-asked")
        _calls_by_paper(first, twice)
        first.picture("away-called")
        self._office.serves(first)
        first.ends_visit()
        second.comes()
        _asks_paper(second)
        _calls_by_paper(second, twice)
        second.picture("away-twice")
        second.press("F12", "1")
        second.wait(lambda: second.state.visit is None, "the end of the visit")
        _asks_paper(second)
        second.type(self._office.label_of(ALONE))
        second.picture("away-not-here")
        second.press("Esc")

    def merges(self) -> None:
        """It is back: what was served twice is seen, and settled."""
        first = self._first
        self._office.plugs()
        first.comes()
        first.picture("back")
        first.press("Ctrl+7")
        first.wait(lambda: isinstance(first.window.page, DayPage), "the report")
        first.picture("back-day")
        first.press("F11")
        self._settles_all()
        first.picture("conflict-settled")
        first.press("Esc", "Esc")
        self._serves_who_waited()
        self._office.agrees()

    def _settles_all(self) -> None:
        first = self._first
        page = first.window.page
        assert isinstance(page, ConflictPage)
        first.wait(lambda: page.conflict, "the conflict")
        first.picture("conflicts")
        first.press("F8")
        first.picture("conflict-asked")
        first.press("Esc")
        while page.conflict is not None:
            self._settles(page)

    def _settles(self, page: ConflictPage) -> None:
        """The one that is meant."""
        first, meant = self._first, page.conflict
        first.press("F8", "1")
        first.type(self._office.script.words["settled"])
        first.wait(lambda: page.conflict != meant, "the settlement")
        first.settle()

    def _serves_who_waited(self) -> None:
        second = self._second
        second.comes()
        while self._office.stories[second.calls_next()] != ALONE:
            self._office.serves(second)
        second.picture("back-kiosk-called")
        self._office.serves(second)
        second.ends_visit()

    def cut_in_a_call(self) -> None:
        """The cable goes while the centre is being asked; nothing is closed in silence."""
        first = self._first
        first.comes()
        self._office.pcs.cable.pull()
        _asks_paper(first)
        first.picture("cut-in-call")
        _calls_by_paper(first, _next_label(first))
        self._office.guides(first)
        first.picture("cut-called")
        self._office.knows_it_is_away()
        first.stage.at(time(13, 50))
        first.press("Ctrl+7", "F6", "F12")
        first.wait(lambda: not first.window.asking.isHidden(), "the question")
        first.picture("unsent-asked")
        first.press("Esc", "Esc")
        self._office.plugs()
        self._guides_all()

    def _guides_all(self) -> None:
        second = self._second
        second.comes()
        second.picture("back-again")
        while waiting(second):
            second.calls_next()
            self._office.guides(second)
        self._office.agrees()


def _next_label(clerk: Clerk) -> str:
    queue = clerk.state.queue
    assert queue is not None
    return queue.rows[0].label


def _asks_paper(clerk: Clerk) -> None:
    clerk.press("F2")
    clerk.wait(lambda: not clerk.window.asking.isHidden(), "the question for the paper")
    clerk.settle()


def _calls_by_paper(clerk: Clerk, label: str) -> None:
    clerk.type(label)
    clerk.wait(lambda: clerk.label == label, "the call by the paper")
    clerk.settle()
