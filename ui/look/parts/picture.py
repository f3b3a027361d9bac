"""The place of a picture, before the library that draws it is there and after."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look.parts.section import Section
from ui.look.plot import Plot
from ui.look.theme import Theme

_PAGE = QSize(720, 330)
"""Of a picture on paper."""


class Drawing(Protocol):
    """What `ui.look.chart.Chart` does."""

    def show_plot(self, plot: Plot) -> None:
        """Shows another one."""

    def png(self, size: QSize, scale: int = 2) -> bytes:
        """The picture for a page."""


class Picture(QWidget):
    """Title and picture; empty where there is nothing to draw."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title = Section(theme, "")
        self.plot: Plot | None = None
        self._make: Callable[[Theme], QWidget] | None = None
        self._chart: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.title)
        self._column.addStretch()

    def draw_with(self, make: Callable[[Theme], QWidget]) -> None:
        """The library is there."""
        self._make = make
        self.show_plot(self.plot)

    def show_plot(self, plot: Plot | None) -> None:
        """Shows another one, or none."""
        self.plot = plot
        self.title.show_title(plot.title if plot else "")
        if self._make is None:
            return
        if self._chart is None:
            self._chart = self._make(self._theme)
            self._column.insertWidget(1, self._chart, 1)
        self._chart.setVisible(plot is not None)
        if plot is not None:
            _drawing(self._chart).show_plot(plot)

    def png(self, plot: Plot) -> bytes:
        """Another picture, for a page; nothing before the library is there."""
        if self._make is None:
            return b""
        drawn = self._make(self._theme)
        _drawing(drawn).show_plot(plot)
        png = _drawing(drawn).png(_PAGE)
        drawn.deleteLater()
        return png


def _drawing(widget: object) -> Drawing:
    assert hasattr(widget, "show_plot")
    return widget  # type: ignore[return-value]
