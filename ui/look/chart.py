"""Pictures of figures by pyqtgraph, in our type and colours, read from the right.

It makes classes of Qt, so it is loaded on the window's thread, before the window is shown: only
windows that show figures load it.
"""

from collections.abc import Sequence
from typing import Any

import pyqtgraph
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.figure_table import CellKind, shown
from ui.look.plot import Plot, Series
from ui.look.theme import Theme

_THICK, _MOST_TICKS, _LETTERS = 0.62, 12, 26
_WIDE_LABELS, _BESIDE = 176, 16
_FEW = 6
"""Places that are kept free at least, so that a single bar is no wall."""
_RLM = "\u200f"


class _Values(pyqtgraph.AxisItem):  # type: ignore[misc]
    """An axis whose numbers are Persian."""

    unit: CellKind = "count"

    def tickStrings(  # noqa: N802 - the library's name
        self, values: Sequence[float], scale: float, spacing: float
    ) -> list[str]:
        """As tables say them; a count has no parts."""
        del scale, spacing
        if self.unit != "count":
            return [shown(value, self.unit) for value in values]
        return [shown(round(v), "count") if v == round(v) else "" for v in values]


class Chart(QWidget):
    """Shows one picture; it takes no keys, for all it says stands in a table beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._view: QWidget | None = None

    def show_plot(self, plot: Plot | None) -> None:
        """Shows another one, or none."""
        before, self._view = self._view, self._drawn(plot) if plot else None
        self.setAccessibleName(plot.spoken if plot else "")
        if self._view is not None:
            self._column.addWidget(self._view)
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()

    def png(self, size: QSize, scale: int = 2) -> bytes:
        """The picture for a page, that many times as fine."""
        image = QImage(size * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(self._theme.colour("surface"))
        self.resize(size)
        self.ensurePolished()
        painter = QPainter(image)
        self.render(painter, QPoint())
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(data.data())

    # -- how -------------------------------------------------------------------------------------

    def _drawn(self, plot: Plot) -> Any:
        values = _Values(orientation="bottom" if plot.kind == "rows" else "right")
        values.unit = plot.unit
        names = pyqtgraph.AxisItem(orientation="right" if plot.kind == "rows" else "bottom")
        axes = {"bottom": values, "right": names}
        if plot.kind != "rows":
            axes = {"bottom": names, "right": values}
        view: Any = pyqtgraph.PlotWidget(background=self._theme.colour("surface"), axisItems=axes)
        self._behave(view, plot)
        if plot.kind == "line":
            self._line(view, plot)
        else:
            self._bars(view, plot)
        view.centralWidget.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # ours, not twice
        names.setTicks([_ticks(plot)])
        if plot.kind == "rows":
            widest = max((self._theme.width("least", name) for _, name in _ticks(plot)), default=0)
            names.setWidth(min(widest + _BESIDE, self._theme.px(_WIDE_LABELS)))
        for axis in (values, names):
            axis.setZValue(-1)
            axis.setStyle(tickFont=self._theme.font("least"), tickLength=0)
            axis.setTextPen(self._theme.colour("ink_2"))
            axis.setPen(self._theme.colour("line"))
        return view

    def _behave(self, view: "pyqtgraph.PlotWidget", plot: Plot) -> None:
        """It stands still: nobody drags a report."""
        view.setFrameShape(view.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.setMenuEnabled(False)
        view.hideButtons()
        view.hideAxis("left")
        view.showAxis("right")
        box = view.getViewBox()
        box.setMouseEnabled(x=False, y=False)
        box.invertX(True)
        box.invertY(plot.kind == "rows")
        top = plot.most or max(_tops(plot.series), default=0) * 1.06 or 1
        room = (-0.6, max(len(plot.labels), _FEW) - 0.4)
        across, up = ((0, top), room) if plot.kind == "rows" else (room, (0, top))
        box.setRange(xRange=across, yRange=up, padding=0)
        grid = {"x": plot.kind == "rows", "y": plot.kind != "rows", "alpha": 0.18}
        view.showGrid(**grid)

    def _bars(self, view: "pyqtgraph.PlotWidget", plot: Plot) -> None:
        """Each series stands on those before it."""
        below = [0.0] * len(plot.labels)
        for series in plot.series:
            places = range(len(series.values))
            ends = [low + value for low, value in zip(below, series.values, strict=True)]
            lows = [place - _THICK / 2 for place in places]
            highs = [place + _THICK / 2 for place in places]
            spans = {"x0": below, "x1": ends, "y0": lows, "y1": highs}
            if plot.kind != "rows":
                spans = {"x0": lows, "x1": highs, "y0": below, "y1": ends}
            colour = self._theme.colour(series.colour)
            view.addItem(pyqtgraph.BarGraphItem(**spans, brush=colour, pen=None))
            below = ends

    def _line(self, view: "pyqtgraph.PlotWidget", plot: Plot) -> None:
        for series in plot.series:
            colour = self._theme.colour(series.colour)
            view.plot(
                list(range(len(series.values))),
                list(series.values),
                pen=pyqtgraph.mkPen(colour, width=2),
                symbol="o",
                symbolSize=7,
                symbolBrush=colour,
                symbolPen=None,
                antialias=True,
            )


def _ticks(plot: Plot) -> list[tuple[float, str]]:
    """Not more names than can be read beside each other."""
    most = len(plot.labels) if plot.kind == "rows" else _MOST_TICKS
    step = max(-(-len(plot.labels) // most), 1) if most else 1
    return [
        (place, label if len(label) <= _LETTERS else f"{label[:_LETTERS].rstrip()}…{_RLM}")
        for place, label in enumerate(plot.labels)
        if place % step == 0
    ]


def _tops(series: Sequence[Series]) -> list[float]:
    stacks = zip(*(each.values for each in series), strict=True)
    return [sum(stack) for stack in stacks]
