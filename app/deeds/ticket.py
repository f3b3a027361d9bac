"""Giving a ticket (نوبت), and receiving somebody who has none."""

from hashlib import sha256
from typing import Literal, Unpack

from app.deeds.by_paper import note_served
from app.deeds.catalogue import the_guidance
from app.deeds.centre import offset_of
from app.deeds.lane import lane_now
from app.deeds.looking import (
    answer_not_ready,
    the_desk_entry,
    the_entry_taken,
    the_open_request,
    the_ticket,
    today,
)
from app.deeds.night import of_earlier_day, over, settle_night
from app.deeds.numbering import Given, begins_day, give_ticket
from app.deeds.seats import seats
from app.events.ticket import Purpose, TokenRedeemed, VisitOpened
from app.folds import ticket
from app.folds.catalogue import Entry
from app.folds.ticket import Deficiency, Ticket
from app.ids import named_id, new_id
from app.order import collecting_lane, counter_lane, effective, service_lane
from app.persian import tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed


@deed
def issue(
    work: Work, service: str, *, priority: str = "", tap: str = "", purpose: Purpose = "new"
) -> Ticket:
    """A ticket for the sub-service of that code. The same `tap` on this PC gives the same ticket.

    Refuses `service_unknown`, `service_electronic_only`, `service_g2g`, `priority_unknown`,
    `no_series` where this PC was given no letters.
    """
    entity, known = tapped(work, tap)
    if known:
        return known
    entry = the_desk_entry(work, service)
    credit = _credit(work, priority)
    return give(
        work,
        entity,
        entry,
        lane=service_lane(entry.id),
        effective_at=effective(work.at + offset_of(work), credit),
        priority=priority,
        credit=credit,
        purpose=purpose,
    )


@deed
def issue_guidance(work: Work, *, priority: str = "", tap: str = "") -> Ticket:
    """A ticket for somebody who does not know what to ask for. Refuses as `issue` does."""
    code = the_guidance(work).sheet.code
    return issue(work, code, priority=priority, tap=tap, purpose="guide")


@deed
def issue_for_answer(work: Work, tracking: str, *, tap: str = "") -> Ticket:
    """A ticket to collect an answer, bound to its request; `tap` as in `issue`. As long as one for
    that lives (waits, is held, or is called today), it is that one. Refuses `answer_not_ready`, and
    as a look at an open request does.
    """
    entity, known = tapped(work, tap)
    if known:
        return known
    found = the_open_request(work, tracking)
    if not found.answers:
        raise answer_not_ready(found)
    return _collecting(work, found.id) or give(
        work,
        entity,
        the_entry_taken(work, found.service),
        lane=collecting_lane(found.service),
        effective_at=work.at + offset_of(work),
        purpose="collect",
        request=found.id,
    )


@deed
def come_back(work: Work, token: str, *, tap: str = "") -> Ticket:
    """Lets the bearer of a deficiency slip in again without a new wait: today's label, the old
    place, the clerk who wrote the slip: at the counter where they are now, else at that of the
    slip; whoever serves the same where nobody is there. `tap` as in `issue`.

    Refuses `token_wrong` (also of a slip that a later one replaced), `token_used`, `token_expired`,
    and `visit_open` while its visit goes on.
    """
    entity, known = tapped(work, tap)
    if known:
        return known
    old, slip = _the_slip(work, token)
    if not old.ended:
        raise Refusal("visit_open", label=old.label, ticket=old.id)
    if slip.redeemed:
        raise Refusal("token_used", number=slip.slip.number)
    if today(work) > slip.slip.until:
        raise Refusal("token_expired", until=slip.slip.until)
    work.append(ticket.FOLD, old.id, TokenRedeemed(token=slip.slip.token, ticket=entity))
    return give(
        work,
        entity,
        the_entry_taken(work, slip.slip.service),
        lane=_lane_back(work, slip),
        effective_at=old.effective_at,
        purpose="complete",
        continues=old.id,
        applicant=slip.slip.applicant.id if slip.slip.applicant else "",
    )


@deed
def receive_without_ticket(
    work: Work,
    service: str,
    *,
    counter: str,
    how: Literal["walk_in", "telephone"] = "walk_in",
    label: str = "",
) -> Ticket:
    """Serves somebody who has no ticket, or who telephones (R79); or one whose paper bears a
    `label` that has not come here yet: as soon as it does, it waits no longer.

    Refuses `visit_open` while the counter serves another, and as `issue` does.
    """
    work.office.counter(counter)
    if busy := work.visit_at(counter):
        raise Refusal("visit_open", label=the_ticket(work, busy).label)
    entry = the_desk_entry(work, service)
    opened = VisitOpened(
        how=how,
        call=new_id(work.at),
        counter=counter,
        day=today(work),
        service=entry.id,
        service_version=entry.version,
        code=entry.sheet.code,
        title=entry.sheet.title,
        label=tidy(label),
    )
    visit = work.append(ticket.FOLD, new_id(work.at), opened)
    if visit.paper:
        note_served(work, visit)
    return visit


def token_of(entity: str, ordinal: int) -> str:
    """What the QR of a deficiency slip says: the ticket's id, which slip, and a check."""
    check = sha256(f"{entity}/{ordinal}".encode()).hexdigest()[:6]
    return f"{entity}{ordinal:02x}{check}"


def tapped(work: Look, tap: str) -> tuple[str, Ticket | None]:
    """The id that a tap on this PC gives, and the ticket if it was given already."""
    if not tap:
        return new_id(work.at), None
    entity = named_id(work.office.id, "tap", f"{work.node}:{tap}")
    return entity, work.load(ticket.FOLD, entity)


def _collecting(look: Look, request: str) -> Ticket | None:
    """Who has come for that answer. What a night left behind is no number any more, be it waiting
    or never ended by whoever called it.
    """
    gone = over(look)
    living = [the_ticket(look, each) for each in look.collecting(request) if each not in gone]
    return next((e for e in living if not (e.calls and of_earlier_day(look, e))), None)


def _the_slip(work: Work, token: str) -> tuple[Ticket, Deficiency]:
    text = token.strip().lower()
    found = work.load(ticket.FOLD, text[:32])
    newest = found.deficiencies[-1] if found and found.deficiencies else None
    if found is None or newest is None or newest.slip.token != text:
        raise Refusal("token_wrong", token=token)
    return found, newest


def _lane_back(work: Work, slip: Deficiency) -> str:
    places = {whose: number for number, whose in seats(work).items()}
    counter = places.get(slip.clerk, slip.slip.counter)
    return lane_now(work, counter_lane(counter), slip.slip.service)


def _credit(work: Work, priority: str) -> int:
    if not priority:
        return 0
    if priority not in work.office.classes:
        raise Refusal("priority_unknown", priority=priority)
    return work.office.classes[priority].credit


def give(work: Work, entity: str, entry: Entry, **facts: Unpack[Given]) -> Ticket:
    """A ticket with the next number. The first of a day ends the night for whoever still waits,
    and gives none that is kept through it.
    """
    if begins_day(work):
        settle_night(work)
    return give_ticket(work, entity, entry, **facts)
