"""The visit at a counter, as it stands in the journal."""

from app.deeds.looking import the_entry_taken, the_ticket
from app.events.ticket import DeficiencyAnnounced
from app.folds import request, ticket
from app.folds.catalogue import Entry
from app.folds.request import Request
from app.folds.ticket import Ticket
from app.ports import Look
from app.value import Value


class VisitShown(Value, frozen=True, kw_only=True):
    """The ticket that is called or served, its sub-service, what was registered or delivered
    during it (oldest first), the request whose answer it came to collect, and the slip with which
    somebody came back.
    """

    ticket: Ticket
    entry: Entry
    requests: tuple[Request, ...] = ()
    collecting: Request | None = None
    slip: DeficiencyAnnounced | None = None

    def elsewhere(self, counter: str) -> tuple[str, ...]:
        """Other counters that have the same client: each may have called while it was apart."""
        others = {call.counter for call in self.ticket.calls if call.counter != counter}
        return tuple(sorted(others))

    @property
    def recorded(self) -> bool:
        """Whether anything was done for the client that stays on record."""
        return bool(self.requests or self.ticket.deficiencies or self.ticket.referrals)


def visit_shown(look: Look, counter: str, present: str = "") -> VisitShown | None:
    """The visit that is called to or served at that counter, or None where it is free. Where a call
    was granted late there are two: the `present` one (a ticket) comes to its end first.
    """
    found = look.load(ticket.FOLD, present) if present else None
    goes_on = found is not None and bool(found.calls_to(counter))
    entity = present if goes_on else look.visit_at(counter)
    return visit_of(look, entity) if entity else None


def visit_of(look: Look, entity: str) -> VisitShown:
    """The visit of a ticket's id, also one that is over. Refuses `ticket_unknown`."""
    found = the_ticket(look, entity)
    done = (look.load(request.FOLD, entity) for entity in look.requests_of_visit(found.id))
    return VisitShown(
        ticket=found,
        entry=the_entry_taken(look, found.service),
        requests=tuple(one for one in done if one),
        collecting=look.load(request.FOLD, found.request) if found.request else None,
        slip=_slip(look, found),
    )


def _slip(look: Look, found: Ticket) -> DeficiencyAnnounced | None:
    before = look.load(ticket.FOLD, found.continues) if found.continues else None
    slips = before.deficiencies if before else ()
    return next((one.slip for one in slips if one.redeemed == found.id), None)
