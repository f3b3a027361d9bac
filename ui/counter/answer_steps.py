"""The way of a request through the units (Table 1). Where there is little room some steps have one
line; where there is less, it is said how many more there are, and the present one is seen.
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

_ROW, _LINE, _ICON, _GAP = 44, 24, 18, 10


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
        return QSize(self.theme.px(120), self._line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRect(0, 0, self.width(), self.theme.px(20))
        if not self._steps:
            brush.write(painter, self.theme, line, tr("No steps"), "body", "ink_2")
        self._paint_all(painter)
        painter.end()

    def _paint_all(self, painter: QPainter) -> None:
        """Those that are seen, and how many more there are: beside it where there is but one."""
        seen, left = self.seen()
        more = tr("… and {n} more steps", n=left) if left else ""
        alone, top, whole = self.height() < 2 * self._line, 0, self._whole(seen, left)
        for number in seen:
            if number in whole:
                self._paint(painter, top, self._steps[number])
            else:
                self._paint_line(painter, top, self._steps[number], more if alone else "")
            top += self._row if number in whole else self._line
        if more and not alone:
            last = QRect(0, top, self.width() - self.theme.px(_ICON) - _GAP, self._line)
            brush.write(painter, self.theme, last, more, "secondary", "ink_2")

    def _whole(self, seen: range, left: int) -> Sequence[int]:
        """The places of those that have room for their units too: the present one first."""
        spare = self.height() - self._line * (len(seen) + bool(left))
        near = sorted(seen, key=lambda place: abs(place - self._present))
        return near[: max(spare // (self._row - self._line), 0)]

    @property
    def _present(self) -> int:
        """Where the step stands that is being done; the last one once all are done."""
        done = len(self._steps) - 1
        return next((place for place, step in enumerate(self._steps) if not step.done), done)

    def seen(self) -> tuple[range, int]:
        """The places of the steps that are shown, and how many others there are."""
        count = len(self._steps)
        lines = max(self.height() // self._line, 1)
        if count <= lines:
            return range(count), 0
        room = max(lines - 1, 1)
        first = max(min(self._present, count - room), 0)
        return range(first, first + room), count - room

    @property
    def _row(self) -> int:
        return self.theme.px(_ROW)

    @property
    def _line(self) -> int:
        return self.theme.px(_LINE)

    def _paint_line(self, painter: QPainter, top: int, step: StepTimes, beside: str) -> None:
        """Mark and name, and at the far edge what must stand there, else the day if it fits."""
        words = self._paint_mark(painter, top, step, self._line)
        day = step.done_on or step.handed_over_on
        taken = self.theme.width("secondary", beside) + _GAP if beside else 0
        name = words.adjusted(taken, 0, 0, 0)
        self._paint_name(painter, name, step)
        rest = words.width() - self.theme.width("open", step.step.title) - _GAP
        dated = format_date(day) if day else ""
        if not beside and self.theme.width("secondary", dated) <= rest:
            beside = dated
        brush.write(painter, self.theme, words, beside, "secondary", "ink_2", "end")

    def _paint(self, painter: QPainter, top: int, step: StepTimes) -> None:
        """Mark and name, and under it unit and day."""
        words = self._paint_mark(painter, top, step, self.theme.px(22))
        self._paint_name(painter, words, step)
        below = words.translated(0, words.height() - 2)
        brush.write(painter, self.theme, below, _how(step), "secondary", "ink_2")

    def _paint_mark(self, painter: QPainter, top: int, step: StepTimes, high: int) -> QRect:
        """Gives the place of the words beside it."""
        side = self.theme.px(_ICON)
        icon = QRect(self.width() - side, top, side, high)
        name, colour = _mark(step)
        self.theme.icons.paint(painter, icon, name, colour)
        return QRect(0, top, icon.left() - _GAP, high)

    def _paint_name(self, painter: QPainter, spot: QRect, step: StepTimes) -> None:
        ink: Colour = "ink" if step.handed_over else "ink_3"
        brush.write(painter, self.theme, spot, step.step.title, "open", ink)


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
