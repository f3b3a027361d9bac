"""Clients served by the number on their paper before their ticket had come here: once it comes, it
must not wait for somebody who was served already.
"""

from datetime import date, timedelta
from typing import Final

import msgspec

from app.decoding import decode
from app.deeds.looking import the_ticket, today
from app.events.ticket import TicketCleared
from app.folds import ticket
from app.folds.ticket import Ticket
from app.ports import Look, Work
from app.value import Value

SERVED: Final = "served_by_paper"
"""Name of this PC's setting."""

_LONGEST = timedelta(days=14)
"""A paper whose ticket never came is not waited for any longer."""


class Served(Value, frozen=True, kw_only=True):
    """A label that was typed from a paper, and the visit to which it led."""

    label: str
    day: date
    visit: str


def note_served(work: Work, visit: Ticket) -> None:
    """The ticket with the label on this visitor's paper has not come here yet."""
    served = Served(label=visit.paper, day=visit.day, visit=visit.id)
    _keep(work, (*_noted(work), served))


def clear_served(work: Work) -> None:
    """Ends the wait of tickets whose holders this PC has served, as far as they have come here. One
    that somebody else has called meanwhile makes a conflict: it was served twice. Of a label that a
    copied PC has given twice nobody knows who was served: both keep their place, for a call in vain
    costs less than a place.
    """
    noted = _noted(work)
    left = tuple(served for served in noted if not _cleared(work, served))
    if left != noted:
        _keep(work, left)


def _cleared(work: Work, served: Served) -> bool:
    """Whether there is nothing left to do about it."""
    bearers = work.tickets_labelled(served.label, served.day)
    if not bearers:
        return today(work) - served.day > _LONGEST
    entity = bearers[0]
    if len(bearers) == 1 and the_ticket(work, entity).ended not in ("no_show", "cleared"):
        work.append(ticket.FOLD, entity, TicketCleared(served=served.visit))
    return True


def _noted(look: Look) -> tuple[Served, ...]:
    said = look.setting(SERVED)
    return decode(said, tuple[Served, ...]) if said else ()


def _keep(work: Work, served: tuple[Served, ...]) -> None:
    work.set_setting(SERVED, msgspec.json.encode(served).decode())
