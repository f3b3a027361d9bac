"""What an inspector checks at a desk, with the figures of the record, and a draw of requests."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from hashlib import sha256
from heapq import nsmallest

from app.counted import KEPT
from app.deeds.day import worked_at
from app.deeds.looking import day_id
from app.event import moment
from app.figures.promises import count_promises
from app.figures.stays import FLAGS, VISIT
from app.folds import day, request
from app.folds.request import RequestState
from app.letters import latin_digits, tidy
from app.local import day_of
from app.period import Period
from app.ports import Look
from app.refusal import Refusal
from app.showing.catalogue import catalogue_flaws, sheets_of
from app.value import Value
from app.verified import last_verified

USUAL_DRAW, LARGEST_DRAW = 10, 200

_SEED = 5
"""Bytes of the head of the journal that are the seed, as a number, where nobody brings another."""

Tell = Callable[[float], None]
"""Hears which share of the work is done; what it raises ends it."""


class Point(Value, frozen=True, kw_only=True):
    """Something that is looked at: `code` names its sentences, which `facts` fill; `poor` where the
    record itself shows that something lacks.
    """

    code: str
    facts: Mapping[str, object] = {}
    poor: bool = False


class Drawn(Value, frozen=True, kw_only=True):
    """A request that was drawn, to be held against its papers."""

    tracking: str
    name: str
    title: str
    received: date
    promised: date
    ready: date | None
    delivered: date | None
    state: RequestState


class Draw(Value, frozen=True, kw_only=True):
    """`population` requests of the period, of which these; the same seed over the same requests
    gives the same ones, on every PC.
    """

    seed: str
    population: int
    rows: tuple[Drawn, ...]


class Inspection(Value, frozen=True, kw_only=True):
    """What the pages and the paper show, as it stood at the head of this PC's chain."""

    period: Period
    points: tuple[Point, ...]
    draw: Draw
    head: str


def inspection(look: Look, period: Period, seed: str, many: int, tell: Tell) -> Inspection:
    """All of it. Refuses `draw_wrong(most)`."""
    return Inspection(
        period=period,
        points=points(look, period, tell),
        draw=draw(look, period, seed, many),
        head=look.head.hex(),
    )


def draw(look: Look, period: Period, seed: str, many: int) -> Draw:
    """The requests whose numbers, hashed behind the seed, come first. An empty seed is taken from
    the head of the journal: nobody chooses it. Refuses `draw_wrong(most)`.
    """
    if not 0 < many <= LARGEST_DRAW:
        raise Refusal("draw_wrong", most=LARGEST_DRAW)
    told = tidy(latin_digits(seed)) or str(int.from_bytes(look.head[:_SEED]))
    received = look.received_between(period.first, period.last)
    first = nsmallest(many, received, key=lambda each: (_rank(told, each[1]), each[0]))
    rows = tuple(drawn for id_, _ in first if (drawn := _drawn(look, id_)))
    return Draw(seed=told, population=len(received), rows=rows)


def points(look: Look, period: Period, tell: Tell) -> tuple[Point, ...]:
    """In the order in which an inspector goes through a desk."""
    days = _Days(look, period, tell)
    office = look.office
    sheets = [each for each in catalogue_flaws(look) if each.id]
    lacking = sum(any(not flaw.advice for flaw in each.flaws) for each in sheets)
    slips, again = look.slips(period.first, period.last)
    today = day_of(look.at)
    kept = count_promises(look, period, today, lambda _: None).whole
    doubled = sum(each.kind == "request" for each in look.doubles(period.first))
    filled = len(look.filled_rows(period.first, period.last))
    people = len(office.clerks)
    return (
        Point(code="nobody_sent", facts={"n": days.referrals, "visits": days.visits}),
        Point(
            code="open_hours",
            facts={"n": days.worked, "days": days.working},
            poor=days.worked < days.working,
        ),
        Point(code="receipts", facts={"n": days.registered}),
        Point(code="numbers", facts={"n": doubled}, poor=doubled > 0),
        Point(code="queue", facts={"counters": len(office.counters), "n": days.visits}),
        Point(
            code="information",
            facts={"n": len(sheets_of(look)), "lacking": lacking},
            poor=lacking > 0,
        ),
        Point(code="papers_once", facts={"n": slips, "again": again}, poor=again > 0),
        Point(
            code="daily_log",
            facts={"n": days.logged, "closed": days.closed},
            poor=days.closed < days.logged,
        ),
        Point(code="answers", facts={"n": kept.kept + kept.late}),
        Point(code="promises", facts=_promises(kept.due, kept.kept), poor=kept.broken > 0),
        Point(code="survey", facts={"n": filled}, poor=filled == 0),
        Point(code="reports", facts={"period": period.name}),
        Point(code="staff", facts={"n": people}),
        _records(look),
    )


def _records(look: Look) -> Point:
    """What the last reading of all the records found here, and that none was made."""
    open_, last = look.open_conflict_count(), last_verified(look)
    if last is None:
        return Point(code="records_unread", facts={"n": open_}, poor=True)
    said = "whole" if last.whole else "different"
    facts = {"n": open_, "at": last.at, "verified": said}
    return Point(code="records", facts=facts, poor=open_ > 0 or not last.whole)


def _promises(due: int, kept: int) -> Mapping[str, object]:
    rate = round(100 * kept / due) if due else None
    return {"due": due, "kept": kept, "rate": rate}


class _Days:
    """What the days of a period show, as far as they have come and since the office was founded."""

    def __init__(self, look: Look, period: Period, tell: Tell) -> None:
        self.visits = self.referrals = self.registered = 0
        self.worked = self.working = self.logged = self.closed = 0
        self._founded, self._today = day_of(moment(look.first_fact() or 0)), day_of(look.at)
        last = min(period.last, self._today)
        whole = max((last - period.first).days, 0) + 1
        for number in range(whole):
            self._add(look, period.first + timedelta(days=number))
            tell(number / whole)

    def _add(self, look: Look, shown: date) -> None:
        """Today may still be closed, and nobody may have come yet; nor on the day of founding. It
        is closed by those who worked on it: the counters of the office are others on other days.
        """
        visits, lines = look.visits_of_day(shown), look.day_log(shown)
        known = look.load(day.FOLD, day_id(look.office.id, shown))
        counters = worked_at(shown, lines, visits)
        open_, expected = look.office.calendar.is_open(shown), self._founded < shown < self._today
        over = bool(lines) and shown < self._today
        ended = {turn[VISIT] for turn in look.visits_of(shown) if not turn[FLAGS] & KEPT}
        self.visits += len(ended)
        self.referrals += sum(visit.referrals for visit in visits)
        self.registered += sum(line.row.received == shown for line in lines)
        self.working += open_ and (expected or bool(visits))
        self.worked += open_ and bool(visits)
        self.logged += over
        self.closed += over and known is not None and all(map(known.closing, counters))


def _rank(seed: str, tracking: str) -> bytes:
    return sha256(f"bajeh-draw-1\n{seed}\n{tracking}".encode()).digest()


def _drawn(look: Look, id_: str) -> Drawn | None:
    found = look.load(request.FOLD, id_)
    if found is None:
        return None
    return Drawn(
        tracking=found.tracking,
        name=found.applicant.name,
        title=found.title,
        received=found.received.date(),
        promised=found.promised.date(),
        ready=found.ready_on,
        delivered=found.delivered_on,
        state=found.state,
    )
