"""The head of every page on the plate's petrol: the office, larger text, and what is asked now."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.frame.words import tr
from ui.kiosk.face import Face, Role
from ui.kiosk.parts.touch import Touch
from ui.look.brush import box

HEAD = 420
"""Units of its width on a wide screen."""

_SHORT_ENOUGH: dict[bool, tuple[tuple[Role, int], ...]] = {
    False: (("title", 2), ("title_long", 4)),
    True: (("title", 4), ("title_long", 6)),
}
"""The most lines of a title in each size, upright and wide."""


class HeadButton(Touch):
    """A quiet button on petrol."""

    def __init__(self, face: Face, name: str, icon: str) -> None:
        super().__init__(face, name)
        self._icon = icon
        width = face.width("body", name) + face.px(40 + 60)
        self.resize(max(width, face.px(190)), face.px(88))

    def paintEvent(self, _: QPaintEvent) -> None:
        """A thin edge, picture, name."""
        painter, face = QPainter(self), self.face
        fill = face.colour("firuzeh_7" if self.isDown() else "hall_row")
        edge = face.colour("cap_filled_edge")
        box(painter, self.rect(), face.px(16), fill, edge, thick=max(2, face.px(2)))
        side, words = face.px(36), face.width("body", self.text())
        right = (self.width() + words + side + face.px(14)) // 2
        spot = QRect(right - side, (self.height() - side) // 2, side, side)
        face.icons.paint(painter, spot, self._icon, "on_dark")
        room = QRect(spot.left() - face.px(14) - words, 0, words, self.height())
        face.write(painter, room, self.text(), "body", "on_dark")


class Head(QWidget):
    """`over` stands above the title in small. The first page's question is larger. On a wide screen
    the head is the column at the right.
    """

    larger = Signal()

    def __init__(
        self, face: Face, office: str, title: str, over: str = "", *, first: bool = False
    ) -> None:
        super().__init__()
        self.face, self.office, self.title, self.over, self.first = face, office, title, over, first
        name = tr("Usual text size") if face.large else tr("Larger text")
        self.button = HeadButton(face, name, "text-size")
        self.button.setParent(self)
        self.button.clicked.connect(self.larger)
        self.setAccessibleName(f"{over} {title}".strip())
        fixed = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*(fixed if face.wide else reversed(fixed)))

    def sizeHint(self) -> QSize:
        """A third of a wide screen; of an upright one as high as the title needs."""
        face = self.face
        if face.wide:
            return QSize(face.px(HEAD), face.px(600))
        if self.first:
            return QSize(face.px(600), face.px(596))
        width = face.size.width() - 2 * self._pad
        role, lines = self._title(width)
        more = max(0, len(self._over(width)) - 1) * face.pitch("body")
        return QSize(face.px(600), face.px(286) + more + len(lines) * face.pitch(role))

    def minimumSizeHint(self) -> QSize:
        """The title is never cut."""
        return self.sizeHint()

    @property
    def _pad(self) -> int:
        return self.face.px(40 if self.face.wide else 56)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger text stays at the left end."""
        super().resizeEvent(event)
        self.button.move(self._pad, self.face.px(56))

    def paintEvent(self, _: QPaintEvent) -> None:
        """The ground, the office, the title."""
        painter, face = QPainter(self), self.face
        painter.fillRect(self.rect(), face.colour("firuzeh_8"))
        below = self._paint_office(painter)
        room = self.rect().adjusted(self._pad, 0, -self._pad, 0)
        small, over = self._small, self._over(room.width())
        role, lines = self._title(room.width())
        high, lift = len(lines) * face.pitch(role), len(over) * face.pitch(small)
        top = below + face.px(56) + lift if face.wide else self._top(high)
        spot = QRect(room.left(), top - lift, room.width(), lift)
        face.write(painter, spot, over, small, "on_dark_soft")
        spot = QRect(room.left(), top, room.width(), high)
        face.write(painter, spot, lines, role, "on_dark")

    def _top(self, high: int) -> int:
        return self.face.px(344) if self.first else self.height() - high - self.face.px(44)

    def _paint_office(self, painter: QPainter) -> int:
        """The emblem, and the name beside it, or below it on a wide screen; gives where it ends."""
        face, side = self.face, self.face.px(96)
        spot = QRect(self.width() - self._pad - side, face.px(52), side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(face.colour("cap_filled_edge"), max(1, face.px(2))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        inset = round(side * 0.26)
        inner = spot.adjusted(inset, inset, -inset, -inset)
        face.icons.paint(painter, inner, "building-bank", "on_dark")
        if face.wide:
            below = spot.bottom() + face.px(16)
            return self._paint_name(painter, QRect(self._pad, below, self._wide, 0))
        left = self.button.geometry().right() + face.px(24)
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

    def _title(self, width: int) -> tuple[Role, tuple[str, ...]]:
        """The title as large as it is still short enough."""
        if self.first and not self.face.wide:
            return "question", self.face.balanced(self.title, "question", width)
        for role, most in _SHORT_ENOUGH[self.face.wide]:
            lines = self.face.balanced(self.title, role, width)
            if len(lines) <= most:
                return role, lines
        return "list", self.face.balanced(self.title, "list", width)
