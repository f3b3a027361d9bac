"""Why somebody was called, with everything that was reckoned with."""

from datetime import date, datetime
from typing import Literal

from app.deeds.looking import the_ticket, today
from app.event import moment
from app.events.ticket import Why
from app.folds.ticket import Ticket
from app.local import day_of
from app.order import clerk_lane, counter_lane, serving
from app.ports import Look
from app.showing.queue import taken_at
from app.value import Value

Rule = Literal["next", "chosen", "raised"]
Lane = Literal["service", "counter", "clerk"]


class WhyShown(Value, frozen=True, kw_only=True):
    """`rule` is `next` for the earliest of all that this counter may take, `chosen` for somebody
    out of order, `raised` for one who was put before others; of the last two there is a `reason`.

    `issued_at` is when the number was taken, `effective_at` what it counts from: less the `credit`
    of its class (`priority` is its title), or the `appointment` where its holder came in time.
    `lane` is where they waited: `where` names the sub-service, the counter or the clerk.
    `anywhere`: no counter names that sub-service, so that every counter calls for it. `held` is
    when they were parked, of who comes back from that; `day` is today. `slip`: they came back with
    a deficiency slip, to the old place; `behind`: they were put back behind others.
    """

    label: str
    rule: Rule
    issued_at: datetime
    effective_at: datetime
    lane: Lane
    where: str
    day: date
    anywhere: bool = False
    held: datetime | None = None
    credit: int = 0
    priority: str = ""
    appointment: datetime | None = None
    reason: str = ""
    recalls: int = 0
    slip: bool = False
    behind: bool = False

    @property
    def kept(self) -> bool:
        """Whether the number on the paper was taken on an earlier day."""
        return day_of(self.issued_at) < self.day

    @property
    def in_time(self) -> bool:
        """Whether the agreed time is what counts."""
        return self.appointment is not None and self.effective_at <= self.appointment


def why_shown(look: Look, entity: str, counter: str) -> WhyShown | None:
    """Why that ticket was called to that counter, last; None of who was not called from a queue.
    Refuses `ticket_unknown`.
    """
    found = the_ticket(look, entity)
    why = found.why_at(counter)
    if why is None:
        return None
    known = look.office.classes.get(why.priority)
    lane, where = _lane(look, why, found.title)
    return WhyShown(
        label=found.label,
        rule=_rule(why),
        issued_at=taken_at(look, found),
        effective_at=why.effective_at,
        lane=lane,
        where=where,
        day=today(look),
        anywhere=lane == "service" and _anywhere(look, found.service, counter),
        held=_held(found, why),
        credit=why.credit,
        priority=known.title if known else why.priority,
        appointment=why.appointment,
        reason=why.reason,
        recalls=found.recalls,
        slip=found.purpose == "complete",
        behind=found.sent_behind,
    )


def _anywhere(look: Look, service: str, counter: str) -> bool:
    """Whether a counter that has a list calls for it only because it is on nobody's."""
    here = look.office.counters.get(counter)
    listed = here is not None and bool(here.services) and service not in here.services
    return listed and counter in serving(look.office, service)


def _held(found: Ticket, why: Why) -> datetime | None:
    """Turns stand in the order in which they ended: the last one before this call."""
    last = found.turns[-1] if found.turns else None
    here = last is not None and last.end == "held" and any(c.why == why for c in found.calls)
    return moment(last.ended) if last is not None and here else None


def _rule(why: Why) -> Rule:
    if why.rule == "chosen":
        return "chosen"
    return "raised" if why.reason else "next"


def _lane(look: Look, why: Why, title: str) -> tuple[Lane, str]:
    for number in look.office.counters:
        if why.lane == counter_lane(number):
            return "counter", number
    for who in (*look.office.clerks.values(), *look.office.former):
        if why.lane == clerk_lane(who.clerk):
            return "clerk", who.name
    return "service", title
