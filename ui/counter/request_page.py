"""One request whole, and all that may be done with it at a counter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.showing.request import RequestShown
from ui.counter.correct_form import CorrectForm
from ui.counter.later_form import LaterForm
from ui.counter.request_acts import request_acts
from ui.counter.side_page import SidePage
from ui.frame.history_words import history_rows
from ui.frame.page import GAP, Act
from ui.frame.request_view import RequestFacts, RequestWork
from ui.frame.words import tr
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.parts.two_lines import TwoLines
from ui.look.theme import Theme
from ui.words import Words

_RIGHT, _LEFT = (316, 372), (342, 398)


class RequestPage(SidePage):
    """Signals without a value are wishes that need nothing of the page; `corrected` gives a
    `Correction`, `missed` a `Later`, `answer_wanted` the tracking number. `acts_of` makes the keys
    of a request.
    """

    receipt_wanted = Signal()
    cover_wanted = Signal()
    step_wanted = Signal()
    inquiry_wanted = Signal()
    withdraw_wanted = Signal()
    void_wanted = Signal()
    corrected = Signal(object)
    missed = Signal(object)
    answer_wanted = Signal(str)

    def __init__(
        self, theme: Theme, acts_of: Callable[[RequestShown], Sequence[Act]] = request_acts
    ) -> None:
        super().__init__(theme)
        self._acts_of = acts_of
        self._words = Words()
        self._shown: RequestShown | None = None
        self.facts, self.work = RequestFacts(theme), RequestWork(theme)
        self.history = RowList(theme, painter=TwoLines(theme))
        self.history.setAccessibleName(tr("History of the request"))
        self.correct, self.later = CorrectForm(theme), LaterForm(theme)
        self.middle = QStackedWidget()
        self._lay_out()

    @property
    def tracking(self) -> str:
        """The number of what it shows; empty while nothing."""
        return self._shown.request.tracking if self._shown else ""

    def show_request(self, shown: RequestShown) -> None:
        """Shows a request as it stands; a form that was open is closed."""
        same = self.tracking == shown.request.tracking
        self._shown = shown
        self.facts.show_request(shown, self._words)
        self.work.show_request(shown)
        self.history.show_rows(history_rows(shown.history, self._words))
        if not same:
            self._open(self.work)
            if self.isVisible():
                self.enter()  # the steps were not there yet when the page came
        self.acts_changed.emit()

    def close_form(self) -> None:
        """Back from a form that is recorded to the work; what was typed in it is forgotten."""
        if self.middle.currentWidget() is self.correct:
            self.correct.forget()
        self._open(self.work)

    def enter(self) -> None:
        """To the form that is open, else to the steps."""
        present = self.middle.currentWidget()
        if isinstance(present, CorrectForm | LaterForm):
            present.enter()
        else:
            (self.work.steps if self.work.steps.rows else self.history).setFocus()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """What is possible now; in a form, to record it."""
        if self._shown is None:
            return (Act(combo="Esc", name=tr("Back")),)
        if self._writing:
            name = tr("Record the correction")
            if self.middle.currentWidget() is self.later:
                name = tr("Record the deficiency")
            return (
                Act(combo="Esc", name=tr("Back")),
                GAP,
                Act(combo="F8", name=name, filled=True),
            )
        return self._acts_of(self._shown)

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in possible:
            return super().press(combo)
        if self._writing:
            return self._press_in_form(combo)
        deeds: dict[str, Callable[[], object]] = {
            "F3": self.inquiry_wanted.emit,
            "F4": self._correct,
            "F6": self.step_wanted.emit,
            "F7": self._miss,
            "F8": self.receipt_wanted.emit,
            "Shift+F8": self.cover_wanted.emit,
            "F11": self.withdraw_wanted.emit,
            "F12": self.void_wanted.emit,
            "Ctrl+6": lambda: self.answer_wanted.emit(self.tracking),
        }
        if combo not in deeds:
            return super().press(combo)
        deeds[combo]()
        return True

    def _press_in_form(self, combo: str) -> bool:
        if combo == "Esc":
            self._open(self.work)
        elif self.middle.currentWidget() is self.correct:
            self.corrected.emit(self.correct.correction())
        else:
            self.missed.emit(self.later.later())
        return True

    # -- how -------------------------------------------------------------------------------------

    @property
    def _writing(self) -> bool:
        return self.middle.currentWidget() is not self.work

    def _correct(self) -> None:
        if self._shown is not None:
            self.correct.show_request(self._shown.request)
            self._open(self.correct)

    def _miss(self) -> None:
        if self._shown is not None:
            self.later.show_request(self._shown)
            self._open(self.later)

    def _open(self, part: QWidget) -> None:
        if self.middle.currentWidget() is not part:
            self.middle.setCurrentWidget(part)
            self.acts_changed.emit()
            if self.isVisible():
                self.enter()

    def _lay_out(self) -> None:
        large = self.theme.large
        for part in (self.work, self.correct, self.later):
            self.middle.addWidget(part)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 14, 8, 8)
        column.setSpacing(2)
        framed = QVBoxLayout()
        framed.setContentsMargins(12, 0, 12, 0)
        framed.addWidget(Section(self.theme, tr("History of the request")))
        column.addLayout(framed)
        column.addWidget(self.history, 1)
        self.facts.setFixedWidth(_RIGHT[large])
        left.setFixedWidth(_LEFT[large])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.facts)
        row.addWidget(self.middle, 1)
        row.addWidget(left)
        self._left = left

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for side in (self.facts.geometry(), self._left.geometry()):
            painter.fillRect(side, self.theme.colour("ground"))
        for x in (self._left.geometry().right(), self.facts.geometry().left()):
            painter.fillRect(x, 0, 1, self.height(), self.theme.colour("line"))
        painter.end()
