"""The receipt (Table 3)."""

from app.deeds.looking import the_request
from app.event import moment
from app.filling.of_request import facts_of
from app.local import local
from app.papers import ReceiptPaper
from app.ports import Look
from app.seal import head, message, payload


def receipt_paper(look: Look, tracking: str) -> ReceiptPaper:
    """Table 3 of a request, as it stands corrected. Refuses as a look at the request does."""
    found = the_request(look, tracking)
    said = head(look.office.id, look.seal_key, found.tracking, found.received, found.promised)
    return ReceiptPaper(
        **facts_of(look, found, found.clerk),
        delivered=local(moment(found.delivery.at)) if found.delivery else None,
        opens=found.opens,
        closes=found.closes,
        representative=found.representative.name if found.representative else "",
        documents=tuple(d.title for d in found.documents if d.mark in ("received", "on_file")),
        answerable=found.answerable,
        answerable_phone=found.phone,
        payload=payload(said, look.sign(message(said, look.office.id))),
        ended=found.ended,
        ended_reason=found.ended_reason,
        corrected=bool(found.corrected),
    )
