"""How a history becomes a state. A fold never raises: what does not fit is kept as a conflict."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Literal, TypeVar

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events.conflict import ConflictSettled, How
from app.events.paper import PaperPrinted
from app.value import Value

Reason = Literal[
    "",
    "unknown_kind",
    "not_of_this_kind",
    "printed_twice",
    "called_after_end",
    "called_twice",
    "called_at_two_counters",
    "served_at_two_counters",
    "no_such_call",
    "not_a_no_show",
    "already_ended",
    "not_being_served",
    "not_waiting",
    "no_such_token",
    "token_used_twice",
    "no_such_step",
    "handed_over_twice",
    "done_twice",
    "done_before_handed_over",
    "no_such_inquiry",
    "numbered_twice",
    "delivered_twice",
    "delivered_without_answer",
    "not_the_newest_answer",
    "request_ended",
    "closed_twice",
    "edited_at_two_places",
    "series_given_twice",
    "place_given_twice",
    "seal_of_another",
    "admitted_at_two_places",
    "template_edited_twice",
    "no_such_sheet",
    "sheet_used_twice",
    "no_such_appointment",
    "appointment_met_twice",
]
"""Why an event does not fit, or fits badly; empty: it fits."""


class Conflict(Value, frozen=True, kw_only=True):
    """An event that does not fit the history before it; the supervisor settles it. `calls` are
    those that it names or that were open then: by them one that follows from another is known.
    """

    event: str
    kind: str
    at: int
    clerk: str
    reason: Reason
    calls: frozenset[str] = frozenset()


class Settlement(Value, frozen=True, kw_only=True):
    """What was said of a conflict's event, by whom, and when in microseconds UTC."""

    event: str
    how: How
    note: str
    at: int
    clerk: str


class State(Value, frozen=True, kw_only=True):
    """What all folded states share."""

    id: str
    conflicts: tuple[Conflict, ...] = ()
    printed: tuple[PaperPrinted, ...] = ()
    settled: tuple[Settlement, ...] = ()
    """Kept apart from the conflicts: a merge may bring the settlement before what it settles."""

    @property
    def open_conflicts(self) -> tuple[Conflict, ...]:
        """Those that nobody has settled."""
        done = {settlement.event for settlement in self.settled}
        return tuple(conflict for conflict in self.conflicts if conflict.event not in done)

    def following(self, event: str) -> tuple[Conflict, ...]:
        """The open conflicts that are of one matter with that event's, itself among them, in their
        order: somebody who is called twice is begun twice, and finished twice.
        """
        return next((many for many in self.matters if any(c.event == event for c in many)), ())

    @property
    def matters(self) -> tuple[tuple[Conflict, ...], ...]:
        """The open conflicts, those of one matter together."""
        found: list[list[Conflict]] = []
        for conflict in self.open_conflicts:
            same = (many for many in found if many[0].calls & conflict.calls)
            many = next(same, None)
            if many is None:
                found.append([conflict])
            else:
                many.append(conflict)
        return tuple(tuple(many) for many in found)

    def settlement(self, event: str) -> Settlement | None:
        """What was said last of the conflict that this event makes; None while it is open."""
        said = (one for one in reversed(self.settled) if one.event == event)
        return next(said, None)

    def copies(self, paper: str, key: str = "") -> int:
        """The number of the last copy of a paper of this entity; 0 when there is none."""
        numbers = (p.copy for p in self.printed if p.paper == paper and p.key == key)
        return max(numbers, default=0)

    def original(self, paper: str, key: str = "") -> PaperPrinted | None:
        """How its original was made; None: it never was."""
        mine = (p for p in self.printed if p.paper == paper and p.key == key)
        return next((p for p in mine if p.copy == 1), None)


S = TypeVar("S", bound=State)
Fact = tuple[Recorded, Event | None]
Opening = Callable[[Recorded, Event], S | None]
"""Gives the first state, or None when the event does not open such an entity."""
Transition = Callable[[S, Recorded, Event], tuple[S, Reason]]
"""Gives the next state and, where the event does not fit or fits badly, the reason."""


class Fold(Generic[S]):
    """The state machine of one kind of entity: an opening and a table of transitions."""

    def __init__(
        self, opening: Opening[S], transitions: Mapping[type[Event], Transition[S]]
    ) -> None:
        self._opening = opening
        settling: dict[type[Event], Transition[S]] = {ConflictSettled: _settled}
        self._transitions = {**settling, **transitions}

    def __call__(self, facts: Sequence[Fact]) -> S | None:
        """The state after these facts, in their order. The opening counts first wherever it stands:
        a merge may bring a call before the ticket it calls.
        """
        for index, (recorded, event) in enumerate(facts):
            state = self._opening(recorded, event) if event is not None else None
            if state is not None:
                for later, fact in enumerate(facts):
                    if later != index:
                        state = self.advance(state, *fact)
                return state
        return None

    def open(self, recorded: Recorded, event: Event) -> S | None:
        """The state of a new entity."""
        return self._opening(recorded, event)

    def advance(self, state: S, recorded: Recorded, event: Event | None) -> S:
        """The state after one more fact."""
        if event is None:
            return with_conflict(state, recorded, event, "unknown_kind")
        transition = self._transitions.get(type(event))
        if transition is None:
            return with_conflict(state, recorded, event, "not_of_this_kind")
        after, reason = transition(state, recorded, event)
        if not reason:
            return after
        return with_conflict(after, recorded, event, reason, getattr(state, "call_ids", ()))


def with_conflict(
    state: S, recorded: Recorded, event: Event | None, reason: Reason, calls: Sequence[str] = ()
) -> S:
    """The same state with one more conflict to show; `calls` were open before it."""
    named = {getattr(event, "call", ""), *getattr(event, "calls", ())} - {""}
    conflict = Conflict(
        event=recorded.id,
        kind=recorded.kind,
        at=recorded.at,
        clerk=recorded.clerk,
        reason=reason,
        calls=frozenset(named.union(calls)) if named else frozenset(),
    )
    return replace(state, conflicts=(*state.conflicts, conflict))


def paper_printed(state: S, _: Recorded, event: Event) -> tuple[S, Reason]:
    """Every entity counts its papers in the same way."""
    assert isinstance(event, PaperPrinted)
    same = ((p.paper, p.key, p.copy) for p in state.printed)
    reason: Reason = "printed_twice" if (event.paper, event.key, event.copy) in same else ""
    return replace(state, printed=(*state.printed, event)), reason


def _settled(state: S, recorded: Recorded, event: Event) -> tuple[S, Reason]:
    assert isinstance(event, ConflictSettled)
    settlement = Settlement(
        event=event.event, how=event.how, note=event.note, at=recorded.at, clerk=recorded.clerk
    )
    return replace(state, settled=(*state.settled, settlement)), ""
