"""The first page: whose office this PC is to serve."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.letters import latin_digits
from ui.frame.page import Act
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.wizard.step import Step

OWN, SAMPLE, RESTORE, JOIN = "own", "sample", "restore", "join"
_HIGH = 52
_COLUMNS = (
    Column(width=32),
    Column(width=230, role="field"),
    Column(role="secondary", colour="ink_2"),
)


class WelcomeStep(Step):
    """The ways to begin, taken by their digits, or by arrows and Enter."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        lead = tr("A few questions set this PC up. Nothing is written before the last page.")
        super().__init__(theme, tr("Welcome to Bajeh"), lead)
        ways = (
            (OWN, tr("Set up my own office"), tr("Takes about three minutes")),
            (SAMPLE, tr("The sample office"), tr("To learn and try; its papers are not valid")),
            (RESTORE, tr("Restore from a backup"), tr("The data of a PC that is gone")),
            (JOIN, tr("Join an office that has a centre"), tr("With a file or a symbol to scan")),
        )
        self._list = Ways(theme)
        self._list.setAccessibleName(tr("Welcome to Bajeh"))
        self._list.show_rows([_row(str(n), *way) for n, way in enumerate(ways, 1)])
        self._list.opened.connect(self._choose)
        self._list.setFixedHeight(self._list.sizeHint().height() + 2)
        self.put(self._list)

    def acts(self) -> Sequence[Act]:
        """Nothing to go back to."""
        return (Act(combo="Enter", name=tr("Choose"), filled=True),)

    def press(self, combo: str) -> bool:
        """The key bar's Enter is that of the row in focus."""
        if combo == "Enter":
            self._choose(self._list.place)
        return combo in {"Enter", "Esc"}

    def enter(self) -> None:
        """To the first way."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._list.rows[max(place, 0)].key)


class Ways(RowList):
    """Rows that are also taken by the digit of their place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _COLUMNS, height=_HIGH, keeps_current=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit takes its row."""
        digit = latin_digits(event.text())
        if digit.isdecimal() and 0 < int(digit) <= len(self.rows):
            self.go(int(digit) - 1)
            self.opened.emit(int(digit) - 1)
        else:
            super().keyPressEvent(event)


def _row(key: str, way: str, name: str, note: str) -> Row:
    cells = (Cell(cap=key), Cell(text=name), Cell(text=note))
    return Row(cells=cells, key=way, spoken=tr("{name}: {note}", name=name, note=note))
