"""Open requests that a change of the office concerns."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters import persian_digits
from app.persian import format_date
from app.ports import RequestLine
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.words import shown

T = TypeVar("T")

_COLUMNS = (
    Column(width=150, role="strong"),
    Column(width=190, role="open"),
    Column(role="body", colour="ink_2"),
    Column(width=210, role="body", colour="ink_2"),
    Column(width=104, align="end", role="body"),
    Column(width=110, align="end", role="open", colour="amber"),
)
_WHERE = 3


class LinesPage(Page):
    """`go_on_wanted`: the change shall come although they are there."""

    go_on_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._go_on = ""
        self.head = PageHead(theme, "")
        empty = tr("No open request is concerned.")
        self.table = RowList(
            theme, self._fitting(_COLUMNS), heads=self._fitting(_heads()), empty=empty
        )
        self.table.setAccessibleName(tr("Open requests"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)

    def show_lines(self, title: str, lines: Sequence[RequestLine], go_on: str = "") -> None:
        """Shows them; `go_on` is what may be done although they are there."""
        self._go_on = go_on
        self.head.show_title(title)
        count = persian_digits(str(len(lines)))
        self.head.trailing.show_text(tr("{n} open requests", n=count) if lines else "")
        self.table.show_rows([self._row(line) for line in lines])
        self.acts_changed.emit()

    def enter(self) -> None:
        """Into the list."""
        self.table.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """The list."""
        return (self.table,)

    def acts(self) -> Sequence[Act]:
        """Back, or on."""
        back = Act(combo="Esc", name=tr("Back"))
        return (back, GAP, Act(combo="F8", name=self._go_on)) if self._go_on else (back,)

    def press(self, combo: str) -> bool:
        """On, although."""
        if combo != "F8" or not self._go_on:
            return super().press(combo)
        self.go_on_wanted.emit()
        return True

    def _fitting(self, cells: Sequence[T]) -> tuple[T, ...]:
        """At large text there is no room for where it stands."""
        return tuple(cell for at, cell in enumerate(cells) if at != _WHERE or not self.theme.large)

    def _row(self, line: RequestLine) -> Row:
        where = "، ".join(part for part in (line.step, line.unit) if part)
        cells = (
            Cell(text=shown("tracking", line.tracking)),
            Cell(text=line.name),
            Cell(text=line.title),
            Cell(text=where),
            Cell(text=format_date(line.promised)),
            Cell(text=format_date(line.estimated) if line.estimated else ""),
        )
        return Row(cells=self._fitting(cells), key=line.request)


def _heads() -> tuple[str, ...]:
    return (
        tr("Tracking number"),
        tr("Applicant"),
        tr("Sub-service"),
        tr("Where it stands"),
        tr("Promised"),
        tr("Estimated"),
    )
