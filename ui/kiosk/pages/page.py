"""What all pages of the kiosk are."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.value import Value
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.parts.head import HEAD
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.paged import Paged
from ui.kiosk.parts.touch import Touch
from ui.kiosk.wishes import Back, Wish

_SIDES = {False: 56, True: 40}
_BETWEEN = 32


class BarAct(Value, frozen=True, kw_only=True):
    """A button at the foot. `wish` None: the page is asked what it means."""

    name: str
    icon: str
    wish: Wish | None = None
    note: str = ""
    filled: bool = False


class KioskPage(QWidget):
    """Shows one place, and emits what the visitor wishes."""

    wished = Signal(object)

    missed = Signal(str)
    """What is still missing for the button at the foot, in a sentence."""

    first = False
    """The first page has a foot in place of buttons, and the large question."""

    reads_acts = True
    """Its buttons at the foot are read aloud with it."""

    note: Line | None = None
    """What the low layout shows in the head, where nothing can be touched, for want of room."""

    def __init__(self, face: Face, title: str, over: str = "") -> None:
        super().__init__()
        self.face, self.title, self.over = face, title, over
        self.setAccessibleName(f"{over} {title}".strip())
        self.column = QVBoxLayout(self)
        pad, air = face.px(_SIDES[face.wide]), face.px(20 if face.wide or face.low else 32)
        self.column.setContentsMargins(pad, air, pad, face.px(24))
        self.column.setSpacing(face.px(16))

    def across(self, share: float = 1) -> int:
        """About how wide that share of the page will be."""
        head = HEAD if self.face.beside else 0
        spare = head + 2 * _SIDES[self.face.wide] + (_BETWEEN if share < 1 else 0)
        return round((self.face.size.width() - self.face.px(spare)) * share)

    def spoken(self) -> Sequence[str]:
        """What stands on the page, line by line from the top; keys of pads are left out."""
        named = [
            each
            for each in self.findChildren(QWidget)
            if each.accessibleName() and each.isVisibleTo(self) and not hasattr(each, "unread")
        ]
        named.sort(key=self._reading)
        return [_said_of(each) for each in named]

    def _reading(self, widget: QWidget) -> tuple[int, int]:
        """From above, and from the right."""
        spot = widget.mapTo(self, QPoint())
        return spot.y(), -spot.x() - widget.width()

    def acts(self) -> Sequence[BarAct]:
        """The buttons at the foot, from the right."""
        return (back(),)

    def done(self) -> None:
        """The button at the foot that has no wish of its own, and Enter in a field."""

    def fields(self) -> Sequence[QLineEdit]:
        """What is typed into, in the order in which it was made."""
        return self.findChildren(QLineEdit)

    def grids(self) -> Sequence[Paged]:
        """What has leaves."""
        return self.findChildren(Paged)

    def enter(self) -> None:
        """Puts the focus where typing goes."""

    def first_control(self) -> QWidget | None:
        """Where whoever uses keys begins."""
        each: QWidget | None = self.nextInFocusChain()
        while each is not None and each is not self:
            keys = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if keys and each.isVisible() and self.isAncestorOf(each):
                return each
            each = each.nextInFocusChain()
        return None

    def typed(self, event: QKeyEvent) -> bool:  # noqa: ARG002 - pages that listen read it
        """A key that no control wanted; True where it means something here."""
        return False

    def leads(self, button: QAbstractButton, wish: Wish) -> QAbstractButton:
        """A touch on it is this wish."""
        button.clicked.connect(lambda: self.wished.emit(wish))
        return button

    def beside(self, right: QWidget, left: QWidget, shares: tuple[int, int] = (1, 1)) -> None:
        """Two parts side by side, each from the top."""
        row = QHBoxLayout()
        row.setSpacing(self.face.px(_BETWEEN))
        row.addWidget(right, shares[0])
        row.addWidget(left, shares[1])
        self.column.addLayout(row, 1)


def _said_of(widget: QWidget) -> str:
    return widget.spoken() if isinstance(widget, Touch) else widget.accessibleName()


def back() -> BarAct:
    """The button at the right corner of every page but the first and the last."""
    return BarAct(name=tr("Back to the page before"), icon="arrow-left", wish=Back())


def stack(face: Face, *parts: QWidget) -> QWidget:
    """Parts one below the other, from the top."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(face.px(20))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return held
