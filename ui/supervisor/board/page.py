"""The board: counters at the right, lines of waiting at the left, the whole in figures above."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.letters import persian_digits
from app.showing.board import Board
from ui.frame.page import Page
from ui.frame.words import tr
from ui.look.parts.figure import Figure
from ui.look.parts.page_head import PageHead
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.supervisor.board.rows import (
    COUNTER_COLUMNS,
    LINE_COLUMNS,
    counter_heads,
    counter_rows,
    line_heads,
    line_rows,
    minutes,
)


class BoardPage(Page):
    """Shows the desk as it stands."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.head = PageHead(theme, tr("The desk now"))
        self.waiting = Figure(theme, tr("Waiting"), tr("people"))
        self.longest = Figure(theme, tr("Longest wait"), tr("minutes"))
        self.busy = Figure(theme, tr("Counters at work"), tr("counters"))
        nobody = tr("Nobody waits.")
        self.counters = RowList(theme, COUNTER_COLUMNS, heads=counter_heads(), empty="")
        self.lines = RowList(theme, LINE_COLUMNS, heads=line_heads(), empty=nobody)
        self.counters.setAccessibleName(tr("Counters"))
        self.lines.setAccessibleName(tr("Who waits for what"))
        self._lay_out()

    def show_board(self, board: Board) -> None:
        """Shows it."""
        busy = sum(counter.state != "free" for counter in board.counters)
        self.waiting.show_value(persian_digits(str(board.waiting)))
        self.longest.show_value(minutes(board.longest, board.at))
        self.busy.show_value(persian_digits(str(busy)))
        self.counters.show_rows(counter_rows(board))
        self.lines.show_rows(line_rows(board))

    def enter(self) -> None:
        """Into the counters."""
        self.counters.setFocus()

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setContentsMargins(12, 0, 12, 8)
        figures.setSpacing(32)
        for figure in (self.waiting, self.longest, self.busy):
            figures.addWidget(figure)
        figures.addStretch()
        tables = QHBoxLayout()
        tables.setSpacing(24)
        for rows, share in ((self.counters, 3), (self.lines, 2)):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(Section(self.theme, rows.accessibleName()))
            column.addWidget(rows, 1)
            tables.addLayout(column, share)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 4, 20, 4)
        page.addWidget(self.head)
        page.addLayout(figures)
        page.addLayout(tables, 1)
