"""The rows of a form: which stand on it, and in which order."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.templates.template import FormRow, own_rows, rules_of
from ui.frame.list_keys import ListKeys
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.look.tokens import Colour
from ui.words import Words

_COLUMNS = (
    Column(width=30),
    Column(role="body"),
    Column(width=120, align="end", role="secondary", colour="ink_2"),
)
_KEYS = ("Space", "PgUp", "PgDn")
_STEPS = {"PgUp": -1, "PgDn": 1}


class TemplateRows(QWidget):
    """Space takes a row off or puts it back, PgUp and PgDn move it among its group; what is the
    guide's stays where it is. `edited` comes at every change.
    """

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = Words()
        self._known: dict[str, FormRow] = {}
        self._order: list[str] = []
        self._off: set[str] = set()
        self._own: tuple[str, ...] = ()
        self._title = Section(theme, tr("Rows of the form"))
        self._title.show_trailing(tr("Space on or off · PgUp PgDn move"), "ink_2")
        self.rows = RowList(
            theme, _COLUMNS, height=30, empty=tr("This form has no rows to choose.")
        )
        self.rows.setAccessibleName(tr("Rows of the form"))
        self._keys = ListKeys([self.rows], _KEYS, self._press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self.rows, 1)

    @property
    def chosen(self) -> tuple[str, ...] | None:
        """What stands on the form, as a template says it; None: the form's own rows."""
        chosen = tuple(name for name in self._order if name not in self._off)
        return None if chosen == self._own else chosen

    def show_rows(self, kind: str, chosen: tuple[str, ...] | None) -> None:
        """Shows the rows of a form; those that are off stand at the end of their group."""
        self._known = {row.name: row for row in rules_of(kind).rows}
        self._own = own_rows(kind)
        wanted = self._own if chosen is None else chosen
        on = [name for name in wanted if name in self._known]
        off = [name for name in self._own if name not in on]
        self._off = set(off)
        self._order = sorted([*on, *off], key=lambda name: self._known[name].group)
        self._show()

    def _press(self, key: str) -> None:
        place = self.rows.place
        if not 0 <= place < len(self._order):
            return
        row = self._known[self._order[place]]
        if key == "Space" and row.bond == "free":
            self._off ^= {row.name}
        elif key in _STEPS and self._may_move(place, place + _STEPS[key]):
            other = place + _STEPS[key]
            order = self._order
            order[place], order[other] = order[other], order[place]
        else:
            return
        self._show()
        self.edited.emit()

    def _may_move(self, place: int, other: int) -> bool:
        if not 0 <= other < len(self._order):
            return False
        rows = [self._known[self._order[each]] for each in (place, other)]
        return rows[0].group == rows[1].group and all(row.bond != "guide" for row in rows)

    def _show(self) -> None:
        self.rows.show_rows([self._row(self._known[name]) for name in self._order])

    def _row(self, row: FormRow) -> Row:
        off = row.name in self._off
        notes = {"guide": tr("of the guide"), "needed": tr("is needed"), "free": ""}
        icon = "minus" if off else ("lock" if row.bond == "guide" else "check")
        name = self._words.value("form_row", row.name)
        note = tr("not on the form") if off else notes[row.bond]
        colour: Colour | None = "ink_2" if off else None
        cells = (Cell(icon=icon), Cell(text=name, colour=colour), Cell(text=note))
        return Row(cells=cells, key=row.name)
