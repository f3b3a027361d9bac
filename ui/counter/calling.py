"""Calling people to the counter, until their visit ends: what F2 to F5 and F12 do."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject

from app.deeds.call import begin, call_chosen, call_next, no_show, recall, undo_no_show
from app.deeds.catalogue import the_guidance
from app.deeds.ticket import come_back, receive_without_ticket
from app.deeds.visit import finish
from app.events.ticket import Outcome
from app.folds.ticket import Ticket
from app.ids import new_id
from app.ports import Work
from app.refusal import Refusal
from app.showing.absent import absentees
from app.showing.service import services
from app.showing.why import why_shown
from app.spooling.waiting import stops
from ui.counter.central_calls import CentralCalls
from ui.counter.choices import (
    GUIDANCE,
    TELEPHONE,
    outcome_of,
    outcome_question,
    queue_pick,
    walk_in_pick,
)
from ui.counter.counter import Counter
from ui.counter.doubled import Doubled
from ui.counter.late import Late
from ui.counter.paper_calls import PaperCalls
from ui.counter.reading import place_of, waiting_papers
from ui.counter.why_words import why_sentence
from ui.frame.ask import Ask
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class Calling(QObject):
    """Asks what has to be asked, does it, and says what was done."""

    def __init__(self, counter: Counter, speaker: Speaker) -> None:
        super().__init__()
        self._counter = counter
        self._speaker = speaker
        self.central = CentralCalls(counter, self._tell_called)
        self._paper = PaperCalls(
            counter, speaker, self.central, told=self._tell_called, redeem=self.redeem
        )
        self._doubled = Doubled(counter, speaker)
        counter.too_late.connect(self._say_how_late)
        self._late = Late(counter, speaker, self.central, told=self._tell_called)

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
        if label:
            self._doubled.settle(label, partial(self._choose_unless_late, label))
        elif self._counter.state.by_paper:
            self._paper.ask()
        elif queue is not None:
            number = self._number
            self._counter.door.look(
                lambda look: absentees(look, number),
                lambda absent: self._speaker.pick(queue_pick(queue, absent), self.choose),
                awaited=True,
            )

    def show_number(self, label: str) -> None:
        """A number that stands on a paper was typed or scanned: while calling goes by paper, that
        calls it.
        """
        if self._counter.state.by_paper and not self._occupied():
            self._doubled.settle(
                label, lambda which: self._late.unless(which, partial(self._paper.call, which))
            )
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
            return call_chosen(work, number, back.id, reason) if free else back

        self._counter.do(let_in, lambda back: self._tell_back(back, called=free))

    def why(self) -> None:
        """Shift+F6: why this client was called, with all that was reckoned with."""
        visit, number = self._ticket(), self._number
        if visit:
            self._counter.door.look(
                lambda look: why_shown(look, visit.id, number),
                lambda why: self._speaker.tell(why_sentence(why)),
            )

    def arrived(self) -> None:
        """Shift+F3: the client stands here."""
        if visit := self._ticket():
            number = self._number
            said = tr("{label} is here.", label=visit.label)
            self._do(lambda work: begin(work, visit.id, counter=number), said)

    # -- the visit -------------------------------------------------------------------------------

    def begin(self) -> None:
        """The client stands here: said by whatever is done first with them."""
        visit, number = self._ticket(), self._number
        if visit and not self._counter.state.begun:
            self._counter.door.do(lambda work: begin(work, visit.id, counter=number), quietly=True)

    def end_visit(self, then: Callable[[], None] | None = None) -> None:
        """F12: with papers that are not printed, or a request that nobody registered, it asks
        first.
        """
        state = self._counter.state
        if state.visit is None:
            return
        stopped = stops(state.printers, state.jobs, state.conditions)
        left = waiting_papers(state.visit, state.jobs, stopped)
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
            self._paper.ask()
        elif self.central.arbitrates:
            self.central.next_person(self._paper.ask)
        else:
            self._counter.do(lambda work: call_next(work, number, call=call), self._tell_called)

    def _choose_unless_late(self, label: str, which: str) -> None:
        self._late.unless(which, partial(self._choose, label, which))

    def _choose(self, label: str, which: str) -> None:
        """Out of order it is for a reason; while the centre is away, the paper is the order."""
        if self._counter.state.by_paper:
            self._paper.ask(label)
            return
        question = tr("Why is {label} called out of order?", label=label)

        def call(reason: str) -> None:
            if self.central.arbitrates:
                self.central.choose(which, reason, partial(self._paper.ask, label))
            else:
                self._counter.do(
                    lambda work: call_chosen(work, number, which, reason), self._tell_called
                )

        number = self._number
        self._speaker.ask(Ask(question=question, kind="text"), call)

    def _tell_called(self, called: Ticket) -> None:
        self._paper.not_here = ""
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

    def _say_how_late(self, label: str) -> None:
        """F4 takes it back no longer, and what stands on the screen must not promise it."""
        if self._counter.state.visit is None:
            said = tr("{label} did not come; Shift+F2 calls who comes after all.", label=label)
            self._speaker.tell(said)

    def _undo(self, ticket: str, label: str) -> None:
        self._counter.undoable("", "")
        said = tr("{label} is back in the queue, at the old place.", label=label)
        self._do(lambda work: undo_no_show(work, ticket), said)

    def _receive(self, picked: str) -> None:
        number = self._number
        how: Literal["walk_in", "telephone"] = "telephone" if picked == TELEPHONE else "walk_in"
        label = "" if how == "telephone" else self._paper.not_here
        self._paper.not_here = ""

        def receive(work: Work) -> Ticket:
            guided = picked in (GUIDANCE, TELEPHONE)
            service = the_guidance(work).sheet.code if guided else picked
            return receive_without_ticket(work, service, counter=number, how=how, label=label)

        self._counter.do(receive)

    def _finish(self, outcome: Outcome | None, then: Callable[[], None] | None) -> None:
        visit, number = self._ticket(), self._number
        if visit is None:
            return

        def end(work: Work) -> Ticket:
            begin(work, visit.id, counter=number)
            work.drop_draft(place_of(visit.id))
            return finish(work, visit.id, outcome, counter=number)

        def ended(after: Ticket) -> None:
            if not after.ended and after.is_back and not then:
                self._speaker.tell(tr("{label} goes back to who sent it.", label=after.label))
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
