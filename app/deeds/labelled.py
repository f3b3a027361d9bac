"""Whom a label means: what stands on the paper that a client holds."""

from collections.abc import Sequence
from datetime import date

from app.deeds.looking import the_ticket
from app.deeds.night import over
from app.deeds.numbering import ticket_day
from app.event import moment
from app.folds import ticket
from app.folds.ticket import Ticket
from app.local import local
from app.persian import format_time
from app.ports import Look
from app.refusal import Refusal


def bearers(look: Look, label: str) -> Sequence[str]:
    """The tickets of today with that label, in any spelling; else whoever is still here with it
    from an earlier day, unless the night has ended the wait.
    """
    day = ticket_day(look)
    return look.tickets_labelled(label, day) or _still_here(look, label, day)


def the_labelled(look: Look, label: str) -> str:
    """The ticket of that label, or of that id. Refuses `label_unknown` and, where several bear it,
    `label_doubled`, which tells them apart.
    """
    found = [label] if look.load(ticket.FOLD, label) else bearers(look, label)
    if not found:
        raise Refusal("label_unknown", label=label)
    if len(found) > 1:
        told = [_told_apart(the_ticket(look, entity)) for entity in found]
        raise Refusal("label_doubled", label=label, tickets=found, doubled=told)
    return found[0]


def _still_here(look: Look, label: str, day: date) -> Sequence[str]:
    found = look.borne_before(label, day)
    ended = over(look) if found else ()
    return [each for each in found if each not in ended]


def _told_apart(found: Ticket) -> str:
    issued = format_time(local(moment(found.issued_at)))
    return f"{issued} «{found.title}» {found.id}"
