"""One screen: head, page, and the buttons or the foot below; upright or wide."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kiosk.face import Face
from ui.kiosk.pages.page import BarAct, KioskPage
from ui.kiosk.parts.bar_button import BarButton
from ui.kiosk.parts.foot import Foot
from ui.kiosk.parts.head import Head


class Bar(QWidget):
    """The buttons at the foot: the first at the right, what is filled at the left end."""

    def __init__(self, face: Face, acts: Sequence[BarAct], page: KioskPage) -> None:
        super().__init__()
        self.face, self._page = face, page
        self.buttons = [self._button(act) for act in acts]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        side, air = face.px(40 if face.wide else 56), face.px(14 if face.wide else 28)
        row.setContentsMargins(side, air, side, air)
        row.setSpacing(face.px(16))
        for act, button in zip(acts, self.buttons, strict=True):
            if act.filled and face.wide:
                row.addStretch(1)
            row.addWidget(button, int(act.filled))
        if not any(act.filled for act in acts):
            row.addStretch(1)

    def sizeHint(self) -> QSize:
        """High enough for a thumb."""
        return QSize(self.face.px(600), self.face.px(164 if self.face.wide else 232))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Sunk, behind a hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.face.colour("sunk"))
        painter.fillRect(0, 0, self.width(), 1, self.face.colour("line"))

    def _button(self, act: BarAct) -> BarButton:
        button = BarButton(self.face, act.name, act.icon, note=act.note, filled=act.filled)
        if act.wish is None:
            button.clicked.connect(self._page.done)
        else:
            self._page.leads(button, act.wish)
        return button


class Screen(QWidget):
    """Built for one place and one face, then thrown away."""

    larger = Signal()

    def __init__(self, face: Face, page: KioskPage, office: str) -> None:
        super().__init__()
        self.face, self.page = face, page
        page.setParent(self)  # in this order a keyboard goes through them
        acts = page.acts()
        self.foot = None if acts else Foot(face)
        self.bar = Bar(face, acts, page) if acts else None
        below = self.foot or self.bar
        self.head = Head(face, office, page.title, page.over, first=page.first)
        if below is not None:
            below.setParent(self)
        self.head.setParent(self)
        self.head.larger.connect(self.larger)
        self._lay_out(below)

    def paintEvent(self, _: QPaintEvent) -> None:
        """The ground of everything."""
        QPainter(self).fillRect(self.rect(), self.face.colour("ground"))

    def _lay_out(self, below: QWidget | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.face.wide:
            row = QHBoxLayout()
            row.setSpacing(0)
            row.addWidget(self.head)
            row.addWidget(self.page, 1)
            column.addLayout(row, 1)
        else:
            column.addWidget(self.head)
            column.addWidget(self.page, 1)
        if below is not None:
            column.addWidget(below)
