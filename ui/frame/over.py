"""What stands over a page until it is answered: it takes the focus, keeps it, and gives it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Over(QWidget):
    """Hidden at first. Tab goes round inside it. `first` says why nothing else is possible
    meanwhile; `turned` that it has come or gone.
    """

    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None
        self.move(0, -self.height())  # at the corner its first buttons would find the pointer
        self.hide()

    @property
    def first(self) -> str:
        """What comes before every other deed."""
        raise NotImplementedError

    def press(self, combo: str) -> bool:
        """Does what the key means here; False for what its fields do with their own text."""
        raise NotImplementedError

    def height_for(self, width: int, available: int) -> int:
        """How high it must be in a window that wide, with that much above the keys."""
        raise NotImplementedError

    def come(self, first: QWidget) -> None:
        """Comes up with the focus in `first`; remembers where it was."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        self.turned.emit()

    def leave(self) -> None:
        """Goes away and gives the focus back to where it was, if that is still there."""
        before, self._before = self._before, None
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.turned.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - as Qt has it
        """Tab stays inside; what is going away keeps no focus."""
        if self.isHidden():
            return super().focusNextPrevChild(forward)
        inside = [each for each in self.findChildren(QWidget) if _takes_tab(each)]
        present = self.window().focusWidget()
        if present not in inside:  # it is just being hidden: what comes next has the focus
            return False
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        inside[(inside.index(present) + step) % len(inside)].setFocus(reason)
        return True


def _takes_tab(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and not widget.isHidden() and widget.focusProxy() is None
