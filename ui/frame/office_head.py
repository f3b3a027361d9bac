"""The head of a window of the office: whose it is, and who acts there."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look.parts.label import Label
from ui.look.theme import Theme

_HIGH = (52, 64)


class OfficeHead(QWidget):
    """Agency and office at the right, the person at the left; a click on them wants to lock."""

    lock_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._office = Label(theme, role="label_row")
        self._agency = Label(theme, role="secondary", colour="ink_2")
        self._person = Label(theme, role="open")
        self._role = Label(theme, role="secondary", colour="ink_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        for label in (self._office, self._agency):
            row.addWidget(label)
        row.addStretch(1)
        for label in (self._role, self._person):
            row.addWidget(label)
        self.setFixedHeight(_HIGH[theme.large])

    def show_office(self, office: str, agency: str) -> None:
        """Names of the letterhead."""
        self._office.show_text(office)
        self._agency.show_text(agency)

    def show_person(self, name: str, role: str) -> None:
        """Who acts, and as what."""
        self._person.show_text(name)
        self._role.show_text(role)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Whoever's name it is hands over, or locks."""
        spots = (self._person.geometry(), self._role.geometry())
        if any(spot.contains(event.position().toPoint()) for spot in spots):
            self.lock_wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()
