"""One field for everything (F9): what was typed or scanned is looked for in all that it may be."""

from datetime import datetime

from app.deeds.labelled import bearers
from app.deeds.looking import today
from app.event import moment
from app.folds import request, ticket
from app.folds.request import Request
from app.folds.ticket import Ticket, TicketState
from app.letters import scanned, search_key
from app.ports import Found, Look
from app.showing.receipt import ReceiptSeen, receipt_seen
from app.showing.service import ServiceLine, services
from app.value import Value

TICKET_MARK, TOKEN_MARK = "BJ:T:", "BJ:D:"
LATEST = 5
"""Requests of the day that are shown before anything is typed."""
_ID = 32
"""Digits of an identity; a token is the identity of its ticket and eight digits more."""


class TicketHit(Value, frozen=True, kw_only=True):
    """A ticket that was found; `token` is what the scanned slip lets its bearer back in with."""

    ticket: str
    label: str
    since: datetime
    title: str
    state: TicketState
    counter: str = ""
    token: str = ""


class Anything(Value, frozen=True, kw_only=True):
    """All that a text may mean; without a text, the `latest` requests of the day. `receipt` is what
    the seal of a scanned one says; only a genuine one's request is among the `requests`.
    """

    requests: tuple[Found, ...] = ()
    tickets: tuple[TicketHit, ...] = ()
    services: tuple[ServiceLine, ...] = ()
    latest: tuple[Found, ...] = ()
    receipt: ReceiptSeen | None = None


def find_anything(look: Look, text: str) -> Anything:
    """Requests by number, applicant's id, mobile or name; tickets by their label of today, by a
    scanned receipt, ticket or slip; sub-services by their code or words of their title. Before
    anything is typed: what was registered or answered last today.
    """
    typed = scanned(text.strip())
    if not search_key(typed):
        return Anything(latest=_latest(look))
    if seen := receipt_seen(look, typed):
        genuine = seen.verdict == "genuine"
        return Anything(requests=tuple(look.find(seen.tracking)) if genuine else (), receipt=seen)
    return Anything(
        requests=tuple(look.find(typed)),
        tickets=_tickets(look, typed),
        services=tuple(line for line in services(look) if _means(line, typed)),
    )


def _latest(look: Look) -> tuple[Found, ...]:
    of_today = look.requests_of_day(today(look), "")[-LATEST:]
    loaded = (look.load(request.FOLD, entity) for entity in reversed(of_today))
    return tuple(map(_found, filter(None, loaded)))


def _found(known: Request) -> Found:
    return Found(
        tracking=known.tracking,
        name=known.applicant.name,
        id=known.applicant.id,
        sub_service=known.title,
        state=known.state,
    )


def _tickets(look: Look, typed: str) -> tuple[TicketHit, ...]:
    code = typed.removeprefix(TICKET_MARK).removeprefix(TOKEN_MARK)
    by_code = look.load(ticket.FOLD, code[:_ID])
    if by_code:
        return (_hit(by_code, code),)
    return labelled(look, typed)


def labelled(look: Look, label: str) -> tuple[TicketHit, ...]:
    """Whom that label means, in any spelling; all of them where a copied PC gave it, too."""
    found = (look.load(ticket.FOLD, entity) for entity in bearers(look, label))
    return tuple(_hit(each) for each in found if each)


def _hit(found: Ticket, code: str = "") -> TicketHit:
    tokens = [slip.slip.token for slip in found.deficiencies]
    return TicketHit(
        ticket=found.id,
        label=found.label,
        since=moment(found.issued_at),
        title=found.title,
        state=found.state,
        counter=found.counter,
        token=code if code in tokens else "",
    )


def _means(line: ServiceLine, typed: str) -> bool:
    """Its code, or every word somewhere in its title."""
    if search_key(line.code) == search_key(typed):
        return True
    title, words = search_key(line.title), list(filter(None, map(search_key, typed.split())))
    return all(word in title for word in words)
