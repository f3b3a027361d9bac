"""One part of an entry: its fields or its tables."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.sub_service import SubService
from ui.frame.form import Form
from ui.look.parts.scroll import Scroll
from ui.supervisor.catalogue.shapes import PERSON
from ui.supervisor.catalogue.table import Table


class PartPane(QWidget):
    """`edited` gives the name of what a person changed in the entry, and its new value."""

    edited = Signal(str, object)
    turned = Signal()

    def __init__(self, parts: Sequence[Form | Table], below: QWidget | None = None) -> None:
        super().__init__()
        self.parts = tuple(parts)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(12)
        for part in self.parts:
            column.addWidget(part, isinstance(part, Table))
            part.edited.connect(self.edited)
            if isinstance(part, Table):
                part.turned.connect(self.turned)
        if below is not None:
            column.addWidget(below)
        if not self.tables:
            column.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scroll(inside))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables."""
        return tuple(part for part in self.parts if isinstance(part, Table))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return tuple(stop for part in self.parts for stop in part.stops)

    @property
    def table(self) -> Table | None:
        """The table in which the person is, else the first one."""
        held = (each for each in self.tables if each.isAncestorOf(_focused(self)))
        return next(held, next(iter(self.tables), None))

    def show_sheet(self, sheet: SubService) -> None:
        """Fills it; nothing of it counts as a change."""
        for part in self.parts:
            if isinstance(part, Table):
                part.show_rows(getattr(sheet, part.shape.name))
            else:
                part.show_values(lambda name: value_of(sheet, name))

    def enter(self) -> None:
        """To where the work begins."""
        self.stops[0].setFocus()

    def go(self, table: str, row: int, field: str) -> None:
        """To a field, maybe that of a table's row."""
        for part in self.parts:
            if isinstance(part, Table) and part.shape.name == table:
                part.go(row, field)
                return
            if isinstance(part, Form) and field in part.inputs:
                part.enter(field)
                return
        self.enter()


def value_of(sheet: SubService, name: str) -> Any:
    """What an entry holds under a name."""
    if name.startswith(PERSON):
        return getattr(sheet.answerable, name.removeprefix(PERSON))
    return getattr(sheet, name)


def with_value(sheet: SubService, name: str, value: Any) -> SubService:
    """The same entry with another value under a name."""
    if name.startswith(PERSON):
        person = replace(sheet.answerable, **{name.removeprefix(PERSON): value})
        return replace(sheet, answerable=person)
    return replace(sheet, **{name: value})


def _focused(widget: QWidget) -> QWidget:
    focused: QWidget | None = widget.window().focusWidget()
    return widget if focused is None else focused
