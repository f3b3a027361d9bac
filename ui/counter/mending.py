"""What is done with one request at a counter: looked up, passed on, mended, taken back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.deeds.request import void, withdraw
from app.deeds.step import answer_inquiry, ask_inquiry, hand_over, take_back
from app.folds.fold import Fact
from app.handing.handing_out import hand_out
from app.ports import Work
from app.showing.request import RequestShown, request_shown
from app.spooling.spool import Job
from ui.counter.correct_form import Correction
from ui.counter.later_form import Later
from ui.counter.recording import record_correction, record_later
from ui.counter.request_page import RequestPage
from ui.counter.request_questions import ANSWER, ASK, inquiry_pick, letter_of, no_number
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class Mending(QObject):
    """One request at a time; `shown` gives it anew whenever something happened to it while it is
    seen, `mended` says that what stood in a form is recorded.
    """

    shown = Signal(object)
    mended = Signal()

    def __init__(self, door: Door, speaker: Speaker) -> None:
        super().__init__()
        self._door, self._speaker = door, speaker
        self._present: RequestShown | None = None
        self._watched = False
        door.happened.connect(self._hear)

    def open(self, tracking: str) -> None:
        """Looks a request up."""
        self._door.with_store(lambda store: request_shown(store.journal, tracking), self._show)

    def watch(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        """Keeps the request up to date while anybody sees it."""
        self._watched = seen
        if seen and self._present is not None:
            self.open(self._present.request.tracking)

    # -- passing on ------------------------------------------------------------------------------

    def print_receipt(self) -> None:
        """The receipt again; it bears the mark of a copy."""

        def said(job: Job) -> None:
            self._speaker.tell(tr("The receipt is printed as copy {n}.", n=job.copy))

        self._do(lambda work, tracking: hand_out(work, "receipt", tracking), said)

    def print_cover(self) -> None:
        """The sheet on its papers, for the secretariat and the units."""
        said = tr("{n} cover sheets are printed.", n=1)
        self._do(
            lambda work, tracking: hand_out(work, "cover", tracking),
            lambda _: self._speaker.tell(said),
        )

    def pass_on(self) -> None:
        """Gives it to the unit of its step, or takes the unit's result, whichever is next."""
        found = self._present.request if self._present else None
        index = found.current_step if found else None
        if found is None or index is None:
            return
        step = found.steps[index].step
        if found.waits_for == "unit":
            self._ask(
                tr("What is the result of {unit}?", unit=step.unit), tr("It was done"), self._take
            )
        else:
            question = tr("Letter number for {unit}?", unit=step.unit)
            self._ask(question, no_number(), self._hand_over)

    def inquire(self) -> None:
        """An inquiry is asked, or its answer recorded; the open ones stand first."""
        if self._present is not None:
            self._speaker.pick(inquiry_pick(self._present), self._inquire)

    # -- mending ---------------------------------------------------------------------------------

    def correct(self, said: Correction) -> None:
        """Records what was written wrongly."""
        known = self._present.request if self._present else None
        if known is None:
            return

        self._do(
            lambda work, _: record_correction(work, known, said),
            lambda _: self._done(tr("The correction is recorded.")),
        )

    def miss(self, said: Later) -> None:
        """Records papers that a unit asks for after registering."""
        self._do(
            lambda work, tracking: record_later(work, tracking, said),
            lambda _: self._done(tr("The deficiency is recorded; tell the applicant.")),
        )

    def withdraw(self) -> None:
        """The applicant no longer wants it; the reason is asked."""
        done = tr("The withdrawal is recorded.")
        self._ask(
            tr("Why does the applicant withdraw?"),
            "",
            lambda reason: self._do(
                lambda work, tracking: withdraw(work, tracking, reason),
                lambda _: self._speaker.tell(done),
            ),
        )

    def void(self) -> None:
        """The office declares it void; the reason is asked, and then once more whether it shall."""
        self._ask(tr("Why is the request void?"), "", self._void)

    # -- how -------------------------------------------------------------------------------------

    def _show(self, found: RequestShown) -> None:
        self._present = found
        self.shown.emit(found)

    def _hear(self, facts: tuple[Fact, ...]) -> None:
        present = self._present if self._watched else None
        if present and any(recorded.entity == present.request.id for recorded, _ in facts):
            self.open(present.request.tracking)

    def _do(self, deed: Callable[[Work, str], object], then: Callable[..., None]) -> None:
        if self._present is not None:
            tracking = self._present.request.tracking
            self._door.do(lambda work: deed(work, tracking), then)

    def _done(self, sentence: str) -> None:
        self.mended.emit()
        self._speaker.tell(sentence)

    def _ask(self, question: str, given: str, then: Callable[[str], None]) -> None:
        self._speaker.ask(Ask(question=question, kind="text", given=given), then)

    def _hand_over(self, typed: str) -> None:
        letter = letter_of(typed)
        self._do(
            lambda work, tracking: hand_over(work, tracking, letter=letter),
            lambda _: self._speaker.tell(tr("Handed over to the unit.")),
        )

    def _take(self, result: str) -> None:
        self._do(
            lambda work, tracking: take_back(work, tracking, result=result),
            lambda _: self._speaker.tell(tr("The result of the unit is recorded.")),
        )

    def _inquire(self, picked: str) -> None:
        what, _, rest = picked.partition(":")
        if what == ANSWER:
            self._ask(
                tr("What is the answer to {title}?", title=rest),
                "",
                lambda text: self._heard(rest, text),
            )
        elif what == ASK:
            title, _, body = rest.partition("\n")
            self._asked(title, body)
        else:
            self._ask(tr("What is asked?"), "", self._ask_whom)

    def _ask_whom(self, title: str) -> None:
        self._ask(tr("Which body is asked?"), "", lambda body: self._asked(title, body))

    def _asked(self, title: str, body: str) -> None:
        said = tr("The inquiry is recorded.")
        self._do(
            lambda work, tracking: ask_inquiry(work, tracking, title, body),
            lambda _: self._speaker.tell(said),
        )

    def _heard(self, title: str, result: str) -> None:
        said = tr("The answer of the inquiry is recorded.")
        self._do(
            lambda work, tracking: answer_inquiry(work, tracking, title, result),
            lambda _: self._speaker.tell(said),
        )

    def _void(self, reason: str) -> None:
        def sure(_: str) -> None:
            self._do(
                lambda work, tracking: void(work, tracking, reason),
                lambda _: self._speaker.tell(tr("The request is void.")),
            )

        question = tr("It can never be undone. Declare the request void?")
        self._speaker.ask(Ask(question=question), sure)


def join_request(page: RequestPage, mending: Mending) -> None:
    """What the page wishes is carried out, and what came of it is shown."""
    page.receipt_wanted.connect(mending.print_receipt)
    page.cover_wanted.connect(mending.print_cover)
    page.step_wanted.connect(mending.pass_on)
    page.inquiry_wanted.connect(mending.inquire)
    page.withdraw_wanted.connect(mending.withdraw)
    page.void_wanted.connect(mending.void)
    page.corrected.connect(mending.correct)
    page.missed.connect(mending.miss)
    page.seen.connect(mending.watch)
    mending.shown.connect(page.show_request)
    mending.mended.connect(page.close_form)
