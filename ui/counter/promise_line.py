"""When the answer is promised, and what it costs, before anything is registered."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.folds.catalogue import Entry
from app.persian import format_time, long_date, money
from app.sub_service import Step, TimeUnit
from ui.frame.words import tr
from ui.look import brush
from ui.look.fonts import Role
from ui.look.theme import Theme
from ui.look.tokens import Colour

_GAP, _ICON = 10, 20
_DAYS_FIRST: tuple[TimeUnit, ...] = ("calendar_day", "working_day", "working_hour")


class PromiseLine(QWidget):
    """«موعد پاسخ», the day and how long that is; at the left the fee, if there is one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._day, self._long, self._fee = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_promise(self, entry: Entry, promised: datetime | None) -> None:
        """Shows what would be promised now for this sub-service."""
        steps = entry.sheet.steps
        self._day = _when(promised, steps) if promised else ""
        self._long = how_long(steps) if promised else ""
        fee = sum(fee.amount for fee in entry.sheet.fees)
        self._fee = tr("Fee {fee}", fee=money(fee)) if fee else ""
        said = (tr("Promised date"), self._day, self._long) if promised else ()
        self.setAccessibleName(" ".join((*said, self._fee)).strip())
        self.setVisible(bool(self._day or self._fee))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.box(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rest = self._paint_fee(painter, self.rect())
        if self._day:
            rest = self._paint_icon(painter, rest, "calendar-event")
            rest = self._paint_words(painter, rest, tr("Promised date"), "label", "ink_2")
            rest = self._paint_words(painter, rest, self._day, "label_row", "ink")
            self._paint_words(painter, rest, self._long, "secondary", "ink_2")
        painter.end()

    def _paint_fee(self, painter: QPainter, rect: QRect) -> QRect:
        """At the left end; gives what is left of the line."""
        if not self._fee:
            return rect
        width = self._theme.width("open", self._fee)
        spot = QRect(rect.left(), rect.top(), width + self._theme.px(_ICON) + _GAP, rect.height())
        inner = self._paint_icon(painter, spot, "wallet")
        brush.write(painter, self._theme, inner, self._fee, "open", "ink")
        return rect.adjusted(spot.width() + _GAP, 0, 0, 0)

    def _paint_icon(self, painter: QPainter, rect: QRect, name: str) -> QRect:
        side = self._theme.px(_ICON)
        spot = QRect(rect.right() + 1 - side, rect.top(), side, rect.height())
        self._theme.icons.paint(painter, spot, name, "firuzeh_7")
        return rect.adjusted(0, 0, -side - _GAP, 0)

    def _paint_words(
        self, painter: QPainter, rect: QRect, text: str, role: Role, colour: Colour
    ) -> QRect:
        """Writes from the right; gives what is left of the line."""
        brush.write(painter, self._theme, rect, text, role, colour)
        return rect.adjusted(0, 0, -self._theme.width(role, text) - _GAP, 0)


def how_long(steps: Sequence[Step]) -> str:
    """What the steps of Table 1 take together, by the unit in which each is agreed."""
    sums: dict[TimeUnit, float] = dict.fromkeys(_DAYS_FIRST, 0)
    for step in steps:
        sums[step.unit_of_time] += step.duration
    return tr(" and ").join(_length(total, unit) for unit, total in sums.items() if total)


def _length(total: float, unit: TimeUnit) -> str:
    n = f"{total:g}".replace(".", "٫")
    match unit:
        case "working_day":
            return tr("{n} working days", n=n)
        case "working_hour":
            return tr("{n} working hours", n=n)
        case "calendar_day":
            return tr("{n} days", n=n)


def _when(promised: datetime, steps: Sequence[Step]) -> str:
    """With the hour only where it is hours that were agreed."""
    if any(step.unit_of_time == "working_hour" for step in steps):
        return tr("{day}, at {time}", day=long_date(promised.date()), time=format_time(promised))
    return long_date(promised.date())
