"""What the office says of itself: its name, counters, clerks, series, hours and closures."""

from datetime import date, time
from typing import Literal

from app.event import Event
from app.templates.template import Template
from app.value import Value

Role = Literal["clerk", "supervisor", "administrator", "unit", "inspector"]


class Rules(Value, frozen=True, kw_only=True):
    """The office's own settings. Days are working days."""

    night: Literal["clear", "keep"] = "clear"
    deficiency_days: int = 10
    usual_days: int = 10
    tolerance: int = 3
    last_column: str = ""
    head_of_agency: str = ""
    """Name and post under the thanks of Table 5."""


class OfficeDescribed(Event, frozen=True, kw_only=True):
    """Letterhead; a later one replaces the whole."""

    agency: str
    name: str
    address: str = ""
    phone: str = ""
    url: str = ""
    sms_line: str = ""
    sample: bool = False


class EmblemChosen(Event, frozen=True, kw_only=True):
    """The emblem of the letterhead, a PNG file; empty for none."""

    png: bytes


class RulesSet(Event, frozen=True, kw_only=True):
    """The office's settings; a later one replaces the whole."""

    rules: Rules


class NodePlaced(Event, frozen=True, kw_only=True):
    """A PC of the office; `place` numbers them from 1, and stands in what they number alone."""

    node: str
    place: int


class SeriesGiven(Event, frozen=True, kw_only=True):
    """A series of tickets belongs to one node."""

    node: str
    series: str


class SealPublished(Event, frozen=True, kw_only=True):
    """What a PC seals is known by this public key, in hexadecimal; its earlier ones hold too."""

    node: str
    key: str


class CounterOpened(Event, frozen=True, kw_only=True):
    """A counter and what it serves: sub-service ids, or everything when empty."""

    number: str
    title: str = ""
    services: tuple[str, ...] = ()


class CounterClosed(Event, frozen=True, kw_only=True):
    """The counter is no longer there."""

    number: str


class KioskPlaced(Event, frozen=True, kw_only=True):
    """A kiosk stands in the hall."""

    name: str


class ClerkAdmitted(Event, frozen=True, kw_only=True):
    """`skills` are sub-service ids, or everything when empty."""

    clerk: str
    code: str
    name: str
    role: Role
    skills: tuple[str, ...] = ()


class ClerkDismissed(Event, frozen=True, kw_only=True):
    """No longer acts here."""

    clerk: str


class PriorityClassDefined(Event, frozen=True, kw_only=True):
    """`credit` in minutes goes off the time of issue."""

    code: str
    title: str
    credit: int


class HoursSet(Event, frozen=True, kw_only=True):
    """Weekly hours from a date on; key 0 is Monday."""

    since: date
    hours: dict[int, tuple[time, time]]


class Closure(Value, frozen=True, kw_only=True):
    """A day on which the office is shut, and why."""

    day: date
    title: str


class ClosuresAnnounced(Event, frozen=True, kw_only=True):
    """Holidays and closures added to the working calendar."""

    closures: tuple[Closure, ...]


class ClosureLifted(Event, frozen=True, kw_only=True):
    """The office works on that day after all."""

    day: date


class ClockConfirmed(Event, frozen=True, kw_only=True):
    """The PC's clock was wrong before and is right now; work goes on from here."""

    reason: str


class PictureKept(Event, frozen=True, kw_only=True):
    """A PNG file that templates name as their emblem."""

    name: str
    png: bytes


class TemplateEdited(Event, frozen=True, kw_only=True):
    """From now on this form is printed so; `paper` is its kind."""

    paper: str
    template: Template
