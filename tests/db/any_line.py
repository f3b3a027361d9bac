"""Any event of a few entities, and any line of other PCs: what properties are tried with."""

from datetime import timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st

from app.applicant import Applicant
from app.event import Event, Recorded, content_of, link_of, micros
from app.events import catalogue as of_catalogue
from app.events import office as of_office
from app.events import paper as of_paper
from app.events import request as of_request
from app.events import ticket as of_ticket
from app.ids import new_id
from app.order import counter_lane, service_lane
from app.sub_service import Step
from tests.db.office import (
    CATALOGUE,
    MORNING,
    Office,
    code_of,
    words,
)

TITLES = ("نخست", "دوم")
SELDOM = st.sampled_from((False, False, False, False, True))
AT = st.integers(0, 3).map(lambda n: MORNING + timedelta(minutes=n))
CALL = st.sampled_from(("c1", "c2", "c3"))
CALLS = st.lists(CALL, max_size=2).map(tuple)
WHY = st.builds(
    of_ticket.Why, rule=st.just("next"), lane=st.just("l"), effective_at=AT, issued_at=AT
)
COUNTER = st.sampled_from(("1", "2"))
SERVICE: dict[str, Any] = {
    "service": st.just("s"),
    "service_version": st.just(1),
    "code": st.just("1"),
    "title": st.sampled_from(TITLES),
}
LANE = st.sampled_from((service_lane("s"), counter_lane("1")))
ISSUED = st.builds(
    of_ticket.TicketIssued,
    label=st.just("الف ۰۰۱"),
    series=st.just("الف"),
    number=st.just(1),
    day=st.just(MORNING.date()),
    lane=LANE,
    effective_at=AT,
    **SERVICE,
)
REGISTERED = st.builds(
    of_request.RequestRegistered,
    tracking=st.sampled_from(("482719305563", "100000000000")),
    mode=st.just(2),
    applicant=st.builds(
        Applicant, id=st.just(code_of(1)), name=st.sampled_from(("علی علی", "سارا"))
    ),
    received=AT.map(lambda at: at.replace(tzinfo=None)),
    promised=AT.map(lambda at: at.replace(tzinfo=None)),
    steps=st.just((Step(title="بررسی", unit="صدور"),)),
    sheet=st.just("e"),
    calendar=st.just("e"),
    **SERVICE,
)
DEFINED = st.builds(of_catalogue.SubServiceDefined, version=st.just(1), sheet=st.just(CATALOGUE[0]))
OF_TICKET = st.one_of(
    st.builds(of_ticket.TicketCalled, call=CALL, counter=COUNTER, why=WHY),
    st.builds(of_ticket.TicketRecalled, call=CALL),
    st.builds(of_ticket.ServiceBegun, call=CALL),
    st.builds(of_ticket.NoShowMarked, calls=CALLS),
    st.builds(of_ticket.TicketHeld, calls=CALLS, until=AT, lane=LANE),
    st.builds(of_ticket.TicketReturned, calls=CALLS, effective_at=AT, lane=LANE),
    st.builds(of_ticket.TicketCleared),
    st.builds(of_ticket.ServiceFinished, calls=CALLS, outcome=st.just("request")),
)
OF_REQUEST = st.one_of(
    st.builds(of_request.StepDone, step=st.integers(0, 2), day=st.just(MORNING.date())),
    st.builds(of_request.RequestWithdrawn, reason=st.just("ن")),
    st.builds(
        of_request.RequestCorrected,
        reason=st.just("ن"),
        id=st.just(code_of(2)),
        name=st.just("نگار"),
    ),
    st.builds(of_paper.PaperPrinted, paper=st.just("receipt"), copy=st.integers(1, 3)),
)
OF_ENTRY = st.builds(of_catalogue.SubServiceRetired, reason=st.just("ن"))
OF_NOBODY = st.builds(of_office.CounterClosed, number=COUNTER)
Events = st.SearchStrategy[Event]
KINDS: tuple[tuple[Events, ...], ...] = (
    # Opening, then what may follow, then what belongs to something else.
    (ISSUED, OF_TICKET, OF_TICKET, OF_TICKET, OF_REQUEST),
    (ISSUED, OF_TICKET, OF_TICKET, OF_TICKET, OF_NOBODY),
    (REGISTERED, OF_REQUEST, OF_REQUEST, OF_TICKET),
    (DEFINED, OF_ENTRY, OF_ENTRY, OF_REQUEST),
)


def _facts(n: int) -> st.SearchStrategy[tuple[str, Event]]:
    """A fact of the n-th entity: each sort of event is as likely as its share in the list."""
    sorts = st.sampled_from(KINDS[n]).flatmap(lambda events: events)
    return st.tuples(st.just(f"{n:032x}"), sorts)


FACT = st.integers(0, 3).flatmap(_facts)
LINE = st.tuples(
    st.sampled_from(("other-a", "other-b")),
    FACT,
    st.one_of(st.none(), st.integers(1, 40)),  # feed number
    SELDOM,  # superseded
    SELDOM,  # of a kind that only a newer program knows
)
Line = tuple[str, tuple[str, Event], int | None, bool, bool]
UNIQUE = count()


class Others:
    """Chains of other PCs, whose lines come in any order."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._chains = {node: (f"{next(UNIQUE):032x}", 0, b"") for node in ("other-a", "other-b")}

    def line(self, node: str, entity: str, event: Event, *, unknown: bool) -> Recorded:
        """The next line of a PC."""
        incarnation, seq, link = self._chains[node]
        kind, version, body = words().write(event)
        kind = "OfTomorrow" if unknown else kind
        at, event_id = micros(MORNING), new_id(MORNING)
        content = content_of(event_id, at, "", entity, kind, version, body)
        link = link_of(link, incarnation, seq + 1, content)
        self._chains[node] = (incarnation, seq + 1, link)
        return Recorded(
            self._office.id, node, incarnation, seq + 1, event_id, at, "", entity, kind, version,
            body, content, link,
        )  # fmt: skip

    def incarnations(self) -> list[tuple[object, ...]]:
        """What the store must know of them to check their chains."""
        return [
            (incarnation, node, micros(MORNING), b"", "set-up")
            for node, (incarnation, _, _) in self._chains.items()
        ]
