"""Calling by the number on the client's paper, while the centre cannot say who was first."""

from collections.abc import Callable
from functools import partial

from app.deeds.call import call_chosen
from app.folds.ticket import Ticket
from app.refusal import Refusal
from app.showing.anything import TicketHit
from app.showing.paper_number import PaperNumber, paper_number
from ui.counter.central_calls import CentralCalls
from ui.counter.counter import Counter
from ui.counter.doubled import choices_of
from ui.frame.ask import Ask
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class PaperCalls:
    """Asks for the number and calls it. Whether the centre can say is looked at once more when the
    number is there: if it can by then, it is the one that grants the call.
    """

    def __init__(
        self,
        counter: Counter,
        speaker: Speaker,
        central: CentralCalls,
        *,
        told: Callable[[Ticket], None],
        redeem: Callable[[str], None],
    ) -> None:
        self._counter, self._speaker, self._central = counter, speaker, central
        self._told, self._redeem = told, redeem
        self.not_here = ""
        """The number on a client's paper that is not here yet, until anybody else is asked for."""

    def ask(self, label: str = "") -> None:
        """Which number stands on the client's paper? Asked once the counter shows what is so: what
        another client, or none, brings to it takes questions back.
        """
        self.not_here = ""
        question = tr("By the paper: which number stands on it?")
        asked = Ask(question=question, kind="text", given=label)
        self._counter.door.look(
            lambda _: None, lambda _: self._speaker.ask(asked, self._look_up), awaited=True
        )

    def call(self, label: str) -> None:
        """Calls the one of that label, or of that id: by the centre if it can say who was first,
        else here.
        """
        self.not_here = ""
        reason = tr("By the paper")
        if self._counter.state.by_paper or not self._central.can_say:
            self._call_here(label)
        else:
            self._central.choose(label, reason, partial(self._call_here, label))

    # -- how -------------------------------------------------------------------------------------

    def _look_up(self, text: str) -> None:
        """It was typed, or a reader has read its code; the paper may be a deficiency slip."""
        self._counter.door.look(
            lambda look: paper_number(look, text), partial(self._found, text), awaited=True
        )

    def _found(self, text: str, found: PaperNumber) -> None:
        if found.meant == "ticket":
            self._take(found.hits[0])
        elif found.meant == "several":
            question = tr("Which of them stands on the paper?")
            choices = choices_of(found.hits)
            self._speaker.ask(Ask(question=question, kind="choice", choices=choices), self.call)
        elif found.meant == "unknown":
            self._not_here(text)
        else:
            self._speaker.refuse(tr("{text} is no whole number of a ticket.", text=text))

    def _take(self, hit: TicketHit) -> None:
        if hit.token:
            self._redeem(hit.token)
        else:
            self.call(hit.label)

    def _call_here(self, label: str) -> None:
        number, reason = self._counter.state.number, tr("By the paper, without the centre")

        def refused(refusal: Refusal) -> None:
            if refusal.code == "label_unknown":
                self._not_here(label)
            else:
                self._counter.door.refused.emit(refusal)

        self._counter.do(lambda work: call_chosen(work, number, label, reason), self._told, refused)

    def _not_here(self, label: str) -> None:
        self.not_here = label
        self._speaker.refuse(tr("{label} is not here yet; F5 without it.", label=label))
