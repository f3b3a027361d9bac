"""The request of whoever stands at the counter: what Enter, F6, F7, F8 and Shift+F8 do."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal

from app.applicant import Applicant, Representative
from app.checklist import Checklist
from app.deeds.applicant import applicant, representative
from app.deeds.at_once import give_at_once
from app.deeds.call import begin
from app.deeds.deficiency import announce_deficiency, missing_documents, refer
from app.deeds.request import register
from app.folds.catalogue import Entry
from app.folds.request import Request
from app.folds.ticket import Ticket
from app.handing.handing_out import hand_out
from app.identity import applicant_id
from app.persian import format_date, weekday_name
from app.ports import Work
from app.refusal import Refusal
from app.showing.service import services
from app.spooling.spool import lacks_printer
from ui.counter.choices import ready_question, service_pick
from ui.counter.counter import Counter
from ui.counter.reading import kind_of, place_of
from ui.counter.state import CounterState, Sheet
from ui.frame.ask import Ask
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class _Slip(NamedTuple):
    """Whose slip was handed out just now, and whether no printer takes it."""

    ticket: Ticket
    held: bool


class Registering(QObject):
    """Does the deeds of the sheet. `known`: the applicant was found, or is new (False); `resumed`
    says the same of whoever was found or new already, before a restart.
    """

    known = Signal(bool)
    resumed = Signal(bool)
    wrong_code = Signal()
    registered = Signal()

    def __init__(self, counter: Counter, speaker: Speaker) -> None:
        super().__init__()
        self._counter = counter
        self._speaker = speaker
        counter.arrived.connect(self._recognise, Qt.ConnectionType.QueuedConnection)

    # -- who asks --------------------------------------------------------------------------------

    def identify(self, text: str) -> None:
        """Enter in the code field. A wrong code is said and stays where it was typed."""
        sheet = self._counter.state.sheet
        try:
            code = applicant_id(kind_of(sheet.kind, text), text)
        except Refusal as refusal:
            self.wrong_code.emit()
            self._counter.door.refused.emit(refusal)
            return
        self._leave_other(code)
        self._counter.identify(code, lambda file: self.known.emit(file.applicant is not None))

    def without_code(self) -> None:
        """Who asks has none: that is all there is to know, and the name comes next."""
        self._leave_other("")
        self._counter.edit(code="")
        self._counter.identify("", lambda _: None)

    def _leave_other(self, code: str) -> None:
        """What stood there of the bearer of another code goes with that code."""
        sheet = self._counter.state.sheet
        if sheet.identified and sheet.identified != code:
            self._counter.edit(name="", father="", mobile="", from_file=False, marks={})

    def _recognise(self) -> None:
        """Who comes back with a slip is on it, and so are the papers that were seen then; after a
        restart the work goes on where it stood.
        """
        state = self._counter.state
        slip = state.visit.slip if state.visit else None
        if slip and slip.applicant and not (state.sheet.code or state.sheet.somebodys):
            who = slip.applicant
            self._counter.edit(
                code=who.id,
                kind=who.kind,
                name=who.name,
                father=who.father,
                mobile=who.mobile,
                from_file=True,
                marks=dict.fromkeys(slip.received, "received"),
                touched=False,
            )
            self._counter.identify(who.id, lambda _: self.known.emit(True))
        elif state.identified and not state.sheet.registered:
            code = state.sheet.identified
            self._counter.identify(code, lambda _: self.resumed.emit(bool(state.sheet.name)))

    # -- what is done ----------------------------------------------------------------------------

    def register(self) -> None:
        """F8: registers and prints the receipt; in mode 3 a ready answer is given all at once, and
        where none was chosen it is asked which.
        """
        state = self._counter.state
        texts = state.entry.sheet.ready_texts if state.entry and state.entry.sheet.mode == 3 else ()
        if texts and not state.sheet.ready_text:
            self._speaker.ask(ready_question(texts), self._register_with)
        else:
            self._register()

    def _register_with(self, ready_text: str) -> None:
        """The choice stands on the sheet, should something else be wrong."""
        self._counter.edit(ready_text=ready_text)
        self._register()

    def _register(self) -> None:
        state = self._counter.state
        if state.visit is None or state.entry is None:
            return
        entry, visit = state.entry, state.visit.ticket
        at_once = entry.sheet.mode == 3 and bool(state.sheet.ready_text)
        post = entry.sheet.answerable.post or tr("Clerk of the service desk")

        def act(work: Work) -> Request:
            begin(work, visit.id, counter=state.number)
            found = _registered(work, state, entry)
            sheet = replace(state.sheet, registered=found.tracking)  # or a kill would register anew
            work.keep_draft(place_of(sheet.ticket), msgspec.json.encode(sheet))
            if at_once:
                return _give(work, found, state.sheet.ready_text, entry, post)
            hand_out(work, "receipt", found.tracking)
            return found

        self._counter.do(act, self._tell_registered, self._register_refused)

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
                applicant=_applicant(state.sheet),
                received=[row.title for row in papers.rows if row.mark in ("received", "on_file")],
                reason=reason,
            )
            job = hand_out(work, "deficiency", visit.id)
            return _Slip(told, held=lacks_printer(job))

        self._counter.do(act, self._tell_slip, self._slip_refused)

    def next_request(self) -> None:
        """Shift+F8: the same applicant and representative ask for something else; where the office
        takes no more of them in one turn, it is asked why.
        """
        state = self._counter.state
        most, taken = state.rules.turn_requests, _taken(state)
        if most and taken >= most:
            question = tr(
                "{n} requests were taken in this turn; the rule is {most}. Why another?",
                n=taken,
                most=most,
            )
            self._ask_text(question, self._offer_next)
        else:
            self._offer_next("")

    def _offer_next(self, beyond: str) -> None:
        state = self._counter.state
        present = state.entry.sheet.code if state.entry else ""
        self._counter.door.look(
            lambda look: tuple(line for line in services(look) if line.mode != 1),
            lambda offered: self._speaker.pick(
                service_pick(offered, present), lambda code: self._begin_next(code, beyond)
            ),
            awaited=True,
        )

    def refer(self) -> None:
        """Shift+F12: sends to a unit, with whom, where and why; asked one after the other."""
        if self._counter.state.visit is None:
            return
        self._ask_text(tr("With whom in the unit was it arranged?"), self._refer_to)

    # -- how -------------------------------------------------------------------------------------

    def _tell_registered(self, found: Request) -> None:
        sheet = replace(self._counter.state.sheet, registered=found.tracking)
        self._counter.put(sheet)
        self._counter.keep()
        self._speaker.tell(registered_sentence(found))
        self.registered.emit()

    def _register_refused(self, refusal: Refusal) -> None:
        if refusal.code == "turn_full":
            n = refusal.facts.get("n")
            question = tr("The office takes {n} requests in one turn. Why another?", n=n)
            self._ask_text(question, self._register_beyond)
            return
        if refusal.code != "duplicate_request":
            self._counter.door.refused.emit(refusal)
            return
        question = tr(
            "Open since {date} with {tracking}. Why is it registered again?",
            date=refusal.facts.get("date"),
            tracking=refusal.facts.get("tracking"),
        )

        def again(reason: str) -> None:
            self._counter.edit(repeated=reason)
            self._register()

        self._ask_text(question, again)

    def _register_beyond(self, reason: str) -> None:
        self._counter.edit(beyond=reason)
        self._register()

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

    def _begin_next(self, code: str, beyond: str) -> None:
        self._counter.door.look(
            lambda look: look.entry_of(code) or "",
            lambda service: self._next_sheet(service, beyond),
            awaited=True,
        )

    def _next_sheet(self, service: str, beyond: str) -> None:
        before = self._counter.state.sheet
        self._counter.put(
            replace(
                before,
                service=service,
                marks={},
                details={},
                remarks="",
                repeated="",
                beyond=beyond,
                ready_text="",
                touched=False,
                at=-1,
                registered="",
            )
        )
        self._counter.read()
        self._counter.identify(before.identified, lambda _: self.known.emit(True))

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


def _taken(state: CounterState) -> int:
    """How many requests were taken in this turn and hold."""
    visit = state.visit
    mine = [one for one in visit.requests if one.ticket == visit.ticket.id] if visit else []
    return sum(one.ended != "voided" for one in mine)


def registered_sentence(found: Request) -> str:
    """What the clerk tells the applicant."""
    if found.delivery:
        return tr("Given and recorded with tracking number {tracking}.", tracking=found.tracking)
    day = found.promised.date()
    return tr(
        "Registered. Tell the applicant: tracking number {tracking}, next visit {weekday} {date}.",
        tracking=found.tracking,
        weekday=weekday_name(day),
        date=format_date(day),
    )


def _registered(work: Work, state: CounterState, entry: Entry) -> Request:
    sheet = state.sheet
    return register(
        work,
        entry.sheet.code,
        _applicant(sheet),
        representative=_representative(sheet),
        documents=state.checklist.marks() if state.checklist else None,
        details=dict(sheet.details),
        counter=state.number,
        ticket=sheet.ticket,
        repeated=sheet.repeated,
        beyond=sheet.beyond,
        remarks=sheet.remarks,
    )


def _give(work: Work, found: Request, ready_text: str, entry: Entry, post: str) -> Request:
    """The answer in the name of who is answerable for the sub-service, else of the clerk."""
    name = entry.sheet.answerable.name or work.office.clerk_name(work.clerk)
    given = give_at_once(work, found, ready_text, issuer_name=name, issuer_post=post)
    hand_out(work, "answer", given.answers[-1].said.number)
    return given


def _applicant(sheet: Sheet) -> Applicant:
    return applicant(
        sheet.kind, sheet.identified, sheet.name, mobile_text=sheet.mobile, father=sheet.father
    )


def _representative(sheet: Sheet) -> Representative | None:
    typed = (sheet.representative_id, sheet.representative_name, sheet.proxy)
    if not any(text.strip() for text in typed):
        return None
    return representative(sheet.representative_id, sheet.representative_name, sheet.proxy)


def _missing(papers: Checklist) -> list[str]:
    """What is marked missing, and every obligatory paper of which nothing was said."""
    return [row.title for row in papers.rows if row in papers.missing or row in papers.unsettled]
