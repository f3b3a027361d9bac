"""A number for somebody at the counter who will wait, whatever is being done there."""

from functools import partial

from PySide6.QtCore import QObject

from app.events.office import PriorityClassDefined
from app.handing.counter_number import Handed, give_at_counter
from app.ports import Look
from app.showing.service import ServiceLine, services
from app.value import Value
from ui.counter.choices import GUIDANCE, class_question, number_pick
from ui.counter.counter import Counter
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class Offer(Value, frozen=True, kw_only=True):
    """What a number may be given for, and to whom sooner."""

    services: tuple[ServiceLine, ...]
    classes: tuple[PriorityClassDefined, ...]


class Giving(QObject):
    """Asks for what, then for whom, and says the number."""

    def __init__(self, counter: Counter, speaker: Speaker) -> None:
        super().__init__()
        self._counter, self._speaker = counter, speaker

    def give(self) -> None:
        """F10."""
        self._counter.door.look(_offer, self._ask_service, awaited=True)

    def _ask_service(self, offer: Offer) -> None:
        chosen = partial(self._ask_class, offer.classes)
        self._speaker.pick(number_pick(offer.services), chosen)

    def _ask_class(self, classes: tuple[PriorityClassDefined, ...], picked: str) -> None:
        service = "" if picked == GUIDANCE else picked
        if classes:
            self._speaker.ask(class_question(classes), partial(self._give, service))
        else:
            self._give(service, "")

    def _give(self, service: str, priority: str) -> None:
        self._counter.do(lambda work: give_at_counter(work, service, priority), self._tell)

    def _tell(self, handed: Handed) -> None:
        said = [tr("{label} was given; {n} are before it.", label=handed.label, n=handed.ahead)]
        if handed.held:
            said.append(tr("No printer takes its paper: tell the number."))
        if handed.unattended:
            said.append(tr("Nobody here can serve it at present."))
        self._speaker.tell(" ".join(said))


def _offer(look: Look) -> Offer:
    return Offer(
        services=tuple(line for line in services(look) if line.channel != "electronic"),
        classes=tuple(look.office.classes.values()),
    )
