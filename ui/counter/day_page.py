"""Table 2 of a day as it stands (Ctrl+7): printed, and closed at the end of the day."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.showing.day import DayShown
from ui.counter.side_page import SidePage
from ui.frame.day_acts import print_act, supplement_act
from ui.frame.day_sheet import DaySheet
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.theme import Theme

_DAYS = ("PgUp", "PgDn")


class DayPage(SidePage):
    """`moved` gives -1 for the day before, 1 for the day after; `scope_wanted` asks for the desk in
    place of the counter, or back. `print_wanted` prints what is shown, `desk_print_wanted` the
    desk, `supplement_wanted` shows what came after the closing, or the report again. `close_wanted`
    ends the day, `conflicts_wanted` goes to what does not fit.
    """

    moved = Signal(int)
    scope_wanted = Signal()
    print_wanted = Signal()
    desk_print_wanted = Signal()
    supplement_wanted = Signal()
    close_wanted = Signal()
    conflicts_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: DayShown | None = None
        self.sheet = DaySheet(theme)
        self.head, self.figures = self.sheet.head, self.sheet.figures
        self.received, self.answered = self.sheet.received, self.sheet.answered
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

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """Days, what is shown, printing, closing."""
        shown = self._shown
        if shown is None:
            return (Act(combo="Esc", name=tr("Back")),)
        last = tr("This is today") if shown.day >= shown.today else ""
        closed = tr("Closed already") if shown.closed_at else ""
        scope = tr("All counters") if shown.counter else tr("This counter alone")
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="PgUp", name=tr("Day before")),
            Act(combo="PgDn", name=tr("Day after"), why_not=last),
            Act(combo="F6", name=scope),
            supplement_act(shown),
            Act(combo="F11", name=tr("Conflicts"), note=_unsettled(shown)),
            Act(combo="F12", name=tr("Close the day"), why_not=closed),
            Act(combo="Shift+F8", name=tr("Print the desk")),
            GAP,
            print_act(shown),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        deeds: dict[str, Callable[[], object]] = {
            "PgUp": lambda: self.moved.emit(-1),
            "PgDn": lambda: self.moved.emit(1),
            "F6": self.scope_wanted.emit,
            "F7": self.supplement_wanted.emit,
            "F8": self.print_wanted.emit,
            "Shift+F8": self.desk_print_wanted.emit,
            "F11": self.conflicts_wanted.emit,
            "F12": self.close_wanted.emit,
        }
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in deeds or combo not in possible:
            return super().press(combo)
        deeds[combo]()
        return True


def _unsettled(shown: DayShown) -> str:
    return tr("{n} to settle", n=shown.conflicts) if shown.conflicts else ""
