"""One screen: head, page, and the buttons or the foot below; upright or wide, usual or low."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kiosk.bar import Bar
from ui.kiosk.face import Face
from ui.kiosk.modes import Modes, tools_below, tools_in_head
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.parts.foot import Foot
from ui.kiosk.parts.head import Head
from ui.kiosk.parts.tools import Tools


class Screen(QWidget):
    """Built for one place and one face, then thrown away. `prints`: a sheet for opinions can be
    printed.
    """

    touched = Signal(object)
    """A tool."""

    def __init__(
        self, face: Face, page: KioskPage, office: str, modes: Modes, *, prints: bool = False
    ) -> None:
        super().__init__()
        self.face, self.page = face, page
        page.setParent(self)  # in this order a keyboard goes through them
        acts, below = page.acts(), tools_below(modes, first=page.first, prints=prints)
        inside = bool(acts) and face.wide
        self.tools = Tools(face, below, bare=inside) if below else None
        self.foot = None if acts else Foot(face)
        self.bar = Bar(face, acts, page, self.tools if inside else None) if acts else None
        self.head = Head(
            face, office, page.title, page.over, first=page.first, tools=tools_in_head(modes)
        )
        if page.note is not None and face.low:
            self.head.show_note(page.note)
        for part in (self.tools, self.bar, self.foot, self.head):
            if part is not None and part.parent() is None:
                part.setParent(self)
        for touched in (self.head, *((self.tools,) if self.tools else ())):
            touched.touched.connect(self.touched)
        self._lay_out(None if inside else self.tools)

    def paintEvent(self, _: QPaintEvent) -> None:
        """The ground of everything."""
        QPainter(self).fillRect(self.rect(), self.face.colour("ground"))

    def spoken(self) -> str:
        """All of it in words, as it is read from above."""
        said = [self.page.over, self.page.title, *self.page.spoken()]
        said += [self.page.note.text] if self.page.note else []
        if self.bar and self.page.reads_acts:
            said += [button.spoken() for button in self.bar.buttons]
        return "\n".join(each for each in said if each)

    @property
    def any_button(self) -> QWidget | None:
        """The first that can be touched beside the page."""
        held = (self.bar, self.tools, self.head)
        return next((button for part in held if part for button in part.buttons), None)

    def begin(self) -> None:
        """The focus to the first control."""
        first = self.page.first_control() or self.any_button
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self, tools: Tools | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.face.beside:
            row = QHBoxLayout()
            row.setSpacing(0)
            row.addWidget(self.head)
            beside = QVBoxLayout()
            beside.addWidget(self.page, 1)
            if tools is not None:
                beside.addWidget(tools)
            row.addLayout(beside, 1)
            column.addLayout(row, 1)
        else:
            column.addWidget(self.head)
            column.addWidget(self.page, 1)
            if tools is not None:
                column.addWidget(tools)
        for below in (self.foot, self.bar):
            if below is not None:
                column.addWidget(below)
