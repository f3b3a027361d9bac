"""A desk in memory: the journal as a list, lookups by scanning, a clock that the test moves."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from random import Random
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import pytest
from msgspec.structs import replace

from app.event import (
    EPOCH,
    Event,
    Recorded,
    Vocabulary,
    content_of,
    first_link,
    link_of,
    micros,
    moment,
)
from app.events import vocabulary
from app.events.office import ClockConfirmed
from app.events.ticket import TicketCalled, TicketRecalled
from app.folds import catalogue, office, request, ticket
from app.folds.catalogue import Entry
from app.folds.fold import Fact, Fold, State
from app.folds.office import Office
from app.folds.request import Request, WaitsFor, overdue
from app.folds.ticket import Ticket
from app.ids import new_id
from app.local import day_of
from app.papers import LogLine, LogRow
from app.persian import search_key
from app.ports import (
    WEEK,
    CallSaid,
    Crowd,
    Double,
    Found,
    Journal,
    Look,
    Outbox,
    Owed,
    RequestLine,
    VisitLine,
    WaitingLine,
    Work,
)
from app.refusal import Refusal
from app.roles import MATRIX, deed_name
from app.showing.duties import line_of
from app.spooling.printers import Role
from app.spooling.spool import Job
from app.tracking import make
from db import seal
from tests.app.counted import DeskFigures
from tests.app.standing import DeskWaiting, ready
from tests.app.store_alone import StoreAlone

OFFICE = "a" * 32
NODE = "b" * 32
INCARNATION = "c" * 32

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S", bound=State)


class MovableClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        """Forward, or back where the numbers are negative; as `timedelta` takes them."""
        self.at += timedelta(**by)


class Desk:
    """Fulfils `app.ports.Journal`. `clerk` (an id) acts in `do`, at the PC `node`."""

    def __init__(self, clock: MovableClock, kinds: Vocabulary | None = None) -> None:
        self.clock = clock
        self.clerk = ""
        self.node = NODE
        self.facts: list[Fact] = []
        self.series: dict[str, tuple[date, int]] = {}
        self.folds: dict[str, Fold[Any]] = {}
        self.drafts: dict[str, bytes] = {}
        self.settings: dict[str, str] = {}
        self.outbox = Outbox()
        self.spooled: dict[int, tuple[Job, bytes]] = {}
        self.vocabulary = kinds or vocabulary()
        self.random = Random(0)
        self._histories: dict[str, list[Fact]] = {}
        self._states: dict[tuple[int, str], tuple[int, State | None]] = {}

    @contextmanager
    def work(self, clerk: str = "") -> Iterator["DeskWork"]:
        stood, series, folds = len(self.facts), dict(self.series), dict(self.folds)
        own = dict(self.drafts), dict(self.settings), dict(self.spooled)
        try:
            yield DeskWork(self, clerk)
        except BaseException:
            self._take_back(stood)
            self.series, self.folds = series, folds
            self.drafts, self.settings, self.spooled = own
            raise

    @contextmanager
    def look(self) -> Iterator["DeskWork"]:
        yield DeskWork(self, "")

    def history(self, entity: str) -> list[Fact]:
        return list(self._histories.get(entity, ()))

    def do(self, deed: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One deed in one transaction, in the name of `clerk` or of `whose` business it is."""
        with self.work(self.whose(deed)) as work:
            return deed(work, *args, **kwargs)

    def whose(self, deed: Callable[..., object]) -> str:
        """Who acts (an id): `clerk`; of what is not theirs to do, the first whose it is."""
        found = self.state(office.FOLD, OFFICE)
        name = deed_name(deed) if hasattr(deed, "__name__") else ""
        if found is None or name not in MATRIX or not self.clerk:
            return self.clerk
        able = [who.clerk for who in found.clerks.values() if who.role in MATRIX[name]]
        return self.clerk if self.clerk in able else next(iter(able), "")

    def see(self, fill: Callable[Concatenate[Look, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One look at the store."""
        with self.look() as look:
            return fill(look, *args, **kwargs)

    def refused(
        self, deed: Callable[Concatenate[Work, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> Refusal:
        """The refusal of a deed, which must leave nothing behind."""
        stood = list(self.facts)
        with pytest.raises(Refusal) as refusal, self.work(self.whose(deed)) as work:
            deed(work, *args, **kwargs)
        assert self.facts == stood
        return refusal.value

    def said(self, since: int = 0) -> list[Event | None]:
        """What stands in the journal from a place on."""
        return [event for _, event in self.facts[since:]]

    def forget(self, kind: str) -> None:
        """Drops the facts of a kind, as if they had never happened."""
        self.facts = [fact for fact in self.facts if fact[0].kind != kind]
        self._take_back(len(self.facts))

    def ticket(self, entity: str) -> Ticket:
        found = self.state(ticket.FOLD, entity)
        assert found is not None
        return found

    def request(self, entity: str) -> Request:
        found = self.state(request.FOLD, entity)
        assert found is not None
        return found

    def tickets(self) -> list[Ticket]:
        return cast(list[Ticket], self._all(ticket.FOLD))

    def requests(self) -> list[Request]:
        """Newest first, as the port's lists are."""
        found = cast(list[Request], self._all(request.FOLD))
        return sorted(found, key=lambda r: (r.registered_at, r.id), reverse=True)

    def entries(self) -> list[Entry]:
        return cast(list[Entry], self._all(catalogue.FOLD))

    def states(self) -> list[State]:
        """Of every entity."""
        found = (self.state(fold, entity) for entity, fold in self.folds.items())
        return [state for state in found if state]

    def state(self, fold: Fold[S], entity: str) -> S | None:
        """The fold of an entity's history."""
        history = self._histories.get(entity, [])
        known = self._states.get((id(fold), entity))
        if known is None or known[0] != len(history):
            known = (len(history), fold(history))
            self._states[id(fold), entity] = known
        return cast("S | None", known[1])

    def add(self, recorded: Recorded) -> Event | None:
        """One more line of the journal, as it is read back from its bytes."""
        event = self.vocabulary.read(recorded)
        self.facts.append((recorded, event))
        self._histories.setdefault(recorded.entity, []).append((recorded, event))
        return event

    def _all(self, fold: Fold[Any]) -> list[State]:
        entities = [entity for entity, its in self.folds.items() if its is fold]
        return [state for entity in entities if (state := self.state(fold, entity))]

    def _take_back(self, stood: int) -> None:
        del self.facts[stood:]
        self._states.clear()
        self._histories.clear()
        for fact in self.facts:
            self._histories.setdefault(fact[0].entity, []).append(fact)


class DeskWork(DeskFigures, DeskWaiting, StoreAlone):
    """Fulfils `app.ports.Work` by scanning what the desk holds."""

    def __init__(self, desk: Desk, clerk: str) -> None:
        self.node = desk.node
        self.clerk = clerk
        self.now = desk.clock.now()
        self.last_at = last_moment(desk.facts)
        self.at = max(self.now, self.last_at)
        self._desk = desk

    @property
    def office(self) -> Office:
        found = self.load(office.FOLD, OFFICE)
        assert found is not None
        return found

    @property
    def head(self) -> bytes:
        facts = self._desk.facts
        return facts[-1][0].link if facts else first_link(OFFICE, NODE)

    @property
    def seal_key(self) -> str:
        return seal.public(sha256(self.node.encode()).hexdigest())

    def sign(self, message: bytes) -> bytes:
        return seal.sign(sha256(self.node.encode()).hexdigest(), message)

    def signed(self, public: str, message: bytes, signature: bytes) -> bool:
        return seal.holds(public, message, signature)

    def load(self, fold: Fold[S], entity: str) -> S | None:
        return self._desk.state(fold, entity)

    def append(self, fold: Fold[S], entity: str, event: Event) -> S:
        """The state after one step, which must be that of the whole history read anew."""
        before = self.load(fold, entity)
        recorded = self._recorded(entity, event)
        after = fold.advance(before, recorded, event) if before else fold.open(recorded, event)
        assert after is not None, f"{recorded.kind} opens nothing"
        assert self._desk.add(recorded) == event
        self._desk.folds[entity] = fold
        assert self.load(fold, entity) == after
        return after

    def _recorded(self, entity: str, event: Event) -> Recorded:
        kind, version, body = self._desk.vocabulary.write(event)
        id_, at, seq = new_id(self.at), micros(self.at), len(self._desk.facts) + 1
        content = content_of(id_, at, self.clerk, entity, kind, version, body)
        link = link_of(self.head, INCARNATION, seq, content)
        return Recorded(
            OFFICE,
            self.node,
            INCARNATION,
            seq,
            id_,
            at,
            self.clerk,
            entity,
            kind,
            version,
            body,
            content,
            link,
        )

    def draft(self, place: str) -> bytes | None:
        return self._desk.drafts.get(place)

    def keep_draft(self, place: str, body: bytes) -> None:
        self._desk.drafts[place] = body

    def drop_draft(self, place: str) -> None:
        self._desk.drafts.pop(place, None)

    def setting(self, name: str) -> str:
        return self._desk.settings.get(name, "")

    def set_setting(self, name: str, value: str) -> None:
        self._desk.settings[name] = value

    def require_folder(self, folder: str) -> None:
        """Every folder is there: no disk is touched."""

    def outbox(self) -> Outbox:
        return self._desk.outbox

    def jobs(self, last: int = 50) -> Sequence[Job]:
        newest = sorted(self._desk.spooled, reverse=True)
        every = [self._desk.spooled[number][0] for number in newest]
        today = [job for job in every if job.ended and day_of(job.made_at) >= day_of(self.now)][
            :last
        ]
        return [job for job in every if not job.ended or job in today]

    def queued(self, role: Role) -> Sequence[Job]:
        every = (job for job, _ in self._desk.spooled.values())
        return [job for job in every if job.role == role and job.state == "queued"]

    def job(self, number: int) -> Job | None:
        return self._desk.spooled.get(number, (None, b""))[0]

    def job_paper(self, number: int) -> bytes:
        return self._desk.spooled.get(number, (None, b""))[1]

    def spool(self, job: Job, paper: bytes) -> Job:
        queued = replace(job, id=len(self._desk.spooled) + 1)
        self._desk.spooled[queued.id] = (queued, paper)
        return queued

    def set_job(self, job: Job) -> None:
        self._desk.spooled[job.id] = (job, self._desk.spooled[job.id][1])

    def take_number(self, series: str, day: date) -> tuple[date, int]:
        stood, last = self._desk.series.get(series, (day, 0))
        taken = (day, 1) if day > stood else (stood, last + 1)
        self._desk.series[series] = taken
        return taken

    def take_tracking(self) -> str:
        while self.requests_tracked(number := make(self._desk.random.randrange)):
            continue
        return number

    def entry_of(self, code: str) -> str | None:
        key = search_key(code)
        found = [e for e in self._desk.entries() if search_key(e.sheet.code) == key]
        return min(found, key=lambda e: (e.retired, e.id)).id if found else None

    def services(self) -> Sequence[str]:
        return sorted(entry.id for entry in self._desk.entries())

    def ticket_labelled(self, label: str, day: date) -> str | None:
        key = label_key(label)
        found = [t for t in self._tickets_of(day) if t.label and label_key(t.label) == key]
        return max(found, key=lambda t: t.issued_at).id if found else None

    def tickets_labelled(self, label: str, day: date) -> Sequence[str]:
        key = label_key(label)
        found = [t for t in self._tickets_of(day) if t.label and label_key(t.label) == key]
        return [t.id for t in sorted(found, key=lambda t: (t.issued_at, t.id))]

    def doubles(self, since: date) -> Sequence[Double]:
        tickets = [t for t in self._desk.tickets() if t.label and t.day >= since]
        labels = {(t.day, label_key(t.label)): t.label for t in tickets}
        given = [
            Double(
                kind="ticket",
                name=labels[key],
                ids=tuple(self.tickets_labelled(labels[key], key[0])),
            )
            for key in labels
        ]
        return [double for double in given if len(double.ids) > 1]

    def first_waiting(self, lanes: Sequence[str], at: datetime) -> str | None:
        found = [t for t in self._desk.tickets() if t.lane in lanes and ready(t, at)]
        return min(found, key=lambda t: (t.effective_at, t.number, t.id)).id if found else None

    def open_before(self, day: date) -> Sequence[str]:
        old = [t for t in self._desk.tickets() if not t.ended and t.day < day]
        return [t.id for t in sorted(old, key=lambda t: (t.effective_at, t.id))]

    def borne_before(self, label: str, day: date) -> Sequence[str]:
        key = label_key(label)
        old = [t for t in self._desk.tickets() if not t.ended and t.day < day and t.label]
        found = [t for t in old if label_key(t.label) == key]
        return [t.id for t in sorted(found, key=lambda t: (t.issued_at, t.id))]

    def series_day(self, series: str) -> date | None:
        return self._desk.series[series][0] if series in self._desk.series else None

    def waiting_in(self, lane: str) -> Sequence[str]:
        waiting = [t for t in self._desk.tickets() if t.state in ("waiting", "held")]
        there = [t for t in waiting if t.lane == lane]
        return [t.id for t in sorted(there, key=lambda t: (t.effective_at, t.id))]

    def visit_at(self, counter: str) -> str | None:
        found = [t for t in self._desk.tickets() if t.calls and t.counter == counter]
        return found[0].id if found else None

    def ticket_called_by(self, call: str) -> str | None:
        return next((t.id for t in self._desk.tickets() if call in t.granted), None)

    def visit_open_on(self, day: date, counter: str) -> str | None:
        found = [t for t in self._tickets_of(day) if t.calls and counter in ("", t.counter)]
        return found[0].id if found else None

    def no_shows(self, day: date) -> Sequence[str]:
        recent = [t for t in self._desk.tickets() if t.day >= day - WEEK]
        absent = [
            t for t in recent if t.state == "no_show" and day_of(moment(t.ended_at or 0)) >= day
        ]
        return [t.id for t in sorted(absent, key=lambda t: (-(t.ended_at or 0), t.id))]

    def heard_from(self) -> Mapping[str, datetime]:
        joining = ("NodePlaced", "SealPublished", "SeriesGiven")
        worked = (said for said, _ in self._desk.facts if said.kind not in joining)
        return {said.node: said.moment for said in worked}

    def requests_tracked(self, tracking: str) -> Sequence[str]:
        return [r.id for r in self._desk.requests() if r.tracking == tracking]

    def requests_by(self, applicant: str) -> Sequence[str]:
        assert applicant, "who has no code is not looked up"
        return [r.id for r in self._desk.requests() if r.applicant.id == applicant]

    def requests_of_visit(self, ticket: str) -> Sequence[str]:
        return [r.id for r in reversed(self._desk.requests()) if ticket in _visits(r)]

    def ahead_of(self, ticket: str, lanes: Sequence[str], at: datetime) -> int:
        mine = self._desk.ticket(ticket)
        ahead = [t for t in self._desk.tickets() if t.lane in lanes and ready(t, at)]
        place = (mine.effective_at, mine.number, mine.id)
        waits = ready(mine, at)
        return sum((t.effective_at, t.number, t.id) < place for t in ahead) if waits else 0

    def collecting(self, request: str) -> Sequence[str]:
        assert request, "a visit that is bound to none is not looked up"
        found = [t for t in self._desk.tickets() if t.request == request and not t.ended]
        return [t.id for t in sorted(found, key=lambda t: (t.issued_at, t.id))]

    def day_log(self, day: date) -> Sequence[LogLine]:
        return [_log_line(r) for r in self._requests_of(day)]

    def visits_of_day(self, day: date) -> Sequence[VisitLine]:
        return [
            VisitLine(
                state=t.state,
                how=t.how,
                outcome=t.outcome or "",
                counter=t.counter,
                deficiencies=len(t.deficiencies),
                referrals=len(t.referrals),
            )
            for t in self._tickets_of(day)
        ]

    def handed_over_by(self, day: date) -> Sequence[str]:
        begun = [r for r in self._desk.requests() if r.first_step_on and r.first_step_on <= day]
        begun.sort(key=lambda r: (r.registered_at, r.id))
        return [r.id for r in begun if not r.delivered_on or r.delivered_on >= day]

    def crowd(self, lanes: Sequence[str], at: datetime) -> Crowd:
        there = [t for t in self._desk.tickets() if t.lane in lanes and ready(t, at)]
        since = min((moment(t.issued_at) for t in there), default=None)
        return Crowd(count=len(there), since=since)

    def waiting_lines(self, at: datetime) -> Sequence[WaitingLine]:
        there = [t for t in self._desk.tickets() if ready(t, at)]
        return [
            WaitingLine(
                lane=lane,
                code=min(t.code for t in there if t.lane == lane),
                title=min(t.title for t in there if t.lane == lane),
                count=sum(t.lane == lane for t in there),
                since=min(moment(t.issued_at) for t in there if t.lane == lane),
            )
            for lane in sorted({t.lane for t in there})
        ]

    def purposes_waiting(self, at: datetime) -> Mapping[str, int]:
        return Counter(t.comes_for for t in self._desk.tickets() if ready(t, at))

    def calls_said(self, since: datetime, most: int) -> Sequence[CallSaid]:
        said = [
            CallSaid(
                event=recorded.id,
                ticket=recorded.entity,
                call=event.call,
                again=isinstance(event, TicketRecalled),
            )
            for recorded, event in reversed(self._desk.facts)
            if isinstance(event, TicketCalled | TicketRecalled) and recorded.at >= micros(since)
        ]
        return said[:most]

    def last_ended(self, day: date) -> Mapping[str, datetime]:
        ended = sorted(
            (t.ended_at, t.counter) for t in self._tickets_of(day) if t.ended_at and t.counter
        )
        return {counter: moment(at) for at, counter in ended}

    def called_after(self, day: date, counter: str, since: datetime) -> int:
        turns = (turn for t in self._tickets_of(day) if t.how == "ticket" for turn in t.turns)
        mine = (turn for turn in turns if turn.counter == counter)
        return sum(turn.called > micros(since) for turn in mine)

    def numbers_given(self, day: date) -> Mapping[str, tuple[int, datetime]]:
        given = [t for t in self._tickets_of(day) if t.series]
        return {
            series: (
                sum(t.series == series for t in given),
                max(moment(t.issued_at) for t in given if t.series == series),
            )
            for series in {t.series for t in given}
        }

    def next_in(self, lanes: Sequence[str], at: datetime, most: int) -> Sequence[str]:
        there = [t for t in self._desk.tickets() if t.lane in lanes and ready(t, at)]
        there.sort(key=lambda t: (t.effective_at, t.number, t.id))
        return [t.id for t in there][:most]

    def held_in(self, lanes: Sequence[str], at: datetime, most: int) -> Sequence[str]:
        held = [t for t in self._desk.tickets() if t.lane in lanes and t.state == "held"]
        ahead = [(t.held_until, t.id) for t in held if t.held_until and t.held_until > at]
        return [id_ for _, id_ in sorted(ahead)][:most]

    def slips_for(self, applicant: str) -> Sequence[str]:
        assert applicant, "who has no code is not looked up"
        found = [t for t in self._desk.tickets() if _slip_for(t) == applicant]
        return [t.id for t in sorted(found, key=lambda t: (t.issued_at, t.id), reverse=True)]

    def asked_for_since(self, day: date) -> Mapping[str, int]:
        return Counter(t.service for t in self._desk.tickets() if t.day >= day)

    def owed(self, today: date, counter: str) -> Owed:
        owed = self._owed(counter)
        return Owed(
            late=sum(overdue(r.promised.date(), r.state, today) for r in owed),
            today=sum(r.promised.date() == today for r in owed if r.waits_for != "delivery"),
            waits=Counter(r.waits_for for r in owed),
        )

    def overdue_on(self, day: date, counter: str) -> int:
        there = [r for r in self._desk.requests() if counter in ("", r.counter) and not r.ended]
        late = [r for r in there if r.promised.date() < day]
        return sum(r.ready_on is None or r.ready_on > day for r in late)

    def owed_lines(
        self,
        waits_for: WaitsFor,
        since: datetime,
        until: datetime,
        counter: str,
        most: int,
        *,
        ready: bool = True,
    ) -> Sequence[RequestLine]:
        owed = [r for r in self._owed(counter) if since <= r.promised < until]
        owed = [r for r in owed if ready or r.waits_for != "delivery"]
        owed.sort(key=lambda r: (r.promised, r.id))
        return [line_of(r) for r in owed if waits_for in ("", r.waits_for)][:most]

    def find(self, text: str) -> Sequence[Found]:
        key = search_key(text)
        return [
            Found(
                tracking=r.tracking,
                name=r.applicant.name,
                id=r.applicant.id,
                sub_service=r.title,
                state=r.state,
            )
            for r in self._desk.requests()
            if key in (r.tracking, r.applicant.id, r.applicant.mobile)
            or (key and any(key in search_key(name) for name in r.names))
        ][:50]

    def requests_of_day(self, day: date, counter: str) -> Sequence[str]:
        return [r.id for r in self._requests_of(day) if not counter or counter in _counters(r)]

    def open_conflicts(self, most: int) -> Sequence[tuple[str, str]]:
        found = [(c.at, c.event, s.id) for s in self._desk.states() for c in s.open_conflicts]
        return [(entity, event) for _, event, entity in sorted(found, reverse=True)[:most]]

    def open_conflict_count(self) -> int:
        return sum(len(state.open_conflicts) for state in self._desk.states())

    def conflict_of(self, event: str) -> str | None:
        states = self._desk.states()
        return next((s.id for s in states for c in s.conflicts if c.event == event), None)

    def _owed(self, counter: str) -> list[Request]:
        return [r for r in self._desk.requests() if r.open and counter in ("", r.counter)]

    def _tickets_of(self, day: date) -> list[Ticket]:
        return [t for t in self._desk.tickets() if t.day == day]

    def _requests_of(self, day: date) -> list[Request]:
        every = reversed(self._desk.requests())
        return [r for r in every if day in (r.received.date(), r.delivered_on)]


def label_key(label: str) -> str:
    """A label in any spelling, its number with or without zeros before it."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", search_key(label))


def last_moment(facts: Sequence[Fact]) -> datetime:
    """The latest moment on record since somebody last vouched for the clock."""
    last = EPOCH
    for recorded, event in facts:
        last = recorded.moment if isinstance(event, ClockConfirmed) else max(last, recorded.moment)
    return last


def _slip_for(found: Ticket) -> str:
    newest = found.deficiencies[-1] if found.deficiencies else None
    if newest is None or newest.redeemed or newest.slip.applicant is None:
        return ""
    return newest.slip.applicant.id


def _visits(found: Request) -> tuple[str, ...]:
    return (found.ticket, found.delivery.said.ticket if found.delivery else "")


def _counters(found: Request) -> tuple[str, ...]:
    return (found.counter, found.delivery.said.counter if found.delivery else "")


def _log_line(found: Request) -> LogLine:
    counter, delivery_counter = _counters(found)
    return LogLine(
        request=found.id,
        row=LogRow(
            tracking=found.tracking,
            sub_service=found.title,
            received=found.received.date(),
            promised=found.promised.date(),
            first_step=found.first_step_on,
            last_step=found.last_step_on,
            delivered=found.delivered_on,
            mark=found.mark(),
        ),
        counter=counter,
        delivery_counter=delivery_counter,
    )


JOURNAL: type[Journal] = Desk
"""For the type checker: a desk is a journal."""

MORNING = datetime(2026, 11, 21, 4, 30, tzinfo=UTC)
"""08:00 in Tehran on a Saturday, 30 Aban 1405."""
