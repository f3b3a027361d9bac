"""What is done with an answer: looked up, half-typed and kept, prepared, handed over."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from app.deeds.answer import Draft
from app.deeds.call import begin
from app.deeds.step import take_back
from app.folds.request import Request
from app.handing.giving import Handing, give, prepare_and_print
from app.ports import Work
from app.refusal import Refusal
from app.showing.answer import AnswerShown, answer_shown, draft_place, untouched
from app.spooling.spool import lacks_printer, newest_of
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.pick import Pick, PickRow
from ui.frame.problems import Problems
from ui.frame.results import result_word
from ui.frame.speaker import Speaker
from ui.frame.words import tr

PAUSE = 150
"""Milliseconds of typing that a sudden end may cost."""


class _Prepared(NamedTuple):
    """An answer that was made just now, and whether no printer takes its paper."""

    number: str
    held: bool


class Answering(QObject):
    """One request at a time. `shown` gives what the page shows, anew after every change; `given`
    the request whose answer was handed over.

    `text_chosen` gives the name of a text and the usual answer that is to fill it, `issuer_named`
    name and post of a new issuer.
    """

    shown = Signal(object)
    given = Signal(object)
    text_chosen = Signal(str, object)
    issuer_named = Signal(str, str)

    def __init__(
        self, door: Door, problems: Problems, speaker: Speaker, *, counter: str = ""
    ) -> None:
        super().__init__()
        self._door, self._problems, self._speaker = door, problems, speaker
        self._counter, self._ticket = counter, ""
        self._present: AnswerShown | None = None
        self._half: tuple[str, Draft] | None = None
        self._busy = False
        door.failed.connect(self._failed)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)

    def _failed(self) -> None:
        """A deed that was a bug is over too."""
        self._busy = False

    @property
    def present(self) -> AnswerShown | None:
        """What was looked up last."""
        return self._present

    # -- looking up ------------------------------------------------------------------------------

    def open(self, tracking: str, *, scanned: bool = False, ticket: str = "") -> None:
        """Looks a request up; `scanned`: its receipt was read just now. The answer is handed over
        in the visit of `ticket` (an id), if there is one.
        """
        self.flush()
        self._ticket = ticket
        clerk = self._door.clerk
        self._door.look(
            lambda look: answer_shown(look, tracking, clerk, scanned=scanned),
            self._show,
            topic="answer",
            awaited=True,
        )

    def _show(self, found: AnswerShown) -> None:
        self._present = found
        self.shown.emit(found)

    # -- half typed ------------------------------------------------------------------------------

    def keep(self, draft: Draft) -> None:
        """Keeps what stands in the form, a moment later: a run of keys is written once. What is
        typed while the answer is being made comes too late for it, and is no half of another.
        """
        if self._present is not None and not self._busy:
            self._half = (self._present.request.tracking, draft)
            if not self._pause.isActive():
                self._pause.start()

    def flush(self) -> None:
        """Keeps it now."""
        self._pause.stop()
        half, self._half = self._half, None
        if half:
            place, body = draft_place(half[0]), msgspec.json.encode(half[1])
            if untouched(half[1]):
                self._door.do(lambda work: work.drop_draft(place), quietly=True)
            else:
                self._door.do(lambda work: work.keep_draft(place, body), quietly=True)

    def forget(self) -> None:
        """Drops what is half typed and goes back to the answer that is ready."""
        self._leave_half()
        self._deed(lambda work, tracking: work.drop_draft(draft_place(tracking)), self._again)

    # -- deeds -----------------------------------------------------------------------------------

    def prepare(self, draft: Draft) -> None:
        """Makes Table 4 ready and prints it."""
        self._leave_half()
        self._deed(
            lambda work, tracking: _prepared(work, tracking, draft),
            self._tell_prepared,
            lambda: self.keep(draft),
        )

    def hand_over(self, handing: Handing, office_copy: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        """Gives the answer; without the receipt asks first why, and which card was seen. The reason
        is typed: whoever only forgot the tick must not sign that a receipt was lost.
        """
        if handing.receipt:
            self._give(handing, office_copy=office_copy)
            return

        def lost(reason: str) -> None:
            question = tr("Which identity document was seen?")
            self._ask(question, tr("National card"), lambda document: seen(reason, document))

        def seen(reason: str, document: str) -> None:
            whole = replace(handing, lost_reason=reason, identity_document=document)
            self._give(whole, office_copy=office_copy)

        self._ask(tr("Why is there no receipt?"), "", lost)

    def take_back(self) -> None:
        """The unit of the last step gave back its result."""
        self._deed(take_back, self._again)

    # -- asking ----------------------------------------------------------------------------------

    def choose_text(self, name: str) -> None:
        """Offers the usual answers for one text of the form."""
        texts = self._present.ready_texts if self._present else ()
        rows = tuple(
            PickRow(
                id=str(place),
                first=str(place + 1),
                text=text.title,
                trailing=result_word(text.result),
            )
            for place, text in enumerate(texts)
        )
        self._speaker.pick(
            Pick(title=tr("Ready texts"), rows=rows, hint=tr("Number or words of the title")),
            lambda place: self.text_chosen.emit(name, texts[int(place)]),
        )

    def name_issuer(self) -> None:
        """Asks for somebody new to sign."""

        def named(name: str) -> None:
            self._ask(tr("What is the issuer's post?"), "", lambda post: posted(name, post))

        def posted(name: str, post: str) -> None:
            self.issuer_named.emit(name, post)

        self._ask(tr("Who issues the answer? Name and family name"), "", named)

    def say_closed(self) -> None:
        """How a ready answer is changed."""
        self._speaker.tell(tr("This answer is ready. F7 writes a new version of it."))

    # -- how -------------------------------------------------------------------------------------

    def _give(self, handing: Handing, *, office_copy: bool) -> None:
        whole = replace(handing, counter=self._counter, ticket=self._ticket)
        self._leave_half()

        def act(work: Work, tracking: str) -> Request:
            if self._ticket:  # whoever takes the answer stands here
                begin(work, self._ticket, counter=self._counter)
            return give(work, tracking, whole, office_copy=office_copy)

        self._deed(act, self._gave)

    def _deed(
        self,
        deed: Callable[[Work, str], object],
        then: Callable[[object], None],
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """One at a time: a second press while the first is being done is the same press."""
        if self._busy or self._present is None:
            return
        self._busy = True
        tracking = self._present.request.tracking

        def done(value: object) -> None:
            self._busy = False
            then(value)

        def refused(refusal: Refusal) -> None:
            self._busy = False
            if otherwise:
                otherwise()
            self._problems.tell(refusal)

        self._door.do(lambda work: deed(work, tracking), done, refused)

    def _tell_prepared(self, made: object) -> None:
        assert isinstance(made, _Prepared)
        said = (
            tr("Answer {number} is ready; its paper waits for a printer.", number=made.number)
            if made.held
            else tr("Answer {number} is ready and goes to the printer.", number=made.number)
        )
        self._again(made)
        self._speaker.tell(said)

    def _gave(self, found: object) -> None:
        assert isinstance(found, Request)
        assert found.delivery is not None
        name = found.delivery.said.receiver_name
        self._present = None
        self.given.emit(found)
        self._speaker.tell(tr("The answer was handed to {name}.", name=name))

    def _again(self, _: object) -> None:
        if self._present is not None:
            scanned = self._present.scanned is not None
            self.open(self._present.request.tracking, scanned=scanned, ticket=self._ticket)

    def _leave_half(self) -> None:
        self._pause.stop()
        self._half = None

    def _ask(self, question: str, given: str, then: Callable[[str], None]) -> None:
        self._speaker.ask(Ask(question=question, kind="text", given=given), then)


def _prepared(work: Work, tracking: str, draft: Draft) -> _Prepared:
    number = prepare_and_print(work, tracking, draft).answers[-1].said.number
    job = newest_of(work.jobs(), "answer", number)
    return _Prepared(number, held=job is not None and lacks_printer(job))
