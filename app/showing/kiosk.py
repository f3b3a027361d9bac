"""What a kiosk shows beside the sheets: until when it gives numbers, and how a request stands."""

from datetime import date, time
from typing import Final, Literal

from app.deeds.looking import today
from app.deeds.meeting import book_of
from app.deeds.spool import printers_of
from app.deeds.template import template_of
from app.folds import request
from app.folds.request import Request, RequestState
from app.letters import typed_number
from app.local import local
from app.ports import Look
from app.refusal import Refusal
from app.settings import KIOSK_PIN
from app.showing.duties import line_of
from app.showing.receipt import receipt_number
from app.spooling.wish import served
from app.tracking import check
from app.value import Value

LAST_DIGITS = 4
"""Of the applicant's code, so that a number that was found in the street tells nothing."""

Handout = Literal["information", "survey"]
"""What a kiosk prints for whoever wants it: about a sub-service, or for an opinion."""

HANDOUTS: Final[tuple[Handout, ...]] = ("information", "survey")


class Giving(Value, frozen=True, kw_only=True):
    """Whether numbers are given now. `until` is today's closing, or when the office ends giving
    numbers before that; None on a closed day. An office that set no hours gives them always.
    `shut`: the office itself is closed, since `closes` where it was open today.
    """

    until: time | None = None
    over: bool = False
    closes: time | None = None
    shut: bool = False


class PriorityLine(Value, frozen=True, kw_only=True):
    """A priority class of the office."""

    code: str
    title: str


class KioskShown(Value, frozen=True, kw_only=True):
    """The office as its kiosk names it; `prints`: the sheets that its printers take. `pin`: the
    digits without which the kiosk is not left. `awaits`: somebody with an appointment is to come
    today.
    """

    office: str
    giving: Giving
    classes: tuple[PriorityLine, ...] = ()
    prints: frozenset[Handout] = frozenset()
    awaits: bool = False
    pin: str = ""


class RequestStanding(Value, frozen=True, kw_only=True):
    """How a request stands, and nothing of whose it is or what it is about: others in the hall can
    read it too.
    """

    tracking: str
    state: RequestState
    received: date
    promised: date


def giving(look: Look) -> Giving:
    """Until when numbers are given today. They are given before the office opens as well: whoever
    comes early shall not come in vain.
    """
    if not look.office.hours:
        return Giving()
    now = local(look.at)
    hours = look.office.calendar.hours_of(now.date())
    if hours is None:
        return Giving(over=True, shut=True)
    closes = hours[1]
    until = min(closes, look.office.rules.numbers_until or closes)
    said = now.time()
    return Giving(until=until, over=said >= until, closes=closes, shut=said >= closes)


def kiosk_shown(look: Look) -> KioskShown:
    """The office at its door."""
    book = book_of(look, today(look))
    return KioskShown(
        office=look.office.described.name,
        giving=giving(look),
        classes=tuple(
            PriorityLine(code=c.code, title=c.title) for c in look.office.classes.values()
        ),
        prints=frozenset(each for each in HANDOUTS if _printed(look, each)),
        awaits=any(each.state == "open" for each in (book.by_time if book else ())),
        pin=look.setting(KIOSK_PIN),
    )


def _printed(look: Look, what: Handout) -> bool:
    return served(printers_of(look), what, template_of(look, what))


def request_standing(look: Look, tracking: str, last_digits: str) -> RequestStanding:
    """How the request of that number or sealed receipt stands, told to who knows the last digits
    of its applicant's code. A wrong number and wrong digits are one refusal, so that nobody can
    try codes out.

    Refuses `tracking_wrong`, `follow_up_unknown`, and a receipt as `receipt_number` does.
    """
    number, digits = check(receipt_number(look, tracking)), typed_number(last_digits)
    loaded = (look.load(request.FOLD, entity) for entity in look.requests_tracked(number))
    for found in loaded:
        if found and len(digits) == LAST_DIGITS and found.applicant.id.endswith(digits):
            return _standing(found)
    raise Refusal("follow_up_unknown", tracking=number)


def _standing(found: Request) -> RequestStanding:
    line = line_of(found)
    return RequestStanding(
        tracking=found.tracking,
        state=found.state,
        received=line.received,
        promised=line.promised,
    )
