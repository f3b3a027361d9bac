"""The board: counters at the right, lines of waiting at the left, the whole in figures above."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.letters import persian_digits
from app.settings import BOARD_SOUND, the_setting
from app.showing.board import Board
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.figure import Figure
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.parts.two_lines import TwoLines
from ui.look.theme import Theme
from ui.supervisor.board.rows import (
    COUNTER_COLUMNS,
    DEVICE_COLUMNS,
    LINE_COLUMNS,
    alarm_words,
    counter_heads,
    counter_rows,
    device_rows,
    line_heads,
    line_rows,
    minutes,
)


class BoardPage(Page):
    """Shows the desk as it stands. `line_wanted` gives the lane whose people shall be seen,
    `sound_wanted` asks for the other state of the bell.
    """

    line_wanted = Signal(str)
    sound_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._board: Board | None = None
        self._sound = False
        self.head = PageHead(theme, tr("The desk now"))
        self.waiting = Figure(theme, tr("Waiting"), tr("people"))
        self.longest = Figure(theme, tr("Longest wait"), tr("minutes"))
        self.busy = Figure(theme, tr("Counters at work"), tr("counters"))
        nobody = tr("Nobody waits.")
        self.alarms = Paragraph(theme, "", "secondary", "brick")
        self.counters = RowList(theme, COUNTER_COLUMNS, heads=counter_heads(), empty="")
        self.lines = RowList(theme, LINE_COLUMNS, heads=line_heads(), empty=nobody)
        if theme.large:
            self.counters = RowList(theme, painter=TwoLines(theme), empty="")
            self.lines = RowList(theme, painter=TwoLines(theme), empty=nobody)
        self.devices = RowList(theme, DEVICE_COLUMNS, height=30, empty="")
        self.counters.setAccessibleName(tr("Counters"))
        self.lines.setAccessibleName(tr("Who waits for what"))
        self.devices.setAccessibleName(tr("Numbers given and printers of this PC"))
        self.lines.opened.connect(lambda place: self.line_wanted.emit(self.lines.rows[place].key))
        self.lines.moved_to.connect(lambda _: self.acts_changed.emit())
        self._lay_out()

    def show_board(self, board: Board) -> None:
        """Shows it."""
        first, self._board = self._board is None, board
        busy = sum(counter.state in ("called", "serving") for counter in board.counters)
        alarms = len(board.alarms)
        chip = tr("{n} alarms", n=alarms) if alarms else tr("All is well")
        self.head.show_title(tr("The desk now"), chip, "brick" if alarms else "firuzeh")
        wrong = self.alarms if self.theme.large else self.head.trailing
        wrong.show_text(alarm_words(board))
        self.waiting.show_value(persian_digits(str(board.waiting)))
        self.longest.show_value(minutes(board.longest, board.at))
        self.busy.show_value(persian_digits(str(busy)))
        for rows, said in (
            (self.counters, counter_rows(board, tall=self.theme.large)),
            (self.lines, line_rows(board, tall=self.theme.large)),
            (self.devices, device_rows(board)),
        ):
            if rows.rows != said:
                rows.show_rows(said)
        self.devices.setFixedHeight(self.devices.sizeHint().height())
        if first and board.lines and self.counters.hasFocus():
            self.enter()
        self.acts_changed.emit()

    def show_sound(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Whether a new alarm is heard."""
        self._sound = on
        self.acts_changed.emit()

    def enter(self) -> None:
        """To the lines where anybody waits, else to the counters."""
        (self.lines if self.lines.rows else self.counters).setFocus()

    def stops(self) -> Sequence[QWidget]:
        """Counters, lines, devices."""
        return (self.counters, self.lines, self.devices)

    def acts(self) -> Sequence[Act]:
        """The people of a line, and the bell."""
        nobody = "" if self.lines.rows else tr("Nobody waits.")
        bell = tr("Alarm without sound") if self._sound else tr("Alarm with sound")
        return (
            Act(
                combo="F6",
                name=bell,
                why_not=self.theirs(the_setting(BOARD_SOUND).may),
                does=tr("A new alarm is heard once, or only seen"),
            ),
            GAP,
            Act(combo="F8", name=tr("People of the line"), why_not=nobody, filled=not nobody),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        if combo == "F6":
            self.sound_wanted.emit()
        elif combo == "F8" and self.lines.rows:
            self.line_wanted.emit(self.lines.rows[max(self.lines.place, 0)].key)
        else:
            return super().press(combo)
        return True

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setContentsMargins(12, 0, 12, 8)
        figures.setSpacing(32)
        for figure in (self.waiting, self.longest, self.busy):
            figures.addWidget(figure)
        figures.addWidget(self.alarms, 1)
        tables = QHBoxLayout()
        tables.setSpacing(24)
        beside, lines = QVBoxLayout(), QVBoxLayout()
        for column, rows, share in (
            (beside, self.counters, 1),
            (beside, self.devices, 0),
            (lines, self.lines, 1),
        ):
            column.setSpacing(2)
            column.addWidget(Section(self.theme, rows.accessibleName()))
            column.addWidget(rows, share)
        tables.addLayout(beside, 5 if self.theme.large else 3)
        tables.addLayout(lines, 4 if self.theme.large else 2)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 4, 20, 4)
        page.addWidget(self.head)
        page.addLayout(figures)
        page.addLayout(tables, 1)
