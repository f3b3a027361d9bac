"""The state of a kiosk: what its staff should look after, and since when."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from msgspec.structs import replace

from app.event import Event, Recorded
from app.events import kiosk as said
from app.folds.fold import Fold, Reason, State, Transition
from app.ids import named_id


def kiosk_id(office: str, name: str) -> str:
    """The entity of a kiosk of an office."""
    return named_id(office, "kiosk", name)


class Kiosk(State, frozen=True, kw_only=True):
    """`troubles`: each with when it was last told."""

    name: str
    troubles: Mapping[said.KioskTrouble, datetime]


def _opened(recorded: Recorded, event: Event) -> Kiosk | None:
    if not isinstance(event, said.KioskTroubled | said.KioskMended):
        return None
    kiosk = Kiosk(id=recorded.entity, name=event.name, troubles={})
    if isinstance(event, said.KioskTroubled):
        return _troubled(kiosk, recorded, event)[0]
    return kiosk


def _troubled(kiosk: Kiosk, recorded: Recorded, event: Event) -> tuple[Kiosk, Reason]:
    event = cast(said.KioskTroubled, event)
    return replace(kiosk, troubles={**kiosk.troubles, event.trouble: recorded.moment}), ""


def _mended(kiosk: Kiosk, _: Recorded, event: Event) -> tuple[Kiosk, Reason]:
    event = cast(said.KioskMended, event)
    left = {each: since for each, since in kiosk.troubles.items() if each != event.trouble}
    return replace(kiosk, troubles=left), ""


_TRANSITIONS: dict[type[Event], Transition[Kiosk]] = {
    said.KioskTroubled: _troubled,
    said.KioskMended: _mended,
}

FOLD: Fold[Kiosk] = Fold(_opened, _TRANSITIONS)
