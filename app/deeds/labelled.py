"""Whom a label means: what stands on the paper that a client holds."""

from collections.abc import Sequence

from app.deeds.looking import the_ticket
from app.deeds.night import left_over
from app.deeds.numbering import ticket_day
from app.event import moment
from app.folds import ticket
from app.folds.ticket import Ticket
from app.local import local
from app.persian import format_time
from app.ports import Look
from app.refusal import Refusal


def bearers(look: Look, label: str) -> Sequence[str]:
    """The tickets of today with that label, in any spelling; of a morning on which nobody has
    settled the night yet, those who keep their place with it.
    """
    return look.tickets_labelled(label, ticket_day(look)) or _kept(look, label)


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


def _kept(look: Look, label: str) -> Sequence[str]:
    waiting = left_over(look) if look.office.rules.night == "keep" else ()
    days = sorted({the_ticket(look, each).day for each in waiting})
    known = [each for day in days for each in look.tickets_labelled(label, day)]
    return [each for each in known if each in waiting]


def _told_apart(found: Ticket) -> str:
    issued = format_time(local(moment(found.issued_at)))
    return f"{issued} «{found.title}» {found.id}"
