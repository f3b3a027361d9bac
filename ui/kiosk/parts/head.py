"""The head of every page on the plate's petrol: the office, and what is asked now."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kiosk.face import Face
from ui.kiosk.modes import Tool
from ui.kiosk.parts.heading import Heading, heading, question
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.office_name import OfficeName
from ui.kiosk.parts.tools import HIGH, ToolButton

HEAD = 420
"""Units of its width on a wide screen."""
_UNDER = 180
"""Units of an upright head below which nothing of the office stands."""


class Head(QWidget):
    """`over` stands above the title in small. The first page's question is larger. On a wide screen
    the head is the column at the right; in the low layout it is a band without anything to touch.
    """

    touched = Signal(object)

    def __init__(
        self,
        face: Face,
        office: str,
        title: str,
        over: str = "",
        *,
        first: bool = False,
        tools: Sequence[Tool] = (),
    ) -> None:
        super().__init__()
        self.face, self.title, self.over, self.first = face, title, over, first
        self._office = OfficeName(face, office)
        self.buttons = [ToolButton(face, tool, dark=True, lying=not face.wide) for tool in tools]
        for button in self.buttons:
            button.setParent(self)
            button.clicked.connect(lambda _=False, tool=button.tool: self.touched.emit(tool))
        self._note: Line | None = None
        self._said: Line | None = None
        self.setAccessibleName(f"{over} {title}".strip())
        fixed = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*(fixed if face.beside else reversed(fixed)))

    def sizeHint(self) -> QSize:
        """A third of a wide screen; of an upright one as high as the title needs."""
        face = self.face
        if face.beside:
            return QSize(face.px(HEAD), face.px(600))
        if face.wide:
            return QSize(face.px(600), face.head_height)
        least = face.head_height if face.low else 0
        if self.first:
            return QSize(face.px(600), max(face.px(596), least))
        asked = heading(face, self.over, self.title, face.size.width() - 2 * self._pad)
        over = max(asked.lift, face.pitch("body"))
        wanted = face.px(286) + asked.height - asked.lift + over - face.pitch("body")
        return QSize(face.px(600), max(wanted, least))

    def minimumSizeHint(self) -> QSize:
        """The title is never cut."""
        return self.sizeHint()

    # -- sentences -------------------------------------------------------------------------------

    def show_note(self, note: Line) -> None:
        """Above the title, where the low layout has room for a sentence of the page."""
        self._note = note
        note.setParent(self)

    def say(self, line: Line | None) -> None:
        """Instead of the title, since nothing can be touched there; None: the title again."""
        self._said = line
        if line is not None:
            line.setParent(self)
            self._place_said(line)
            line.show()
        if self._note is not None:
            self._note.setVisible(line is None)
        self.update()

    def room(self) -> QRect:
        """Where a sentence can stand instead of the title; in the column the emblem gives way."""
        if not self.face.beside:
            return self._below(self.face.px(24) if self.face.wide else self.face.px(_UNDER))
        air = self.face.px(16)
        top = self._office.height(self._wide, emblem=False) + air
        return QRect(air, top, self.width() - 2 * air, self._foot - top)

    # -- where it stands -------------------------------------------------------------------------

    @property
    def _pad(self) -> int:
        return self.face.px(40 if self.face.wide else 56)

    @property
    def _wide(self) -> int:
        return self.width() - 2 * self._pad

    @property
    def _foot(self) -> int:
        """Where the title must have ended."""
        tools = self.buttons[0].y() - self.face.px(16) if self.face.beside and self.buttons else 0
        return tools or self.height() - self.face.px(44)

    def _below(self, top: int) -> QRect:
        """From there to the foot; beside the office in a band."""
        left = self._pad + (self.face.px(HEAD) if self.face.wide and self.face.low else 0)
        return QRect(left, top, self.width() - self._pad - left, self._foot - top)

    def _place_said(self, line: Line) -> None:
        """At the foot of its room."""
        room = self.room()
        high = line.heightForWidth(room.width())
        line.setGeometry(room.left(), room.bottom() + 1 - high, room.width(), high)

    def _place_note(self) -> None:
        if self._note is not None:
            room = self._below(self.face.px(24 if self.face.wide else _UNDER))
            room.setHeight(self._note.heightForWidth(room.width()))
            self._note.setGeometry(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tools stay at the left end, or at the foot of the column."""
        super().resizeEvent(event)
        gap = self.face.px(16)
        left, top, shared = self._pad, self.face.px(56), 0
        if self.face.beside and self.buttons:
            top = self.height() - self.face.px(HIGH + 40)
            shared = (self._wide + gap) // len(self.buttons) - gap
        for button in reversed(self.buttons):
            size = button.sizeHint()
            button.setGeometry(left, top, shared or size.width(), size.height())
            left = button.geometry().right() + 1 + gap
        self._place_note()
        if self._said is not None:
            self._place_said(self._said)

    # -- what is painted -------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        """The ground, the office, the title."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.face.colour("firuzeh_8"))
        emblem, spot, asked = self.asked()
        self._paint_office(painter, emblem=emblem and self._said is None)
        if self._said is None:
            asked.paint(painter, spot)

    def asked(self) -> tuple[bool, QRect, Heading]:
        """The heading and its place, and whether the emblem stands: it gives way in the column
        to a title that would be too small beneath it.
        """
        if self.face.beside:
            return self._asked_in_column()
        note = self._note.geometry().bottom() + 1 if self._note is not None else 0
        room = self._below(max(note, self.face.px(24)))
        if self.first and not self.face.wide:
            asked = question(self.face, self.over, self.title, room.width())
            top = self.face.px(344) - asked.lift
        else:
            high = room.height() if self.face.wide else None
            asked = heading(self.face, self.over, self.title, room.width(), high)
            top = self._foot - asked.height
        return True, QRect(room.left(), top, room.width(), asked.height), asked

    def _asked_in_column(self) -> tuple[bool, QRect, Heading]:
        for emblem in (True, False):
            top = self._office.height(self._wide, emblem=emblem) + self.face.px(40)
            high = self._foot - top
            asked = heading(self.face, self.over, self.title, self._wide, high)
            if asked.height <= high and asked.role not in {"body", "small"}:
                break
        return emblem, QRect(self._pad, top, self._wide, asked.height), asked

    def _paint_office(self, painter: QPainter, *, emblem: bool) -> None:
        face = self.face
        ends = [] if face.wide else [button.geometry().right() + 1 for button in self.buttons]
        left = max(ends) + face.px(24) if ends else self._pad
        right = self.width() - self._pad
        if face.wide and face.low:
            right = self._pad + face.px(HEAD - 40)
        self._office.paint(painter, left, right, emblem=emblem)
