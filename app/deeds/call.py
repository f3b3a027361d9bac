"""Calling somebody to a counter, and what follows until they stand there."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from app.deeds.by_paper import clear_served
from app.deeds.centre import OFFSET
from app.deeds.labelled import the_labelled
from app.deeds.lane import lane_now
from app.deeds.looking import the_ticket, the_visit
from app.deeds.night import carried_id, of_earlier_day, queue_day, settle_night
from app.deeds.numbering import ticket_day
from app.deeds.pause import require_serving
from app.event import moment
from app.events.ticket import (
    NoShowMarked,
    NoShowUndone,
    ServiceBegun,
    TicketCalled,
    TicketRecalled,
    Why,
)
from app.folds import ticket
from app.folds.ticket import Ticket
from app.ids import new_id
from app.order import counter_lane, lanes, own_lane, serving, why_next
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed
from app.sync.replica import Asked


@deed
def call_next(work: Work, counter: str, *, call: str = "") -> Ticket:
    """Calls whoever is next for this counter. The same `call` gives the same answer.

    Refuses `nobody_waiting`, `visit_open` while the counter has somebody, `counter_unknown`,
    `counter_paused`.
    """
    if known := _answered_before(work, call):
        return known
    _require_free(work, counter)
    clear_served(work)
    found = _next(work, counter)
    if found and found.day < queue_day(work):
        settle_night(work)
        found = _next(work, counter)
    if found is None:
        raise Refusal("nobody_waiting", counter=counter)
    return _call(work, found, counter, call, why_next(found, moment(found.issued_at)))


@deed
def call_chosen(work: Work, counter: str, label: str, reason: str, *, call: str = "") -> Ticket:
    """Calls somebody out of order, with a reason that stays on record.

    Refuses `reason_empty`, `label_unknown`, `label_doubled`, `ticket_taken`, `ticket_ended`,
    `service_not_here`.
    """
    if known := _answered_before(work, call):
        return known
    if not tidy(reason):
        raise Refusal("reason_empty")
    _require_free(work, counter)
    clear_served(work)
    found = _of_today(work, the_ticket(work, the_labelled(work, label)))
    _require_callable(work, found, counter)
    why = why_next(found, moment(found.issued_at))
    return _call(work, found, counter, call, replace(why, rule="chosen", reason=clean(reason)))


@deed
def offer(work: Work, asked: Asked, most: int) -> Sequence[tuple[str, TicketCalled]]:
    """Whom a call that the centre is asked for may be for, first to last, and what it would say.
    Who still waits from yesterday goes by the night rule first.

    Refuses as `call_next` and `call_chosen` do; nobody waiting is an empty answer here.
    """
    _require_free(work, asked.counter)
    clear_served(work)
    if asked.chosen:
        found = [the_ticket(work, asked.chosen)]
        _require_callable(work, found[0], asked.counter)
    else:
        found = _first(work, asked, most)
        if any(each.day < queue_day(work) for each in found):
            settle_night(work, heard=bool(work.setting(OFFSET)))
            found = _first(work, asked, most)
    return [(each.id, _offered(each, asked)) for each in found]


def _first(work: Work, asked: Asked, most: int) -> list[Ticket]:
    waiting = lanes(work.office, asked.counter, asked.clerk, work.services())
    return [the_ticket(work, entity) for entity in work.next_in(waiting, work.at, most)]


def _offered(found: Ticket, asked: Asked) -> TicketCalled:
    why = why_next(found, moment(found.issued_at))
    if asked.chosen:
        why = replace(why, rule="chosen", reason=asked.reason)
    return TicketCalled(call=asked.call, counter=asked.counter, why=why)


@deed
def recall(work: Work, entity: str, *, counter: str = "") -> Ticket:
    """Announces the called one again. Refuses `not_called`.

    Here and below `counter` says whose call is meant, should two have called while apart.
    """
    found = the_visit(work, entity, counter)
    return work.append(ticket.FOLD, entity, TicketRecalled(call=found.calls_to(counter)[-1]))


@deed
def begin(work: Work, entity: str, *, counter: str = "") -> Ticket:
    """The client stands at the counter. Once is enough. Refuses `not_called`."""
    found = the_visit(work, entity, counter)
    call = next(call for call in reversed(found.calls) if counter in ("", call.counter))
    if call.begun:
        return found
    return work.append(ticket.FOLD, entity, ServiceBegun(call=call.id))


@deed
def no_show(work: Work, entity: str, *, counter: str = "") -> Ticket:
    """Nobody came. Refuses `not_called`, and `visit_recorded` of whom something was done for."""
    found = the_visit(work, entity, counter)
    if found.deficiencies or found.referrals or work.requests_of_visit(entity):
        raise Refusal("visit_recorded", label=found.label)
    return work.append(ticket.FOLD, entity, NoShowMarked(calls=found.calls_to(counter)))


@deed
def undo_no_show(work: Work, entity: str, *, reason: str = "") -> Ticket:
    """Came after all: waits again at the old place, on the day on which nobody came, whichever the
    night rule. Where the counter has called more others since
    than the office allows, it is for a `reason`.

    Refuses `not_a_no_show`, `turn_lost`, `ticket_of_old_day`, `no_ticket_to_transfer` for a visit
    that never waits.
    """
    found = the_ticket(work, entity)
    if found.state != "no_show":
        raise Refusal("not_a_no_show", label=found.label)
    if not found.label:
        raise Refusal("no_ticket_to_transfer")
    if _of_old_day(work, found):
        raise Refusal("ticket_of_old_day", label=found.label)
    late = called_since(work, found)
    if late > work.office.rules.tolerance and not tidy(reason):
        raise Refusal("turn_lost", label=found.label, n=late, most=work.office.rules.tolerance)
    lane = own_lane(found, lane_now(work, found.lane, found.service))
    undone = NoShowUndone(effective_at=found.effective_at, lane=lane, reason=clean(reason))
    return work.append(ticket.FOLD, entity, undone)


def _of_old_day(work: Look, found: Ticket) -> bool:
    """Whether nobody came on an earlier day, or the number is somebody else's by now."""
    gone = moment(found.ended_at or found.issued_at)
    if gone < work.at - timedelta(days=1) or of_earlier_day(work, found):
        return True
    bearers = work.tickets_labelled(found.label, ticket_day(work))
    return found.day < ticket_day(work) and bool(bearers)


