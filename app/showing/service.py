"""Sub-services as lists, sheets and the kiosk show them."""

from app.folds.catalogue import Entry
from app.sub_service import Channel, Mode
from app.value import Value


class ServiceLine(Value, frozen=True, kw_only=True):
    """A sub-service in a list; retired ones and those between agencies are not in it (R7)."""

    id: str
    code: str
    title: str
    department: str
    mode: Mode
    channel: Channel


class ServiceSheet(Value, frozen=True, kw_only=True):
    """What a client should know before taking a number (R30): the catalogue's entry, the counters
    that serve it, who waits before a newcomer, and a wait in minutes (from, to) once one is known
    (None while too little was measured)."""

    entry: Entry
    counters: tuple[str, ...]
    ahead: int
    wait: tuple[int, int] | None = None
