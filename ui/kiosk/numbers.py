"""Numbers that the kiosk gives, and what becomes of their paper."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.handing.kiosk import Given, Wanted, give_number, require_giving
from app.spooling.spool import Job
from ui.kiosk.asking import Asking
from ui.kiosk.paper_state import paper_state
from ui.kiosk.places import Number, PaperState, Priority
from ui.kiosk.staff import Staff
from ui.kiosk.way import Way


class Numbers(QObject):
    """What goes wrong with a number is told to `staff`, who mend it."""

    given = Signal()
    """A number, and its paper if there is to be one, is on its way: told on the store's thread,
    since paper takes longer than paint.
    """

    def __init__(self, asking: Asking, way: Way, staff: Staff, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._asking, self._way, self._staff, self._name = asking, way, staff, name

    def take(self, wanted: Wanted) -> None:
        """One touch is one number, however often it comes."""
        tap, name = self._way.tap, self._name
        self._asking.do(
            lambda work: give_number(work, wanted, tap, name), self._show, self.given.emit
        )

    def ask_priority(self, wanted: Wanted, title: str) -> None:
        """First which class the visitor belongs to; nobody is asked while no numbers are given."""
        priority = Priority(title=title, wanted=wanted)
        self._asking.look(
            lambda look: require_giving(look, wanted), lambda _: self._way.go(priority)
        )

    def watch(self) -> None:
        """Looks whether the paper of the number on the screen came out."""
        place = self._way.place
        if isinstance(place, Number) and place.given.job and place.paper != "came":
            given = place.given
            see = partial(self._see_paper, given)
            self._asking.glance(lambda look: look.job(given.job), see, "kiosk paper")

    def _show(self, given: Given) -> None:
        self._way.end_at(Number(given=given, paper=_paper_at_first(given)))
        if given.held:
            self._staff.tell("paper")

    def _see_paper(self, given: Given, job: Job | None) -> None:
        seen = Number(given=given, paper=paper_state(job))
        if isinstance(self._way.place, Number) and self._way.place != seen:
            self._way.stand_at(seen)
        if seen.paper == "came":
            self._staff.mend("paper")
        elif seen.paper == "missing":
            self._staff.tell("paper")


def _paper_at_first(given: Given) -> PaperState:
    """What was printed before is in the visitor's hand; what no printer takes never will be."""
    if given.held:
        return "missing"
    if given.again and not given.job:
        return "before"
    return "awaited" if given.job else "came"
