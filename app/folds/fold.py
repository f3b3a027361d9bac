"""How a history becomes a state. A fold never raises: what does not fit is kept as a conflict."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events.paper import PaperPrinted
from app.value import Value


class Conflict(Value, frozen=True, kw_only=True):
    """An event that does not fit the history before it; the supervisor settles it."""

    event: str
    kind: str
    at: int
    clerk: str
    reason: str


class State(Value, frozen=True, kw_only=True):
    """What all folded states share."""

    id: str
    conflicts: tuple[Conflict, ...] = ()
    printed: tuple[PaperPrinted, ...] = ()

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
Transition = Callable[[S, Recorded, Event], tuple[S, str]]
"""Gives the next state and, where the event does not fit or fits badly, the reason."""


class Fold(Generic[S]):
    """The state machine of one kind of entity: an opening and a table of transitions."""

    def __init__(
        self, opening: Opening[S], transitions: Mapping[type[Event], Transition[S]]
    ) -> None:
        self._opening = opening
        self._transitions = transitions

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
            return with_conflict(state, recorded, "unknown_kind")
        transition = self._transitions.get(type(event))
        if transition is None:
            return with_conflict(state, recorded, "not_of_this_kind")
        after, reason = transition(state, recorded, event)
        return with_conflict(after, recorded, reason) if reason else after


def with_conflict(state: S, recorded: Recorded, reason: str) -> S:
    """The same state with one more conflict to show."""
    conflict = Conflict(
        event=recorded.id,
        kind=recorded.kind,
        at=recorded.at,
        clerk=recorded.clerk,
        reason=reason,
    )
    return replace(state, conflicts=(*state.conflicts, conflict))


def paper_printed(state: S, _: Recorded, event: Event) -> tuple[S, str]:
    """Every entity counts its papers in the same way."""
    assert isinstance(event, PaperPrinted)
    same = ((p.paper, p.key, p.copy) for p in state.printed)
    reason = "printed_twice" if (event.paper, event.key, event.copy) in same else ""
    return replace(state, printed=(*state.printed, event)), reason
