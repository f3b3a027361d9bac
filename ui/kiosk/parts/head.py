"""The head of every page on the plate's petrol: the office, and what is asked now."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.frame.words import tr
from ui.kiosk.face import Face, Role
from ui.kiosk.modes import Tool
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.tools import HIGH, ToolButton

HEAD = 420
"""Units of its width on a wide screen."""

_SHORT_ENOUGH: dict[bool, tuple[tuple[Role, int], ...]] = {
    False: (("title", 2), ("title_long", 4)),
    True: (("title", 4), ("title_long", 6)),
}
"""The most lines of a title in each size, upright and wide."""


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
        self.face, self.office, self.title, self.over, self.first = face, office, title, over, first
        self.buttons = [ToolButton(face, tool, dark=True, lying=not face.wide) for tool in tools]
        for button in self.buttons:
            button.setParent(self)
            button.clicked.connect(lambda _=False, tool=button.tool: self.touched.emit(tool))
        self._note: Line | None = None
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
        width = face.size.width() - 2 * self._pad
        role, lines = self._title(width)
        more = max(0, len(self._over(width)) - 1) * face.pitch("body")
        wanted = face.px(286) + more + len(lines) * face.pitch(role)
        return QSize(face.px(600), max(wanted, least))

    def show_note(self, note: Line) -> None:
        """Between the office and the title; beside the office on a wide screen."""
        self._note = note
        note.setParent(self)

    def _place_note(self) -> None:
        if self._note is None:
            return
        face, pad = self.face, self._pad
        left = pad + (face.px(HEAD) if face.wide else 0)
        width = self.width() - pad - left
        top = face.px(40 if face.wide else 180)
        self._note.setGeometry(left, top, width, self._note.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The title is never cut."""
        return self.sizeHint()

    @property
    def _pad(self) -> int:
        return self.face.px(40 if self.face.wide else 56)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tools stay at the left end, or at the foot of the column."""
        super().resizeEvent(event)
        self._place_note()
        gap = self.face.px(16)
        left, top, shared = self._pad, self.face.px(56), 0
        if self.face.beside and self.buttons:
            top = self.height() - self.face.px(HIGH + 40)
            shared = (self._wide + gap) // len(self.buttons) - gap
        for button in reversed(self.buttons):
            size = button.sizeHint()
            button.setGeometry(left, top, shared or size.width(), size.height())
            left = button.geometry().right() + 1 + gap

    def paintEvent(self, _: QPaintEvent) -> None:
        """The ground, the office, the title."""
        painter, face = QPainter(self), self.face
        painter.fillRect(self.rect(), face.colour("firuzeh_8"))
        below = self._paint_office(painter)
        room = self.rect().adjusted(self._pad, 0, -self._pad, 0)
        if face.wide and face.low:
            room.setLeft(self._pad + face.px(HEAD))
        small, over = self._small, self._over(room.width())
        role, lines = self._title(room.width(), self._room_below(below))
        high, lift = len(lines) * face.pitch(role), len(over) * face.pitch(small)
        top = below + face.px(56) + lift if face.beside else self._top(high)
        spot = QRect(room.left(), top - lift, room.width(), lift)
        face.write(painter, spot, over, small, "on_dark_soft")
        spot = QRect(room.left(), top, room.width(), high)
        face.write(painter, spot, lines, role, "on_dark")

    def _room_below(self, below: int) -> int:
        """Of a column: the height between the office and the tools."""
        if not self.face.beside:
            return self.height()
        tools = self.face.px(HIGH + 40 + 16) if self.buttons else 0
        over = len(self._over(self._wide)) * self.face.pitch(self._small)
        return self.height() - below - self.face.px(56) - over - tools

    def _top(self, high: int) -> int:
        usual = self.first and not self.face.wide
        return self.face.px(344) if usual else self.height() - high - self.face.px(44)

    def _paint_office(self, painter: QPainter) -> int:
        """The emblem, and the name beside it, or below it on a wide screen; gives where it ends."""
        face, side = self.face, self.face.px(96)
        aside = face.wide and face.low
        right = self._pad + face.px(HEAD - 40) if aside else self.width() - self._pad
        spot = QRect(right - side, face.px(52), side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(face.colour("cap_filled_edge"), max(1, face.px(2))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        inset = round(side * 0.26)
        inner = spot.adjusted(inset, inset, -inset, -inset)
        face.icons.paint(painter, inner, "building-bank", "on_dark")
        if face.wide:
            below = spot.bottom() + face.px(16)
            room = QRect(self._pad, below, right - self._pad, 0)
            return self._paint_name(painter, room)
        ends = [button.geometry().right() + 1 for button in self.buttons]
        left = max(ends, default=self._pad) + face.px(24)
        room = QRect(left, spot.top(), spot.left() - face.px(20) - left, side)
        return self._paint_name(painter, room)

    @property
    def _wide(self) -> int:
        return self.width() - 2 * self._pad

    def _paint_name(self, painter: QPainter, room: QRect) -> int:
        """The office, and below it what this place is, in the middle of `room` or from its top."""
        face = self.face
        lines = face.balanced(self.office, "name", room.width())
        high, low = face.pitch("name") * len(lines), face.pitch("small")
        top = room.top() + max(0, (room.height() - high - low) // 2)
        face.write(painter, QRect(room.left(), top, room.width(), high), lines, "name", "on_dark")
        below = QRect(room.left(), top + high, room.width(), low)
        face.write(painter, below, tr("In-person service desk"), "small", "on_dark_soft")
        return below.bottom()

    @property
    def _small(self) -> Role:
        return "welcome" if self.first and not self.face.wide else "body"

    def _over(self, width: int) -> tuple[str, ...]:
        return self.face.lines(self.over, self._small, width, 3) if self.over else ()

    def _title(self, width: int, high: int = 9999) -> tuple[Role, tuple[str, ...]]:
        """The title as large as it is still short enough."""
        if self.first and not self.face.wide:
            return "question", self.face.balanced(self.title, "question", width)
        for role, most in _SHORT_ENOUGH[self.face.wide]:
            lines = self.face.balanced(self.title, role, width)
            if len(lines) <= most and len(lines) * self.face.pitch(role) <= high:
                return role, lines
        return "list", self.face.balanced(self.title, "list", width)
