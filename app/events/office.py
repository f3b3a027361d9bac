"""What the office says of itself: its name, counters, clerks, series, hours and closures."""

from datetime import date, time
from typing import Annotated, Literal

from msgspec import Meta

from app.event import Event
from app.templates.template import Template
from app.value import Small, Value

Weekday = Annotated[int, Meta(ge=0, le=6)]
Role = Literal["clerk", "supervisor", "administrator", "unit", "inspector"]


class Rules(Value, frozen=True, kw_only=True):
    """The office's own settings. Days are working days."""

    night: Literal["clear", "keep"] = "clear"
    deficiency_days: Small = 10
    usual_days: Small = 10
    tolerance: Small = 3
    last_column: str = ""
    head_of_agency: str = ""
    """Name and post under the thanks of Table 5."""
    alarm_wait: Small = 20
    """Minutes after which a wait is too long; 0 here and below: no alarm."""
    alarm_crowd: Small = 10
    """So many may wait in one line; with more there is an alarm."""
    alarm_called: Small = 3
    """Minutes in which whoever was called ought to be there."""
    alarm_idle: Small = 5
    """Minutes for which a free counter may leave people waiting."""
    lock_minutes: Small = 10
    """After which a window that nobody touches asks for a password again; 0: never."""
    proven_days: Small = 30
    """Days for which a backup that was proven to open is good enough; 0: nobody is reminded."""
    numbers_until: time | None = None
    """From then on kiosks give no number any more; None: until closing."""
    turn_requests: Small = 0
    """So many requests are taken in one turn, more of them for a reason; 0: any number."""
    late_minutes: Small = 15
    """So late an appointment still counts from its time."""
    return_after: Small = 3
    """So many are called before who is sent back «behind some» to the queue."""
    hold_minutes: Small = 15
    """Offered for a hold."""
    kiosk_pace: Small = 12
    """So many numbers, and as many sheets, one kiosk gives in a minute; 0: all that are wanted."""
    tickets_at: str = ""
    """The public address under which everybody sees how a number stands; empty: there is none."""
    hall_next: Small = 0
    """So many who are next are shown in the hall; 0: none."""
    hall_notice: str = ""
    """What the notice line of the hall says beside hours and the line for opinions."""
    board_clerk: Literal["no", "yes"] = "no"
    """Whether the board of a counter names who serves there."""
    voice_times: Small = 2
    """How often the voice says a call; 0: the hall is silent."""
    voice_since: time | None = None
    """Before it the voice is silent."""
    voice_until: time | None = None
    """From then on the voice is silent."""


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


class CounterPaused(Event, frozen=True, kw_only=True):
    """Nobody is served there for a while, and why."""

    number: str
    reason: str


class CounterResumed(Event, frozen=True, kw_only=True):
    """It serves again."""

    number: str


class CounterClosed(Event, frozen=True, kw_only=True):
    """The counter is no longer there."""

    number: str


class KioskPlaced(Event, frozen=True, kw_only=True):
    """A kiosk stands in the hall."""

    name: str


class KioskRemoved(Event, frozen=True, kw_only=True):
    """It no longer stands there."""

    name: str


class NodeNamed(Event, frozen=True, kw_only=True):
    """What people call a PC: where it stands, what it is for."""

    node: str
    name: str


class UnitDefined(Event, frozen=True, kw_only=True):
    """A unit that does steps of Table 1, named as there, its posts, and whom one asks there."""

    name: str
    posts: tuple[str, ...] = ()
    person: str = ""
    phone: str = ""


class UnitRemoved(Event, frozen=True, kw_only=True):
    """The office has it no longer; requests that stand there stay."""

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
    credit: Small


class PriorityClassRemoved(Event, frozen=True, kw_only=True):
    """Nobody gets it any more; who has it keeps it."""

    code: str


class HoursSet(Event, frozen=True, kw_only=True):
    """Weekly hours from a date on; key 0 is Monday."""

    since: date
    hours: dict[Weekday, tuple[time, time]]


class HoursLifted(Event, frozen=True, kw_only=True):
    """The change of that date does not come; the hours before go on."""

    since: date


class Closure(Value, frozen=True, kw_only=True):
    """A day on which the office is shut, and why."""

    day: date
    title: str


class ClosuresAnnounced(Event, frozen=True, kw_only=True):
    """Holidays and closures added to the working calendar."""

    closures: tuple[Closure, ...]
    reason: str = ""
    """Why a day was closed that was over already."""


class ClosureLifted(Event, frozen=True, kw_only=True):
    """The office works on that day after all."""

    day: date


class YearConfirmed(Event, frozen=True, kw_only=True):
    """Somebody has compared the closures of that Jalali year with the official calendar."""

    year: Small


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
