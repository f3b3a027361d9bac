"""Every setting, declared once. `docs/settings.md` shows them as a table; their Persian names and
meanings stand in `resources/words/settings.json`.
"""

import re
from collections.abc import Mapping
from datetime import time
from typing import Any, Final, Literal

from app.events.office import Rules
from app.letters import latin_digits
from app.persian import clean, format_time, tidy
from app.ports import Look
from app.refusal import Refusal
from app.roles import OFFICE, STAFF, Roles
from app.value import Value
from app.week import parse_time

Kind = Literal["count", "choice", "text", "address", "time", "switch", "folder", "pin"]
Group = Literal["desk", "promises", "alarms", "hall", "papers", "safety", "backup", "look"]

GROUPS: Final[tuple[Group, ...]] = (
    "desk",
    "promises",
    "alarms",
    "hall",
    "papers",
    "safety",
    "backup",
    "look",
)
YES, NO = "yes", "no"
"""How a switch is said."""

BOARD_SOUND, LISTS_AHEAD = "board_sound", "lists_ahead"
BACKUP_FOLDER, BACKUP_KEEP = "backup_folder", "backup_keep"
VOICE_VOLUME = "voice_volume"
KIOSK_PIN = "kiosk_pin"

_DIGITS = 9
_LONGEST = 120
_PATH = 1000
_PORTS = range(1, 1 << 16)
_ADDRESS = re.compile(
    r"(https?://)?[\w-]+(\.[\w-]+)+(:(?P<port>[0-9]{1,5}))?(/[^\s?#]*)?", re.IGNORECASE
)


class Setting(Value, frozen=True, kw_only=True):
    """`key` is the field of `Rules`, or the name of the row where it is of this PC alone (`here`);
    `meaning` says what it does. A `count` lies from `least` to `most`, a `pin`
    has so many digits; `choices` are said as their names and kept as what stands beside them.
    `default` is what holds where nobody has set it, as it is said.
    """

    key: str
    group: Group
    kind: Kind
    meaning: str
    default: str = ""
    least: int = 0
    most: int = 0
    choices: Mapping[str, str] = {}
    here: bool = False

    @property
    def may(self) -> Roles:
        """Who may change it: what is of this PC alone, whoever works there."""
        return STAFF if self.here and self.group == "look" else OFFICE


_SWITCH: Final[Mapping[str, str]] = {NO: "", YES: "on"}


def _count(key: str, group: Group, least: int, most: int, meaning: str) -> Setting:
    return Setting(
        key=key,
        group=group,
        kind="count",
        meaning=meaning,
        default=str(getattr(Rules(), key)),
        least=least,
        most=most,
    )


SETTINGS: Final[tuple[Setting, ...]] = (
    Setting(
        key="night",
        group="desk",
        kind="choice",
        meaning="What becomes of numbers that still wait when the day is over",
        default="clear",
        choices={"clear": "clear", "keep": "keep"},
    ),
    Setting(
        key="numbers_until",
        group="desk",
        kind="time",
        meaning="From then on kiosks give no number for anything new; empty: until closing",
    ),
    _count(
        "kiosk_pace", "desk", 0, 60, "Numbers, or sheets, a kiosk gives in a minute; 0: all wanted"
    ),
    Setting(
        key="tickets_at",
        group="desk",
        kind="address",
        meaning="Public address that shows how a number stands; empty: none",
    ),
    _count("tolerance", "desk", 0, 20, "Numbers after which one who came late has lost their turn"),
    _count("late_minutes", "desk", 0, 120, "Minutes for which a late appointment keeps its time"),
    _count("turn_requests", "desk", 0, 50, "Requests taken in one turn; 0: any number"),
    _count("return_after", "desk", 1, 50, "Numbers called before who is sent back behind some"),
    _count("hold_minutes", "desk", 1, 240, "Minutes offered for a hold"),
    _count("usual_days", "promises", 1, 365, "Working days promised where no step says how long"),
    _count("deficiency_days", "promises", 1, 365, "Working days to bring what was missing"),
    Setting(
        key=LISTS_AHEAD,
        group="promises",
        kind="count",
        meaning="Working days within which the lists of this PC call a promise soon",
        default="3",
        least=1,
        most=30,
        here=True,
    ),
    _count("alarm_wait", "alarms", 0, 480, "Minutes after which a wait is too long; 0: no alarm"),
    _count("alarm_crowd", "alarms", 0, 500, "So many may wait in one line; 0: no alarm"),
    _count("alarm_called", "alarms", 0, 60, "Minutes a called client has to come; 0: no alarm"),
    _count("alarm_idle", "alarms", 0, 240, "Minutes a free counter may let wait; 0: no alarm"),
    Setting(
        key=BOARD_SOUND,
        group="alarms",
        kind="switch",
        meaning="Whether this PC makes a sound at a new alarm of the board",
        default=NO,
        choices=_SWITCH,
        here=True,
    ),
    _count("hall_next", "hall", 0, 8, "So many who are next stand on the hall's display; 0: none"),
    Setting(
        key="hall_notice",
        group="hall",
        kind="text",
        meaning="What the hall's notice line says beside the hours",
    ),
    Setting(
        key="board_clerk",
        group="hall",
        kind="choice",
        meaning="Whether the board of a counter names who serves there",
        default="no",
        choices={NO: "no", YES: "yes"},
    ),
    _count("voice_times", "hall", 0, 3, "How often the voice says a call; 0: never"),
    Setting(
        key="voice_since",
        group="hall",
        kind="time",
        meaning="Before this hour the voice is silent; empty: never silent in the morning",
    ),
    Setting(
        key="voice_until",
        group="hall",
        kind="time",
        meaning="From this hour on the voice is silent; empty: never silent in the evening",
    ),
    Setting(
        key=VOICE_VOLUME,
        group="hall",
        kind="count",
        meaning="How loud this PC speaks, of 100; 0: not at all",
        default="80",
        most=100,
        here=True,
    ),
    Setting(
        key="last_column",
        group="papers",
        kind="text",
        meaning="Heading of the free last column of Table 2",
    ),
    Setting(
        key="head_of_agency",
        group="papers",
        kind="text",
        meaning="Name and post under the thanks of Table 5",
    ),
    _count("lock_minutes", "safety", 0, 240, "Minutes until an untouched window locks; 0: never"),
    Setting(
        key=KIOSK_PIN,
        group="safety",
        kind="pin",
        meaning="Digits by which a kiosk of this PC is left; empty: it is not left",
        least=4,
        most=8,
        here=True,
    ),
    _count("proven_days", "backup", 0, 365, "Days a proven backup is good for; 0: never reminds"),
    Setting(
        key=BACKUP_FOLDER,
        group="backup",
        kind="folder",
        meaning="Folder into which this PC puts a backup every day; empty: none",
        here=True,
    ),
    Setting(
        key=BACKUP_KEEP,
        group="backup",
        kind="count",
        meaning="So many of its own daily backups this PC keeps",
        default="14",
        least=2,
        most=400,
        here=True,
    ),
    Setting(
        key="scale",
        group="look",
        kind="choice",
        meaning="Size of text on this PC, when a window opens",
        default="usual",
        choices={"usual": "1.0", "large": "1.5"},
        here=True,
    ),
    Setting(
        key="contrast",
        group="look",
        kind="choice",
        meaning="Colours on this PC, when a window opens",
        default="usual",
        choices={"usual": "", "high": "high"},
        here=True,
    ),
)

