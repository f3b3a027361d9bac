"""Where a client goes who is not done here: on hold, back to the queue, on to others."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.deeds.place import Place
from app.deeds.visit import hold, return_to_queue, transfer
from app.folds.ticket import Ticket
from app.ports import Work
from ui.counter.choices import after_question, place_question, read_targets, transfer_pick
from ui.counter.counter import Counter
from ui.frame.ask import Ask
from ui.frame.speaker import Speaker
from ui.frame.words import tr

_PLACES: dict[str, Place] = {"kept": "kept", "end": "end", "after": "after", "front": "front"}


class Sending(QObject):
    """Asks where to, sends, and says so."""

    def __init__(self, counter: Counter, speaker: Speaker) -> None:
        super().__init__()
        self._counter, self._speaker = counter, speaker

    def hold(self) -> None:
        """F11."""
        if visit := self._ticket():
            question = tr("Hold {label} for how many minutes?", label=visit.label)
            given = str(self._counter.state.rules.hold_minutes)
            asked = Ask(question=question, kind="number", given=given)
            self._speaker.ask(asked, lambda minutes: self._hold(visit, int(minutes or 0)))

    def send_back(self) -> None:
        """Shift+F4: to the queue, at the old place, behind some or all, or before all."""
        if visit := self._ticket():
            self._speaker.ask(place_question(visit.label), lambda place: self._place(visit, place))

    def transfer(self) -> None:
        """Shift+F11: to a counter, a clerk or a sub-service, and perhaps back afterwards."""
        if visit := self._ticket():
            number, clerk = self._counter.state.number, self._counter.door.clerk
            self._counter.door.look(
                lambda look: read_targets(look, number, clerk),
                lambda targets: self._speaker.pick(
                    transfer_pick(visit.label, targets),
                    lambda to: self._speaker.ask(
                        after_question(visit.label), lambda then: self._transfer(visit, to, then)
                    ),
                ),
                awaited=True,
            )

    # -- how -------------------------------------------------------------------------------------

    def _ticket(self) -> Ticket | None:
        visit = self._counter.state.visit
        return visit.ticket if visit else None

    def _do(self, deed: Callable[[Work], object], said: str) -> None:
        self._counter.do(deed, lambda _: self._speaker.tell(said))

    def _hold(self, visit: Ticket, minutes: int) -> None:
        said = tr("{label} is held for {minutes} minutes.", label=visit.label, minutes=minutes)
        self._do(lambda work: hold(work, visit.id, minutes), said)

    def _place(self, visit: Ticket, place: str) -> None:
        if place == "after":
            given = str(self._counter.state.rules.return_after)
            question = tr("After how many persons is {label} called?", label=visit.label)
            asked = Ask(question=question, kind="number", given=given)
            self._speaker.ask(asked, lambda n: self._return(visit, "after", after=int(n or 0)))
        elif place == "front":
            question = tr("Why does {label} go before all others?", label=visit.label)
            asked = Ask(question=question, kind="text")
            self._speaker.ask(asked, lambda why: self._return(visit, "front", reason=why))
        else:
            self._return(visit, _PLACES[place])

    def _return(self, visit: Ticket, place: Place, *, after: int = 0, reason: str = "") -> None:
        said = tr("{label} is back in the queue.", label=visit.label)
        self._do(
            lambda work: return_to_queue(work, visit.id, place=place, after=after, reason=reason),
            said,
        )

    def _transfer(self, visit: Ticket, to: str, then: str) -> None:
        kind, _, which = to.partition(":")
        returns = then == "returns"
        if returns:
            said = tr("{label} was sent on and comes back to this counter.", label=visit.label)
        else:
            said = tr("{label} was sent on, at the old place.", label=visit.label)
        self._do(
            lambda work: transfer(
                work,
                visit.id,
                service=which if kind == "service" else "",
                counter=which if kind == "counter" else "",
                clerk=which if kind == "clerk" else "",
                returns=returns,
            ),
            said,
        )
