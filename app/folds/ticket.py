"""The state of a ticket (نوبت): waiting, called, serving, held, or how it ended."""

from datetime import date, datetime, timedelta
from typing import Literal, cast

from msgspec.structs import replace

from app.event import Event, Recorded, micros, moment
from app.events import ticket as said
from app.events.paper import PaperPrinted
from app.folds.fold import Fold, Reason, State, Transition, paper_printed
from app.value import Value

COUNTED_FROM = frozenset(
    kind.__name__
    for kind in (said.TicketIssued, said.NoShowUndone, said.TicketReturned, said.TicketTransferred)
)
"""Kinds of which the time of the centre's receipt says something, too."""

TicketState = Literal["waiting", "called", "serving", "held", "no_show", "finished", "cleared"]


class Call(Value, frozen=True, kw_only=True):
    """One open call; times in microseconds UTC."""

    id: str
    counter: str
    clerk: str
    at: int
    begun: int | None = None
    why: said.Why | None = None


TurnEnd = Literal["finished", "no_show", "held", "returned", "transferred"]


class Turn(Value, frozen=True, kw_only=True):
    """A call that is over, and how: what waiting and serving are counted from. `since` is when the
    client began to wait for it. Times in microseconds UTC.
    """

    counter: str
    clerk: str
    service: str
    since: int
    called: int
    begun: int | None
    ended: int
    end: TurnEnd


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
    taken_for: str = ""
    """The sub-service for which the number was taken."""
    how: Literal["ticket", "walk_in", "telephone"] = "ticket"
    paper: str = ""
    """What stands on the paper of a visitor whose ticket was not known where they were served."""
    continues: str = ""
    request: str = ""
    applicant: str = ""
    calls: tuple[Call, ...] = ()
    granted: tuple[str, ...] = ()
    """Every call id that was ever granted this ticket."""
    turns: tuple[Turn, ...] = ()
    """Every call that is over, in the order in which they ended."""
    waits_since: int = 0
    """When the present wait began, or the one before the open calls; a hold ends when it was to."""
    raised: str = ""
    """Why it was put before others, last; until it is put back behind some."""
    told: tuple[int, int] | None = None
    """Which wait was told when it was given, in minutes (from, to)."""
    appointment: str = ""
    agreed_at: datetime | None = None
    """When the holder of its appointment was to come."""
    returns: tuple[said.Back, ...] = ()
    """Where its client comes back to, the nearest last."""
    sent_behind: bool = False
    """It counts from later than it did, since it was put back behind others; until it is raised."""
    is_back: bool = False
    """Its client came back from where they were sent."""
    counter: str = ""
    recalls: int = 0
    held_until: datetime | None = None
    ended: Literal["", "no_show", "finished", "cleared"] = ""
    ended_at: int | None = None
    carried_to: str = ""
    """The ticket of the next day under which its client waits on, if the night kept the place."""
    outcome: said.Outcome | None = None
    why: said.Why | None = None
    """Of the last call; each open one tells its own."""
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
    def comes_for(self) -> said.Purpose:
        """What its client waits for: who was sent on to another sub-service asks something new of
        that one, but for who brings papers, and whose place tells of the slip.
        """
        sent_on = self.service != self.taken_for and self.purpose != "complete"
        return "new" if sent_on else self.purpose

    @property
    def call_ids(self) -> tuple[str, ...]:
        """The open calls, which whatever ends them must name."""
        return tuple(call.id for call in self.calls)

    def calls_to(self, counter: str) -> tuple[str, ...]:
        """The open calls to one counter; empty: to all."""
        return tuple(call.id for call in self.calls if counter in ("", call.counter))

    def why_at(self, counter: str) -> said.Why | None:
        """Why it was called to that counter, last."""
        mine = (call.why for call in reversed(self.calls) if call.counter == counter)
        return next(mine, self.why)


