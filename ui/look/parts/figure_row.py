"""The headline figures of a view, beside each other."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look.parts.figure import Figure
from ui.look.parts.gone import let_go
from ui.look.theme import Theme


class FigureRow(QWidget):
    """As many as there are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.figures: tuple[Figure, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(28)
        self._row.addStretch()
        self.setFixedHeight(theme.px(58))

    def show_figures(self, told: Sequence[tuple[str, str, str]]) -> None:
        """Name, value and unit of each."""
        for figure in self.figures:
            self._row.removeWidget(figure)
            let_go(figure)
        made = []
        for place, (name, value, unit) in enumerate(told):
            figure = Figure(self._theme, name, unit)
            figure.show_value(value)
            self._row.insertWidget(place, figure)
            made.append(figure)
        self.figures = tuple(made)
