"""The focus ring: the one place in the window that says "what my next key touches"."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from ui.look.theme import Theme

_REACH = 4
"""How far the ring stands out of what it rings: half of its ink line, and the saffron."""
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


@runtime_checkable
class Ringed(Protocol):
    """A control with another shape than its own rectangle, in its own coordinates."""

    def ring_rect(self) -> QRect:
        """What the ring goes around."""


class FocusRing(QWidget):
    """Ink inside saffron around the control with the focus; make one for each window, last.

    It lies over the window, takes no clicks, follows the focus, and moves with what it rings; in a
    scroll area it ends where that ends. A control whose ring moves while it stands still itself,
    such as a list, says so by a signal `ring_moved`; one with rounder corners has `ring_radius`.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._changed)
            self._changed(None, application.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """What it rings; nothing once Qt has deleted it."""
        return self._target if self._target is not None and isValid(self._target) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the ring's target and whatever holds it do."""
        if event.type() in _MOVES:
            self.follow()
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Stand where the target stands now."""
        target, window = self.target, self.parentWidget()
        if target is None or window is None or not target.isVisibleTo(window):
            self.hide()
            return
        rect = target.ring_rect() if isinstance(target, Ringed) else target.rect()
        self._ring = QRect(target.mapTo(window, rect.topLeft()), rect.size())
        reach = self._ring.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        seen = reach.intersected(_seen(target, window))
        self.setGeometry(seen)
        self.setVisible(not seen.isEmpty() and not rect.isEmpty())
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self._ring.translated(-self.pos()))
        radius = float(getattr(self._target, "ring_radius", 6))
        painter.setPen(QPen(self._theme.colour("ink"), 2))
        painter.drawRoundedRect(rect, radius, radius)
        painter.setPen(QPen(self._theme.colour("saffron"), 3))
        rect.adjust(-2.5, -2.5, 2.5, 2.5)
        painter.drawRoundedRect(rect, radius + 2.5, radius + 2.5)
        painter.end()

    def _changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        window: QWidget | None = self.parentWidget()
        if QApplication.activePopupWidget() is not None:
            return
        self._leave()
        if (
            now is not None
            and now is not window
            and window is not None
            and window.isAncestorOf(now)
        ):
            self._take(now, window)
        self.follow()

    def _leave(self) -> None:
        moved = getattr(self.target, "ring_moved", None)
        if moved is not None:
            moved.disconnect(self.follow)
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched, self._target = [], None

    def _take(self, target: QWidget, window: QWidget) -> None:
        self._target = target
        each: QWidget | None = target
        while each is not None and each is not window:
            each.installEventFilter(self)
            self._watched.append(each)
            each = each.parentWidget()
        moved = getattr(target, "ring_moved", None)
        if moved is not None:
            moved.connect(self.follow)


def _seen(target: QWidget, window: QWidget) -> QRect:
    """The part of the window in which the ring may stand."""
    seen = window.rect()
    each = target.parentWidget()
    while each is not None and each is not window:
        if isinstance(each, QAbstractScrollArea):
            view = each.viewport()
            rect = QRect(view.mapTo(window, QPoint()), view.size())
            seen = seen.intersected(rect.adjusted(-_REACH, -_REACH, _REACH, _REACH))
        each = each.parentWidget()
    return seen
