"""Keys to touch that are one stop for whoever goes through the page by keys: arrows lead from one
to the next, Tab past all of them.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kiosk.face import Face
from ui.kiosk.parts.touch import Touch

_WAYS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class Key(Touch):
    """One of them."""

    unread = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow leads to the next key that way; where there is none, out of them."""
        way, keys = _WAYS.get(Qt.Key(event.key())), self.parentWidget()
        if way is None or not isinstance(keys, Keys) or not keys.go(self, way):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes back to where it was last."""
        super().focusInEvent(event)
        keys = self.parentWidget()
        if isinstance(keys, Keys):
            keys.stop_at(self)


class Keys(QWidget):
    """Holds them in a grid."""

    def __init__(self, face: Face, gap: int) -> None:
        super().__init__()
        self.face = face
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(face.px(gap))
        self.keys: list[Key] = []

    def add(self, key: Key, row: int, column: int, across: int = 1) -> None:
        """One more; the first of all is where Tab comes in."""
        self.grid.addWidget(key, row, column, 1, across)
        if self.keys:
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keys.append(key)

    def stop_at(self, chosen: Key) -> None:
        """The one that Tab comes to."""
        for key in self.keys:
            stop = Qt.FocusPolicy.TabFocus if key is chosen else Qt.FocusPolicy.NoFocus
            key.setFocusPolicy(stop)

    def go(self, start: Key, way: QPoint) -> bool:
        """The focus to the nearest key that way; whether there is one."""
        found = [key for key in self.keys if _ahead(start, key, way) > 0]
        if found:
            nearest = min(found, key=lambda key: _far(start, key, way))
            nearest.setFocus(Qt.FocusReason.TabFocusReason)
        return bool(found)


def _between(start: QWidget, key: QWidget) -> QPoint:
    return key.geometry().center() - start.geometry().center()


def _ahead(start: QWidget, key: QWidget, way: QPoint) -> int:
    """How far in that way; nothing for a key of another row where the way goes along one."""
    along = QPoint.dotProduct(_between(start, key), way)
    aside = abs(_between(start, key).y()) if way.x() else 0
    return along if aside < start.height() // 2 else 0


def _far(start: QWidget, key: QWidget, way: QPoint) -> int:
    """What lies straight ahead is nearer than what lies aside."""
    between = _between(start, key)
    aside = abs(between.x() * way.y()) + abs(between.y() * way.x())
    return _ahead(start, key, way) * 4 + aside
