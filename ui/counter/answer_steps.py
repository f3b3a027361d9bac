"""The way of a request through the units (Table 1), as far as there is room: the present step is
always among those that are seen.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.folds.request import StepTimes
from app.persian import format_date
from ui.frame.words import tr
from ui.look import brush
from ui.look.theme import Theme
from ui.look.tokens import Colour

_ROW, _ICON, _GAP = 44, 18, 10


class AnswerSteps(QWidget):
    """A mark, the step, its unit and the day on which it was done or given to the unit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._steps: tuple[StepTimes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_steps(self, steps: Sequence[StepTimes]) -> None:
        """Shows these."""
        self._steps = tuple(steps)
        said = [tr("{step}: {how}", step=step.step.title, how=_how(step)) for step in steps]
        self.setAccessibleName("، ".join(said) or tr("No steps"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self._row * max(len(self._steps), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self._row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRect(0, 0, self.width(), self.theme.px(20))
        if not self._steps:
            brush.write(painter, self.theme, line, tr("No steps"), "body", "ink_2")
        for place, number in enumerate(self._seen()):
            self._paint(painter, place * self._row, self._steps[number])
        painter.end()

    @property
    def _row(self) -> int:
        return self.theme.px(_ROW)

    def _seen(self) -> range:
        room = max(self.height() // self._row, 1)
        present = next((n for n, step in enumerate(self._steps) if not step.done), 10**6)
        first = max(min(present - 1, len(self._steps) - room), 0)
        return range(first, min(first + room, len(self._steps)))

    def _paint(self, painter: QPainter, top: int, step: StepTimes) -> None:
        theme, side = self.theme, self.theme.px(_ICON)
        icon = QRect(self.width() - side, top, side, theme.px(22))
        name, colour = _mark(step)
        theme.icons.paint(painter, icon, name, colour)
        words = QRect(0, top, icon.left() - _GAP, theme.px(22))
        ink: Colour = "ink" if step.handed_over else "ink_3"
        brush.write(painter, theme, words, step.step.title, "open", ink)
        below = words.translated(0, words.height() - 2)
        brush.write(painter, theme, below, _how(step), "secondary", "ink_2")


def _mark(step: StepTimes) -> tuple[str, Colour]:
    if step.done:
        return "circle-check", "firuzeh_7"
    return ("hourglass", "amber") if step.handed_over else ("clock", "ink_3")


def _how(step: StepTimes) -> str:
    unit, day = step.step.unit, step.done_on or step.handed_over_on
    if step.done and day:
        return tr("{unit}, {day}", unit=unit, day=format_date(day))
    if day:
        return tr("{unit}, since {day}", unit=unit, day=format_date(day))
    return tr("{unit}, not begun", unit=unit)
