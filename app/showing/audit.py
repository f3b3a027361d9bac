"""Who did what: facts of the journal, by clerk, days, kind and subject, page by page."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Literal

from app.auditing import Line, Mark, Wanted
from app.correction import Change
from app.event import Event, micros, moment
from app.folds import request
from app.folds.request import Request
from app.letters import latin_digits
from app.local import TEHRAN, local
from app.ports import Look
from app.refusal import Refusal
from app.showing.audit_subject import subject_of
from app.value import Value

PAGE = 200
"""Facts of a page."""

MOST = 100_000
"""Facts of a file; a longer one nobody opens."""

OVERRIDES: tuple[str, ...] = (
    "TicketCalled",
    "TicketRaised",
    "NoShowUndone",
    "RequestRegistered",
    "AnswerDelivered",
    "RequestCorrected",
    "RequestVoided",
    "SheetVoided",
    "ConflictSettled",
    "ClerkDisabled",
    "ClockConfirmed",
)
"""Kinds by which somebody may depart from the usual way, and must say why. Of calls,
no-shows taken back, registered requests and answers only those that do: out of order, against the
rule, again or too many in one turn, without the receipt.
"""

SubjectKind = Literal["request", "ticket", ""]

_STRETCH = timedelta(days=7)
"""Days that are read between two words of how far the reading has come."""

_REASONS = ("reason", "repeated", "beyond", "lost_reason", "note")
_TRACKING = 12

Tell = Callable[[float], None]
"""Hears which share of the work is done; what it raises ends it."""


class Filter(Value, frozen=True, kw_only=True):
    """Both days are counted. `clerks` are ids; `subject` a tracking number or a ticket's label, as
    it was typed.
    """

    first: date
    last: date
    clerks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    subject: str = ""
    overrides: bool = False


class Fact(Value, frozen=True, kw_only=True):
    """`clerk` is a name (empty: the program), `place` the number of the PC, 0 for the centre.
    `counter` is empty where the fact names none. `event` is None where a newer program wrote it.
    `detail` names the applicant as they were called then; `changes` is what a correction changed.
    """

    id: str
    at: datetime
    clerk: str
    kind: str
    place: int
    counter: str
    subject: SubjectKind
    name: str
    detail: str
    reason: str
    event: Event | None
    changes: tuple[Change, ...] = ()


class FactPage(Value, frozen=True, kw_only=True):
    """`more`: the facts before the mark are still to be read."""

    facts: tuple[Fact, ...] = ()
    mark: Mark | None = None
    more: bool = False


def audit_page(
    look: Look, wanted: Filter, tell: Tell, after: Mark | None = None, most: int = PAGE
) -> FactPage:
    """The next facts that a filter lets through, the newest first, behind the mark of the page
    before. Refuses `audit_subject_unknown`, and `period_wrong(first, last)` where it ends before it
    begins.
    """
    if wanted.last < wanted.first:
        raise Refusal("period_wrong", first=wanted.first, last=wanted.last)
    lines = list(_lines(look, wanted, tell, after, most + 1))
    office = look.office
    people = {who.clerk: who.name for who in (*office.former, *office.clerks.values())}
    return FactPage(
        facts=tuple(_fact(look, people, line) for line in lines[:most]),
        mark=lines[min(most, len(lines)) - 1].mark if lines else after,
        more=len(lines) > most,
    )


def _lines(look: Look, wanted: Filter, tell: Tell, after: Mark | None, most: int) -> Iterator[Line]:
    kinds = wanted.kinds or (OVERRIDES if wanted.overrides else ())
    asked = Wanted(wanted.clerks, kinds, wanted.overrides)
    since, until = _begin(wanted.first), _begin(wanted.last + timedelta(days=1)) - 1
    mark = after or Mark(until, 2**62)
    if wanted.subject:
        yield from look.facts_of(_entities(look, wanted), asked, since, mark, most)
        return
    oldest = look.first_fact()
    if oldest is None:
        return
    since, begun = max(since, oldest), mark.at
    left = most
    while left > 0 and mark.at >= since:
        down = max(since, mark.at - _STRETCH // timedelta(microseconds=1))
        found = look.facts(asked, down, mark, left)
        yield from found
        left -= len(found)
        mark = Mark(down - 1, 2**62)
        tell(min(1.0, (begun - down) / max(begun - since, 1)))


def _begin(day: date) -> int:
    return micros(datetime.combine(day, time.min, TEHRAN))


def _entities(look: Look, wanted: Filter) -> list[str]:
    """What a number or a label names; of a request its visits too."""
    digits = "".join(letter for letter in latin_digits(wanted.subject) if letter.isdecimal())
    requests = look.requests_tracked(digits) if len(digits) == _TRACKING else []
    found = [*requests, *(visit for id_ in requests for visit in _visits(look, id_))]
    if not requests:
        found = list(look.labelled_between(wanted.subject, wanted.first, wanted.last))
        found += [id_ for ticket in found for id_ in look.requests_of_visit(ticket)]
    if not found:
        raise Refusal("audit_subject_unknown", subject=wanted.subject)
    return found


def _visits(look: Look, id_: str) -> list[str]:
    found = look.load(request.FOLD, id_)
    if found is None:
        return []
    delivered = found.delivery.said.ticket if found.delivery else ""
    return [visit for visit in (found.ticket, delivered) if visit]


def _fact(look: Look, people: Mapping[str, str], line: Line) -> Fact:
    recorded, event = line.recorded, line.event
    mended = look.load(request.FOLD, recorded.entity) if line.corrected else None
    subject: SubjectKind = "request" if line.tracking else "ticket" if line.detail else ""
    return Fact(
        id=recorded.id,
        at=local(moment(recorded.at)),
        clerk=people.get(recorded.clerk, ""),
        kind=recorded.kind,
        place=look.office.places.get(recorded.node, 0),
        counter=str(getattr(event, "counter", "")),
        subject=subject,
        name=line.tracking or line.label,
        detail=_named(mended, line) or subject_of(look, people, line),
        reason=_reason(event),
        event=event,
        changes=mended.changed_by(recorded.id) if mended else (),
    )


def _named(mended: Request | None, line: Line) -> str:
    return mended.name_at(line.recorded.at) if mended else line.detail


def _reason(event: Event | None) -> str:
    """What was given as a reason."""
    said = (getattr(event, name, "") for name in _REASONS)
    why = getattr(getattr(event, "why", None), "reason", "")
    return str(next((text for text in said if text), why))
