"""While the centre is there: one queue, answers of another PC, one close for all counters."""

from functools import partial

from ui.frame.words import tr
from ui.tour.clerk import Clerk
from ui.tour.office import Office, waiting
from ui.tour.visitor import UPRIGHT

MORNING = ("receipt", "foreigner", "long_name", "no_show", "elderly", "transfer")
"""Who takes a number while the centre is there."""

COLLECTS = "ready"
"""Whose answer was made ready before there was a centre."""


class WithCentre:
    """Three acts of an office that is open."""

    def __init__(self, office: Office) -> None:
        self._office, self._guest = office, office.guest
        self._first, self._second = office.first, office.second

    def morning(self) -> None:
        """Numbers for everybody; both counters call out of one queue at the same moment."""
        first, second = self._first, self._second
        self._guest.comes(UPRIGHT)
        self._guest.picture("kiosk-morning")
        first.comes()
        first.picture("counter-1-morning")
        self._guest.comes(UPRIGHT)
        for story in MORNING:
            self._office.takes_number(story, "kiosk-number" if story == MORNING[0] else "")
        self._office.agrees()
        for clerk, name in ((first, "counter-1-queue"), (second, "counter-2-queue")):
            clerk.comes()
            clerk.wait(partial(_waits, clerk, len(MORNING)), "the queue")
            clerk.picture(name)
        self._both_call()
        self._office.serves(second)
        second.ends_visit()
        first.comes()
        self._office.serves(first)
        first.picture("counter-1-registered")
        first.calls_next()

    def _both_call(self) -> None:
        first, second = self._first, self._second
        second.stage.hands.press("F2")
        first.stage.front(first.window)
        first.stage.hands.press("F2")
        for clerk, name in ((first, "counter-1-called"), (second, "counter-2-called")):
            clerk.comes()
            clerk.wait(partial(_has_called, clerk), "somebody called")
            clerk.picture(name)
        self._office.requires(first.label != second.label, "two clients for two counters")
        shown, hall = {"1": first.label, "2": second.label}, self._office.hall
        self._office.patience.until(lambda: hall.calls == shown, "both calls in the hall")

    def collects(self) -> None:
        """An answer that another PC has made ready is handed over at counter 2."""
        guest, second = self._guest, self._second
        guest.comes(UPRIGHT)
        guest.touches(tr("Collect an answer"))
        guest.taps_number(self._office.pcs.trackings[COLLECTS])
        guest.touches(tr("Take a number"))
        self._office.stories[guest.number().label] = COLLECTS
        guest.leaves()
        self._office.takes_number("at_once", "")
        self._office.agrees()
        second.comes()
        while self._office.stories[second.calls_next()] != COLLECTS:
            self._office.guides(second)
        second.sees_answer()
        second.picture("collect")
        second.press("Space")
        second.hands_over("Enter")
        second.ends_visit()
        guest.comes(UPRIGHT)
        self._office.takes_number("guidance", "")
        self._office.agrees()

    def closes(self) -> None:
        """The day of all counters is closed at one, and the other one knows."""
        first, second = self._first, self._second
        first.comes()
        first.press("Ctrl+7", "F6", "F12")
        first.wait(lambda: not first.window.asking.isHidden(), "the question")
        first.picture("closing-asked")
        first.press("Enter")
        self._office.agrees()
        first.picture("day-closed")
        second.comes()
        second.press("Ctrl+7", "F6")
        second.picture("day-closed-2")


def _waits(clerk: Clerk, count: int) -> bool:
    return waiting(clerk) == count


def _has_called(clerk: Clerk) -> bool:
    return bool(clerk.label)
