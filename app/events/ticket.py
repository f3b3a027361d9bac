"""What happens to a ticket (نوبت), from the kiosk to the end of the visit."""

from datetime import date
from typing import Literal

from app.applicant import Applicant
from app.event import Event
from app.sub_service import DocumentForm
from app.value import Instant, Small, Value

Outcome = Literal[
    "guidance", "deficiency", "request", "service", "delivery", "referral", "withdrawn"
]
"""نتیجه مراجعه."""

Purpose = Literal["new", "collect", "complete", "ask", "guide"]
"""What the client came for: the five cards of the kiosk's first page."""


class Why(Value, frozen=True, kw_only=True):
    """Why this ticket was called: `effective_at` = issue less the credit of its class (design: one
    explainable number).
    """

    rule: Literal["next", "chosen"]
    lane: str
    effective_at: Instant
    issued_at: Instant
    credit: Small = 0
    priority: str = ""
    reason: str = ""
    appointment: Instant | None = None
    """The time that was agreed with its holder; it counts where `effective_at` is the same."""


class Back(Value, frozen=True, kw_only=True):
    """Where a client who was sent on comes back to: the lane, and for which sub-service."""

    lane: str
    service: str


class TicketIssued(Event, frozen=True, kw_only=True):
    """`label` is what paper, hall and voice say; `lane` is the queue in which it waits.

    `applicant` is the id of who comes back with a slip, `continues` the ticket it was written on.
    Of an `appointment` it is known when its holder was to come.
    """

    label: str
    series: str
    number: int
    day: date
    service: str
    service_version: int
    code: str
    title: str
    lane: str
    effective_at: Instant
    priority: str = ""
    credit: Small = 0
    purpose: Purpose = "new"
    continues: str = ""
    request: str = ""
    applicant: str = ""
    appointment: str = ""
    agreed_at: Instant | None = None


class VisitOpened(Event, frozen=True, kw_only=True):
    """Served without a ticket, or by telephone (R79): such a visit never waits. `label` is what
    stands on the client's paper where its ticket was not known here yet.
    """

    how: Literal["walk_in", "telephone"]
    call: str
    counter: str
    day: date
    service: str
    service_version: int
    code: str
    title: str
    label: str = ""


class TicketCalled(Event, frozen=True, kw_only=True):
    """Called to a counter. The same `call` is the same act, however often it is asked."""

    call: str
    counter: str
    why: Why


class TicketRecalled(Event, frozen=True, kw_only=True):
    """Announced again, for this call."""

    call: str


class ServiceBegun(Event, frozen=True, kw_only=True):
    """The client who was called by `call` stands at the counter."""

    call: str


class NoShowMarked(Event, frozen=True, kw_only=True):
    """Nobody came; ends the `calls` it names."""

    calls: tuple[str, ...]


class NoShowUndone(Event, frozen=True, kw_only=True):
    """Came after all: waits again at the old place; why, where that was against the rule."""

    effective_at: Instant
    lane: str
    reason: str = ""


class TicketHeld(Event, frozen=True, kw_only=True):
    """Parked until `until`, then called before others by its old effective time."""

    calls: tuple[str, ...]
    until: Instant
    lane: str
    reason: str = ""


class TicketReturned(Event, frozen=True, kw_only=True):
    """Back in the queue: at its old place, or behind others when `effective_at` is new."""

    calls: tuple[str, ...]
    effective_at: Instant
    lane: str
    reason: str = ""


class TicketTransferred(Event, frozen=True, kw_only=True):
    """Sent to another sub-service, counter or clerk. `returns` says where its client comes back to
    afterwards, the nearest last; `back`: that has just happened.
    """

    calls: tuple[str, ...]
    effective_at: Instant
    lane: str
    service: str
    service_version: int
    code: str
    title: str
    reason: str = ""
    returns: tuple[Back, ...] = ()
    back: bool = False


class TicketRaised(Event, frozen=True, kw_only=True):
    """Put before others, and why."""

    effective_at: Instant
    reason: str


class WaitTold(Event, frozen=True, kw_only=True):
    """What was said of its wait, in minutes; and in seconds what that rested on: half of the
    rounds that were played were shorter than `middle`, four in five lay within `spread`.
    """

    least: Small
    most: Small
    middle: Small
    spread: Small


class Missing(Value, frozen=True, kw_only=True):
    """A paper that the client has to bring."""

    title: str
    form: DocumentForm
    count: int = 1
    where: str = ""


class DeficiencyAnnounced(Event, frozen=True, kw_only=True):
    """نقص مدارک told in writing (R17). `token` lets the client in again until `until`, once.

    It carries all that the slip says; `sheet` is the event that defined the catalogue's entry.
    """

    number: str
    token: str
    applicant: Applicant | None
    service: str
    code: str
    title: str
    service_version: int
    sheet: str
    missing: tuple[Missing, ...]
    received: tuple[str, ...] = ()
    until: date
    counter: str
    reason: str = ""
    fee: int = 0
    account: str = ""
    legal_basis: str = ""
    answerable: str = ""
    phone: str = ""


class TokenRedeemed(Event, frozen=True, kw_only=True):
    """The client came back with the papers; `ticket` is today's."""

    token: str
    ticket: str


class ReferralArranged(Event, frozen=True, kw_only=True):
    """Sent to a unit after it was arranged with it (R12, R59)."""

    official: str
    unit: str
    reason: str
    counter: str
    place: str = ""
    subject: str = ""
    hour: str = ""


class ServiceFinished(Event, frozen=True, kw_only=True):
    """The visit is over. `derived` when the program concluded the outcome from what was done. The
    `reason` is that of somebody who ended it for a clerk who was away.
    """

    calls: tuple[str, ...]
    outcome: Outcome
    derived: bool = False
    reason: str = ""


class TicketCleared(Event, frozen=True, kw_only=True):
    """The night rule ended the wait; `carried_to` is the next day's ticket, if places are kept. Or
    its holder was `served` by the paper, in the visit of that id.
    """

    carried_to: str = ""
    served: str = ""
