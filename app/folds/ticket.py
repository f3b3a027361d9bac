"""The state of a ticket (نوبت): waiting, called, serving, held, or how it ended."""

from datetime import date, datetime
from typing import Literal, cast

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events import ticket as said
from app.events.paper import PaperPrinted
from app.folds.fold import Fold, Reason, State, Transition, paper_printed
from app.value import Value

TicketState = Literal["waiting", "called", "serving", "held", "no_show", "finished", "cleared"]


class Call(Value, frozen=True, kw_only=True):
    """One open call; times in microseconds UTC."""

    id: str
    counter: str
    clerk: str
    at: int
    begun: int | None = None


class Deficiency(Value, frozen=True, kw_only=True):
    """A slip that was handed out, and the ticket with which its bearer came back."""

    slip: said.DeficiencyAnnounced
    at: int
    clerk: str
    redeemed: str = ""


class Ticket(State, frozen=True, kw_only=True):
    """A ticket, or a visit without one (`label` empty). `ended` is empty while it lives."""

    label: str
    series: str
    number: int
    day: date
    issued_at: int
    service: str
    service_version: int
    code: str
    title: str
    lane: str
    effective_at: datetime
    priority: str = ""
    credit: int = 0
    purpose: said.Purpose = "new"
    how: Literal["ticket", "walk_in", "telephone"] = "ticket"
    continues: str = ""
    request: str = ""
    applicant: str = ""
    calls: tuple[Call, ...] = ()
    granted: tuple[str, ...] = ()
    """Every call id that was ever granted this ticket."""
    counter: str = ""
    recalls: int = 0
    held_until: datetime | None = None
    ended: Literal["", "no_show", "finished", "cleared"] = ""
    ended_at: int | None = None
    outcome: said.Outcome | None = None
    why: said.Why | None = None
    deficiencies: tuple[Deficiency, ...] = ()
    referrals: tuple[said.ReferralArranged, ...] = ()

    @property
    def state(self) -> TicketState:
        """One word for lists and screens."""
        if self.ended:
            return self.ended
        if self.calls:
            return "serving" if any(call.begun for call in self.calls) else "called"
        return "held" if self.held_until else "waiting"

    @property
    def call_ids(self) -> tuple[str, ...]:
        """The open calls, which whatever ends them must name."""
        return tuple(call.id for call in self.calls)

    def calls_to(self, counter: str) -> tuple[str, ...]:
        """The open calls to one counter; empty: to all."""
        return tuple(call.id for call in self.calls if counter in ("", call.counter))


def _opened(recorded: Recorded, event: Event) -> Ticket | None:
    if isinstance(event, said.TicketIssued):
        return Ticket(
            id=recorded.entity,
            label=event.label,
            series=event.series,
            number=event.number,
            day=event.day,
            issued_at=recorded.at,
            service=event.service,
            service_version=event.service_version,
            code=event.code,
            title=event.title,
            lane=event.lane,
            effective_at=event.effective_at,
            priority=event.priority,
            credit=event.credit,
            purpose=event.purpose,
            continues=event.continues,
            request=event.request,
            applicant=event.applicant,
        )
    return _visit(recorded, event) if isinstance(event, said.VisitOpened) else None


def _visit(recorded: Recorded, event: said.VisitOpened) -> Ticket:
    call = Call(
        id=event.call,
        counter=event.counter,
        clerk=recorded.clerk,
        at=recorded.at,
        begun=recorded.at,
    )
    return Ticket(
        id=recorded.entity,
        label="",
        series="",
        number=0,
        day=event.day,
        issued_at=recorded.at,
        service=event.service,
        service_version=event.service_version,
        code=event.code,
        title=event.title,
        lane="",
        effective_at=recorded.moment,
        how=event.how,
        calls=(call,),
        granted=(event.call,),
        counter=event.counter,
    )


def _without(ticket: Ticket, calls: tuple[str, ...]) -> Ticket:
    """Without these calls; where others stay open, the ticket is at their counter."""
    rest = tuple(call for call in ticket.calls if call.id not in calls)
    return replace(ticket, calls=rest, counter=rest[-1].counter if rest else ticket.counter)


def _called(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TicketCalled, event)
    if ticket.ended:
        return ticket, "called_after_end"
    if event.call in ticket.granted:
        return ticket, "called_twice"
    call = Call(id=event.call, counter=event.counter, clerk=recorded.clerk, at=recorded.at)
    elsewhere = any(other.counter != event.counter for other in ticket.calls)
    after = replace(
        ticket,
        calls=(*ticket.calls, call),
        granted=(*ticket.granted, event.call),
        counter=event.counter,
        held_until=None,
        why=event.why,
    )
    return after, "called_at_two_counters" if elsewhere else ""


