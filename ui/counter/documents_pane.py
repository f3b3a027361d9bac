"""The papers that this sub-service asks for, and what became of each (مدارک لازم)."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.checklist import Checklist, Row
from ui.counter.document_rows import DocumentRows
from ui.counter.pane import Pane
from ui.counter.state import CounterState
from ui.frame.words import tr
from ui.look.parts.label import Label
from ui.look.parts.section import Section
from ui.look.parts.tick import Mark
from ui.look.theme import Theme


class DocumentsPane(Pane):
    """`marked` gives title and mark (`open` takes one back); `left_down`: nothing is unsettled
    below, the work goes on in the details.
    """

    marked = Signal(str, str)
    left_down = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._checklist = Checklist()
        self._title = Section(theme, tr("Required papers"), "Ctrl+3")
        self._none = Label(theme, tr("This sub-service asks for no papers."), colour="ink_2")
        self.rows = DocumentRows(theme)
        self.rows.setAccessibleName(tr("Required papers"))
        self.rows.marked.connect(self.marked)
        self.rows.left_down.connect(self.left_down)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 9, 20, 8)
        column.setSpacing(2)
        for part in (self._title, self._none, self.rows):
            column.addWidget(part)

    def show_state(self, state: CounterState) -> None:
        """Shows the rows, how many of them are received, and a dash for each paper."""
        checklist = state.checklist or Checklist()
        guided = state.entry is not None and state.entry.sheet.mode == 1
        self._checklist = checklist
        self._none.setVisible(state.checklist is not None and not checklist.rows)
        self.rows.show_checklist(checklist, locked=guided)
        self._show_progress(() if guided else [row for row in checklist.rows if row.asked])

    def show_dense(self, *, dense: bool) -> None:
        """A step denser, where the window has little height."""
        if self.rows.painter.dense != dense:
            self.rows.painter.dense = dense
            self.rows.lay_out()

    def enter(self) -> None:
        """To the first paper of which nothing was said, else to the one that was current."""
        self.rows.go_to_open()
        self.rows.setFocus()

    def enter_at(self, row: Row) -> None:
        """To this paper."""
        self.rows.go_to(self._checklist.rows.index(row))
        self.rows.setFocus()

    @property
    def reachable(self) -> bool:
        """Whether there is a paper to be settled by hand."""
        return self.rows.reachable

    @property
    def unsettled(self) -> bool:
        """Whether there is a paper of which nothing was said yet."""
        return self.reachable and self._checklist.next_open() is not None

    @property
    def current_rect(self) -> QRect:
        """Where the row in focus stands in this pane."""
        return self.rows.ring_rect().translated(self.rows.pos())

    def _show_progress(self, asked: Sequence[Row]) -> None:
        received = sum(row.mark in ("received", "on_file") for row in asked)
        marks: list[Mark] = [row.mark for row in asked]
        if not asked:
            self._title.show_trailing("")
        elif received == len(asked):
            self._title.show_trailing(tr("All received"), "firuzeh_7", marks)
        else:
            text = tr("{n} of {all} received", n=received, all=len(asked))
            self._title.show_trailing(text, "ink", marks)
