"""Both sides of a conflict: which fact of the history is it that another one does not fit?"""

from collections.abc import Callable, Mapping, Sequence

from app.event import Event
from app.events import appointment, day, office, pad, paper, request, ticket
from app.events.catalogue import SubServiceDefined
from app.folds.fold import Fact, Reason
from app.letters import search_key

Match = Callable[[Event, Event], bool]
"""Whether the second is what the first does not fit."""

_CALLING = (ticket.TicketCalled, ticket.VisitOpened)
_LEAVING = (
    ticket.NoShowMarked,
    ticket.TicketHeld,
    ticket.TicketReturned,
    ticket.TicketTransferred,
    ticket.ServiceFinished,
    ticket.TicketCleared,
)
_ENDING = (ticket.NoShowMarked, ticket.ServiceFinished, ticket.TicketCleared)
_OVER = (request.RequestWithdrawn, request.RequestVoided, request.AnswerDelivered)


def other_side(reason: Reason, this: Fact, history: Sequence[Fact]) -> Fact | None:
    """The last fact before it that it does not fit, else one after it; None where there is none."""
    at = next(place for place, fact in enumerate(history) if fact[0].id == this[0].id)
    event, match = this[1], OTHERS[reason]
    if event is None:
        return None
    around = (*reversed(history[:at]), *history[at + 1 :])
    return next((fact for fact in around if fact[1] is not None and match(event, fact[1])), None)


def counter_of(event: Event | None, history: Sequence[Fact]) -> str:
    """At which counter it was: it says so, or it names a call that does."""
    named = getattr(event, "counter", "")
    if named or event is None:
        return str(named)
    calls = _calls(event)
    made = (fact for _, fact in history if isinstance(fact, _CALLING) and fact.call in calls)
    return next((fact.counter for fact in made), "")


def _calls(event: Event) -> frozenset[str]:
    """The calls that a fact names."""
    return frozenset((getattr(event, "call", ""), *getattr(event, "calls", ()))) - {""}


def _any(*kinds: type[Event]) -> Match:
    return lambda _, other: isinstance(other, kinds)


def _same(kind: type[Event], *parts: str) -> Match:
    """One of that kind that says the same in these parts."""

    def match(event: Event, other: Event) -> bool:
        return isinstance(other, kind) and all(
            getattr(event, part, None) == getattr(other, part) for part in parts
        )

    return match


def _one_call(event: Event, other: Event) -> bool:
    """What made or ended the same call; announcing it again ended nothing."""
    return not isinstance(other, ticket.TicketRecalled) and bool(_calls(event) & _calls(other))


def _another_counter(event: Event, other: Event) -> bool:
    return isinstance(other, _CALLING) and other.counter != getattr(event, "counter", "")


def _another_service(event: Event, other: Event) -> bool:
    begun = isinstance(other, ticket.ServiceBegun | ticket.VisitOpened)
    return begun and _calls(event) != _calls(other)


def _one_series(event: Event, other: Event) -> bool:
    return (
        isinstance(event, office.SeriesGiven)
        and isinstance(other, office.SeriesGiven)
        and event.node != other.node
        and search_key(event.series) == search_key(other.series)
    )


def _one_place(event: Event, other: Event) -> bool:
    return (
        isinstance(event, office.NodePlaced)
        and isinstance(other, office.NodePlaced)
        and (event.node, event.place) != (other.node, event.place)
        and event.place == other.place
    )


def _one_key(event: Event, other: Event) -> bool:
    return (
        isinstance(event, office.SealPublished)
        and isinstance(other, office.SealPublished)
        and event.key == other.key
    )


def _one_edition(event: Event, other: Event) -> bool:
    return (
        isinstance(event, office.TemplateEdited)
        and isinstance(other, office.TemplateEdited)
        and (event.paper, event.template.version) == (other.paper, other.template.version)
    )


def _one_sheet(event: Event, other: Event) -> bool:
    """Both say what became of one blank receipt, or both set its number aside."""
    return bool(_sheets(event) & _sheets(other))


def _sheets(event: Event) -> set[str]:
    if isinstance(event, pad.PadPrepared):
        return set(event.sheets)
    return {event.tracking} if isinstance(event, pad.SheetEntered | pad.SheetVoided) else set()


_NONE: Match = _any()

OTHERS: Mapping[Reason, Match] = {
    "": _NONE,
    "unknown_kind": _NONE,
    "not_of_this_kind": _NONE,
    "printed_twice": _same(paper.PaperPrinted, "paper", "key", "copy"),
    "called_after_end": _any(*_ENDING),
    "called_twice": _same(ticket.TicketCalled, "call"),
    "called_at_two_counters": _another_counter,
    "served_at_two_counters": _another_service,
    "no_such_call": _one_call,
    "not_a_no_show": _any(ticket.NoShowUndone, *_CALLING, *_ENDING),
    "already_ended": _any(*_ENDING),
    "not_being_served": _any(*_LEAVING),
    "not_waiting": _any(*_CALLING, *_ENDING),
    "no_such_token": _any(ticket.DeficiencyAnnounced),
    "token_used_twice": _same(ticket.TokenRedeemed, "token"),
    "no_such_step": _any(request.RequestRegistered),
    "handed_over_twice": _same(request.StepHandedOver, "step"),
    "done_twice": _same(request.StepDone, "step"),
    "done_before_handed_over": _any(request.RequestRegistered),
    "no_such_inquiry": _same(request.InquiryAnswered, "inquiry"),
    "numbered_twice": _same(request.AnswerPrepared, "number"),
    "delivered_twice": _any(request.AnswerDelivered),
    "delivered_without_answer": _any(request.RequestRegistered),
    "not_the_newest_answer": _any(request.AnswerPrepared),
    "request_ended": _any(*_OVER),
    "closed_twice": _same(day.DayClosed, "counter"),
    "edited_at_two_places": _any(SubServiceDefined),
    "series_given_twice": _one_series,
    "place_given_twice": _one_place,
    "seal_of_another": _one_key,
    "admitted_at_two_places": _same(office.ClerkAdmitted, "code"),
    "template_edited_twice": _one_edition,
    "no_such_sheet": _any(pad.PadPrepared),
    "sheet_used_twice": _one_sheet,
    "no_such_appointment": _any(appointment.AppointmentMade),
    "appointment_met_twice": _same(appointment.AppointmentMet, "appointment"),
}
"""By what does not fit; of every reason."""
