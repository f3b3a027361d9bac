"""One request whole, to be read."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.folds.fold import Fact
from app.showing.request import RequestShown, request_shown
from ui.frame.door import Door
from ui.frame.history_words import history_rows
from ui.frame.page import Act, Page
from ui.frame.request_view import RequestFacts, RequestWork
from ui.frame.words import tr
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.parts.two_lines import TwoLines
from ui.look.theme import Theme
from ui.words import Words

_RIGHT, _LEFT = (280, 330), (300, 350)


class RequestReadPage(Page):
    """Who and when at the right, its work in the middle, its history at the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self.shown: RequestShown | None = None
        self.facts, self.work = RequestFacts(theme), RequestWork(theme)
        self.history = RowList(theme, painter=TwoLines(theme))
        self.history.setAccessibleName(tr("History of the request"))
        self._lay_out()

    def show_request(self, shown: RequestShown) -> None:
        """Shows a request as it stands."""
        self.shown = shown
        self.facts.show_request(shown, self._words)
        self.work.show_request(shown)
        self.history.show_rows(history_rows(shown.history, self._words))

    def enter(self) -> None:
        """To its history."""
        self.history.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """Every list of it."""
        return (self.work.steps, self.work.papers, self.history)

    def acts(self) -> Sequence[Act]:
        """Back to the list."""
        return (Act(combo="Esc", name=tr("Back")),)

    def _lay_out(self) -> None:
        large = self.theme.large
        self._past = QWidget()
        column = QVBoxLayout(self._past)
        column.setContentsMargins(8, 8, 8, 8)
        head = QVBoxLayout()
        head.setContentsMargins(12, 6, 12, 0)
        head.addWidget(Section(self.theme, tr("History of the request")))
        column.addLayout(head)
        column.addWidget(self.history, 1)
        self.facts.setFixedWidth(_RIGHT[large])
        self._past.setFixedWidth(_LEFT[large])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.facts)
        row.addWidget(self.work, 1)
        row.addWidget(self._past)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for side in (self.facts.geometry(), self._past.geometry()):
            painter.fillRect(side, self.theme.colour("ground"))
        painter.end()


class RequestReading(QObject):
    """Opens a request by its number, and shows it anew whenever something happens to it."""

    def __init__(self, theme: Theme, door: Door, go: Callable[[Page], None]) -> None:
        super().__init__()
        self.page = RequestReadPage(theme)
        self._door, self._go = door, go
        door.happened.connect(self._hear)

    def open(self, tracking: str) -> None:
        """Comes up once it is read."""

        def come(shown: RequestShown) -> None:
            self.page.show_request(shown)
            self._go(self.page)

        self._read(tracking, come)

    def _read(self, tracking: str, then: Callable[[RequestShown], None]) -> None:
        self._door.with_store(lambda store: request_shown(store.journal, tracking), then)

    def _hear(self, facts: tuple[Fact, ...]) -> None:
        shown = self.page.shown if self.page.isVisible() else None
        if shown and any(recorded.entity == shown.request.id for recorded, _ in facts):
            self._read(shown.request.tracking, self.page.show_request)
