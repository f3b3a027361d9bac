"""The buttons at the foot of a page: the first at the right, what is filled at the left end."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kiosk.face import Face
from ui.kiosk.pages.page import BarAct, KioskPage
from ui.kiosk.parts.bar_button import BarButton

_HIGH = {(False, False): 232, (False, True): 176, (True, False): 164, (True, True): 140}
"""Units: upright or wide, usual or low."""


class Bar(QWidget):
    """`tools` stand between them, where a wide screen has no room for a row of their own."""

    def __init__(
        self,
        face: Face,
        acts: Sequence[BarAct],
        page: KioskPage,
        tools: QWidget | None = None,
    ) -> None:
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
                self._part(row, tools)
            row.addWidget(button, int(act.filled))
        if not any(act.filled for act in acts):
            self._part(row, tools)

    def sizeHint(self) -> QSize:
        """High enough for a thumb; not higher where the page has less room."""
        wide, low = self.face.wide, self.face.low
        return QSize(self.face.px(600), self.face.px(_HIGH[wide, low]))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Sunk, behind a hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.face.colour("sunk"))
        painter.fillRect(0, 0, self.width(), 1, self.face.colour("line"))

    def _part(self, row: QHBoxLayout, tools: QWidget | None) -> None:
        if tools is not None and self.face.wide:
            row.addStretch(1)
            row.addWidget(tools)
        row.addStretch(1)

    def _button(self, act: BarAct) -> BarButton:
        note = "" if self.face.wide and self.face.low else act.note
        button = BarButton(self.face, act.name, act.icon, note=note, filled=act.filled)
        if act.wish is None:
            button.clicked.connect(self._page.done)
        else:
            self._page.leads(button, act.wish)
        return button