def called_since(work: Look, found: Ticket) -> int:
    """How many numbers its counter has called since it did not show up."""
    ended = found.ended_at or found.issued_at
    over = work.called_after(found.day, found.counter, moment(ended))
    here = work.visit_at(found.counter)
    calls = the_ticket(work, here).calls if here else ()
    return over + sum(call.why is not None and call.at > ended for call in calls)


def _answered_before(work: Work, call: str) -> Ticket | None:
    known = work.ticket_called_by(call) if call else None
    return the_ticket(work, known) if known else None


def _next(work: Work, counter: str) -> Ticket | None:
    waiting = lanes(work.office, counter, work.clerk, work.services())
    entity = work.first_waiting(waiting, work.at)
    return the_ticket(work, entity) if entity else None


def _of_today(work: Work, found: Ticket) -> Ticket:
    """The ticket under which somebody waits once the night is settled."""
    if found.ended or found.calls or found.day >= queue_day(work):
        return found
    settle_night(work)
    return work.load(ticket.FOLD, carried_id(work, found)) or the_ticket(work, found.id)


def _require_free(work: Work, counter: str) -> None:
    work.office.counter(counter)
    require_serving(work, counter)
    if busy := work.visit_at(counter):
        raise Refusal("visit_open", label=the_ticket(work, busy).label, ticket=busy)


def _require_callable(work: Work, found: Ticket, counter: str) -> None:
    if found.calls:
        raise Refusal("ticket_taken", label=found.label, counter=found.counter)
    if found.ended:
        raise Refusal("ticket_ended", label=found.label, state=found.state)
    others = serving(work.office, found.service)
    if counter not in others and found.lane != counter_lane(counter):
        raise Refusal("service_not_here", service=found.title, counters=others)


def _call(work: Work, found: Ticket, counter: str, call: str, why: Why) -> Ticket:
    called = TicketCalled(call=call or new_id(work.at), counter=counter, why=why)
    return work.append(ticket.FOLD, found.id, called)
