"""Settings in the words of the office."""

from app.letters import persian_digits
from app.settings import Setting
from ui.frame.words import tr
from ui.words import Words

_NAMED_TO_MACHINES = ("address", "folder")


def name_of(setting: Setting, words: Words) -> str:
    """What it is called."""
    return words.setting(setting.key)["name"]


def meaning_of(setting: Setting, words: Words) -> str:
    """What it does."""
    return words.setting(setting.key)["meaning"]


def value_words(setting: Setting, said: str, words: Words) -> str:
    """How it stands, as people read it."""
    known = words.setting(setting.key)
    if setting.kind == "switch":
        return tr("yes") if said == "yes" else tr("no")
    if setting.kind == "choice":
        return known[said]
    if not said:
        return known.get("empty") or tr("nothing")
    if setting.kind in _NAMED_TO_MACHINES:
        return f"\u2066{said}\u2069"
    unit = known.get("unit", "")
    return f"{persian_digits(said)} {unit}".strip()


def group_name(group: str, words: Words) -> str:
    """What a group of settings is about."""
    return words.value("setting_group", group)
