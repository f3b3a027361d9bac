"""Names over one column, where there is room for one pane only."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.look import brush
from ui.look.theme import Theme


class _Tab(QAbstractButton):
    """A name, underlined in firuzeh while its pane is shown. Keys come by Ctrl and digit."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.width("title", self._name) + 8, self._theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        on = self.isChecked()
        brush.write(
            painter,
            theme,
            self.rect(),
            self._name,
            "body" if not on else "strong",
            "firuzeh_7" if on else "ink_2",
            "centre",
        )
        thick = 3 if on else 1
        colour = theme.colour("firuzeh_7" if on else "line")
        painter.fillRect(0, self.height() - thick, self.width(), thick, colour)
        painter.end()


class Tabbed(QWidget):
    """One of several panes under their names, the first one to begin with."""

    def __init__(self, theme: Theme, names: Sequence[str], panes: Sequence[QWidget]) -> None:
        super().__init__()
        self._panes = QStackedWidget()
        self._tabs = [_Tab(theme, name) for name in names]
        row = QHBoxLayout()
        row.setSpacing(0)
        for place, (tab, pane) in enumerate(zip(self._tabs, panes, strict=True)):
            row.addWidget(tab)
            self._panes.addWidget(pane)
            tab.clicked.connect(lambda _=False, at=place: self.choose(at))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._panes, 1)
        self.choose(0)

    def choose(self, place: int) -> None:
        """Shows this pane."""
        self._tabs[place].setChecked(True)
        self._panes.setCurrentIndex(place)
