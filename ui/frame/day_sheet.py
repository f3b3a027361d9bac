"""Table 2 of a day on the screen: its foot in figures, its two parts; of a supplement a third."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.papers import LogTotals
from app.showing.day import DayShown
from ui.frame.day_rows import (
    change_columns,
    change_heads,
    change_rows,
    day_columns,
    day_heads,
    day_rows,
    totals,
)
from ui.frame.day_words import day_state, day_title, part_names
from ui.frame.words import tr
from ui.look.parts.figure import Figure
from ui.look.parts.level import Level
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.words import Words


class DaySheet(QWidget):
    """Shows a day of a counter or of the desk, or its supplement. `opened` gives the number of the
    request whose row was chosen.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = Words()
        self.head = PageHead(theme, tr("Daily report"))
        self.figures = [Figure(theme, name, "") for name, _ in totals(LogTotals())]
        nothing = tr("Nothing was recorded on this day.")
        columns, heads = day_columns(theme), day_heads(theme)
        self.received = RowList(theme, columns, heads=heads, height=30, empty=nothing)
        self.answered = RowList(theme, columns, height=30, empty=nothing)
        self.changed = RowList(theme, change_columns(theme), heads=change_heads(theme), height=30)
        self.parts = (self.received, self.answered, self.changed)
        self.reason = Paragraph(theme, "", "body", "ink_2")
        self._reasons: tuple[str, ...] = ()
        for rows in self.parts:
            rows.opened.connect(partial(self._open, rows))
        self.changed.moved_to.connect(self._show_reason)
        self._titles = tuple(Section(theme, "") for _ in self.parts)
        self._lay_out()
        self._show_parts(supplement=False)
        self._level = Level([self.received, self.answered])

    def show_day(self, shown: DayShown) -> None:
        """Shows a day."""
        self.head.show_title(day_title(shown), *day_state(shown))
        late = tr("{n} on the supplement", n=shown.late) if shown.late else ""
        self.head.trailing.show_text(late)
        for figure, (_, value) in zip(self.figures, totals(shown.totals), strict=True):
            figure.show_value(value)
        self._show_part(0, day_rows(shown.received, self._words))
        self._show_part(1, day_rows(shown.answered, self._words))
        self._show_part(2, change_rows(shown.changed, self._words))
        self._reasons = tuple(change.reason for change in shown.changed)
        self._show_reason(self.changed.place)
        self._show_parts(supplement=shown.supplement)

    def first(self) -> RowList:
        """The first part that is seen."""
        return next(rows for rows in self.parts if not rows.isHidden())

    def _open(self, rows: RowList, place: int) -> None:
        if 0 <= place < len(rows.rows):
            self.opened.emit(rows.rows[place].key.partition(" ")[0])

    def _show_reason(self, place: int) -> None:
        """The whole of what a column has no room for."""
        said = self._reasons[place] if 0 <= place < len(self._reasons) else ""
        self.reason.show_text(tr("Reason of the change: {reason}", reason=said) if said else "")
        self.reason.setVisible(bool(said))

    def _show_parts(self, *, supplement: bool) -> None:
        """Three parts have no room for what is empty; that it is, their titles say."""
        had = any(rows.hasFocus() for rows in self.parts)
        filled = [rows for rows in self.parts if rows.rows] or [self.received]
        names = part_names(supplement=supplement)
        for title, rows, name in zip(self._titles, self.parts, names, strict=True):
            title.show_title(name)
            rows.setAccessibleName(name)
        self._titles[2].setVisible(supplement)
        for rows in self.parts:
            rows.setVisible(rows in filled if supplement else rows is not self.changed)
        if had and not any(rows.hasFocus() for rows in self.parts):
            self.first().setFocus()

    def _show_part(self, place: int, rows: tuple[Row, ...]) -> None:
        self.parts[place].show_rows(rows)
        self._column.setStretchFactor(self.parts[place], len(rows) + 2)
        said = (
            tr("{n} rows · Enter opens the request", n=len(rows)) if rows else tr("{n} rows", n=0)
        )
        self._titles[place].show_trailing(said, "ink_2")

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
        for title, rows in zip(self._titles, self.parts, strict=True):
            framed = QHBoxLayout()
            framed.setContentsMargins(12, 4, 12, 0)
            framed.addWidget(title)
            self._column.addLayout(framed)
            self._column.addWidget(rows, 1)
            rows.setMinimumHeight(rows.sizeHint().height())
        whole = QHBoxLayout()
        whole.setContentsMargins(12, 4, 12, 0)
        whole.addWidget(self.reason)
        self._column.addLayout(whole)
