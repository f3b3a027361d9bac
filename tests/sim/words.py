"""What kinds of event the programs of a simulated office know: today's, and one that is older."""

from app.event import Event, Recorded, Vocabulary
from app.events import CATALOGUE, CLERK, DAY, OFFICE, PAPER, REQUEST, TICKET, vocabulary

UNKNOWN_TO_THE_OLD = frozenset(
    {"TicketHeld", "TicketTransferred", "PaperPrinted", "RequestCorrected", "StepDone"}
)
"""Kinds that came after an older program that is still in use."""

NEW = vocabulary()
OLD = Vocabulary(
    tuple(
        kind
        for kind in (*TICKET, *REQUEST, *OFFICE, *CATALOGUE, *CLERK, *DAY, *PAPER)
        if kind.__name__ not in UNKNOWN_TO_THE_OLD
    ),
    {},
)


def read(recorded: Recorded) -> Event | None:
    """What a line says to whoever has today's program."""
    return NEW.read(recorded)