def _opened(recorded: Recorded, event: Event) -> Ticket | None:
    if isinstance(event, said.TicketIssued):
        return Ticket(
            id=recorded.entity,
            label=event.label,
            series=event.series,
            number=event.number,
            day=event.day,
            issued_at=recorded.at,
            waits_since=recorded.at,
            service=event.service,
            taken_for=event.service,
            service_version=event.service_version,
            code=event.code,
            title=event.title,
            lane=event.lane,
            effective_at=_counts_from(recorded, event.effective_at, event.credit, event.agreed_at),
            priority=event.priority,
            credit=event.credit,
            purpose=event.purpose,
            continues=event.continues,
            request=event.request,
            applicant=event.applicant,
            appointment=event.appointment,
            agreed_at=event.agreed_at,
        )
    return _visit(recorded, event) if isinstance(event, said.VisitOpened) else None


def _counts_from(
    recorded: Recorded, said: datetime, credit: int, agreed: datetime | None
) -> datetime:
    """Never later than the centre's receipt, less the credit: a PC whose clock is ahead sends
    nobody to the end of the queue. What the centre has not received yet stands as it was said; who
    comes before the time that was agreed waits for it.
    """
    if not recorded.received or not said.tzinfo:
        return said
    latest = moment(recorded.received) - timedelta(minutes=credit)
    return min(said, max(latest, agreed) if agreed and agreed.tzinfo else latest)


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
        waits_since=recorded.at,
        service=event.service,
        service_version=event.service_version,
        code=event.code,
        title=event.title,
        lane="",
        effective_at=recorded.moment,
        how=event.how,
        paper=event.label,
        calls=(call,),
        granted=(event.call,),
        counter=event.counter,
    )


def _without(ticket: Ticket, calls: tuple[str, ...], ended: int, end: TurnEnd) -> Ticket:
    """Without these calls, which become turns; where others stay open, the ticket is at their
    counter.
    """
    rest = tuple(call for call in ticket.calls if call.id not in calls)
    over = tuple(_turn(ticket, call, ended, end) for call in ticket.calls if call.id in calls)
    counter = rest[-1].counter if rest else ticket.counter
    return replace(ticket, calls=rest, counter=counter, turns=(*ticket.turns, *over))


def _turn(ticket: Ticket, call: Call, ended: int, end: TurnEnd) -> Turn:
    return Turn(
        counter=call.counter,
        clerk=call.clerk,
        service=ticket.service,
        since=ticket.waits_since,
        called=call.at,
        begun=call.begun,
        ended=ended,
        end=end,
    )


def _called(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TicketCalled, event)
    if ticket.ended:
        return ticket, "called_after_end"
    if event.call in ticket.granted:
        return ticket, "called_twice"
    call = Call(
        id=event.call,
        counter=event.counter,
        clerk=recorded.clerk,
        at=recorded.at,
        why=event.why,
    )
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
    beside = any(call.id != named and call.begun for call in ticket.calls)
    elsewhere = beside or ticket.outcome is not None  # another counter has served it to the end
    calls = tuple(
        replace(call, begun=recorded.at) if call.id == named else call for call in ticket.calls
    )
    return replace(ticket, calls=calls), "served_at_two_counters" if elsewhere else ""


def _no_show(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.NoShowMarked, event)
    after = _without(ticket, event.calls, recorded.at, "no_show")
    if len(after.calls) == len(ticket.calls):
        return ticket, "no_such_call"
    if after.calls:
        return after, ""
    return replace(after, ended="no_show", ended_at=recorded.at), ""


def _no_show_undone(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.NoShowUndone, event)
    if ticket.ended != "no_show":
        return ticket, "not_a_no_show"
    *before, last = ticket.turns
    return replace(
        ticket,
        ended="",
        ended_at=None,
        effective_at=_again(ticket, recorded, event.effective_at),
        lane=event.lane,
        turns=(*before, replace(last, end="returned")),
        waits_since=recorded.at,
    ), ""


