"""What the catalogue says of a sub-service."""

from app.event import Event
from app.sub_service import FormFile, SubService


class SubServiceDefined(Event, frozen=True, kw_only=True):
    """The whole entry; a request keeps the version under which it was taken."""

    version: int
    sheet: SubService


class SubServiceRetired(Event, frozen=True, kw_only=True):
    """No longer offered; what was taken goes on."""

    reason: str


class SubServiceReinstated(Event, frozen=True, kw_only=True):
    """Offered again, as it was when it was retired."""

    reason: str


class FormFileAttached(Event, frozen=True, kw_only=True):
    """From now on the clerk has this file at hand, in place of an earlier one of the same form."""

    file: FormFile


class FormFileDropped(Event, frozen=True, kw_only=True):
    """No longer at hand; it stays in the record."""

    title: str
