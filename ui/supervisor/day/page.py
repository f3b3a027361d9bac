"""Table 2 of a day, of the desk or of one counter: looked at, printed, kept as a file."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.roles import MATRIX
from app.showing.day import DayShown
from ui.frame.day_acts import print_act, supplement_act
from ui.frame.day_sheet import DaySheet
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.theme import Theme

_DAYS = ("PgUp", "PgDn")


class DayPage(Page):
    """`moved` gives -1 for the day before, 1 for the day after; the others are wishes."""

    moved = Signal(int)
    date_wanted = Signal()
    scope_wanted = Signal()
    print_wanted = Signal()
    all_wanted = Signal()
    supplement_wanted = Signal()
    file_wanted = Signal()
    pads_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: DayShown | None = None
        self.sheet = DaySheet(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.sheet)
        self._keys = ListKeys(self.sheet.parts, _DAYS, self.press)

    def show_day(self, shown: DayShown) -> None:
        """Shows a day."""
        self._shown = shown
        self.sheet.show_day(shown)
        self.acts_changed.emit()

    def enter(self) -> None:
        """Into the first part."""
        self.sheet.first().setFocus()

    def stops(self) -> Sequence[QWidget]:
        """All parts that are seen."""
        return [part for part in self.sheet.parts if not part.isHidden()]

    def acts(self) -> Sequence[Act]:
        """Days, what is shown, printing, the end of the day."""
        shown = self._shown
        if shown is None:
            return ()
        last = tr("This is today") if shown.day >= shown.today else ""
        scope = tr("Counter {n}", n=shown.counter) if shown.counter else tr("All counters")
        end = tr("Closed already") if shown.closed_at else ""
        paper = self.theirs(MATRIX["paper.print_paper"])
        return (
            Act(combo="PgUp", name=tr("Day before")),
            Act(combo="PgDn", name=tr("Day after"), why_not=last),
            Act(combo="F4", name=tr("Another day")),
            Act(combo="F6", name=tr("Counter"), note=scope, does=tr("Whose report is shown")),
            GAP,
            Act(combo="F11", name=tr("Blank receipts")),
            Act(combo="F9", name=tr("File"), does=tr("PDF, CSV or XLSX, by its ending")),
            supplement_act(shown),
            Act(
                combo="Shift+F8",
                name=tr("Print all"),
                why_not=paper,
                does=tr("Print all counters"),
            ),
            GAP,
            Act(combo="F12", name=tr("End of the day"), note=end),
            print_act(shown, paper),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        wishes: dict[str, Callable[[], object]] = {
            "PgUp": lambda: self.moved.emit(-1),
            "PgDn": lambda: self.moved.emit(1),
            "F4": self.date_wanted.emit,
            "F6": self.scope_wanted.emit,
            "F7": self.supplement_wanted.emit,
            "F8": self.print_wanted.emit,
            "Shift+F8": self.all_wanted.emit,
            "F9": self.file_wanted.emit,
            "F11": self.pads_wanted.emit,
            "F12": self.end_wanted.emit,
        }
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in wishes or combo not in possible:
            return super().press(combo)
        wishes[combo]()
        return True
