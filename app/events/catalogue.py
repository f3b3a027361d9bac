"""What the catalogue says of a sub-service."""

from app.event import Event
from app.sub_service import SubService


class SubServiceDefined(Event, frozen=True, kw_only=True):
    """The whole entry; a request keeps the version under which it was taken."""

    version: int
    sheet: SubService


class SubServiceRetired(Event, frozen=True, kw_only=True):
    """No longer offered; what was taken goes on."""

    reason: str
