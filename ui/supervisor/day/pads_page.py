"""Blank receipts: which are out, and what became of the others."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.letters import persian_digits
from app.persian import format_date, format_moment
from app.roles import MATRIX
from app.showing.pads import PadsShown, SheetShown, SheetState
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.digit_tabs import DigitTabs
from ui.look.parts.page_head import PageHead
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.words import shown

STATES: tuple[SheetState, ...] = ("out", "entered", "voided")

_COLUMNS = (
    Column(width=160, role="strong"),
    Column(width=120, role="body", colour="ink_2"),
    Column(width=170, role="body", colour="ink_2"),
    Column(role="body"),
)
_DIGITS = tuple(str(place) for place in range(1, len(STATES) + 1))


class PadsPage(Page):
    """`enter_wanted`, `void_wanted` and `again_wanted` give the number of the current row."""

    new_wanted = Signal()
    enter_wanted = Signal(str)
    void_wanted = Signal(str)
    again_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._pads = PadsShown(sheets=())
        self._state: SheetState = "out"
        self.head = PageHead(theme, tr("Blank receipts for a day without power"))
        self.tabs = DigitTabs(theme, [state_name(state) for state in STATES])
        heads = (tr("Receipt number"), tr("Printed on"), tr("Recorded at"), tr("What became of it"))
        self.table = RowList(theme, _COLUMNS, heads=heads, empty=_empty("out"))
        self.table.setAccessibleName(state_name("out"))
        self.table.opened.connect(lambda _: self.press("F6"))
        self.table.moved_to.connect(lambda _: self.acts_changed.emit())
        self.tabs.chosen.connect(lambda place: self.show_state(STATES[place]))
        self._keys = ListKeys([self.table], _DIGITS, self.press)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.tabs)
        column.addWidget(self.table, 1)

    def show_pads(self, pads: PadsShown) -> None:
        """Shows how things stand."""
        self._pads = pads
        for place, state in enumerate(STATES):
            self.tabs.show_count(place, persian_digits(str(len(pads.of(state)))))
        self._show()

    def show_state(self, state: SheetState) -> None:
        """Shows the sheets of that state."""
        self._state = state
        self._show()
        self.table.go(0)

    def enter(self) -> None:
        """Into the table."""
        self.table.setFocus()

    @property
    def current(self) -> SheetShown | None:
        """The sheet that keys mean."""
        sheets = self._pads.of(self._state)
        return sheets[self.table.place] if 0 <= self.table.place < len(sheets) else None

    def acts(self) -> Sequence[Act]:
        """What may be done with a sheet that is out."""
        used = "" if self._state == "out" else tr("It is no longer out.")
        none = used or ("" if self.current else tr("No receipt is chosen."))
        void = self.theirs(MATRIX["pad.void_sheet"]) or none
        again = self.theirs(MATRIX["paper.print_paper"]) or none
        fresh = self.theirs(MATRIX["pad.prepare_pad"])
        entered = self.theirs(MATRIX["pad.enter_sheet"]) or none
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F4", name=tr("Spoilt or lost"), why_not=void),
            Act(combo="F7", name=tr("Print this pad again"), why_not=again),
            Act(
                combo="F8",
                name=tr("Print a new pad"),
                why_not=fresh,
                filled=not (fresh or self._pads.of("out")),
            ),
            GAP,
            Act(
                combo="F6",
                name=tr("Enter what was written"),
                why_not=entered,
                filled=not entered,
            ),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        if combo in _DIGITS:
            self.show_state(STATES[int(combo) - 1])
            return True
        number = self.current.tracking if self.current else ""
        wishes: dict[str, Callable[[], object]] = {
            "F4": lambda: self.void_wanted.emit(number),
            "F6": lambda: self.enter_wanted.emit(number),
            "F7": lambda: self.again_wanted.emit(number),
            "F8": self.new_wanted.emit,
        }
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in wishes or combo not in possible:
            return super().press(combo)
        wishes[combo]()
        return True

    def _show(self) -> None:
        self.tabs.choose(STATES.index(self._state))
        self.table.setAccessibleName(state_name(self._state))
        self.table.show_empty(_empty(self._state))
        self.table.show_rows([_row(sheet) for sheet in self._pads.of(self._state)])
        self.acts_changed.emit()


def state_name(state: SheetState) -> str:
    """Sheets of a state as their tab calls them."""
    names: dict[SheetState, str] = {
        "out": tr("Out"),
        "entered": tr("Entered"),
        "voided": tr("Void"),
    }
    return names[state]


def _empty(state: SheetState) -> str:
    said: dict[SheetState, str] = {
        "out": tr("No blank receipt is out; F8 prints a pad of twenty."),
        "entered": tr("No receipt was entered yet."),
        "voided": tr("No receipt is void."),
    }
    return said[state]


def _row(sheet: SheetShown) -> Row:
    entered = " · ".join(part for part in (sheet.name, sheet.title) if part)
    cells = (
        Cell(text=shown("tracking", sheet.tracking)),
        Cell(text=format_date(sheet.printed.date())),
        Cell(text=format_moment(sheet.at) if sheet.at else ""),
        Cell(text=entered or sheet.reason),
    )
    return Row(cells=cells, key=sheet.tracking)
