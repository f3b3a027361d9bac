"""What an inspector would miss in the whole catalogue; Enter leads to where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.catalogue_check import Flaw
from app.persian import persian_digits
from app.showing.catalogue import EntryFlaws
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.look.tokens import Colour
from ui.words import Words

_COLUMNS = (
    Column(width=64, role="label_row"),
    Column(width=270, role="body", colour="ink_2"),
    Column(role="body"),
    Column(width=150, role="body", colour="ink_2"),
)
_LARGE = (_COLUMNS[0], _COLUMNS[2])


class CheckPage(Page):
    """`wanted` gives the id of an entry and its flaw."""

    wanted = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self._all: tuple[tuple[EntryFlaws, Flaw], ...] = ()
        self._found: tuple[tuple[EntryFlaws, Flaw], ...] = ()
        self._strict = False
        self.head = PageHead(theme, tr("What an inspector would miss"))
        named = [tr("Code"), tr("Sub-service"), tr("What is lacking"), tr("Part of the entry")]
        named = named[::2] if theme.large else named
        self.list = RowList(
            theme,
            _LARGE if theme.large else _COLUMNS,
            heads=named,
            empty=tr("Nothing is lacking."),
            keeps_current=True,
        )
        self.list.setAccessibleName(tr("What an inspector would miss"))
        self.list.opened.connect(lambda _: self._open())
        self.list.moved_to.connect(lambda _: self.acts_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)

    def show_flaws(self, found: Sequence[EntryFlaws]) -> None:
        """Shows them."""
        self._all = tuple((entry, flaw) for entry in found for flaw in entry.flaws)
        self._sift()

    def acts(self) -> Sequence[Act]:
        """Back, advice or not, to the field."""
        place = self.list.place
        none = tr("Nothing is lacking.")
        if 0 <= place < len(self._found):
            none = "" if self._found[place][0].id else tr("It concerns no single entry")
        note = tr("without advice") if self._strict else tr("with advice")
        return (
            Act(combo="Esc", name=tr("Back")),
            Act(combo="F5", name=tr("Advice of the check"), note=note),
            GAP,
            Act(combo="Enter", name=tr("To the field"), why_not=none, filled=not none),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        if combo == "F5":
            self._strict = not self._strict
            self._sift()
            return True
        if combo == "Enter":
            self._open()
            return True
        return super().press(combo)

    def enter(self) -> None:
        """Into the list."""
        self.list.setFocus()

    def _open(self) -> None:
        if 0 <= self.list.place < len(self._found):
            entry, flaw = self._found[self.list.place]
            if entry.id:
                self.wanted.emit(entry.id, flaw)

    def _sift(self) -> None:
        shown = [each for each in self._all if not (self._strict and each[1].advice)]
        self._found = tuple(shown)
        self.list.show_rows([self._row(place, *each) for place, each in enumerate(shown)])
        lacking = sum(not flaw.advice for _, flaw in self._all)
        said = tr("{n} lacking", n=lacking) if lacking else ""
        self.head.show_title(tr("What an inspector would miss"), said, "amber")
        advice = persian_digits(str(len(self._all) - lacking))
        self.head.trailing.show_text(tr("{n} of advice", n=advice))
        self.acts_changed.emit()

    def _row(self, place: int, entry: EntryFlaws, flaw: Flaw) -> Row:
        colour: Colour = "ink_2" if flaw.advice else "amber"
        icon = "info-circle" if flaw.advice else "alert-triangle"
        said = Cell(text=self._words.flaw(flaw), icon=icon, colour=colour)
        code = Cell(text=persian_digits(entry.code))
        part = Cell(text=self._words.value("catalogue_part", flaw.part))
        key = f"{entry.id}:{flaw.code}:{flaw.row}:{place}"
        if self.theme.large:
            return Row(cells=(code, said), key=key)
        return Row(cells=(code, Cell(text=entry.title), said, part), key=key)