def _recalled(ticket: Ticket, _: Recorded, event: Event) -> tuple[Ticket, Reason]:
    if cast(said.TicketRecalled, event).call not in ticket.call_ids:
        return ticket, "no_such_call"
    return replace(ticket, recalls=ticket.recalls + 1), ""


def _begun(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    named = cast(said.ServiceBegun, event).call
    if not any(call.id == named and not call.begun for call in ticket.calls):
        return ticket, "no_such_call"
    elsewhere = any(call.id != named and call.begun for call in ticket.calls)
    calls = tuple(
        replace(call, begun=recorded.at) if call.id == named else call for call in ticket.calls
    )
    return replace(ticket, calls=calls), "served_at_two_counters" if elsewhere else ""


def _no_show(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.NoShowMarked, event)
    after = _without(ticket, event.calls)
    if len(after.calls) == len(ticket.calls):
        return ticket, "no_such_call"
    if after.calls:
        return after, ""
    return replace(after, ended="no_show", ended_at=recorded.at), ""


def _no_show_undone(ticket: Ticket, _: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.NoShowUndone, event)
    if ticket.ended != "no_show":
        return ticket, "not_a_no_show"
    return replace(
        ticket, ended="", ended_at=None, effective_at=event.effective_at, lane=event.lane
    ), ""


def _leaves(ticket: Ticket, calls: tuple[str, ...]) -> tuple[Ticket, Reason]:
    """Ends the named calls, or the wait of a ticket that is not called at all."""
    if ticket.ended:
        return ticket, "already_ended"
    after = _without(ticket, calls)
    if len(after.calls) == len(ticket.calls) and (calls or ticket.calls):
        return ticket, "no_such_call"
    return replace(after, held_until=None), ""


def _held(ticket: Ticket, _: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TicketHeld, event)
    after, reason = _leaves(ticket, event.calls)
    if reason or after.calls:
        return after, reason
    return replace(after, held_until=event.until, lane=event.lane), ""


def _returned(ticket: Ticket, _: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TicketReturned, event)
    after, reason = _leaves(ticket, event.calls)
    if reason or after.calls:
        return after, reason
    return replace(after, effective_at=event.effective_at, lane=event.lane), ""


def _transferred(ticket: Ticket, _: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TicketTransferred, event)
    after, reason = _leaves(ticket, event.calls)
    if reason or after.calls:
        return after, reason
    return replace(
        after,
        effective_at=event.effective_at,
        lane=event.lane,
        service=event.service,
        service_version=event.service_version,
        code=event.code,
        title=event.title,
    ), ""


def _deficient(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    slip = Deficiency(
        slip=cast(said.DeficiencyAnnounced, event), at=recorded.at, clerk=recorded.clerk
    )
    after = replace(ticket, deficiencies=(*ticket.deficiencies, slip))
    return after, "" if ticket.calls else "not_being_served"


def _redeemed(ticket: Ticket, _: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TokenRedeemed, event)
    slips = [slip for slip in ticket.deficiencies if slip.slip.token == event.token]
    if not slips:
        return ticket, "no_such_token"
    if slips[0].redeemed:
        return ticket, "token_used_twice"
    return replace(
        ticket,
        deficiencies=tuple(
            replace(slip, redeemed=event.ticket) if slip is slips[0] else slip
            for slip in ticket.deficiencies
        ),
    ), ""


def _referred(ticket: Ticket, _: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.ReferralArranged, event)
    after = replace(ticket, referrals=(*ticket.referrals, event))
    return after, "" if ticket.calls else "not_being_served"


def _finished(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.ServiceFinished, event)
    after, reason = _leaves(ticket, event.calls)
    if reason or not event.calls:
        return ticket, reason or "no_such_call"
    after = replace(after, outcome=event.outcome)
    return (after if after.calls else replace(after, ended="finished", ended_at=recorded.at)), ""


def _cleared(ticket: Ticket, recorded: Recorded, _: Event) -> tuple[Ticket, Reason]:
    if ticket.ended == "cleared":  # two kiosks may end the same night
        return ticket, ""
    if ticket.ended or ticket.calls:
        return ticket, "not_waiting"
    return replace(ticket, ended="cleared", ended_at=recorded.at, held_until=None), ""


_TRANSITIONS: dict[type[Event], Transition[Ticket]] = {
    said.TicketCalled: _called,
    said.TicketRecalled: _recalled,
    said.ServiceBegun: _begun,
    said.NoShowMarked: _no_show,
    said.NoShowUndone: _no_show_undone,
    said.TicketHeld: _held,
    said.TicketReturned: _returned,
    said.TicketTransferred: _transferred,
    said.DeficiencyAnnounced: _deficient,
    said.TokenRedeemed: _redeemed,
    said.ReferralArranged: _referred,
    said.ServiceFinished: _finished,
    said.TicketCleared: _cleared,
    PaperPrinted: paper_printed,
}

FOLD: Fold[Ticket] = Fold(_opened, _TRANSITIONS)
