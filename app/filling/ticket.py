"""The queue number's paper (برگ نوبت)."""

from app.deeds.looking import ahead_of, the_ticket
from app.filling.common import letterhead, made
from app.folds import catalogue
from app.order import rivals, serving
from app.pace import expected_wait
from app.papers import PaperDocument, TicketPaper
from app.ports import Look


def ticket_paper(look: Look, entity: str) -> TicketPaper:
    """What the kiosk prints. Refuses `ticket_unknown`."""
    found = the_ticket(look, entity)
    entry = look.load(catalogue.FOLD, found.service)
    at, clerk = made(look)
    ahead = ahead_of(look, found)
    beside = rivals(look.office, found.lane, found.service, look.services())
    return TicketPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        label=found.label,
        sub_service=found.title,
        payload=f"BJ:T:{found.id}",
        counters=tuple(serving(look.office, found.service)),
        ahead=ahead,
        wait=expected_wait(look, beside, ahead) if found.state == "waiting" else None,
        documents=tuple(
            PaperDocument(title=d.title, form=d.form, where=d.where)
            for d in (entry.sheet.documents if entry else ())
            if d.obligatory and (not d.kinds or "person" in d.kinds)
        ),
        collecting=found.purpose == "collect",
        tolerance=look.office.rules.tolerance,
    )
