"""Table 2 of a day as it stands (Ctrl+7): printed, and closed at the end of the day."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.papers import LogTotals
from app.persian import format_time, long_date
from app.showing.day import DayShown
from ui.counter.day_rows import DAY_COLUMNS, day_heads, day_rows, totals
from ui.counter.side_page import SidePage
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.chip import Tone
from ui.look.parts.figure import Figure
from ui.look.parts.level import Level
from ui.look.parts.page_head import PageHead
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.words import Words

_DAYS = ("PgUp", "PgDn")


class DayPage(SidePage):
    """`moved` gives -1 for the day before, 1 for the day after; `scope_wanted` asks for the desk in
    place of the counter, or back. `print_wanted` prints what is shown, `desk_print_wanted` the
    desk, `supplement_wanted` what came after the closing. `close_wanted` ends the day,
    `conflicts_wanted` goes to what does not fit.
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
        self._words = Words()
        self._shown: DayShown | None = None
        self.head = PageHead(theme, tr("Daily report"))
        self.figures = [Figure(theme, name, "") for name, _ in totals(LogTotals())]
        nothing = tr("Nothing was recorded on this day.")
        self.received = RowList(theme, DAY_COLUMNS, heads=day_heads(), height=30, empty=nothing)
        self.answered = RowList(theme, DAY_COLUMNS, height=30, empty=nothing)
        self._titles = (
            Section(theme, tr("Requests received on this day")),
            Section(theme, tr("Answers given on this day (requests of earlier days)")),
        )
        self._lay_out()
        self._level = Level([self.received, self.answered])
        self._keys = ListKeys([self.received, self.answered], _DAYS, self.press)

    def show_day(self, shown: DayShown) -> None:
        """Shows a day."""
        self._shown = shown
        self.head.show_title(_title(shown), *_state(shown))
        late = tr("{n} on the supplement", n=shown.late) if shown.late else ""
        self.head.trailing.show_text(late)
        for figure, (_, value) in zip(self.figures, totals(shown.totals), strict=True):
            figure.show_value(value)
        for rows, said in ((self.received, shown.received), (self.answered, shown.answered)):
            rows.show_rows(day_rows(said, self._words))
            self._column.setStretchFactor(rows, len(said) + 2)
        for title, said in zip(self._titles, (shown.received, shown.answered), strict=True):
            title.show_trailing(tr("{n} rows", n=len(said)), "ink_2")
        self.acts_changed.emit()

    def enter(self) -> None:
        """Into the first part."""
        self.received.setFocus()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """Days, what is shown, printing, closing."""
        shown = self._shown
        if shown is None:
            return (Act(combo="Esc", name=tr("Back")),)
        last = tr("This is today") if shown.day >= shown.today else ""
        closed = tr("Closed already") if shown.closed_at else ""
        none = "" if shown.late else tr("Nothing came after the closing")
        scope = tr("All counters") if shown.counter else tr("This counter alone")
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="PgUp", name=tr("Day before")),
            Act(combo="PgDn", name=tr("Day after"), why_not=last),
            Act(combo="F6", name=scope),
            Act(combo="F7", name=tr("Supplement"), why_not=none),
            Act(combo="F11", name=tr("Conflicts"), note=_unsettled(shown)),
            Act(combo="F12", name=tr("Close the day"), why_not=closed),
            Act(combo="Shift+F8", name=tr("Print the desk")),
            GAP,
            Act(combo="F8", name=tr("Print the report"), filled=True),
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

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setContentsMargins(12, 0, 12, 4)
        figures.setSpacing(24)
        for figure in self.figures:
            figures.addWidget(figure)
        figures.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 4)
        self._column.setSpacing(4)
        self._column.addWidget(self.head)
        self._column.addLayout(figures)
        for title, rows in zip(self._titles, (self.received, self.answered), strict=True):
            framed = QHBoxLayout()
            framed.setContentsMargins(12, 4, 12, 0)
            framed.addWidget(title)
            self._column.addLayout(framed)
            self._column.addWidget(rows, 1)
            rows.setAccessibleName(title.accessibleName())


def _title(shown: DayShown) -> str:
    day = long_date(shown.day)
    if shown.counter:
        return tr("Daily report, {day}, counter {n}", day=day, n=shown.counter)
    return tr("Daily report, {day}, all counters", day=day)


def _unsettled(shown: DayShown) -> str:
    return tr("{n} to settle", n=shown.conflicts) if shown.conflicts else ""


def _state(shown: DayShown) -> tuple[str, Tone]:
    if shown.closed_at:
        return tr("Closed at {time}", time=format_time(shown.closed_at)), "firuzeh"
    return tr("Still open"), "amber" if shown.day < shown.today else "quiet"
