"""One field for everything (F9): number, name, code, mobile, label; what is found stands below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.showing.anything import Anything
from ui.counter.keys import name_of
from ui.counter.receipt_words import doubt
from ui.counter.search_rows import (
    REQUEST,
    SEARCH_COLUMNS,
    SERVICE,
    parted,
    search_rows,
)
from ui.counter.side_page import SidePage
from ui.frame.arrows import Arrows
from ui.frame.bare import BareField
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.label import Label
from ui.look.parts.page_head import PageHead
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.words import Words


class SearchPage(SidePage):
    """`typed` gives the text at every change. `taken` gives the key of the row on which Enter came
    (`ui.counter.search_rows.parted`) and the text; `hurried` the text alone, where Enter came
    before the answer, as a scanner's does, or where nothing was found. `answer_wanted` gives a
    tracking number, `sheet_wanted` the code of a sub-service.
    """

    typed = Signal(str)
    taken = Signal(str, str)
    hurried = Signal(str)
    answer_wanted = Signal(str)
    sheet_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self._answered = ""
        self.head = PageHead(theme, tr(name_of("F9")))
        self.field = BareField(theme, tr("What is searched for"))
        self.field.show_hint(tr("Tracking number, name, code, mobile, label or sub-service"))
        self.list = RowList(theme, SEARCH_COLUMNS, empty=_empty(), keeps_current=True)
        self.list.setAccessibleName(tr("Results"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.field.edited.connect(self._typed)
        self.field.entered.connect(self._enter)
        Arrows(self.field.line, self.list)
        self.list.opened.connect(lambda _: self._enter())
        self.list.moved_to.connect(lambda _: self.acts_changed.emit())

    def search(self, text: str) -> None:
        """Starts anew with this text in the field."""
        self.field.show_value(text)
        self._typed(text)

    def show_found(self, found: Anything, text: str) -> None:
        """Shows what was found for a text."""
        self._answered = text
        self.list.show_rows(search_rows(found, self._words))
        self.list.go(0)
        if found.receipt and found.receipt.verdict != "genuine":
            self.head.trailing.show_text(doubt(found.receipt), "brick")
        else:
            self.head.trailing.show_text(_count(found) if text else "")
        self.acts_changed.emit()

    @property
    def key(self) -> str:
        """The key of the current row."""
        return self.list.rows[self.list.place].key if self.list.place >= 0 else ""

    def enter(self) -> None:
        """The field, its text selected, so that the next search needs no clearing."""
        self.field.line.selectAll()
        self.field.setFocus()
        if not self.field.value():
            self._typed("")

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """What may be done with the current row."""
        group, _ = parted(self.key)
        sheet = "" if group == SERVICE else tr("Only of a sub-service")
        answer = "" if group == REQUEST else tr("Only of a request")
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F8", name=tr("Print the information sheet"), why_not=sheet),
            Act(combo="Ctrl+6", name=tr("Answer and delivery"), why_not=answer),
            GAP,
            Act(combo="Enter", name=tr("Open"), filled=bool(self.key)),
        )

    def press(self, combo: str) -> bool:
        """F8 prints the sheet, Ctrl+6 leads to the answer, Enter opens."""
        group, id_ = parted(self.key)
        if combo == "F8" and group == SERVICE:
            self.sheet_wanted.emit(id_)
        elif combo == "Ctrl+6" and group == REQUEST:
            self.answer_wanted.emit(id_)
        elif combo == "Enter":
            self._enter()
        else:
            return super().press(combo)
        return True

    # -- how -------------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        self.typed.emit(text)

    def _enter(self) -> None:
        text = self.field.value()
        if text == self._answered and self.key:
            self.taken.emit(self.key, text)
        elif text:
            self.hurried.emit(text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(8)
        column.addWidget(self.head)
        field = QVBoxLayout()
        field.setContentsMargins(12, 0, 12, 4)
        field.addWidget(self.field)
        field.addWidget(Label(self.theme, _examples(), "label", "ink_2"))
        column.addLayout(field)
        column.addWidget(self.list, 1)


def _empty() -> str:
    return tr("Type or scan; what is found stands here.")


def _examples() -> str:
    return tr("For example: 12 digits of a receipt, 10 digits of a code, a name, a label, a title")


def _count(found: Anything) -> str:
    n = len(found.requests) + len(found.tickets) + len(found.services)
    return tr("{n} found", n=n) if n else tr("Nothing was found.")
