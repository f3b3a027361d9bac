"""The night rule: whoever still waited yesterday is cleared, or keeps the place (a setting)."""

from app.deeds.looking import the_ticket
from app.deeds.numbering import give_ticket, ticket_day
from app.events.ticket import TicketCleared
from app.folds import catalogue, ticket
from app.folds.catalogue import Entry
from app.folds.ticket import Ticket
from app.ids import named_id
from app.order import standing_lane
from app.ports import Work


def settle_night(work: Work) -> None:
    """Ends the wait of earlier days, in the transaction of the first deed that meets it."""
    kept = work.office.rules.night == "keep"
    if kept and work.node not in work.office.series:
        return  # a PC without letters has no label to give; one that has them will
    for entity in work.waiting_since_before(ticket_day(work)):
        old = the_ticket(work, entity)
        if kept and old.series != work.office.series[work.node]:
            continue  # its own PC carries it over, once
        entry = work.load(catalogue.FOLD, old.service)
        keep = kept and entry and not entry.retired
        carried = _carry_over(work, old, entry).id if keep and entry else ""
        work.append(ticket.FOLD, entity, TicketCleared(carried_to=carried))


def _carry_over(work: Work, old: Ticket, entry: Entry) -> Ticket:
    """Today's label for somebody who waited through the night, at the old place."""
    return give_ticket(
        work,
        named_id(work.office.id, "carried", old.id),
        entry,
        lane=standing_lane(work.office, old.lane, old.service),
        effective_at=old.effective_at,
        priority=old.priority,
        credit=old.credit,
        purpose=old.purpose,
        continues=old.id,
        request=old.request,
    )
