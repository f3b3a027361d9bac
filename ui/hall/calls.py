"""The newest call, large on its plate, and those before it."""

from PySide6.QtCore import QEasingCurve, QRect, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.showing.hall import HallCall
from ui.frame.words import tr
from ui.hall.face import Face
from ui.hall.part import Part
from ui.hall.said import counter_said, label_said
from ui.look.brush import box

THIN, THICK = 14, 22
"""How wide the frame is, and how wide while it pulses."""
PULSES, PULSE = 3, 600


class Newest(Part):
    """White, in saffron: the brightest thing in the room. Its frame pulses when another call comes,
    and when it is said again.
    """

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(face, parent)
        self._call: HallCall | None = None
        self.frame = float(THIN)
        self.pulse = QVariantAnimation(self)
        self.pulse.setStartValue(float(THIN))
        self.pulse.setKeyValueAt(0.5, float(THICK))
        self.pulse.setEndValue(float(THIN))
        self.pulse.setDuration(PULSE)
        self.pulse.setLoopCount(PULSES)
        self.pulse.setEasingCurve(QEasingCurve.Type.InOutSine)
        self.pulse.valueChanged.connect(self._widen)

    def show_call(self, call: HallCall | None, *, pulse: bool, none: str = "") -> None:
        """That call; None before the first one, or for the reason that `none` says."""
        self._call = call
        if call is None:
            self.say(none or tr("Nobody has been called yet"))
        else:
            self.say(f"{label_said(call.label)}، {counter_said(call.counter)}")
        if pulse and call is not None:
            self.pulse.stop()
            self.pulse.start()
        self.update()

    def paint(self, painter: QPainter) -> None:
        """The plate."""
        face, room = self.face, self.rect()
        if self._call is None:
            self._write_none(painter)
            return
        thick = face.px(self.frame)
        box(
            painter,
            room,
            face.px(40),
            face.colour("surface"),
            face.colour("saffron"),
            thick=thick,
        )
        side = face.px(58)
        within = room.adjusted(side, face.px(70), -side, -side)
        counter = QRect(within)
        counter.setTop(within.bottom() - min(face.px(190), within.height() // 3))
        label = QRect(within)
        label.setBottom(counter.top() - face.px(14))
        face.write(
            painter,
            label,
            label_said(self._call.label),
            330,
            "bold",
            "firuzeh_9",
            "centre",
            whole=True,
        )
        box(painter, counter, face.px(24), face.colour("firuzeh_8"))
        said = counter_said(self._call.counter)
        face.write(painter, counter, said, 128, "bold", "on_dark", "centre", whole=True)

    def _write_none(self, painter: QPainter) -> None:
        """Why no number stands here."""
        face, room = self.face, self.rect()
        box(painter, room, face.px(36), face.colour("hall_row"))
        lines = face.lines(self.accessibleName(), 54, "medium", room.width() - face.px(160), 3)
        pitch = face.px(84)
        top = room.center().y() - pitch * len(lines) // 2
        for place, line in enumerate(lines):
            spot = QRect(room.left(), top + place * pitch, room.width(), pitch)
            face.write(painter, spot, line, 54, "medium", "hall_soft", "centre")

    def _widen(self, width: object) -> None:
        assert isinstance(width, float)
        self.frame = width
        self.update()


class Earlier(Part):
    """A call before the newest one: its number at the right, its counter at the left."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(face, parent)
        self._call: HallCall | None = None

    def show_call(self, call: HallCall | None) -> None:
        """That call; None where there were not so many."""
        self._call = call
        said = f"{label_said(call.label)}، {counter_said(call.counter)}" if call else ""
        self.say(said)
        self.update()

    def paint(self, painter: QPainter) -> None:
        """A row, empty where there were not so many."""
        face, room = self.face, self.rect()
        box(painter, room, face.px(24), face.colour("hall_row"))
        if self._call is None:
            return
        inner = room.adjusted(face.px(36), 0, -face.px(36), 0)
        middle, side = inner.left() + round(inner.width() * 0.40), face.px(48)
        width = middle - inner.left() - face.px(70)
        counter = QRect(inner.left(), inner.top(), width, inner.height())
        label = QRect(inner)
        label.setLeft(middle + face.px(20))
        arrow = QRect(middle - face.px(62), inner.center().y() - side // 2, side, side)
        face.write(painter, label, label_said(self._call.label), 106, "bold", "on_dark", whole=True)
        face.icons.paint(painter, arrow, "arrow-left", "hall_soft", mirrored=False)
        said = counter_said(self._call.counter)
        face.write(painter, counter, said, 62, "medium", "on_dark_soft", "end", whole=True)