def _leaves(
    ticket: Ticket, recorded: Recorded, calls: tuple[str, ...], end: TurnEnd
) -> tuple[Ticket, Reason]:
    """Ends the named calls, or moves whom nobody has called, and whose wait goes on. A hold that is
    cut short has lasted until now.
    """
    if ticket.ended:
        return ticket, "already_ended"
    after = _without(ticket, calls, recorded.at, end)
    if len(after.calls) == len(ticket.calls) and (calls or ticket.calls):
        return ticket, "no_such_call"
    anew = ticket.calls and not after.calls
    since = recorded.at if anew else min(ticket.waits_since, recorded.at)
    return replace(after, held_until=None, waits_since=since), ""


def _held(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TicketHeld, event)
    after, reason = _leaves(ticket, recorded, event.calls, "held")
    if reason or after.calls:
        return after, reason
    until = micros(event.until) if event.until.tzinfo else recorded.at
    return replace(after, held_until=event.until, lane=event.lane, waits_since=until), ""


def _returned(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TicketReturned, event)
    after, reason = _leaves(ticket, recorded, event.calls, "returned")
    if reason or after.calls:
        return after, reason
    since = _again(ticket, recorded, event.effective_at)
    behind = since > ticket.effective_at
    return replace(
        after,
        effective_at=since,
        lane=event.lane,
        sent_behind=behind or ticket.sent_behind,
        raised="" if behind else ticket.raised,
    ), ""


def _again(ticket: Ticket, recorded: Recorded, said: datetime) -> datetime:
    """A place that is given anew has no credit in it; the old one has it already."""
    return _counts_from(recorded, said, 0, ticket.agreed_at)


def _transferred(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TicketTransferred, event)
    after, reason = _leaves(ticket, recorded, event.calls, "transferred")
    if reason or after.calls:
        return after, reason
    return replace(
        after,
        effective_at=_again(ticket, recorded, event.effective_at),
        lane=event.lane,
        service=event.service,
        service_version=event.service_version,
        code=event.code,
        title=event.title,
        returns=event.returns,
        is_back=event.back,
    ), ""


def _raised(ticket: Ticket, _: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TicketRaised, event)
    if ticket.ended:
        return ticket, "already_ended"
    known, since = ticket.effective_at, event.effective_at
    comparable = bool(known.tzinfo) == bool(since.tzinfo)
    since = min(known, since) if comparable else known
    return replace(ticket, effective_at=since, raised=event.reason, sent_behind=False), ""


def _told(ticket: Ticket, _: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.WaitTold, event)
    return replace(ticket, told=(event.least, event.most)), ""


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
    after, reason = _leaves(ticket, recorded, event.calls, "finished")
    if reason or not event.calls:
        return ticket, reason or "no_such_call"
    after = replace(after, outcome=event.outcome)
    return (after if after.calls else replace(after, ended="finished", ended_at=recorded.at)), ""


def _cleared(ticket: Ticket, recorded: Recorded, event: Event) -> tuple[Ticket, Reason]:
    event = cast(said.TicketCleared, event)
    if ticket.ended == "cleared":  # two kiosks may end the same night
        return ticket, ""
    if ticket.ended or ticket.calls:
        return ticket, "not_waiting"
    after = replace(ticket, ended="cleared", ended_at=recorded.at, held_until=None)
    return replace(after, carried_to=event.carried_to), ""


_TRANSITIONS: dict[type[Event], Transition[Ticket]] = {
    said.TicketCalled: _called,
    said.TicketRecalled: _recalled,
    said.ServiceBegun: _begun,
    said.NoShowMarked: _no_show,
    said.NoShowUndone: _no_show_undone,
    said.TicketHeld: _held,
    said.TicketReturned: _returned,
    said.TicketTransferred: _transferred,
    said.TicketRaised: _raised,
    said.WaitTold: _told,
    said.DeficiencyAnnounced: _deficient,
    said.TokenRedeemed: _redeemed,
    said.ReferralArranged: _referred,
    said.ServiceFinished: _finished,
    said.TicketCleared: _cleared,
    PaperPrinted: paper_printed,
}

FOLD: Fold[Ticket] = Fold(_opened, _TRANSITIONS)
