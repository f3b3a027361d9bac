"""What stands open before the day of the desk is closed."""

from datetime import date, datetime
from typing import Literal

from app.deeds.day import counters_on
from app.deeds.looking import day_id, the_ticket, today
from app.deeds.pad import pads_of
from app.event import moment
from app.folds import day
from app.order import in_order
from app.ports import Look, Outbox, RequestLine
from app.roles import may_do
from app.showing.duties import duties
from app.spooling.spool import Job, wants_decision
from app.value import Value

Matter = Literal["visits", "handover", "papers", "unsent", "conflicts", "sheets"]
"""What may stand open. Visits alone keep the day from being closed."""


class OpenVisit(Value, frozen=True, kw_only=True):
    """Somebody who is called to a counter, or served there, since then; `label` empty: without a
    number. `clerk` is a name; `earlier`: of a day before that of the office.
    """

    ticket: str
    counter: str
    label: str
    title: str
    clerk: str
    since: datetime
    begun: bool
    earlier: bool = False


class DayEnd(Value, frozen=True, kw_only=True):
    """At the instant `at`: open visits, requests that no unit has yet (`handover` counts all, the
    lines are the first), papers of this PC that somebody must decide about, what is not sent,
    conflicts, blank receipts that are out. `open_counters` have not closed this day, and
    `closed_at` is when the counter did, or the desk (`counter` empty). `closable`: whoever looks at
    it may close it.
    """

    day: date
    today: date
    counter: str = ""
    at: datetime
    visits: tuple[OpenVisit, ...] = ()
    handover: int = 0
    lines: tuple[RequestLine, ...] = ()
    papers: tuple[Job, ...] = ()
    outbox: Outbox = Outbox()
    conflicts: int = 0
    sheets: int = 0
    open_counters: tuple[str, ...] = ()
    closed_at: datetime | None = None
    closable: bool = True

    def count(self, matter: Matter) -> int:
        """How many there are."""
        counts = {
            "visits": len(self.visits),
            "handover": self.handover,
            "papers": len(self.papers),
            "unsent": self.outbox.unsent,
            "conflicts": self.conflicts,
            "sheets": self.sheets,
        }
        return counts[matter]


def day_end(look: Look, shown: date, clerk: str, counter: str = "") -> DayEnd:
    """As the store has it for that clerk (an id), of a counter or of the desk (empty)."""
    known = look.load(day.FOLD, day_id(look.office.id, shown))
    closed = known.closing(counter) if known else None
    numbers = in_order(look.office)
    owed = duties(look)
    return DayEnd(
        day=shown,
        today=today(look),
        counter=counter,
        at=look.at,
        visits=tuple(
            visit
            for number in numbers
            if counter in ("", number)
            for visit in _visits(look, number)
        ),
        handover=owed.to_hand_over_count,
        lines=owed.to_hand_over,
        papers=tuple(job for job in look.jobs() if wants_decision(job)),
        outbox=look.outbox(),
        conflicts=owed.conflicts_count,
        sheets=sum(sheet.out for sheet in pads_of(look).sheets.values()),
        open_counters=tuple(
            n for n in counters_on(look, shown) if known is None or known.closing(n) is None
        ),
        closed_at=moment(closed.at) if closed else None,
        closable=may_do(look, clerk, "day.close_day"),
    )


def _visits(look: Look, number: str) -> tuple[OpenVisit, ...]:
    entity = look.visit_at(number)
    if entity is None:
        return ()
    found = the_ticket(look, entity)
    call = next(call for call in reversed(found.calls) if call.counter == number)
    return (
        OpenVisit(
            ticket=found.id,
            counter=number,
            label=found.label,
            title=found.title,
            clerk=look.office.clerk_name(call.clerk),
            since=moment(call.begun or call.at),
            begun=bool(call.begun),
            earlier=found.day < today(look),
        ),
    )
