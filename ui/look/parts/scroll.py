"""A region that scrolls when it is too low for what it holds."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.look.parts.focus_ring import Ringed
from ui.look.parts.ground import lay_ground

_MARGIN, _RING = 24, 5


class Scroll(QScrollArea):
    """Scrolls up and down only, its bar at the left; what has the focus is always seen."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        lay_ground(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has the focus is seen in less room too."""
        super().resizeEvent(event)
        now: QWidget | None = QApplication.focusWidget()
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            rect = now.ring_rect() if isinstance(now, Ringed) else now.rect()
            spot = QRect(now.mapTo(content, rect.topLeft()), rect.size())
            for place in (spot.topLeft(), spot.bottomLeft() + QPoint(0, _RING)):
                self.ensureVisible(place.x(), place.y(), 0, 0)

    def _changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _MARGIN)
