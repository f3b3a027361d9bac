"""The night rule: whoever still waited yesterday is cleared, or keeps the place (a setting)."""

from app.deeds.looking import the_entry, the_ticket, today
from app.deeds.numbering import give_ticket
from app.events.ticket import TicketCleared
from app.folds import ticket
from app.folds.ticket import Ticket
from app.ids import new_id
from app.ports import Work


def settle_night(work: Work) -> None:
    """Ends the wait of earlier days. Done by the first deed of a day, in its transaction."""
    for entity in work.waiting_since_before(today(work)):
        old = the_ticket(work, entity)
        keep = work.office.described.rules.night == "keep"
        carried = _carry_over(work, old).id if keep else ""
        work.append(ticket.FOLD, entity, TicketCleared(carried_to=carried))


def _carry_over(work: Work, old: Ticket) -> Ticket:
    """Today's label for somebody who waited through the night, at the old place."""
    return give_ticket(
        work,
        new_id(work.at),
        the_entry(work, old.code),
        lane=old.lane,
        effective_at=old.effective_at,
        priority=old.priority,
        credit=old.credit,
        purpose=old.purpose,
        continues=old.id,
        request=old.request,
    )
