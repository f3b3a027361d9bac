"""Sheets that the kiosk prints for whoever stands there."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.handing.kiosk_handouts import HANDOUTS_OF_A_VISITOR, print_handout
from app.refusal import Refusal
from app.showing.kiosk import Handout
from app.spooling.spool import Job
from ui.frame.words import tr
from ui.kiosk.asking import Asking
from ui.kiosk.paper_state import paper_state


class Handouts(QObject):
    """Each of them once for a visitor, and not many."""

    said = Signal(str, str)
    """A sentence and its tone, as `Line` has them."""

    def __init__(self, asking: Asking, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._asking, self._name = asking, name
        self._printed: set[tuple[Handout, str]] = set()
        self._awaited: tuple[Handout, str, int] | None = None

    def forget(self) -> None:
        """Another visitor stands there."""
        self._printed.clear()
        self._awaited = None

    def print(self, what: Handout, code: str = "") -> None:
        """That of the sub-service of a code, or for an opinion."""
        if (what, code) in self._printed:
            self.said.emit(tr("The sheet is printed already."), "plain")
        elif len(self._printed) >= HANDOUTS_OF_A_VISITOR:
            self._asking.refused.emit(Refusal("sheets_enough", n=HANDOUTS_OF_A_VISITOR))
        else:
            self._asking.do(
                lambda work: print_handout(work, what, code, self._name),
                lambda job: self._come(what, code, job),
            )

    def watch(self) -> None:
        """Looks whether the last one comes out."""
        if self._awaited is not None:
            number = self._awaited[2]
            see = partial(self._see, number)
            self._asking.glance(lambda look: look.job(number), see, "kiosk sheet")

    def _come(self, what: Handout, code: str, job: Job) -> None:
        self._printed.add((what, code))
        self._awaited = what, code, job.id
        self.said.emit(tr("The sheet is being printed."), "good")

    def _see(self, number: int, job: Job | None) -> None:
        """Who goes on waiting for one that does not come is told; they may ask for it anew."""
        seen = paper_state(job)
        if self._awaited is None or self._awaited[2] != number or seen == "awaited":
            return
        what, code, _ = self._awaited
        self._awaited = None
        if seen == "missing":
            self._printed.discard((what, code))
            self._asking.refused.emit(Refusal("sheet_stopped"))
