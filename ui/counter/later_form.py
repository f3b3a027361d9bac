"""A deficiency that a unit found after registering (F7 on a request's page)."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.persian import format_date
from app.showing.request import RequestShown
from app.value import Value
from ui.counter.correct_form import lead_on
from ui.frame.words import tr
from ui.look.parts.field import Field
from ui.look.parts.gone import let_go
from ui.look.parts.scroll import Scroll
from ui.look.parts.section import Section
from ui.look.parts.toggle import Toggle
from ui.look.theme import Theme


class Later(Value, frozen=True, kw_only=True):
    """Which papers are missing, until when they are awaited, and a new estimate (may be empty);
    dates as they were typed.
    """

    documents: tuple[str, ...]
    until: str
    estimate: str


class LaterForm(QWidget):
    """The sub-service's papers to be ticked, and one that is named by hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ticks: list[Toggle] = []
        self.other = Field(theme, tr("Another paper"))
        self.until = Field(theme, tr("Until"), tr("year/month/day"))
        self.estimate = Field(theme, tr("New estimate of the answer"), tr("may be left empty"))
        self._papers = QWidget()
        self._column = QVBoxLayout(self._papers)
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.setSpacing(0)
        self._column.addStretch()
        self._lay_out()
        lead_on((self.other, self.until, self.estimate))

    def show_request(self, shown: RequestShown) -> None:
        """Offers the papers of its sub-service."""
        for tick in self._ticks:
            let_go(tick)
        self._ticks = [Toggle(self._theme, title) for title in shown.papers]
        for tick in self._ticks:
            self._column.insertWidget(self._column.count() - 1, tick)
        self.other.show_value("")
        self.until.show_value(format_date(shown.until))
        self.estimate.show_value("")

    def later(self) -> Later:
        """What stands in it."""
        ticked = [tick.text() for tick in self._ticks if tick.isChecked()]
        other = self.other.value()
        return Later(
            documents=(*ticked, *((other,) if other else ())),
            until=self.until.value(),
            estimate=self.estimate.value(),
        )

    def enter(self) -> None:
        """To the first paper."""
        (self._ticks[0] if self._ticks else self.other).setFocus()

    def _lay_out(self) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in (self.other, self.until, self.estimate):
            row.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(Section(theme, tr("Papers that are missing after registering"), "F7"))
        column.addWidget(Scroll(self._papers), 1)
        column.addLayout(row)
