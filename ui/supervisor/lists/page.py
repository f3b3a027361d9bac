"""Lists of work (Ctrl+3): seven tables, and two that are settled on pages of their own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.persian import persian_digits
from app.roles import MATRIX
from app.settings import LISTS_AHEAD, the_setting
from app.showing.lists import LISTS, List, WorkLists
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.digit_tabs import DigitTabs
from ui.look.parts.gone import let_go
from ui.look.parts.page_head import PageHead
from ui.look.parts.row import Column
from ui.look.parts.rows import RowList
from ui.look.parts.two_lines import TwoLines
from ui.look.theme import Theme
from ui.look.tokens import Colour
from ui.supervisor.lists.rows import columns_of, list_empty, list_name, rows_of, tall
from ui.words import Words

_DIGITS = tuple(str(place) for place in range(1, len(LISTS) + 1))
_ROW = 5
"""Tabs of a row."""

_TONES: dict[List, Colour] = {"late": "brick", "conflicts": "brick", "papers": "brick"}


class ListsPage(Page):
    """`opened` gives the tracking number under Enter, `elsewhere` the list that has a page of its
    own.
    """

    opened = Signal(str)
    elsewhere = Signal(str)
    ahead_wanted = Signal()
    hand_over_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self._lists: WorkLists | None = None
        self._which: List = "late"
        self._chosen = False
        self.head = PageHead(theme, tr("Lists of work"))
        self.tabs = (
            DigitTabs(theme, [list_name(which) for which in LISTS[:_ROW]]),
            DigitTabs(theme, [list_name(which) for which in LISTS[_ROW:]], _ROW + 1),
        )
        self.table = RowList(theme)
        self._columns: tuple[Column, ...] = ()
        self._keys: ListKeys | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 4)
        self._column.setSpacing(6)
        for part in (self.head, *self.tabs):
            self._column.addWidget(part)
        self._column.addWidget(self.table, 1)
        self.tabs[0].chosen.connect(lambda place: self.show_list(LISTS[place]))
        self.tabs[1].chosen.connect(lambda place: self.show_list(LISTS[_ROW + place]))
        self._show()

    @property
    def which(self) -> List:
        """The list that is shown."""
        return self._which

    def show_lists(self, lists: WorkLists) -> None:
        """Shows how things stand; at first the first list that holds anything."""
        self._lists = lists
        for place, which in enumerate(LISTS):
            count = lists.counts[which]
            tone: Colour = _TONES.get(which, "ink") if count else "ink_3"
            self.tabs[place // _ROW].show_count(place % _ROW, persian_digits(str(count)), tone)
        self.head.trailing.show_text(tr("Soon: within {n} working days", n=lists.ahead))
        if not self._chosen:
            seen = (which for which in LISTS[:7] if lists.counts[which])
            self._which, self._chosen = next(seen, "late"), True
        self._show()

    def show_list(self, which: List) -> None:
        """Shows one of the lists, or asks for its page."""
        if which in ("conflicts", "papers"):
            self._choose_tab()
            self.elsewhere.emit(which)
            return
        self._which, self._chosen = which, True
        self._show()
        self.table.go(0)

    def enter(self) -> None:
        """Into the table."""
        self.table.setFocus()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """What may be done with the row."""
        none = "" if self._current else tr("This list is empty.")
        slip = tr("No request was registered for a slip yet.") if self._which == "slips" else ""
        hand = "" if self._which == "to_hand_over" else tr("Only in list 4.")
        hand = self.theirs(MATRIX["step.hand_over"]) or none or hand
        days = self.theirs(the_setting(LISTS_AHEAD).may)
        return (
            Act(combo="Enter", name=tr("Open the request"), why_not=none or slip),
            GAP,
            Act(
                combo="F5",
                name=tr("Days ahead"),
                why_not=days,
                does=tr("How many working days are soon"),
            ),
            GAP,
            Act(combo="F6", name=tr("Hand over to the unit"), why_not=hand, filled=not hand),
        )

    def press(self, combo: str) -> bool:
        """Digits choose a list."""
        if combo in _DIGITS:
            self.show_list(LISTS[int(combo) - 1])
            return True
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in possible:
            return super().press(combo)
        if combo == "Enter":
            self.opened.emit(self._current)
        elif combo == "F5":
            self.ahead_wanted.emit()
        else:
            self.hand_over_wanted.emit(self._current)
        return True

    # -- how -------------------------------------------------------------------------------------

    @property
    def _current(self) -> str:
        place = self.table.place
        return self.table.rows[place].key if 0 <= place < len(self.table.rows) else ""

    def _show(self) -> None:
        columns, heads = columns_of(self._which)
        if columns != self._columns:
            self._columns = columns
            self._renew(columns, heads)
        self._choose_tab()
        self.table.setAccessibleName(list_name(self._which))
        self.table.show_empty(list_empty(self._which))
        if self._lists:
            rows = rows_of(self._lists, self._which, self._words)
            whole = [tall(row, heads) for row in rows] if self.theme.large else rows
            self.table.show_rows(whole)
        self.acts_changed.emit()

    def _choose_tab(self) -> None:
        place = LISTS.index(self._which)
        for row, tabs in enumerate(self.tabs):
            tabs.choose(place % _ROW if place // _ROW == row else -1)

    def _renew(self, columns: tuple[Column, ...], heads: tuple[str, ...]) -> None:
        """Columns differ from list to list, so the table is made anew."""
        before, had = self.table, self.table.hasFocus()
        self.table = RowList(self.theme, columns, heads=heads)
        if self.theme.large:
            self.table = RowList(self.theme, painter=TwoLines(self.theme))
        self._column.replaceWidget(before, self.table)
        self.table.show()
        if had:
            self.table.setFocus()
        let_go(before)
        self.table.opened.connect(lambda _: self._entered())
        self.table.moved_to.connect(lambda _: self.acts_changed.emit())
        self._keys = ListKeys([self.table], _DIGITS, self.press)

    def _entered(self) -> None:
        if self._which != "slips":
            self.press("Enter")
