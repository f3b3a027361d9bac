"""Pictures of figures are read from the right, and loaded with the windows that show them."""

import subprocess
import sys

import pytest
from pyqtgraph import PlotWidget
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from ui.look.chart import Chart
from ui.look.parts.picture import Picture
from ui.look.plot import Plot, PlotKind, Series
from ui.look.theme import Theme

SIZE = QSize(600, 300)


def drawn(theme: Theme, kind: PlotKind, *series: Series) -> QImage:
    labels = tuple(str(place) for place, _ in enumerate(series[0].values))
    chart = Chart(theme)
    chart.show_plot(Plot(title="", kind=kind, labels=labels, series=series))
    return QImage.fromData(chart.png(SIZE, scale=1))


def spots(image: QImage, colour: QColor) -> list[tuple[int, int]]:
    """Where a colour stands."""
    wanted = colour.rgb()
    columns, lines = range(image.width()), range(image.height())
    return [(x, y) for x in columns for y in lines if image.pixel(x, y) == wanted]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme()
    made.apply(qapp)
    return made


def test_the_first_column_stands_at_the_right_and_as_high_as_its_value(theme: Theme) -> None:
    first = Series(values=(4.0, 0.0), colour="firuzeh_6")
    last = Series(values=(0.0, 2.0), colour="amber")
    image = drawn(theme, "columns", first, last)
    high, low = (spots(image, theme.colour(series.colour)) for series in (first, last))
    assert min(x for x, _ in high) > max(x for x, _ in low)
    lines = [len({y for _, y in each}) for each in (high, low)]
    assert lines[0] / lines[1] == pytest.approx(2, rel=0.05)


def test_bars_begin_at_the_right_and_stand_on_one_another(theme: Theme) -> None:
    first = Series(values=(3.0,), colour="amber")
    second = Series(values=(1.0,), colour="brick")
    image = drawn(theme, "rows", first, second)
    late, lying = (spots(image, theme.colour(series.colour)) for series in (first, second))
    assert min(x for x, _ in late) >= max(x for x, _ in lying)
    wide = [len({x for x, _ in each}) for each in (late, lying)]
    assert wide[0] / wide[1] == pytest.approx(3, rel=0.05)


def test_a_line_goes_through_its_values(theme: Theme) -> None:
    image = drawn(theme, "line", Series(values=(0.2, 1.0, 0.2, 0.6)))
    points = spots(image, theme.colour("firuzeh_6"))
    highest = min(points, key=lambda spot: spot[1])
    assert 350 < highest[0] < 500


def test_a_picture_of_nothing_is_blank(theme: Theme) -> None:
    chart = Chart(theme)
    chart.show_plot(None)
    image = QImage.fromData(chart.png(SIZE, scale=1))
    assert {image.pixel(x, 150) for x in range(600)} == {theme.colour("surface").rgb()}


def test_nothing_is_drawn_before_there_is_anything_to_show(theme: Theme) -> None:
    picture = Picture(theme)
    assert picture.findChildren(PlotWidget) == []
    columns = Series(values=(1.0,))
    picture.show_plot(Plot(title="", kind="columns", labels=("1",), series=(columns,)))
    assert len(picture.findChildren(PlotWidget)) == 1


@pytest.mark.parametrize(("window", "draws"), [("counter", False), ("supervisor", True)])
def test_only_a_window_that_shows_figures_loads_what_draws_them(
    window: str, *, draws: bool
) -> None:
    asked = f"import sys; import ui.{window}.window; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(draws)]
