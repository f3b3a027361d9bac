"""The order of calling, as one number that can be explained to everybody in the hall."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from app.events.ticket import Why
from app.folds.office import Office
from app.folds.ticket import Ticket
from app.letters import search_key

_NUMBER = re.compile("[0-9]+")
_SINGLY = 6
"""So many counters are named one by one."""


def effective(issued_at: datetime, credit: int) -> datetime:
    """Time of issue less the credit of the priority class, in minutes."""
    return issued_at - timedelta(minutes=credit)


def by_code(code: str) -> tuple[bool, int, str]:
    """Sorts sub-services by their codes, numbers first."""
    key = search_key(code)
    return not key.isdecimal(), int(key) if key.isdecimal() else 0, key


def by_number(counter: str) -> tuple[int, str]:
    """Sorts counters as people count them: by their number, then by the letters beside it."""
    key = search_key(counter)
    found = _NUMBER.search(key)
    return int(found[0]) if found else 0, key


def in_order(office: Office) -> list[str]:
    """The counters as people count them."""
    return sorted(office.counters, key=by_number)


def spans(counters: Sequence[str]) -> list[tuple[str, str]]:
    """Counters in their order as a list names them: each by itself; where they are many, three and
    more whose numbers follow each other from the first to the last.
    """
    found: list[list[str]] = []
    for counter in counters:
        run = found[-1] if found else [""]
        follows = run[-1].isdecimal() and counter.isdecimal() and int(counter) == int(run[-1]) + 1
        found[-1:] = [[*run, counter]] if follows else [*found[-1:], [counter]]
    many = len(counters) > _SINGLY
    whole = [[run] if many and len(run) > 2 else [[each] for each in run] for run in found]
    return [(part[0], part[-1]) for parts in whole for part in parts]


def service_lane(service: str) -> str:
    """Where the clients of a sub-service wait."""
    return f"service:{service}"


def collecting_lane(service: str) -> str:
    """Where those wait who collect an answer of that sub-service: a lane of its own, so that it is
    seen how many only fetch something. The counters that serve the sub-service call out of both.
    """
    return f"collect:{service}"


def own_lane(ticket: Ticket, lane: str = "") -> str:
    """In `lane`, if that is a counter's or a clerk's; else where all wait who come for the same."""
    if lane not in ("", service_lane(ticket.service)):
        return lane
    collects = ticket.comes_for == "collect"
    return (collecting_lane if collects else service_lane)(ticket.service)


def counter_lane(counter: str) -> str:
    """Where those wait who are sent to one counter."""
    return f"counter:{counter}"


def clerk_lane(clerk: str) -> str:
    """Where those wait who are sent to one clerk."""
    return f"clerk:{clerk}"


def standing_lane(office: Office, lane: str, service: str) -> str:
    """That lane, or the sub-service's where its counter or clerk is no longer there."""
    counters = [counter_lane(number) for number in office.counters]
    clerks = [clerk_lane(clerk.clerk) for clerk in office.clerks.values()]
    own = (collecting_lane(service), *counters, *clerks)
    return lane if lane in own else service_lane(service)


def serving(office: Office, service: str) -> list[str]:
    """The counters that serve a sub-service. Those without a list serve all; what no counter names,
    guidance perhaps, every counter serves: nobody waits for nobody.
    """
    named = [n for n, c in office.counters.items() if not c.services or service in c.services]
    return sorted(named or office.counters, key=by_number)


def attending(office: Office, service: str) -> list[str]:
    """Those of them that do not pause; empty where all that serve it do."""
    return [number for number in serving(office, service) if number not in office.paused]


def now_serving(office: Office, service: str) -> list[str]:
    """Where a client may be told to go: the counters that attend, else all that serve it."""
    return attending(office, service) or serving(office, service)


def open_lane(office: Office, lane: str, service: str) -> str:
    """That lane; the sub-service's where its counter or clerk is no longer there, or where the
    counter pauses while others serve the same.
    """
    pausing = lane in map(counter_lane, office.paused) and bool(attending(office, service))
    return service_lane(service) if pausing else standing_lane(office, lane, service)


def skilled(office: Office, clerk: str, service: str) -> bool:
    """Whether that clerk (an id) serves it; whose skills nobody named serves everything."""
    skills = next((c.skills for c in office.clerks.values() if c.clerk == clerk), ())
    return not skills or service in skills


def lanes(office: Office, counter: str, clerk: str, offered: Sequence[str]) -> tuple[str, ...]:
    """What a counter takes: its sub-services as far as the clerk's skills go, and its own.

    Refuses an unknown counter with `counter_unknown`.
    """
    listed = office.counter(counter).services
    served = [s for s in offered if counter in serving(office, s)] if listed else offered
    able = [service for service in served if skilled(office, clerk, service)]
    collecting = map(collecting_lane, able)
    return (*map(service_lane, able), *collecting, counter_lane(counter), clerk_lane(clerk))


def rivals(office: Office, lane: str, service: str, offered: Sequence[str]) -> tuple[str, ...]:
    """The lanes out of which somebody may be called before whoever waits in `lane` for `service`:
    all that any counter takes that takes this one too. What clerks are skilled in, and who is sent
    to a clerk, is left aside: it changes with every shift.
    """
    own = [number for number in office.counters if lane == counter_lane(number)]
    usual = lane in (service_lane(service), collecting_lane(service))
    counters = set(serving(office, service) if usual else own)
    shared = [each for each in offered if not counters.isdisjoint(serving(office, each))]
    services = (*map(service_lane, shared), *map(collecting_lane, shared))
    taken = (*services, *map(counter_lane, sorted(counters)))
    return tuple(dict.fromkeys((lane, *taken)))


def why_next(ticket: Ticket, issued_at: datetime) -> Why:
    """The reason that stands behind an ordinary call."""
    return Why(
        rule="next",
        lane=ticket.lane,
        effective_at=ticket.effective_at,
        issued_at=issued_at,
        credit=ticket.credit,
        priority=ticket.priority,
        reason=ticket.raised,
        appointment=ticket.agreed_at,
    )
