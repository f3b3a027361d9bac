"""Calling where several PCs serve one queue: the centre says who was first."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer

from app.deeds.labelled import the_labelled
from app.deeds.looking import the_ticket
from app.folds.ticket import Ticket
from app.ids import new_id
from app.refusal import Refusal
from app.sync.calling import Outcome
from app.sync.replica import Asked
from ui.counter.counter import Counter

SPOKEN_OF = 400
"""Milliseconds after which it is said that the centre is being asked, and keys wait no more."""

GIVEN_UP = 8_000
"""Milliseconds after which the clerk goes by paper. Should the call be granted after all, its
client comes to the counter as soon as this PC knows.
"""


class Centre(Protocol):
    """The way there (`ui.frame.sync_link`)."""

    def call(
        self,
        asked: Asked,
        then: Callable[[Outcome | None], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        """Asks for a call."""


class CentralCalls:
    """Asks the centre on behalf of a counter, one call at a time; `told` gets whoever was called.
    Nobody waits in vain: where the centre cannot say, the clerk is sent to the paper.
    """

    def __init__(self, counter: Counter, told: Callable[[Ticket], None]) -> None:
        self.centre: Centre | None = None
        self._counter, self._told = counter, told
        self._by_paper: Callable[[], None] = _nothing
        self._question, self._held = 0, False
        self._silent = False
        self._long = QTimer(counter, singleShot=True, interval=SPOKEN_OF)
        self._long.timeout.connect(self._speak_of_it)
        self._last = QTimer(counter, singleShot=True, interval=GIVEN_UP)
        self._last.timeout.connect(self._give_up)

    @property
    def arbitrates(self) -> bool:
        """Whether there is a centre to ask; without one this PC's own store decides."""
        return self.centre is not None and self._counter.state.sync.centre != "none"

    @property
    def can_say(self) -> bool:
        """Whether it is there and has answered what it was asked last."""
        return self.arbitrates and not self._silent

    def next_person(self, by_paper: Callable[[], None]) -> None:
        """Whoever is next for this counter."""
        self._ask(self._asked(), by_paper)

    def choose(self, label: str, reason: str, by_paper: Callable[[], None]) -> None:
        """The one of that label, or of that id, for a reason."""
        self._counter.door.look(
            lambda look: the_labelled(look, label),
            lambda entity: self._ask(self._asked(entity, reason), by_paper),
            awaited=True,
        )

    # -- how -------------------------------------------------------------------------------------

    def _asked(self, chosen: str = "", reason: str = "") -> Asked:
        return Asked(
            call=new_id(self._counter.now()),
            counter=self._counter.state.number,
            clerk=self._counter.door.clerk,
            chosen=chosen,
            reason=reason,
        )

    def _ask(self, asked: Asked, by_paper: Callable[[], None]) -> None:
        if self._counter.state.asking:
            return  # its key has said so
        assert self.centre is not None
        self._question += 1
        self._by_paper = by_paper
        self._counter.asks("asked")
        self._hold(held=True)
        self._long.start()
        self._last.start()
        mine = self._question
        self.centre.call(
            asked,
            lambda outcome: self._come_back(mine, partial(self._answered, outcome)),
            lambda no: self._come_back(mine, partial(self._counter.door.refused.emit, no)),
        )

    def _come_back(self, question: int, then: Callable[[], None]) -> None:
        """What was typed meanwhile is meant for what comes: the reading that begins here."""
        self._silent = self._silent and question != self._question
        if question != self._question or not self._counter.state.asking:
            return
        self._long.stop()
        self._last.stop()
        self._counter.asks("")
        self._counter.read()
        then()
        self._hold(held=False)

    def _answered(self, outcome: Outcome | None) -> None:
        if outcome is None or outcome.end == "paper":
            self._by_paper()
        elif outcome.end == "nobody":
            number = self._counter.state.number
            self._counter.door.refused.emit(Refusal("nobody_waiting", counter=number))
        else:
            entity = outcome.ticket
            self._counter.door.look(lambda look: the_ticket(look, entity), self._told)

    def _speak_of_it(self) -> None:
        self._counter.asks("long")
        self._counter.refresh()
        self._hold(held=False)

    def _give_up(self) -> None:
        self._come_back(self._question, self._by_paper)
        self._silent = True

    def _hold(self, *, held: bool) -> None:
        """What is typed waits for the answer, or waits no more."""
        if held != self._held:
            self._held = held
            self._counter.door.expect(1 if held else -1)


def _nothing() -> None:
    """Nobody has asked yet."""
