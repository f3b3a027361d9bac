"""A tab of the chapter on the screen: what is said above its table, and the table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.letters import persian_digits
from app.showing.holidays import year_to_list
from app.showing.office import OfficeShown
from app.week import days_of_year
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.supervisor.office.month import Month
from ui.supervisor.office.view import View


class Pane(QWidget):
    """`turned` follows whatever its keys depend on, `opened` an Enter in its table."""

    turned = Signal()
    opened = Signal()

    def __init__(self, theme: Theme, view: View) -> None:
        super().__init__()
        self.view = view
        self.shown: OfficeShown | None = None
        self.note = Paragraph(theme, "", "secondary", "ink_2")
        self.table = RowList(
            theme, view.columns, heads=view.heads, empty=view.empty, keeps_current=True
        )
        self.table.setAccessibleName(view.name)
        self.table.moved_to.connect(lambda _: self.turned.emit())
        self.table.opened.connect(lambda _: self.opened.emit())
        self.lay_out()

    @property
    def key(self) -> str:
        """The key of the chosen row; empty where none is."""
        place = self.table.place
        return self.table.rows[place].key if 0 <= place < len(self.table.rows) else ""

    def show_office(self, shown: OfficeShown) -> None:
        """Shows how things stand."""
        self.shown = shown
        self.note.show_text(self.view.note(shown))
        self.table.show_rows(self.rows(shown))
        if self.table.place < 0 and self.table.rows:
            self.table.go(0)

    def rows(self, shown: OfficeShown) -> Sequence[Row]:
        """What the table shows."""
        return self.view.rows(shown)

    def acts(self, shown: OfficeShown) -> Sequence[Act]:
        """The keys of the chosen row."""
        return self.view.acts(shown, self.key)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops."""
        return (self.table,)

    def lay_out(self) -> None:
        """Places its parts."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(_framed(self.note))
        column.addWidget(self.table, 1)


class ClosuresPane(Pane):
    """The month of the chosen day, and the closures of its year."""

    def __init__(self, theme: Theme, view: View) -> None:
        self.month = Month(theme)
        super().__init__(theme, view)
        self.month.turned.connect(self._turn)
        self.month.opened.connect(lambda _: self.opened.emit())
        self.table.moved_to.connect(self._follow)

    @property
    def key(self) -> str:
        """The chosen day."""
        return self.month.day.isoformat()

    @property
    def year(self) -> int:
        """The Jalali year that is seen."""
        return self.month.month[0]

    @property
    def stops(self) -> Sequence[QWidget]:
        """The month, then the list."""
        return (self.month, self.table)

    def go(self, day: date) -> None:
        """To a day of any year."""
        self.month.go(day)
        self._turn(day)

    def show_office(self, shown: OfficeShown) -> None:
        """Shows how things stand."""
        self.shown = shown
        office = shown.office
        self.month.show_calendar(shown.today, office.calendar, office.closures)
        self.note.show_text(self.view.note(shown))
        self._list()

    def rows(self, shown: OfficeShown) -> Sequence[Row]:
        """Those of the year that is seen."""
        first, beyond = (day.isoformat() for day in days_of_year(self.year))
        return [row for row in self.view.rows(shown) if first <= row.key < beyond]

    def acts(self, shown: OfficeShown) -> Sequence[Act]:
        """The keys of the chosen day and of its year."""
        year = persian_digits(str(self.year))
        missing = year_to_list(shown.office, shown.today, self.year)
        shut = self.month.day in shown.office.closures
        open_ = "" if shut else tr("This day is not marked as closed.")
        done = tr("Confirmed already") if self.year in shown.office.confirmed else ""
        return (
            Act(combo="PgUp", name=tr("Month before")),
            Act(combo="PgDn", name=tr("Month after")),
            Act(combo="F4", name=tr("To a date")),
            GAP,
            Act(
                combo="F6",
                name=tr("Holidays of {year}", year=persian_digits(str(missing))),
                does=tr("Adds the official holidays that are not in the list yet"),
            ),
            Act(
                combo="F7",
                name=tr("Confirm {year}", year=year),
                note=done,
                does=tr("Its closures were compared with the official calendar"),
            ),
            Act(combo="F9", name=tr("Later than promised"), does=tr("Whose answer waits longer")),
            GAP,
            Act(combo="F3", name=tr("Lift the closure"), why_not=open_),
            Act(
                combo="F2",
                name=tr("Other reason") if shut else tr("Close this day"),
                filled=not shut,
            ),
        )

    def lay_out(self) -> None:
        """The month at the right, the list at the left."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(_framed(self.note))
        beside = QHBoxLayout()
        beside.setSpacing(20)
        beside.addWidget(self.month, 3)
        beside.addWidget(self.table, 2)
        column.addLayout(beside, 1)

    def _turn(self, _: object) -> None:
        self._list()
        self.turned.emit()

    def _list(self) -> None:
        if self.shown is None:
            return
        rows = self.rows(self.shown)
        self.table.show_rows(rows)
        place = next((at for at, row in enumerate(rows) if row.key >= self.key), len(rows) - 1)
        if place >= 0 and not self.table.hasFocus():
            self.table.go(place)

    def _follow(self, place: int) -> None:
        if self.table.hasFocus() and 0 <= place < len(self.table.rows):
            self.month.go(date.fromisoformat(self.table.rows[place].key))
            self.turned.emit()


def _framed(inside: QWidget) -> QBoxLayout:
    frame = QHBoxLayout()
    frame.setContentsMargins(12, 0, 12, 0)
    frame.addWidget(inside)
    return frame
