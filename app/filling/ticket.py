"""The queue number's paper (برگ نوبت)."""

from app.deeds.attended import unattended
from app.deeds.looking import ahead_of, the_ticket
from app.deeds.seats import counters_told
from app.filling.common import letterhead, made
from app.folds import catalogue
from app.folds.ticket import Ticket
from app.letters import latin_digits, unspaced
from app.papers import PaperDocument, TicketPaper
from app.ports import Look
from app.waiting import expected_wait


def ticket_paper(look: Look, entity: str) -> TicketPaper:
    """What the kiosk prints. Refuses `ticket_unknown`."""
    found = the_ticket(look, entity)
    entry = look.load(catalogue.FOLD, found.service)
    at, clerk = made(look)
    alone = unattended(look)(found.lane)
    return TicketPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        label=found.label,
        sub_service=found.title,
        payload=state_code(look, found),
        counters=() if alone else counters_told(look, found.lane, found.service),
        ahead=ahead_of(look, found),
        wait=found.told or expected_wait(look, entity),
        documents=tuple(
            PaperDocument(title=d.title, form=d.form, where=d.where)
            for d in (entry.sheet.documents if entry else ())
            if d.obligatory and (not d.kinds or "person" in d.kinds)
        ),
        collecting=found.comes_for == "collect",
        tolerance=look.office.rules.tolerance,
        unattended=alone,
    )


def state_code(look: Look, found: Ticket) -> str:
    """What the symbol on the paper says: the address at which a telephone shows how the number
    stands; where the office has none, the number and whom to ask. Either way a counter's reader
    finds the ticket in it.
    """
    if address := public_address(look.office.rules.tickets_at):
        return f"{address}/t/{found.id}"
    mark, phone = f"BJ:T:{found.id}", look.office.described.phone
    return f"{found.label} · {latin_digits(phone)} · {mark}" if phone else mark


def public_address(said: str) -> str:
    """The address as a telephone opens it, without the end to which a page is added."""
    plain = unspaced(said).rstrip("/")
    return plain if not plain or "://" in plain else f"https://{plain}"
