"""Sheets that the kiosk prints for whoever stands there."""

from PySide6.QtCore import QObject, Signal

from app.handing.kiosk_handouts import HANDOUTS_OF_A_VISITOR, print_handout
from app.refusal import Refusal
from app.showing.kiosk import Handout
from ui.frame.words import tr
from ui.kiosk.asking import Asking


class Handouts(QObject):
    """Each of them once for a visitor, and not many."""

    said = Signal(str, str)
    """A sentence and its tone, as `Line` has them."""

    def __init__(self, asking: Asking, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._asking, self._name = asking, name
        self._printed: set[tuple[Handout, str]] = set()

    def forget(self) -> None:
        """Another visitor stands there."""
        self._printed.clear()

    def print(self, what: Handout, code: str = "") -> None:
        """That of the sub-service of a code, or for an opinion."""
        if (what, code) in self._printed:
            self.said.emit(tr("The sheet is printed already."), "plain")
        elif len(self._printed) >= HANDOUTS_OF_A_VISITOR:
            self._asking.refused.emit(Refusal("sheets_enough", n=HANDOUTS_OF_A_VISITOR))
        else:
            self._asking.do(
                lambda work: print_handout(work, what, code, self._name),
                lambda _: self._come(what, code),
            )

    def _come(self, what: Handout, code: str) -> None:
        self._printed.add((what, code))
        self.said.emit(tr("The sheet is being printed."), "good")