BY_KEY: Final[Mapping[str, Setting]] = {setting.key: setting for setting in SETTINGS}


def the_setting(key: str) -> Setting:
    """The setting of that key. Refuses `setting_unknown`."""
    if key not in BY_KEY:
        raise Refusal("setting_unknown", key=key)
    return BY_KEY[key]


def typed(setting: Setting, text: str) -> str:
    """A value as it is said, out of what somebody typed. Refuses `setting_count(least, most)`,
    `setting_choice(known)`, `setting_long(most)`, `setting_address`, `setting_folder`,
    `setting_pin(least, most)`, `time_unreadable`. Whether a folder is there, only the store can
    tell (`app.ports.Work.require_folder`).
    """
    if setting.kind == "folder":
        return _folder(text)
    said = tidy(clean(text))
    if setting.kind == "pin":
        return _pin(setting, latin_digits(said))
    if setting.kind == "count":
        return _counted(setting, latin_digits(said))
    if setting.kind == "time":
        return parse_time(said).strftime("%H:%M") if said else ""
    if setting.choices:
        if said not in setting.choices:
            raise Refusal("setting_choice", known=tuple(setting.choices))
        return said
    if len(said) > _LONGEST:
        raise Refusal("setting_long", most=_LONGEST)
    return _address(said) if setting.kind == "address" else said


def require_sound(rules: Rules, before: Rules) -> None:
    """Each setting of the office that is another than `before` as `typed` takes it, and those that
    belong together in their order: refuses as that does, and `setting_voice(since, until)`.
    """
    ours = (setting for setting in SETTINGS if not setting.here)
    new = {each.key for each in ours if getattr(rules, each.key) != getattr(before, each.key)}
    for key in new:
        typed(BY_KEY[key], in_rules(rules, key))
    since, until = rules.voice_since, rules.voice_until
    if new & {"voice_since", "voice_until"} and since and until and since >= until:
        raise Refusal("setting_voice", since=format_time(since), until=format_time(until))


def in_rules(rules: Rules, key: str) -> str:
    """How a field of the office's settings is said."""
    value = getattr(rules, key)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return "" if value is None else str(value)


def as_field(setting: Setting, said: str) -> Any:
    """What the office's settings keep for what is said."""
    if setting.kind == "count":
        return int(said)
    if setting.kind == "time":
        return time.fromisoformat(said) if said else None
    return setting.choices.get(said, said)


def value_of(look: Look, setting: Setting) -> str:
    """How it stands, as it is said."""
    if not setting.here:
        return in_rules(look.office.rules, setting.key)
    kept = look.setting(setting.key)
    if not setting.choices:
        return kept or setting.default
    return next((said for said, raw in setting.choices.items() if raw == kept), setting.default)


def as_row(setting: Setting, said: str) -> str:
    """What the row of this PC keeps for what is said."""
    return setting.choices.get(said, said)


def _counted(setting: Setting, said: str) -> str:
    number = int(said) if said.isascii() and said.isdecimal() and len(said) <= _DIGITS else -1
    if not setting.least <= number <= setting.most:
        raise Refusal("setting_count", least=setting.least, most=setting.most)
    return str(number)


def _pin(setting: Setting, said: str) -> str:
    digits = said.isascii() and said.isdecimal()
    if said and not (digits and setting.least <= len(said) <= setting.most):
        raise Refusal("setting_pin", least=setting.least, most=setting.most)
    return said


def _address(text: str) -> str:
    """What a telephone opens when it reads the code on a ticket; that is put behind it, so that
    nothing may end it before.
    """
    said = latin_digits(text)
    found = _ADDRESS.fullmatch(said)
    if said and (found is None or int(found["port"] or 1) not in _PORTS):
        raise Refusal("setting_address")
    return said


def _folder(text: str) -> str:
    """The name of a folder is what machines read: nothing in it becomes something else."""
    said = text.strip().strip('"')
    if len(said) > _PATH or "\0" in said:
        raise Refusal("setting_folder")
    return said
