"""A field above a list: who types into it moves in the list, too."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Arrows(QObject):
    """Those that are typed into `line` go to `rows`; the focus stays."""

    def __init__(self, line: QWidget, rows: QWidget) -> None:
        super().__init__(line)
        self._rows = rows
        line.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """All other keys are the field's."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        moves = Qt.Key(event.key()) in _MOVES
        if moves:
            QApplication.sendEvent(self._rows, event)
        return moves
