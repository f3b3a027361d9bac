"""How this PC, the others and their centre stand, for whoever looks after the office."""

from app.ports import Double, Look
from app.roles import may_do
from app.showing.doubles import doubles_shown
from app.showing.office import PcShown, pcs
from app.showing.sync import SyncState, sync_state
from app.value import Value


class CentreShown(Value, frozen=True, kw_only=True):
    """`pcs` with when each was heard last, `doubles` what was given twice. `editable`: whoever
    looks may acknowledge alarms and end a pause.
    """

    state: SyncState
    pcs: tuple[PcShown, ...]
    doubles: tuple[Double, ...]
    editable: bool

    @property
    def alarms(self) -> bool:
        """Whether one stands that nobody has acknowledged."""
        return self.state.another or bool(self.state.aside or self.state.rolled)


def centre_shown(look: Look, clerk: str) -> CentreShown:
    """As it stands."""
    return CentreShown(
        state=sync_state(look),
        pcs=pcs(look),
        doubles=tuple(doubles_shown(look)),
        editable=may_do(look, clerk, "centre.resume_calls"),
    )
