"""A table of an entry that is edited in place: its rows, and under them the fields of one."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters import persian_digits
from ui.frame.form import Form
from ui.frame.inputs import Spec
from ui.frame.list_keys import ListKeys
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme

_STEPS = {"PgUp": -1, "PgDn": 1}
_NUMBER = Column(width=30, role="label_row", colour="ink_2")
_HIGH = 32
_UNDONE = 50
"""So many changes of rows can be taken back."""


class Shape(NamedTuple):
    """What a table looks like: `cells` gives the texts of a row, `blank` a new one. A row is a
    value, or a text with the one field `title`.
    """

    name: str
    title: str
    empty: str
    heads: Sequence[str]
    columns: Sequence[Column]
    cells: Callable[[Any], Sequence[str]]
    blank: Callable[[], Any]
    rows: Sequence[Sequence[Spec]]


class Table(QWidget):
    """`edited` gives all rows at every change by a person. Delete takes a row away, PgUp and PgDn
    move it, Enter goes into its fields, and from the last one to the next row.
    """

    edited = Signal(str, object)
    turned = Signal()

    def __init__(self, theme: Theme, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self._rows: tuple[Any, ...] = ()
        self._typing = False
        self._past: list[tuple[Any, ...]] = []
        self.title = Section(theme, shape.title)
        self.title.show_trailing(tr("F2 new · Delete away · PgUp PgDn move · Ctrl+Z back"), "ink_2")
        columns = (_NUMBER, *shape.columns)
        heads = ("", *shape.heads)
        self.list = RowList(
            theme, columns, heads=heads, height=_HIGH, empty=shape.empty, keeps_current=True
        )
        self.list.setAccessibleName(shape.title)
        self.list.setMinimumHeight(theme.px(_HIGH) * 3 + theme.px(28))
        self.form = Form(theme, shape.rows)
        self._keys = ListKeys([self.list], ("Delete", *_STEPS), self._press)
        self.list.moved_to.connect(self._moved)
        self.list.opened.connect(lambda _: self.form.enter())
        self.form.edited.connect(self._put)
        self.form.finished.connect(self.list.setFocus)
        self._lay_out()

    @property
    def rows(self) -> tuple[Any, ...]:
        """What stands in it."""
        return self._rows

    @property
    def place(self) -> int:
        """The current row; -1 where none is."""
        return self.list.place if self._rows else -1

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self.list, *(self.form.stops if self._rows else ()))

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows other rows; that is no change."""
        self._rows = tuple(rows)
        self._past.clear()
        self._show()

    def undo(self) -> None:
        """What was last done to whole rows is taken back."""
        if self._past:
            self._rows = self._past.pop()
            self._show(self.place)
            self.edited.emit(self.shape.name, self._rows)

    def show_again(self) -> None:
        """What its cells say of the rows has changed; nobody's typing is disturbed."""
        self._typing = True
        self._show()
        self._typing = False

    def add(self) -> None:
        """A new row behind the current one, the focus in its first field."""
        place = self.place + 1
        self._change((*self._rows[:place], self.shape.blank(), *self._rows[place:]), place)
        self.form.enter()

    def remove(self) -> None:
        """Takes the current row away."""
        place = self.place
        if place >= 0:
            self.list.setFocus()
            self._change((*self._rows[:place], *self._rows[place + 1 :]), place)

    def go(self, row: int, field: str = "") -> None:
        """To a field of a row."""
        if 0 <= row < len(self._rows):
            self.list.go(row)
            self.form.enter(field)
        else:
            self.list.setFocus()

    def _press(self, key: str) -> None:
        if key == "Delete":
            self.remove()
        else:
            self._move(_STEPS[key])

    def _move(self, step: int) -> None:
        place, other = self.place, self.place + step
        if place >= 0 and 0 <= other < len(self._rows):
            rows = list(self._rows)
            rows[place], rows[other] = rows[other], rows[place]
            self._change(rows, other)

    def _put(self, name: str, value: Any) -> None:
        place = self.place
        if place < 0:
            return
        rows = list(self._rows)
        row = rows[place]
        rows[place] = value if isinstance(row, str) else replace(row, **{name: value})
        self._typing = True
        self._change(rows, place)
        self._typing = False

    def _change(self, rows: Sequence[Any], place: int) -> None:
        if not self._typing:
            self._past = [*self._past[-_UNDONE:], self._rows]
        self._rows = tuple(rows)
        self._show(place)
        self.edited.emit(self.shape.name, self._rows)

    def _show(self, place: int | None = None) -> None:
        shown = [_row(at, self.shape.cells(row)) for at, row in enumerate(self._rows, 1)]
        self.list.show_rows(shown)
        if place is not None:
            self.list.go(place)
        self._moved(self.place)

    def _moved(self, _: int) -> None:
        place = self.place
        self.form.setVisible(place >= 0)
        if 0 <= place < len(self._rows) and not self._typing:
            row = self._rows[place]
            self.form.show_values(lambda name: _value(row, name))
        self.turned.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)
        column.addWidget(self.form)


def _row(number: int, cells: Sequence[str]) -> Row:
    texts = (persian_digits(str(number)), *cells)
    return Row(cells=tuple(Cell(text=text) for text in texts), key=str(number))


def _value(row: Any, name: str) -> Any:
    return row if isinstance(row, str) else getattr(row, name)
