"""Before the kiosk is left: its PIN. Nothing of the digits is shown."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.letters import typed_number
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.parts.bar_button import BarButton
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.pad import Pad
from ui.look.brush import box
from ui.look.parts.gone import let_go

_MOST = 8
_SIDE, _AIR = 48, 28


class Leaving(QWidget):
    """Lies over the page; takes digits by touch and by keys."""

    entered = Signal(str)
    given_up = Signal()

    def __init__(self, face: Face, window: QWidget) -> None:
        super().__init__(window)
        self.face, self._digits = face, ""
        self.setAccessibleName(tr("The PIN of the kiosk"))
        self.setGeometry(window.rect())
        self._card = QRect(0, 0, min(face.px(820), self.width() - face.px(48)), 0)
        self.said = ""
        self._line: Line | None = None
        self._column = QVBoxLayout()
        self.pad = Pad(face)
        self.pad.digit.connect(self._take)
        self.pad.back.connect(lambda: self._show(self._digits[:-1]))
        self._lay_out()

    def typed(self, event: QKeyEvent) -> bool:
        """A key, wherever it was pressed; True where it was a digit or took one back."""
        digit = typed_number(event.text())
        if digit.isascii() and digit.isdecimal():
            self._take(digit)
        elif event.text() == "\b":
            self._show(self._digits[:-1])
        else:
            return False
        return True

    def done(self) -> None:
        """All digits are there."""
        if self._digits:
            digits, self._digits = self._digits, ""
            self.update()
            self.entered.emit(digits)

    def say(self, text: str) -> None:
        """Why it is not left."""
        if self._line is not None:
            let_go(self._line)
        self.said = text
        self._line = Line(self.face, text, "alert-circle", "refusal")
        across = self._card.width() - 2 * self.face.px(_SIDE)
        self._line.setFixedHeight(self._line.heightForWidth(across))
        self._column.insertWidget(0, self._line)
        self._line.show()
        self._place()

    def paintEvent(self, _: QPaintEvent) -> None:
        """The page dimmed, a white card, a dot for each digit."""
        painter, face = QPainter(self), self.face
        dim = QColor(face.colour("ink"))
        dim.setAlpha(110)
        painter.fillRect(self.rect(), dim)
        box(painter, self._card, face.px(28), face.colour("surface"))
        pad = face.px(_SIDE)
        title = QRect(self._card.left() + pad, self._card.top() + face.px(_AIR), 0, 0)
        title.setSize(self._card.size())
        title.setWidth(self._card.width() - 2 * pad)
        title.setHeight(face.pitch("section"))
        face.write(painter, title, tr("The PIN of the kiosk"), "section", "ink")
        dots = title.translated(0, title.height())
        face.write(painter, dots, "●" * len(self._digits), "list", "ink", "centre")

    def _take(self, digit: str) -> None:
        self._show(f"{self._digits}{digit}"[:_MOST])

    def _show(self, digits: str) -> None:
        self._digits = digits
        self.update()

    def _lay_out(self) -> None:
        face = self.face
        self.setLayout(self._column)
        self._column.setSpacing(face.px(16))
        self._column.addWidget(self.pad, 1)
        row = QHBoxLayout()
        row.setSpacing(face.px(16))
        away = BarButton(face, tr("Stay in the kiosk"), "arrow-left", lying=True)
        away.clicked.connect(self.given_up)
        leave = BarButton(face, tr("Leave the kiosk"), "lock", filled=True)
        leave.clicked.connect(self.done)
        for button in (away, leave):
            button.setFixedHeight(button.sizeHint().height())
            row.addWidget(button)
        self._column.addLayout(row)
        self._place()

    def _place(self) -> None:
        """The card in the middle, as high as what stands on it."""
        face, column = self.face, self._column
        head, foot = face.px(_AIR) + 2 * face.pitch("section"), face.px(_AIR)
        column.setContentsMargins(0, 0, 0, 0)
        high = head + column.sizeHint().height() + foot
        self._card.setHeight(min(high, self.height() - face.px(24)))
        self._card.moveCenter(self.rect().center())
        side = self._card.left() + face.px(_SIDE)
        below = self.height() - 1 - self._card.bottom()
        column.setContentsMargins(side, self._card.top() + head, side, below + foot)
        self.update()
