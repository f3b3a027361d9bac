"""What becomes of whoever cannot be registered yet: a slip of what is missing, a way to a unit."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject

from app.checklist import Checklist
from app.deeds.call import begin
from app.deeds.deficiency import announce_deficiency, missing_documents, refer
from app.folds.ticket import Ticket
from app.handing.handing_out import hand_out
from app.ports import Work
from app.refusal import Refusal
from app.spooling.spool import lacks_printer
from ui.counter.applicant_on import applicant_on
from ui.counter.counter import Counter
from ui.frame.ask import Ask
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class _Slip(NamedTuple):
    """Whose slip was handed out just now, and whether no printer takes it."""

    ticket: Ticket
    held: bool


class Deferring(QObject):
    """Asks, does it, and says so."""

    def __init__(self, counter: Counter, speaker: Speaker) -> None:
        super().__init__()
        self._counter, self._speaker = counter, speaker

    # -- papers are missing ----------------------------------------------------------------------

    def slip(self) -> None:
        """F7: prints what is missing; what nobody settled is missing too (R17: all at once). Where
        nothing was settled at all it is asked whether that is meant.
        """
        state = self._counter.state
        missing = len(_missing(state.checklist)) if state.checklist else 0
        if state.sheet.marks or not missing:
            self._slip()
            return
        question = tr("No paper is settled yet. Print a slip that {n} are missing?", n=missing)
        self._speaker.ask(Ask(question=question), lambda _: self._slip())

    def _slip(self, reason: str = "") -> None:
        state = self._counter.state
        if state.visit is None or state.entry is None or state.checklist is None:
            return
        entry, visit, papers = state.entry, state.visit.ticket, state.checklist

        def act(work: Work) -> _Slip:
            begin(work, visit.id, counter=state.number)
            missing = missing_documents(work, entry.sheet.code, _missing(papers))
            told = announce_deficiency(
                work,
                visit.id,
                missing,
                applicant=applicant_on(state.sheet),
                received=[row.title for row in papers.rows if row.mark in ("received", "on_file")],
                reason=reason,
            )
            job = hand_out(work, "deficiency", visit.id)
            return _Slip(told, held=lacks_printer(job))

        self._counter.do(act, self._tell_slip, self._slip_refused)

    def _tell_slip(self, told: _Slip) -> None:
        slip = told.ticket.deficiencies[-1].slip
        self._counter.put(replace(self._counter.state.sheet, touched=False))
        said = (
            tr(
                "Slip {number} waits for a printer; until {until} without a new wait.",
                number=slip.number,
                until=slip.until,
            )
            if told.held
            else tr(
                "Slip {number} is printed; until {until} without a new wait.",
                number=slip.number,
                until=slip.until,
            )
        )
        self._speaker.tell(said)

    def _slip_refused(self, refusal: Refusal) -> None:
        if refusal.code == "second_slip_reason":
            self._ask_text(tr("Why is a second slip needed?"), self._slip)
        else:
            self._counter.door.refused.emit(refusal)

    # -- a unit has to see them ------------------------------------------------------------------

    def refer(self) -> None:
        """Shift+F12: sends to a unit, with whom, where and why; asked one after the other."""
        if self._counter.state.visit is None:
            return
        self._ask_text(tr("With whom in the unit was it arranged?"), self._refer_to)

    def _refer_to(self, official: str) -> None:
        self._ask_text(tr("Which unit?"), lambda unit: self._refer_where(official, unit))

    def _refer_where(self, official: str, unit: str) -> None:
        question = tr("Which floor and room? It may stay empty.")
        self._speaker.ask(
            Ask(question=question, kind="text", optional=True),
            lambda place: self._refer_why(official, unit, place),
        )

    def _refer_why(self, official: str, unit: str, place: str) -> None:
        self._ask_text(
            tr("Why is it necessary to go there?"),
            lambda reason: self._refer(official, unit, place, reason),
        )

    def _refer(self, official: str, unit: str, place: str, reason: str) -> None:
        state = self._counter.state
        if state.visit is None:
            return
        visit = state.visit.ticket

        def act(work: Work) -> Ticket:
            begin(work, visit.id, counter=state.number)
            return refer(work, visit.id, official=official, unit=unit, reason=reason, place=place)

        said = tr("Sent to {unit}; the place in the queue is kept.", unit=unit)
        self._counter.do(act, lambda _: self._speaker.tell(said))

    def _ask_text(self, question: str, then: Callable[[str], None]) -> None:
        self._speaker.ask(Ask(question=question, kind="text"), then)


def _missing(papers: Checklist) -> list[str]:
    """What is marked missing, and every obligatory paper of which nothing was said."""
    return [row.title for row in papers.rows if row in papers.missing or row in papers.unsettled]
