"""Who did what (Ctrl+9): facts of the journal, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.bidi import percent
from app.persian import persian_digits
from app.showing.audit import Fact, FactPage
from ui.fact_words import audit_heads
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.digit_tabs import DigitTabs
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.rows import RowList
from ui.look.parts.two_lines import TwoLines
from ui.look.theme import Theme
from ui.supervisor.inspection.audit_rows import COLUMNS, rows, tall_rows
from ui.words import Words

_DIGITS = ("1", "2")


class AuditPage(Page):
    """`chosen` tells whether all facts are wanted, or only departures from the usual way; `wished`
    gives the key of what is to be asked or opened; `older_wanted` comes at the last row that is
    shown, `opened` gives the fact under Enter.
    """

    chosen = Signal(bool)
    wished = Signal(str)
    older_wanted = Signal()
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self._facts: tuple[Fact, ...] = ()
        self._more = self._busy = self._narrowed = False
        self.head = PageHead(theme, tr("Who did what"))
        self.tabs = DigitTabs(theme, [tr("All facts"), tr("Departures, with their reasons")])
        self.filter = Paragraph(theme, "", "open", "ink_2")
        self.table = RowList(theme, COLUMNS, heads=audit_heads(self._words))
        if theme.large:
            self.table = RowList(theme, painter=TwoLines(theme))
        self.table.setAccessibleName(tr("Who did what"))
        self._lay_out()
        self.tabs.chosen.connect(self._choose)
        self.tabs.choose(0)
        for place in range(len(_DIGITS)):
            self.tabs.show_count(place, "")
        self.table.opened.connect(lambda _: self.press("Enter"))
        self.table.moved_to.connect(self._moved)
        self._keys = ListKeys([self.table], (*_DIGITS, "Delete"), self.press)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is shown."""
        return self._facts

    def show_filter(self, said: str, *, narrowed: bool, overrides: bool) -> None:
        """Which facts are asked for, in words."""
        self._narrowed = narrowed
        self.filter.show_text(said)
        self.tabs.choose(int(overrides))
        self.acts_changed.emit()

    def show_share(self, share: float) -> None:
        """How far the reading has come."""
        self._busy = True
        done = percent(persian_digits(f"{share * 100:.0f}"))
        self.head.trailing.show_text(tr("Reading: {share}", share=done))
        self.acts_changed.emit()

    def show_first(self, page: FactPage) -> None:
        """The newest facts."""
        self._facts = ()
        self._add(page)
        self.table.go(0)

    def show_older(self, page: FactPage) -> None:
        """The facts before them."""
        self._add(page)

    def rest(self, said: str = "") -> None:
        """Nothing is being read any more."""
        self._busy = False
        self.head.trailing.show_text(said)
        self.acts_changed.emit()

    def enter(self) -> None:
        """Into the table."""
        self.table.setFocus()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """What is asked for, and what can be opened."""
        none = "" if self._facts else tr("There is no such fact.")
        request = (
            ""
            if self._current and self._current.subject == "request"
            else tr("This fact is of no request.")
        )
        wide = "" if self._narrowed else tr("Nothing narrows it.")
        reading = Act(combo="F5", name=tr("Stop reading"))
        kind = Act(combo="F5", name=tr("Kind"))
        return (
            Act(combo="Enter", name=tr("Open the request"), why_not=none or request),
            Act(combo="F3", name=tr("Clerk")),
            Act(combo="F4", name=tr("Days")),
            reading if self._busy else kind,
            Act(combo="F6", name=tr("Number"), does=tr("A tracking number or a label")),
            Act(combo="Delete", name=tr("Everything"), why_not=wide),
            GAP,
            Act(combo="F7", name=tr("File"), why_not=none, does=tr("CSV or XLSX, by its ending")),
            Act(combo="Shift+F11", name=tr("Papers in doubt"), does=tr("Of this PC")),
            Act(combo="F11", name=tr("Conflicts")),
            Act(combo="F9", name=tr("Are the records whole?")),
            GAP,
            Act(combo="F12", name=tr("Inspection"), filled=True),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        if combo in _DIGITS:
            self._choose(int(combo) - 1)
            return True
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in possible:
            return super().press(combo)
        if combo == "Enter":
            self.opened.emit(self._current)
        else:
            self.wished.emit(combo)
        return True

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._busy

    # -- how -------------------------------------------------------------------------------------

    @property
    def _current(self) -> Fact | None:
        place = self.table.place
        return self._facts[place] if 0 <= place < len(self._facts) else None

    def _choose(self, place: int) -> None:
        self.chosen.emit(bool(place))

    def _moved(self, place: int) -> None:
        if self._more and not self._busy and place >= len(self._facts) - 1:
            self.older_wanted.emit()
        self.acts_changed.emit()

    def _add(self, page: FactPage) -> None:
        self._facts, self._more, self._busy = (*self._facts, *page.facts), page.more, False
        self.table.show_empty(tr("There is no such fact."))
        shape = tall_rows if self.theme.large else rows
        self.table.show_rows(shape(self._facts, self._words))
        count = persian_digits(str(len(self._facts)))
        said = tr("{n} facts, and older ones below", n=count) if page.more else ""
        self.head.trailing.show_text(said or tr("{n} facts", n=count))
        self.acts_changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.tabs)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
