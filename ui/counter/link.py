"""A few words and their key, for what is always one press away and never presses itself forward."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.look import brush
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.theme import Theme

_GAP, _ICON = 8, 18


class Link(QAbstractButton):
    """Words at the right, the cap of their key at the left. Keys never come here: the window takes
    them; the mouse may.
    """

    def __init__(self, theme: Theme, name: str, key: str, icon: str = "", text: str = "") -> None:
        super().__init__()
        self._theme, self._key, self._icon, self._text = theme, key, icon, text
        self.setAccessibleName(f"{name} ({key})")
        self.setToolTip(name if not text else "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        cap = cap_size(self._theme, self._key)
        icon = self._theme.px(_ICON) + _GAP if self._icon else 0
        words = self._theme.width("label", self._text) + _GAP if self._text else 0
        return QSize(cap.width() + icon + words, max(cap.height(), self._theme.px(20)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        cap = QRect(0, 0, 0, 0)
        cap.setSize(cap_size(self._theme, self._key))
        cap.moveTop((self.height() - cap.height()) // 2)
        paint_cap(painter, cap, self._key, "quiet", self._theme)
        rest = self.rect().adjusted(cap.width() + _GAP, 0, 0, 0)
        if self._icon:
            side = self._theme.px(_ICON)
            spot = QRect(rest.right() + 1 - side, rest.top(), side, rest.height())
            self._theme.icons.paint(painter, spot, self._icon, "ink_2")
        brush.write(painter, self._theme, rest, self._text, "label", "firuzeh_7")
        painter.end()
