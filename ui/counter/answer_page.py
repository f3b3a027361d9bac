"""The answer's page: whose it is, what it says, and how it will look on paper."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.deeds.answer import Draft
from app.persian import format_date
from app.showing.answer import NOTHING, AnswerShown, draft_of, written
from app.spooling.spool import Job, newest_of, waits_to_be_printed
from ui.counter.answer_form import BAR, AnswerForm
from ui.counter.answer_request import AnswerRequest
from ui.counter.answering import Answering
from ui.counter.pane import right_width
from ui.counter.preview import Preview
from ui.counter.renderer import Press
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.theme import Theme

_LEFT = (418, 330)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OURS = frozenset(("F6", "F7", "F8", "Shift+F8", "Ctrl+P"))
"""At the counter some of these print or register something else: here they never do."""
_TURNS = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class AnswerPage(Page):
    """Two moods: an answer is written, or one that is ready is handed over.

    `kept` gives the form at every change, `prepare_wanted` when it shall be made; `give_wanted` to
    whom it goes and whether the office wants its copy; `closed` that somebody typed into an answer
    that is ready. The other signals are wishes of the form.
    """

    kept = Signal(object)
    prepare_wanted = Signal(object)
    give_wanted = Signal(object, bool)
    take_back_wanted = Signal()
    forget_wanted = Signal()
    text_wanted = Signal(str)
    issuer_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, press: Press) -> None:
        super().__init__(theme)
        self._shown: AnswerShown | None = None
        self._writing = True
        self._around: tuple[Act, ...] = ()
        self._jobs: Sequence[Job] = ()
        self.request = AnswerRequest(theme)
        self.form = AnswerForm(theme)
        self.preview = Preview(theme, press)
        self._lay_out()
        self._connect()

    # -- what is shown ---------------------------------------------------------------------------

    @property
    def writing(self) -> bool:
        """Whether the form is open; else the answer is ready to be handed over."""
        return self._writing

    def show_answer(self, shown: AnswerShown) -> None:
        """Shows a request and its answer, in the mood in which the work goes on."""
        self._shown = shown
        self._writing = shown.prepared is None or shown.draft is not None
        self.request.show_request(shown)
        self._show_form()
        if self.isVisible():
            self.enter()

    def show_keys_around(self, acts: Sequence[Act]) -> None:
        """The keys of the visit, which stand at the right end on every page. The next natural act
        is one of the answer's.
        """
        self._around = tuple(replace(act, filled=False) for act in acts)
        self.acts_changed.emit()

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Papers on their way: an answer may be ready, and its paper still to be printed."""
        self._jobs = jobs
        self.acts_changed.emit()

    def enter(self) -> None:
        """To the usual texts or the first empty one; where an answer is ready, so that Enter hands
        it over.
        """
        (self.form if self._writing else self.request).enter()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """Written or handed over: F8 is the next natural act either way."""
        if self._shown is None:
            return ()
        return (
            *self._around,
            *([GAP] if self._around else []),
            *self._acts_between(self._shown),
            GAP,
            self._act_of_writing() if self._writing else self._act_of_giving(self._shown),
        )

    def press(self, combo: str) -> bool:
        """F8 makes or gives the answer, Ctrl+P gives it with the office's copy."""
        if self._shown is None:
            return super().press(combo)
        deeds = {"F8": self._go_on, "F7": self._change_mood, "F6": self.take_back_wanted.emit}
        if not self._writing:
            deeds["Ctrl+P"] = self._give_with_copy
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo in deeds and combo in possible:
            deeds[combo]()
        return combo in _OURS or super().press(combo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control took: Enter hands over, page keys turn the paper."""
        if event.key() in _ENTER and not self._writing:
            self._give()
        elif event.key() in _TURNS:
            self.preview.turn()
        else:
            super().keyPressEvent(event)

    def _acts_between(self, shown: AnswerShown) -> tuple[Act, ...]:
        later = tr("Printed at the hand-over") if self._writing else ""
        acts = [Act(combo="Esc", name=tr("Leave the answer"))]
        if shown.waits:
            why = "" if shown.last_step else tr("Other steps are still to come")
            acts.append(Act(combo="F6", name=tr("Result came back"), why_not=why))
        if shown.prepared:
            name = tr("The ready answer") if self._writing else tr("New version")
            acts.append(Act(combo="F7", name=name))
        acts.append(Act(combo="Ctrl+P", name=tr("With the office's copy"), why_not=later))
        return tuple(acts)

    def _act_of_writing(self) -> Act:
        return Act(combo="F8", name=tr("Prepare and print"), filled=self.form.complete)

    def _act_of_giving(self, shown: AnswerShown) -> Act:
        if shown.printed:
            note = tr("Its paper waits") if self._paper_waits(shown) else tr("Printed already")
            return Act(combo="F8", name=tr("Hand over the answer"), filled=True, note=note)
        return Act(combo="F8", name=tr("Hand over and print"), filled=True)

    def _paper_waits(self, shown: AnswerShown) -> bool:
        """Whether the answer that is ready is on no paper yet."""
        number = shown.prepared.said.number if shown.prepared else ""
        job = newest_of(self._jobs, "answer", number)
        return job is not None and waits_to_be_printed(job)

    # -- how -------------------------------------------------------------------------------------

    def _show_form(self) -> None:
        shown = self._shown
        assert shown is not None
        ready = draft_of(shown.prepared) if shown.prepared else NOTHING
        draft = (shown.draft or ready) if self._writing else ready
        locked = ""
        if not self._writing and shown.prepared:
            locked = tr("Prepared on {day}", day=format_date(shown.prepared.said.day))
        self.form.show_form(shown, draft, locked=locked)
        self.preview.light("")
        self._draw(self.form.draft() if self._writing else draft)
        self.acts_changed.emit()

    def _go_on(self) -> None:
        if self._writing:
            self.prepare_wanted.emit(self.form.draft())
        else:
            self._give()

    def _give(self) -> None:
        self.give_wanted.emit(self.request.handing(), False)

    def _give_with_copy(self) -> None:
        self.give_wanted.emit(self.request.handing(), True)

    def _change_mood(self) -> None:
        if self._writing:
            self.forget_wanted.emit()
            return
        self._writing = True
        self._show_form()
        self.form.enter()

    def _edited(self, draft: Draft) -> None:
        self.kept.emit(draft)
        self._draw(draft)
        self.acts_changed.emit()

    def _draw(self, draft: Draft) -> None:
        if self._shown is not None:
            shown = self._shown
            paper = shown.next_paper if self._writing else shown.paper
            self.preview.show_paper(written(paper, draft))

    def _light(self, field: str, share: float) -> None:
        self.preview.light(field if self._writing else "", share)

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.tried.connect(self._draw)
        self.form.here.connect(self._light)
        self.form.text_wanted.connect(self.text_wanted)
        self.form.issuer_wanted.connect(self.issuer_wanted)
        self.form.closed.connect(self.closed)

    def _lay_out(self) -> None:
        large = self.theme.large
        middle, left = QWidget(), QWidget()
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(20 - BAR if large else 20, 8, 20, 12)
        inside.addWidget(self.form)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(15, 8, 15, 4)
        beside.addWidget(self.preview)
        self.request.setFixedWidth(right_width(self.theme))
        left.setFixedWidth(_LEFT[large])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.request)
        row.addWidget(middle, 1)
        row.addWidget(left)
        self._left = left

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("surface"))
        column = self._left.geometry()
        painter.fillRect(column, self.theme.colour("ground"))
        for x in (column.right() + 1, self.request.geometry().left() - 1):
            painter.fillRect(x, 0, 1, self.height(), self.theme.colour("line"))
        painter.end()


def join(page: AnswerPage, answering: Answering) -> None:
    """What the page wishes is carried out, and what came of it is shown."""
    page.kept.connect(answering.keep)
    page.prepare_wanted.connect(answering.prepare)
    page.give_wanted.connect(answering.hand_over)
    page.take_back_wanted.connect(answering.take_back)
    page.forget_wanted.connect(answering.forget)
    page.text_wanted.connect(answering.choose_text)
    page.issuer_wanted.connect(answering.name_issuer)
    page.closed.connect(answering.say_closed)
    page.leave.connect(answering.flush)
    answering.shown.connect(page.show_answer)
    answering.text_chosen.connect(lambda name, text: page.form.take(text, name))
    answering.issuer_named.connect(page.form.name_issuer)
    answering.given.connect(lambda _: page.leave.emit())
