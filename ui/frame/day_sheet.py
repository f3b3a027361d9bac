"""Table 2 of a day on the screen: its foot in figures, and its two parts."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.papers import LogTotals
from app.persian import format_time, long_date
from app.showing.day import DayShown
from ui.frame.day_rows import day_columns, day_heads, day_rows, totals
from ui.frame.words import tr
from ui.look.parts.chip import Tone
from ui.look.parts.figure import Figure
from ui.look.parts.level import Level
from ui.look.parts.page_head import PageHead
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.words import Words


class DaySheet(QWidget):
    """Shows a day of a counter or of the desk."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = Words()
        self.head = PageHead(theme, tr("Daily report"))
        self.figures = [Figure(theme, name, "") for name, _ in totals(LogTotals())]
        nothing = tr("Nothing was recorded on this day.")
        self.received = RowList(
            theme, day_columns(theme), heads=day_heads(theme), height=30, empty=nothing
        )
        self.answered = RowList(theme, day_columns(theme), height=30, empty=nothing)
        self._titles = (
            Section(theme, tr("Requests received on this day")),
            Section(theme, tr("Answers given on this day (requests of earlier days)")),
        )
        self._lay_out()
        self._level = Level([self.received, self.answered])

    def show_day(self, shown: DayShown) -> None:
        """Shows a day."""
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

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setContentsMargins(12, 0, 12, 4)
        figures.setSpacing(24)
        for figure in self.figures:
            figures.addWidget(figure)
        figures.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
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


def _state(shown: DayShown) -> tuple[str, Tone]:
    if shown.closed_at:
        return tr("Closed at {time}", time=format_time(shown.closed_at)), "firuzeh"
    return tr("Still open"), "amber" if shown.day < shown.today else "quiet"
