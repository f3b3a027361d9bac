"""The settings as whoever looks after the office sees them."""

from collections.abc import Sequence
from datetime import datetime

from app.events.office import Rules, RulesSet
from app.folds.fold import Fact
from app.folds.office import Office
from app.ports import Journal
from app.roles import by_id
from app.settings import SETTINGS, Setting, in_rules, value_of
from app.value import Value


class Change(Value, frozen=True, kw_only=True):
    """When somebody (`who` is a name) made it what it was from then on."""

    at: datetime
    who: str
    value: str


class SettingShown(Value, frozen=True, kw_only=True):
    """`changes`: the newest first; what is of this PC alone has none. `editable`: whoever looks
    may change it.
    """

    setting: Setting
    value: str
    editable: bool
    changes: tuple[Change, ...] = ()

    @property
    def usual(self) -> bool:
        """Whether it stands as where nobody has set it."""
        return self.value == self.setting.default


def settings_shown(journal: Journal, clerk: str) -> tuple[SettingShown, ...]:
    """All of them, in the order in which they are declared."""
    with journal.look() as look:
        office = look.office
        values = {setting.key: value_of(look, setting) for setting in SETTINGS}
    changes = _changes(office, journal.history(office.id))
    who = by_id(office, clerk)
    return tuple(
        SettingShown(
            setting=setting,
            value=values[setting.key],
            editable=who is not None and who.role in setting.may,
            changes=tuple(reversed(changes.get(setting.key, ()))),
        )
        for setting in SETTINGS
    )


def _changes(office: Office, history: Sequence[Fact]) -> dict[str, list[Change]]:
    """By key; an event says all settings, and only what it made another is a change."""
    found: dict[str, list[Change]] = {}
    before = Rules()
    for recorded, event in history:
        if not isinstance(event, RulesSet):
            continue
        for setting in (each for each in SETTINGS if not each.here):
            value = in_rules(event.rules, setting.key)
            if value != in_rules(before, setting.key):
                who = office.clerk_name(recorded.clerk)
                change = Change(at=recorded.moment, who=who, value=value)
                found.setdefault(setting.key, []).append(change)
        before = event.rules
    return found
