"""A label that was given twice, because a PC was copied: the clerk says whose it is."""

from collections import Counter as Counted
from collections.abc import Callable, Sequence

from app.local import local
from app.persian import format_time
from app.showing.anything import TicketHit, labelled
from ui.counter.counter import Counter
from ui.frame.ask import Ask
from ui.frame.speaker import Speaker
from ui.frame.words import tr

MOST = 9
"""Tickets that are offered by a digit."""


class Doubled:
    """Asks where, and only where, a label alone does not say who is meant."""

    def __init__(self, counter: Counter, speaker: Speaker) -> None:
        self._counter, self._speaker = counter, speaker

    def settle(self, label: str, then: Callable[[str], None]) -> None:
        """`then` gets the label itself; of one that several bear, the id of the ticket meant."""

        def found(hits: Sequence[TicketHit]) -> None:
            if len(hits) < 2:
                then(label)
            else:
                question = tr("{label} was given twice. Which one is it?", label=label)
                choices = choices_of(hits)
                self._speaker.ask(Ask(question=question, kind="choice", choices=choices), then)

        self._counter.door.look(lambda look: labelled(look, label), found, awaited=True)


def choices_of(hits: Sequence[TicketHit]) -> tuple[tuple[str, str], ...]:
    """Tickets by their labels; those that share one also by when and for what they were given."""
    bearers = Counted(hit.label for hit in hits)
    return tuple(
        (hit.ticket, hit.label if bearers[hit.label] == 1 else _told_apart(hit))
        for hit in hits[:MOST]
    )


def _told_apart(hit: TicketHit) -> str:
    time = format_time(local(hit.since))
    return tr("{label}, {time}, {service}", label=hit.label, time=time, service=hit.title)
