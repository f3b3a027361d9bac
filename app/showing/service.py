"""Sub-services as lists, sheets and the kiosk show them."""

from datetime import timedelta

from app.deeds.attended import unattended
from app.deeds.catalogue import GUIDANCE
from app.deeds.looking import the_ticket, today
from app.deeds.seats import counters_told
from app.folds import catalogue
from app.folds.catalogue import Entry
from app.letters import search_key
from app.order import by_code, clerk_lane, counter_lane, rivals, service_lane
from app.ports import Look
from app.refusal import Refusal
from app.sub_service import Channel, Mode
from app.value import Value
from app.waiting import newcomer_wait

RECENT = timedelta(days=30)
"""How far back it is counted which sub-services are asked for most."""


def here_for(look: Look, code: str) -> int:
    """How many wait for the sub-service of that code, in any line, or are at a counter for it."""
    service, counters = look.entry_of(code), look.office.counters
    if service is None:
        return 0
    lanes = (service_lane(service), *map(counter_lane, counters))
    lanes += tuple(clerk_lane(who.clerk) for who in look.office.clerks.values())
    waiting = {entity for lane in lanes for entity in look.waiting_in(lane)}
    served = {entity for entity in map(look.visit_at, counters) if entity}
    return sum(the_ticket(look, entity).service == service for entity in waiting | served)


class ServiceLine(Value, frozen=True, kw_only=True):
    """A sub-service in a list; retired ones and those between agencies are not in it (R7)."""

    id: str
    code: str
    title: str
    department: str
    mode: Mode
    channel: Channel


class ServiceSheet(Value, frozen=True, kw_only=True):
    """What a client should know before taking a number (R30): the catalogue's entry, the counters
    that serve it, how many these would call before a newcomer, and a wait in minutes (from, to)
    once one is known (None while too little was measured). `unattended`: nobody works here who
    would call such a number.
    """

    entry: Entry
    counters: tuple[str, ...]
    ahead: int
    wait: tuple[int, int] | None = None
    unattended: bool = False


def services(look: Look) -> tuple[ServiceLine, ...]:
    """Every sub-service that is offered, by its code, numbers first; the guidance entry stands
    apart.
    """
    loaded = (look.load(catalogue.FOLD, entity) for entity in look.services())
    offered = [entry for entry in loaded if entry and _offered(entry)]
    return tuple(map(_line, sorted(offered, key=lambda entry: by_code(entry.sheet.code))))


def service_sheet(look: Look, code_or_id: str) -> ServiceSheet:
    """The sheet of a sub-service by its code, or by its id, then a retired one's too.

    Refuses `service_unknown`.
    """
    coded = look.entry_of(code_or_id)
    entry = look.load(catalogue.FOLD, coded or code_or_id)
    if entry is None or (coded and entry.retired):
        raise Refusal("service_unknown", service=code_or_id)
    lane = service_lane(entry.id)
    beside = rivals(look.office, lane, entry.id, look.services())
    return ServiceSheet(
        entry=entry,
        counters=counters_told(look, lane, entry.id),
        ahead=look.crowd(beside, look.at).count,
        wait=newcomer_wait(look, entry.id),
        unattended=unattended(look)(lane),
    )


def most_used(look: Look, limit: int = 6) -> tuple[ServiceLine, ...]:
    """What most numbers of the last thirty days were taken for, then the catalogue's order; only
    what the desk gives numbers for.
    """
    asked = look.asked_for_since(today(look) - RECENT)
    at_the_desk = [line for line in services(look) if line.channel != "electronic"]
    return tuple(sorted(at_the_desk, key=lambda line: -asked.get(line.id, 0))[:limit])


def _offered(entry: Entry) -> bool:
    apart = search_key(entry.sheet.code) == search_key(GUIDANCE.code)
    return not entry.retired and entry.sheet.channel != "g2g" and not apart


def _line(entry: Entry) -> ServiceLine:
    return ServiceLine(
        id=entry.id,
        code=entry.sheet.code,
        title=entry.sheet.title,
        department=entry.sheet.department,
        mode=entry.sheet.mode,
        channel=entry.sheet.channel,
    )
