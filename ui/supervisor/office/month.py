"""A month of the Jalali calendar on the wall: Saturday at the right, one day under the keys."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.letters import persian_digits
from app.persian import long_date, month_name, weekday_title
from app.week import WEEK, days_of, first_of, month_of
from app.workdays import WorkCalendar
from ui.frame.words import tr
from ui.look import brush
from ui.look.theme import Theme
from ui.look.tokens import Colour
from ui.supervisor.office.words import moves

_HEAD, _DAYS, _GAP, _WEEKS = 34, 26, 4, 6
_INNER = (8, 2, -8, -2)
_DAY = timedelta(days=1)
_STEPS = {
    Qt.Key.Key_Left: 1,
    Qt.Key.Key_Right: -1,
    Qt.Key.Key_Down: 7,
    Qt.Key.Key_Up: -7,
}
_MONTHS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Month(QWidget):
    """`turned` gives the day to which keys or the pointer went, `opened` the one on which Enter
    came. Arrows go by days and weeks, PgUp and PgDn by months.
    """

    turned = Signal(object)
    opened = Signal(object)
    ring_moved = Signal()
    ring_radius = 6

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.day, self._today = date.min, date.min
        self._closures: Mapping[date, str] = {}
        self._calendar = WorkCalendar({})
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def month(self) -> tuple[int, int]:
        """The Jalali year and month that are seen."""
        return month_of(self.day)

    def show_calendar(
        self, today: date, calendar: WorkCalendar, closures: Mapping[date, str]
    ) -> None:
        """Shows what is closed; at first the month of today."""
        if self.day == date.min:
            self.day = today
        self._today, self._calendar, self._closures = today, calendar, closures
        self._tell()
        self.update()

    def go(self, day: date) -> None:
        """To a day; nobody is told."""
        self.day = day
        self._tell()
        self.update()
        self.ring_moved.emit()

    def ring_rect(self) -> QRect:
        """The cell of the day."""
        return self._cell(self.day)

    def number_rect(self, day: date) -> QRect:
        """Where its number stands: within its cell, of which little is left under a question."""
        inner = self._cell(day).adjusted(*_INNER)
        inner.setHeight(min(self._theme.px(22), inner.height()))
        return inner

    def sizeHint(self) -> QSize:
        wide = 7 * self._theme.px(82)
        high = self._theme.px(_HEAD + _DAYS) + _WEEKS * self._theme.px(54)
        return QSize(wide, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(7 * self._theme.px(58), self._theme.px(_HEAD + _DAYS + _WEEKS * 40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _OPENS:
            self.opened.emit(self.day)
        elif key in _STEPS:
            self._turn(self.day + _STEPS[key] * _DAY)
        elif key in _MONTHS:
            self.turn_month(_MONTHS[key])
        else:
            super().keyPressEvent(event)

    def turn_month(self, step: int) -> None:
        """To the same day of another month, or to its last."""
        year, month = self.month
        place = (self.day - first_of(year, month)).days
        days = days_of(*month_of(first_of(year, month + step)))
        self._turn(days[min(place, len(days) - 1)])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the day under it."""
        at = event.position().toPoint()
        found = next((day for day in days_of(*self.month) if self._cell(day).contains(at)), None)
        if found:
            self._turn(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ring_moved.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_heads(painter)
        for day in days_of(*self.month):
            self._paint_day(painter, day)
        painter.end()

    # -- how -------------------------------------------------------------------------------------

    def _turn(self, day: date) -> None:
        self.go(day)
        self.turned.emit(day)

    def _tell(self) -> None:
        why = self._closures.get(self.day, "")
        told = why or ("" if self._calendar.is_open(self.day) else tr("no working day"))
        said = tr("Calendar, {day}", day=long_date(self.day))
        self.setAccessibleName(f"{said}، {persian_digits(told)}" if told else said)

    def _cell(self, day: date) -> QRect:
        first = first_of(*month_of(day))
        place = (day - first).days + WEEK.index(first.weekday())
        week, column = divmod(place, 7)
        top = self._theme.px(_HEAD + _DAYS)
        wide, high = self.width() / 7, (self.height() - top) / _WEEKS
        left = round(self.width() - (column + 1) * wide)
        return QRect(
            left + _GAP // 2,
            round(top + week * high) + _GAP // 2,
            round(wide) - _GAP,
            round(high) - _GAP,
        )

    def _paint_heads(self, painter: QPainter) -> None:
        theme, (year, month) = self._theme, self.month
        title = persian_digits(f"{month_name(month)} {year}")
        head = QRect(0, 0, self.width(), theme.px(_HEAD))
        brush.write(painter, theme, head, title, "strong", "ink", "centre")
        wide = self.width() / 7
        for column, weekday in enumerate(WEEK):
            spot = QRect(round(self.width() - (column + 1) * wide), head.bottom(), round(wide), 0)
            spot.setHeight(theme.px(_DAYS))
            name = weekday_title(weekday)
            brush.write(painter, theme, spot, name, "secondary", "ink_2", "centre")

    def _paint_day(self, painter: QPainter, day: date) -> None:
        theme, cell = self._theme, self._cell(day)
        title = self._closures.get(day, "")
        ground, ink = self._colours(day, title)
        edge: Colour = "firuzeh_7" if day == self._today else "row_line"
        brush.box(painter, cell, 6, theme.colour(ground), theme.colour(edge))
        inner, number = cell.adjusted(*_INNER), self.number_rect(day)
        digits = persian_digits(str((day - first_of(*month_of(day))).days + 1))
        brush.write(painter, theme, number, digits, "label_row", ink)
        if day == self._today:
            brush.write(painter, theme, number, tr("today"), "least", "firuzeh_7", "end")
        elif title:
            side = theme.px(14)
            spot = QRect(inner.left(), number.center().y() - side // 2, side, side)
            icon = "alert-triangle" if moves(title) else "x"
            theme.icons.paint(painter, spot, icon, ink)
        below = QRect(inner)
        below.setTop(number.bottom())
        if below.height() < theme.px(14):
            return
        brush.write(painter, theme, below, persian_digits(title), "least", ink)

    def _colours(self, day: date, title: str) -> tuple[Colour, Colour]:
        if title:
            return ("amber_ground", "amber") if moves(title) else ("brick_ground", "brick")
        return ("surface", "ink") if self._calendar.is_open(day) else ("sunk", "ink_3")
