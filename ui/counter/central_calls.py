"""Calling where several PCs serve one queue: the centre says who was first."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QTimer

from app.deeds.looking import the_ticket
from app.deeds.numbering import ticket_day
from app.folds.ticket import Ticket
from app.ids import new_id
from app.ports import Look
from app.refusal import Refusal
from app.showing.sync import SyncState
from app.sync.calling import Outcome
from app.sync.replica import Asked
from ui.counter.counter import Counter
from ui.frame.speaker import Speaker
from ui.frame.words import tr

_PATIENCE = 400
"""Milliseconds after which it is said that the centre is being asked."""


class Centre(Protocol):
    """The way there (`ui.frame.sync_link`)."""

    state: SyncState

    def call(
        self,
        asked: Asked,
        then: Callable[[Outcome | None], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        """Asks for a call."""


class CentralCalls:
    """Asks the centre on behalf of a counter; `told` gets whoever was called."""

    def __init__(
        self,
        counter: Counter,
        speaker: Speaker,
        centre: Centre | None,
        told: Callable[[Ticket], None],
    ) -> None:
        self._counter, self._speaker, self._told = counter, speaker, told
        self._centre = centre
        self._waiting = QTimer(counter, singleShot=True, interval=_PATIENCE)
        self._waiting.timeout.connect(self._say_waiting)

    @property
    def arbitrates(self) -> bool:
        """Whether there is a centre to ask; without one this PC's own store decides."""
        return self._centre is not None and self._centre.state.centre != "none"

    @property
    def by_paper(self) -> bool:
        """Whether it cannot be asked now: who holds the number is called."""
        return self._centre is not None and self._centre.state.centre not in ("none", "reached")

    def next_person(self) -> None:
        """Whoever is next for this counter; nobody while the centre cannot be asked."""
        self._ask(self._asked(), self._refuse_by_paper)

    def choose(self, label: str, reason: str, by_paper: Callable[[], None]) -> None:
        """One of them, for a reason; where the centre cannot say whether they are free, `by_paper`:
        the number is in the clerk's hand.
        """

        def found(entity: str | None) -> None:
            if entity is None:
                self._counter.door.refused.emit(Refusal("label_unknown", label=label))
            else:
                self._ask(self._asked(entity, reason), by_paper)

        self._counter.door.look(lambda look: _labelled(look, label), found, awaited=True)

    def _asked(self, chosen: str = "", reason: str = "") -> Asked:
        return Asked(
            call=new_id(self._counter.now()),
            counter=self._counter.state.number,
            clerk=self._counter.door.clerk,
            chosen=chosen,
            reason=reason,
        )

    def _ask(self, asked: Asked, by_paper: Callable[[], None]) -> None:
        centre = self._centre
        assert centre is not None

        def ask(done: Callable[[Outcome | None], None], undone: Callable[[Refusal], None]) -> None:
            self._counter.door.expect(1)
            self._waiting.start()
            centre.call(asked, lambda out: self._back(done, out), lambda no: self._back(undone, no))

        self._counter.through(ask, lambda outcome: self._answered(outcome, by_paper))

    def _back(self, then: Callable[[object], None], came: object) -> None:
        """What was typed meanwhile is meant for what comes: the reading that `then` begins."""
        self._waiting.stop()
        try:
            then(came)
        finally:
            self._counter.door.expect(-1)

    def _answered(self, outcome: Outcome | None, by_paper: Callable[[], None]) -> None:
        if outcome is None or outcome.end == "paper":
            by_paper()
        elif outcome.end == "nobody":
            number = self._counter.state.number
            self._counter.door.refused.emit(Refusal("nobody_waiting", counter=number))
        else:
            entity = outcome.ticket
            self._counter.door.look(lambda look: the_ticket(look, entity), self._told)

    def _refuse_by_paper(self) -> None:
        self._counter.door.refused.emit(Refusal("centre_away"))

    def _say_waiting(self) -> None:
        self._speaker.tell(tr("The centre is being asked."))


def _labelled(look: Look, label: str) -> str | None:
    return look.ticket_labelled(label, ticket_day(look))
