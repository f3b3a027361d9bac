"""Beside the fields of an entry: the sheet as the client gets it, and what is lacking."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue_check import Flaw
from app.letters import persian_digits
from app.sub_service import SubService
from ui.frame.sheet_text import SheetText
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.words import Words

_SOON = 200
"""Milliseconds after the last key."""

_COLUMNS = (Column(role="body"),)


class Aside(QWidget):
    """`wanted` gives the flaw on which Enter came; `drawn` follows what is typed."""

    wanted = Signal(object)
    drawn = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = Words()
        self._sheet, self._foot = SubService(code="", title=""), ""
        self.flaws: tuple[Flaw, ...] = ()
        self.text = SheetText(theme)
        self.text.setAccessibleName(tr("The information sheet as the client gets it"))
        nothing = tr("Nothing is lacking.")
        self.list = RowList(theme, _COLUMNS, height=30, empty=nothing)
        self.list.setAccessibleName(tr("What is lacking"))
        self.list.opened.connect(lambda place: self.wanted.emit(self.flaws[place]))
        self._title = Section(theme, tr("What is lacking"), "F9")
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Section(theme, tr("The information sheet as the client gets it")))
        column.addWidget(self.text, 3)
        column.addWidget(self._title)
        column.addWidget(self.list, 2)

    def show_sheet(self, sheet: SubService, foot: str) -> None:
        """Shows it a moment later, where the person was reading."""
        self._sheet, self._foot = sheet, foot
        self._soon.start()

    @property
    def up_to_date(self) -> bool:
        """Whether the sheet says what was shown last."""
        return not self._soon.isActive()

    def show_flaws(self, flaws: Sequence[Flaw]) -> None:
        """Shows them at once."""
        self.flaws = tuple(flaws)
        self.list.show_rows([self._row(place, flaw) for place, flaw in enumerate(flaws)])
        lacking = sum(not flaw.advice for flaw in flaws)
        self._title.show_trailing(persian_digits(str(lacking)) if lacking else "", "amber")

    def _row(self, place: int, flaw: Flaw) -> Row:
        icon, colour = ("info-circle", "ink_2") if flaw.advice else ("alert-triangle", "amber")
        said = self._words.flaw(flaw)
        cell = Cell(text=said, icon=icon, colour=colour)  # type: ignore[arg-type]
        return Row(cells=(cell,), key=f"{flaw.code}:{flaw.row}:{place}")

    def _draw(self) -> None:
        bar = self.text.verticalScrollBar()
        read = bar.value()
        self.text.show_sheet(self._sheet, self._foot)
        bar.setValue(read)
        self.drawn.emit()
