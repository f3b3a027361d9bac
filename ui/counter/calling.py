"""Calling people to the counter, and sending them on: what F2 to F5, F11 and F12 do."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject

from app.deeds.call import begin, call_chosen, call_next, no_show, recall, undo_no_show
from app.deeds.catalogue import the_guidance
from app.deeds.ticket import come_back, receive_without_ticket
from app.deeds.visit import finish, hold, return_to_queue, transfer
from app.events.ticket import Outcome
from app.folds.ticket import Ticket
from app.ids import new_id
from app.ports import Work
from app.refusal import Refusal
from app.showing.anything import TicketHit, find_anything
from app.showing.service import services
from ui.counter.central_calls import CentralCalls
from ui.counter.choices import (
    GUIDANCE,
    TELEPHONE,
    outcome_of,
    outcome_question,
    queue_pick,
    read_targets,
    transfer_pick,
    walk_in_pick,
    why_called,
)
from ui.counter.counter import Counter
from ui.counter.reading import place_of, waiting_papers
from ui.frame.ask import Ask
from ui.frame.speaker import Speaker
from ui.frame.words import tr

_USUAL_HOLD = "15"
"""Minutes offered for a hold."""


class Calling(QObject):
    """Asks what has to be asked, does it, and says what was done."""

    def __init__(self, counter: Counter, speaker: Speaker) -> None:
        super().__init__()
        self._counter = counter
        self._speaker = speaker
        self.central = CentralCalls(counter, self._tell_called)

    # -- calling ---------------------------------------------------------------------------------

    def next_person(self) -> None:
        """F2: ends the present visit, then calls the next."""
        if self._counter.state.visit is None:
            self._call()
        else:
            self.end_visit(then=self._call)

    def choose(self, label: str = "") -> None:
        """Shift+F2: calls somebody out of order, and why."""
        queue = self._counter.state.queue
        if self._occupied():
            return
        if label or self._counter.state.by_paper:
            self._choose_label(label)
        elif queue is not None:
            self._speaker.pick(queue_pick(queue), self._choose_label)

    def show_number(self, label: str) -> None:
        """A number that stands on a paper was typed or scanned: while calling goes by paper, that
        calls it.
        """
        if self._counter.state.by_paper and not self._occupied():
            self._call_by_paper(label)
        else:
            self.choose(label)

    def again(self) -> None:
        """F3."""
        if visit := self._ticket():
            number = self._number
            said = tr("Called again: {label}", label=visit.label)
            self._do(lambda work: recall(work, visit.id, counter=number), said)

    def did_not_come(self) -> None:
        """F4; once the client is here it asks first, and within a while it takes itself back."""
        state = self._counter.state
        if state.undoable and state.visit is None:
            self._undo(state.undoable, state.undoable_label)
        elif visit := self._ticket():
            if state.begun:
                question = tr("{label} is being served. Mark that nobody came?", label=visit.label)
                self._speaker.ask(Ask(question=question), lambda _: self._mark(visit))
            else:
                self._mark(visit)

    def without_number(self) -> None:
        """F5: guidance at the rail, a telephone call, or somebody without a number."""
        if self._occupied():
            return
        self._counter.door.look(
            services,
            lambda offered: self._speaker.pick(walk_in_pick(offered), self._receive),
            awaited=True,
        )

    def redeem(self, token: str) -> None:
        """A deficiency slip was scanned: its bearer is let in without a new wait, and called at
        once where the counter is free.
        """
        state, number = self._counter.state, self._number
        free = state.visit is None and not state.asking
        reason = tr("Came back with the deficiency slip")

        def let_in(work: Work) -> Ticket:
            back = come_back(work, token)
            return call_chosen(work, number, back.label, reason) if free else back

        self._counter.do(let_in, lambda back: self._tell_back(back, called=free))

    def why(self) -> None:
        """Why this client was called, in a sentence."""
        visit = self._ticket()
        self._speaker.tell(why_called(visit.why if visit else None))

    # -- the visit -------------------------------------------------------------------------------

    def begin(self) -> None:
        """The client stands here: said by whatever is done first with them."""
        visit, number = self._ticket(), self._number
        if visit and not self._counter.state.begun:
            self._counter.door.do(lambda work: begin(work, visit.id, counter=number), quietly=True)

    def hold(self) -> None:
        """F11."""
        if visit := self._ticket():
            question = tr("Hold {label} for how many minutes?", label=visit.label)
            asked = Ask(question=question, kind="number", given=_USUAL_HOLD)
            self._speaker.ask(asked, lambda minutes: self._hold(visit, int(minutes or 0)))

    def send_back(self) -> None:
        """Shift+F4: back to the queue, at the old place or behind everybody."""
        if visit := self._ticket():
            choices = (("kept", tr("At the old place")), ("end", tr("Behind everybody")))
            question = tr("Send {label} back to the queue?", label=visit.label)
            asked = Ask(question=question, kind="choice", choices=choices)
            said = tr("{label} is back in the queue.", label=visit.label)
            self._speaker.ask(
                asked,
                lambda place: self._do(
                    lambda work: return_to_queue(
                        work, visit.id, place="end" if place == "end" else "kept"
                    ),
                    said,
                ),
            )

    def transfer(self) -> None:
        """Shift+F11: to a counter, a clerk or a sub-service."""
        if visit := self._ticket():
            number, clerk = self._number, self._counter.door.clerk
            self._counter.door.look(
                lambda look: read_targets(look, number, clerk),
                lambda targets: self._speaker.pick(
                    transfer_pick(visit.label, targets), lambda to: self._transfer(visit, to)
                ),
                awaited=True,
            )

    def end_visit(self, then: Callable[[], None] | None = None) -> None:
        """F12: with papers that are not printed, or a request that nobody registered, it asks
        first.
        """
        state = self._counter.state
        if state.visit is None:
            return
        left = waiting_papers(state.jobs, state.visit)
        if state.unregistered:
            question = tr("This request is not registered. End the visit without it?")
        elif left:
            question = tr("{n} papers are not printed yet. End the visit?", n=left)
        else:
            self._finish(None, then)
            return
        self._speaker.ask(Ask(question=question), lambda _: self._finish(None, then))

    # -- how -------------------------------------------------------------------------------------

    @property
    def _number(self) -> str:
        return self._counter.state.number

    def _ticket(self) -> Ticket | None:
        visit = self._counter.state.visit
        return visit.ticket if visit else None

    def _occupied(self) -> bool:
        """Says so before anything is asked that could not be done."""
        visit = self._ticket()
        if self._counter.state.asking:
            self._speaker.refuse(tr("The centre is being asked."))
            return True
        if visit is not None:
            self._counter.door.refused.emit(Refusal("visit_open", label=visit.label))
        return visit is not None

    def _do(self, deed: Callable[[Work], object], said: str) -> None:
        self._counter.do(deed, lambda _: self._speaker.tell(said))

    def _call(self) -> None:
        number, call = self._number, new_id(self._counter.now())
        self._counter.undoable("", "")
        if self._counter.state.by_paper:
            self._ask_paper()
        elif self.central.arbitrates:
            self.central.next_person(self._ask_paper)
        else:
            self._counter.do(lambda work: call_next(work, number, call=call), self._tell_called)

    def _choose_label(self, label: str) -> None:
        """Out of order it is for a reason; while the centre is away, the paper is the order."""
        if self._counter.state.by_paper:
            self._ask_paper(label)
            return
        question = tr("Why is {label} called out of order?", label=label)

        def call(reason: str) -> None:
            if self.central.arbitrates:
                self.central.choose(label, reason, partial(self._ask_paper, label))
            else:
                self._counter.do(
                    lambda work: call_chosen(work, number, label, reason), self._tell_called
                )

        number = self._number
        self._speaker.ask(Ask(question=question, kind="text"), call)

    def _ask_paper(self, label: str = "") -> None:
        """Which number stands on the client's paper? Asked once the counter shows what is so: what
        another client, or none, brings to it takes questions back.
        """
        question = tr("By the paper: which number stands on it?")
        asked = Ask(question=question, kind="text", given=label)
        self._counter.door.look(
            lambda _: None, lambda _: self._speaker.ask(asked, self._look_up_paper), awaited=True
        )

    def _look_up_paper(self, text: str) -> None:
        """It was typed, or a reader has read its code; the paper may be a deficiency slip."""

        def found(hit: TicketHit | None) -> None:
            if hit and hit.token:
                self.redeem(hit.token)
            else:
                self._call_by_paper(hit.label if hit else text)

        self._counter.door.look(
            lambda look: next(iter(find_anything(look, text).tickets), None), found, awaited=True
        )

    def _call_by_paper(self, label: str) -> None:
        number, reason = self._number, tr("By the paper, without the centre")

        def refused(refusal: Refusal) -> None:
            if refusal.code == "label_unknown":
                self._speaker.refuse(tr("{label} is not here yet; F5 without it.", label=label))
            else:
                self._counter.door.refused.emit(refusal)

        self._counter.do(
            lambda work: call_chosen(work, number, label, reason), self._tell_called, refused
        )

    def _tell_called(self, called: Ticket) -> None:
        self._speaker.tell(tr("{label} is called; waiting for the client.", label=called.label))

    def _tell_back(self, back: Ticket, *, called: bool) -> None:
        if called:
            self._tell_called(back)
        else:
            self._speaker.tell(tr("{label} waits at the old place.", label=back.label))

    def _mark(self, visit: Ticket) -> None:
        number = self._number

        def marked(_: object) -> None:
            self._counter.undoable(visit.id, visit.label)
            self._speaker.tell(tr("{label} did not come. F4 takes it back.", label=visit.label))

        self._counter.do(lambda work: no_show(work, visit.id, counter=number), marked)

    def _undo(self, ticket: str, label: str) -> None:
        self._counter.undoable("", "")
        said = tr("{label} is back in the queue, at the old place.", label=label)
        self._do(lambda work: undo_no_show(work, ticket), said)

    def _hold(self, visit: Ticket, minutes: int) -> None:
        said = tr("{label} is held for {minutes} minutes.", label=visit.label, minutes=minutes)
        self._do(lambda work: hold(work, visit.id, minutes), said)

    def _transfer(self, visit: Ticket, to: str) -> None:
        kind, _, which = to.partition(":")
        said = tr("{label} was sent on, at the old place.", label=visit.label)
        self._do(
            lambda work: transfer(
                work,
                visit.id,
                service=which if kind == "service" else "",
                counter=which if kind == "counter" else "",
                clerk=which if kind == "clerk" else "",
            ),
            said,
        )

    def _receive(self, picked: str) -> None:
        number = self._number
        how: Literal["walk_in", "telephone"] = "telephone" if picked == TELEPHONE else "walk_in"

        def receive(work: Work) -> Ticket:
            guided = picked in (GUIDANCE, TELEPHONE)
            service = the_guidance(work).sheet.code if guided else picked
            return receive_without_ticket(work, service, counter=number, how=how)

        self._counter.do(receive)

    def _finish(self, outcome: Outcome | None, then: Callable[[], None] | None) -> None:
        visit, number = self._ticket(), self._number
        if visit is None:
            return

        def end(work: Work) -> Ticket:
            begin(work, visit.id, counter=number)
            work.drop_draft(place_of(visit.id))
            return finish(work, visit.id, outcome, counter=number)

        def ended(_: Ticket) -> None:
            if then:
                then()

        def refused(refusal: Refusal) -> None:
            if refusal.code == "outcome_needed":
                self._ask_outcome(then)
            else:
                self._counter.door.refused.emit(refusal)

        self._counter.do(end, ended, refused)

    def _ask_outcome(self, then: Callable[[], None] | None) -> None:
        self._speaker.ask(outcome_question(), lambda chosen: self._finish(outcome_of(chosen), then))
