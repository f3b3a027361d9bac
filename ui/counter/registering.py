"""The request of whoever stands at the counter: what F8 and Shift+F8 do."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.applicant import Representative
from app.deeds.applicant import representative
from app.deeds.at_once import give_at_once
from app.deeds.call import begin
from app.deeds.request import register
from app.folds.catalogue import Entry
from app.folds.request import Request
from app.handing.handing_out import hand_out
from app.persian import format_date, weekday_name
from app.ports import Work
from app.refusal import Refusal
from app.showing.service import services
from ui.counter.applicant_on import applicant_on
from ui.counter.choices import ready_question, service_pick
from ui.counter.counter import Counter
from ui.counter.identifying import Identifying
from ui.counter.reading import place_of
from ui.counter.state import CounterState, Sheet
from ui.frame.ask import Ask
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class Registering(QObject):
    """Registers what stands on the sheet, and begins the next one."""

    registered = Signal()

    def __init__(self, counter: Counter, speaker: Speaker, identifying: Identifying) -> None:
        super().__init__()
        self._counter, self._speaker, self._identifying = counter, speaker, identifying

    # -- the request -----------------------------------------------------------------------------

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

    # -- the next one ----------------------------------------------------------------------------

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
        self._identifying.ask_again(before.identified)

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
        applicant_on(sheet),
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


def _representative(sheet: Sheet) -> Representative | None:
    typed = (sheet.representative_id, sheet.representative_name, sheet.proxy)
    if not any(text.strip() for text in typed):
        return None
    return representative(sheet.representative_id, sheet.representative_name, sheet.proxy)
