"""What is due (Ctrl+8): six lists, and hand-over to the units."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.persian import persian_digits
from app.showing.duties import Duties
from ui.counter.keys import name_of
from ui.counter.side_page import SidePage
from ui.frame.due_rows import (
    DUE_COLUMNS,
    DUE_LISTS,
    DueList,
    count_in,
    due_empty,
    due_heads,
    due_name,
    due_rows,
    lines_in,
)
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act
from ui.frame.tick_rows import TickList
from ui.frame.words import tr
from ui.look.parts.digit_tabs import DigitTabs
from ui.look.parts.page_head import PageHead
from ui.look.theme import Theme
from ui.words import Words

_DIGITS = tuple(str(place) for place in range(1, len(DUE_LISTS) + 1))


class DuePage(SidePage):
    """`opened` gives the number of the request on which Enter came. `hand_over_wanted` and
    `take_back_wanted` give the numbers of all that are ticked, else of the current row;
    `covers_wanted` and `steps_wanted` those whose cover sheet or Table 1 shall be printed.
    `list_wanted` asks for the list of what was handed over today.
    """

    opened = Signal(str)
    hand_over_wanted = Signal(object)
    take_back_wanted = Signal(object)
    covers_wanted = Signal(object)
    steps_wanted = Signal(object)
    list_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self._duties, self._today = Duties(), date.min
        self._which: DueList = "late"
        self._chosen = False
        self.head = PageHead(theme, tr(name_of("Ctrl+8")))
        self.tabs = DigitTabs(theme, [due_name(which) for which in DUE_LISTS])
        self.table = TickList(theme, DUE_COLUMNS, due_heads(), tr("This list is empty."))
        self.table.setAccessibleName(due_name(self._which))
        self._lay_out()
        self.tabs.chosen.connect(lambda place: self.show_list(DUE_LISTS[place]))
        self.table.opened.connect(lambda place: self.opened.emit(self.table.rows[place].key))
        self.table.ticks_changed.connect(self._say_ticked)
        self.table.moved_to.connect(lambda _: self.acts_changed.emit())
        self._keys = ListKeys([self.table], _DIGITS, self.press)

    @property
    def which(self) -> DueList:
        """The list that is shown."""
        return self._which

    def show_duties(self, duties: Duties, today: date) -> None:
        """Shows how things stand; at first the first list that holds anything."""
        self._duties, self._today = duties, today
        for place, which in enumerate(DUE_LISTS):
            count = count_in(duties, which)
            troubled = which == "late" and count
            self.tabs.show_count(place, persian_digits(str(count)), "brick" if troubled else "ink")
        if not self._chosen:
            self._which = next((w for w in DUE_LISTS if count_in(duties, w)), "late")
            self._chosen = True
        self._show()

    def show_list(self, which: DueList) -> None:
        """Shows one of the lists."""
        self._chosen = True
        self._which = which
        self._show()
        self.table.go(0)

    def enter(self) -> None:
        """Into the list."""
        self.table.setFocus()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """What may be done with what is ticked."""
        none = "" if self.table.rows else tr("This list is empty.")
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="Space", name=tr("Tick"), why_not=none),
            Act(combo="F7", name=tr("Tick all"), why_not=none),
            Act(combo="F4", name=tr("Table of steps"), why_not=none),
            Act(combo="Shift+F8", name=tr("Cover sheet"), why_not=none),
            Act(combo="F8", name=tr("Print the hand-over list")),
            Act(combo="Enter", name=tr("Open the request"), why_not=none),
            GAP,
            self._act_of_passing(none),
        )

    def press(self, combo: str) -> bool:
        """Digits choose a list; the rest acts on what is ticked."""
        if combo in _DIGITS:
            self.show_list(DUE_LISTS[int(combo) - 1])
            return True
        deeds: dict[str, Callable[[], object]] = {
            "Space": self.table.tick,
            "F6": self._pass_on,
            "F7": self.table.tick_all,
            "F4": lambda: self.steps_wanted.emit(self.table.meant),
            "Shift+F8": lambda: self.covers_wanted.emit(self.table.meant),
            "F8": self.list_wanted.emit,
            "Enter": lambda: self.opened.emit(self.table.rows[self.table.place].key),
        }
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in deeds or combo not in possible:
            return super().press(combo)
        deeds[combo]()
        return True

    def _act_of_passing(self, none: str) -> Act:
        n = len(self.table.meant)
        note = tr("{n} requests", n=n) if n > 1 else ""
        if self._which == "in_units":
            name = tr("Result came back")
        else:
            name = tr("Hand over to the unit")
            none = none or ("" if self._which == "to_hand_over" else tr("Only in lists 3 and 4"))
        return Act(combo="F6", name=name, why_not=none, filled=not none, note=note)

    def _pass_on(self) -> None:
        meant = self.table.meant
        (self.take_back_wanted if self._which == "in_units" else self.hand_over_wanted).emit(meant)

    # -- how -------------------------------------------------------------------------------------

    def _show(self) -> None:
        self.tabs.choose(DUE_LISTS.index(self._which))
        self.table.say_empty(due_empty(self._which))
        self.table.show_table(
            due_rows(lines_in(self._duties, self._which), self._today, self._words)
        )
        self.table.setAccessibleName(due_name(self._which))

    def _say_ticked(self) -> None:
        ticked, shown = len(self.table.ticked), len(self.table.rows)
        hidden = count_in(self._duties, self._which) - shown
        said = (
            tr("{n} ticked", n=ticked) if ticked else "",
            tr("and {n} more", n=hidden) if hidden > 0 else "",
        )
        self.head.trailing.show_text(" · ".join(part for part in said if part))
        self.acts_changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.tabs)
        column.addWidget(self.table, 1)
