"""A picture of figures under its title."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look.chart import Chart
from ui.look.parts.section import Section
from ui.look.plot import Plot
from ui.look.theme import Theme

_PAGE = QSize(720, 330)
"""Of a picture on paper."""


class Picture(QWidget):
    """Title and picture; empty where there is nothing to draw."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title = Section(theme, "")
        self.plot: Plot | None = None
        self._chart = Chart(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self._chart, 1)

    def show_plot(self, plot: Plot | None) -> None:
        """Shows another one, or none."""
        self.plot = plot
        self.title.show_title(plot.title if plot else "")
        self._chart.show_plot(plot)

    def png(self, plot: Plot) -> bytes:
        """Another picture, for a page."""
        drawn = Chart(self._theme)
        drawn.show_plot(plot)
        png = drawn.png(_PAGE)
        drawn.deleteLater()
        return png
