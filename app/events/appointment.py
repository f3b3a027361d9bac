"""What happens to the appointments (نوبت قبلی) of a day."""

from datetime import date

from app.event import Event
from app.value import Instant


class AppointmentMade(Event, frozen=True, kw_only=True):
    """Somebody is to come at that time. `number` is what they say at the kiosk; `holder` their code
    (of persons or companies), empty where they told none.
    """

    appointment: str
    number: str
    day: date
    at: Instant
    name: str
    holder: str = ""
    mobile: str = ""
    service: str
    code: str
    title: str
    note: str = ""


class AppointmentCancelled(Event, frozen=True, kw_only=True):
    """They do not come, or not then: `moved_to` says when instead."""

    appointment: str
    reason: str
    moved_to: Instant | None = None


class AppointmentMet(Event, frozen=True, kw_only=True):
    """They have come and have that ticket."""

    appointment: str
    ticket: str
