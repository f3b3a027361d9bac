"""What is known of a request: who and when at the right, its work in the middle, its history."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.folds.request import RequestState
from app.showing.request import RequestShown
from ui.frame.request_rows import (
    PAPER_COLUMNS,
    dates_of,
    facts_of,
    paper_rows,
    spoken_rows,
    step_rows,
)
from ui.frame.words import tr
from ui.look.parts.chip import Chip, Tone
from ui.look.parts.fact_lines import FactLines
from ui.look.parts.label import Label
from ui.look.parts.level import Level
from ui.look.parts.rows import RowList
from ui.look.parts.rule import Rule
from ui.look.parts.scroll import Scroll
from ui.look.parts.section import Section
from ui.look.parts.two_lines import TwoLines
from ui.look.theme import Theme
from ui.words import Words, shown

_PAPERS = 3
"""Papers that are seen whatever stands above them."""

_TONES: dict[RequestState, Tone] = {
    "answer_ready": "firuzeh",
    "delivered": "firuzeh",
    "result_back": "amber",
    "withdrawn": "brick",
    "voided": "brick",
}


class RequestFacts(QWidget):
    """Number, state, applicant and dates."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.number = Label(theme, role="count")
        self.state = Chip(theme)
        self.title = Label(theme, role="open", colour="ink_2", lines=2)
        self._facts, self._dates = FactLines(theme), FactLines(theme)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 8, 20, 8)
        column.setSpacing(4)
        column.addWidget(Label(theme, tr("Tracking number of the request"), "label", "ink_2"))
        column.addWidget(self.number)
        column.addWidget(self.state)
        column.addWidget(self.title)
        column.addWidget(Rule(theme))
        column.addWidget(self._dates)
        column.addWidget(Rule(theme))
        column.addWidget(self._facts)
        column.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scroll(inside))

    def show_request(self, shown_request: RequestShown, words: Words) -> None:
        """Shows it."""
        found = shown_request.request
        self.number.show_text(shown("tracking", found.tracking))
        self.state.show_text(words.value("state", found.state), _TONES.get(found.state, "quiet"))
        self.title.show_text(found.title)
        self._dates.show_facts(dates_of(shown_request))
        self._facts.show_facts([(name, text, "ink") for name, text in facts_of(shown_request)])


class RequestWork(QWidget):
    """Steps, inquiries and answers, papers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        empty = tr("No steps")
        self.steps = RowList(theme, painter=TwoLines(theme), empty=empty)
        self.spoken = RowList(theme, painter=TwoLines(theme))
        self.papers = RowList(theme, PAPER_COLUMNS, height=30, empty=tr("No papers"))
        self._spoken_head = Section(theme, tr("Inquiries and answers"))
        self._head_height = theme.title_height
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(2)
        parts = (
            (Section(theme, tr("Steps of the work")), self.steps),
            (self._spoken_head, self.spoken),
            (Section(theme, tr("Papers and particulars")), self.papers),
        )
        for head, rows in parts:
            framed = QVBoxLayout()
            framed.setContentsMargins(12, 6, 12, 0)
            framed.addWidget(head)
            self._column.addLayout(framed)
            self._column.addWidget(rows)
            rows.setAccessibleName(head.accessibleName())
        self._level = Level([self.steps, self.spoken, self.papers])

    def show_request(self, shown_request: RequestShown) -> None:
        """Shows it."""
        found = shown_request.request
        spoken = spoken_rows(found)
        self.steps.show_rows(step_rows(found))
        self.spoken.show_rows(spoken)
        self.papers.show_rows(paper_rows(found))
        self._spoken_head.setVisible(bool(spoken))
        self.spoken.setVisible(bool(spoken))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Steps stand in full where that leaves room for a few papers; two inquiries or answers."""
        heads = (3 if self.spoken.rows else 2) * (self._head_height + 8)
        room = self.height() - heads - _PAPERS * self.papers.sizeHintForRow(0)
        high = self.steps.minimumSizeHint().height()
        spoken = min(len(self.spoken.rows), 2) * high
        self.spoken.setFixedHeight(max(spoken, high))
        wanted = self.steps.sizeHint().height()
        self.steps.setFixedHeight(max(min(wanted, room - spoken), high))
