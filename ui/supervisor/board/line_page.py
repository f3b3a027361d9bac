"""The people of one line, and what the supervisor may do for one of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.letters import persian_digits
from app.persian import format_time
from app.roles import MATRIX
from app.showing.line import InLine, LineTickets
from ui.frame.page import GAP, Act, Page
from ui.frame.waiting_words import mark_name
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.supervisor.board.rows import minutes

COLUMNS = (
    Column(width=110, role="strong"),
    Column(width=80, role="body"),
    Column(width=110, role="body"),
    Column(role="body", colour="ink_2"),
    Column(width=110, role="body"),
    Column(width=190, align="end", role="body", colour="ink_2"),
)


class LinePage(Page):
    """`send_wanted` and `raise_wanted` mean the current row."""

    send_wanted = Signal(object)
    raise_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._line: LineTickets | None = None
        self._title = ""
        self.head = PageHead(theme, "")
        heads = (
            tr("Number"),
            tr("Taken at"),
            tr("Waits"),
            tr("Mark"),
            tr("Before them"),
            tr("Called in about"),
        )
        empty = tr("Everybody in this line was called.")
        self.table = RowList(theme, COLUMNS, heads=heads, empty=empty)
        self.table.setAccessibleName(tr("People of the line"))
        self.table.moved_to.connect(lambda _: self.acts_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)

    def show_title(self, title: str) -> None:
        """What its people wait for."""
        self._title = title
        self.head.show_title(title)
        self.head.trailing.show_text("")

    def show_line(self, line: LineTickets) -> None:
        """Shows them."""
        self._line = line
        late = sum(row.late for row in line.rows)
        chip = tr("{n} wait too long", n=late) if late else ""
        self.head.show_title(self._title, chip, "brick")
        people = persian_digits(str(len(line.rows)))
        self.head.trailing.show_text(tr("{n} people", n=people) if line.rows else "")
        self.table.show_rows([self._row(row) for row in line.rows])
        self.acts_changed.emit()

    @property
    def current(self) -> InLine | None:
        """Whom the keys mean."""
        rows = self._line.rows if self._line else ()
        return rows[self.table.place] if 0 <= self.table.place < len(rows) else None

    def enter(self) -> None:
        """Into the list."""
        self.table.setFocus()

    def acts(self) -> Sequence[Act]:
        """What may be done for whoever is chosen."""
        found = self.current
        nobody = "" if found else tr("Nobody is chosen.")
        first = tr("They are called next already.") if found and not found.ahead else ""
        before = self.theirs(MATRIX["raising.raise_ticket"]) or nobody or first
        sent = self.theirs(MATRIX["visit.transfer"]) or nobody
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F7", name=tr("Put before others"), why_not=before),
            Act(combo="F6", name=tr("Send to a counter"), why_not=sent, filled=not sent),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        wishes: dict[str, Callable[[InLine], object]] = {
            "F6": self.send_wanted.emit,
            "F7": self.raise_wanted.emit,
        }
        found = self.current
        if combo not in wishes or found is None:
            return super().press(combo)
        wishes[combo](found)
        return True

    def _row(self, row: InLine) -> Row:
        found = row.waiting
        told = " · ".join(part for part in (mark_name(found), row.raised) if part)
        at = self._line.at if self._line else found.since
        cells = (
            Cell(text=found.label),
            Cell(text=format_time(found.since)),
            Cell(
                text=tr("{n} minutes", n=minutes(found.since, at)),
                icon="alert-triangle" if row.late else "",
                colour="brick" if row.late else None,
            ),
            Cell(text=told),
            Cell(text=tr("{n} people", n=persian_digits(str(row.ahead)))),
            Cell(text=_wait(row)),
        )
        return Row(cells=cells, key=found.ticket)


def _wait(row: InLine) -> str:
    if not row.ahead:
        return tr("next")
    if row.wait is None:
        return tr("not known yet")
    return tr("{least} to {most} minutes", least=row.wait[0], most=row.wait[1])
