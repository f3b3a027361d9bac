"""Changing one setting, of the office or of this PC."""

from msgspec.structs import replace

from app.events.office import RulesSet
from app.folds import office
from app.ports import Work
from app.refusal import Refusal
from app.roles import deed, require
from app.settings import as_field, as_row, require_sound, the_setting, typed, value_of


@deed
def change_setting(work: Work, key: str, text: str, seen: str | None = None) -> str:
    """From now on it is what was typed; gives that as it is said. The others stay. `seen` is how
    it stood before the eyes of who changes it. Refuses `not_allowed`, `setting_unknown`,
    `setting_changed_meanwhile`, and what `typed`, `require_sound` and `Work.require_folder` refuse.
    """
    setting = the_setting(key)
    require(work, setting.may)
    said, before = typed(setting, text), value_of(work, setting)
    if seen is not None and seen != before:
        raise Refusal("setting_changed_meanwhile")
    if said == before:
        return said
    if setting.kind == "folder" and said:
        work.require_folder(said)
    if setting.here:
        work.set_setting(key, as_row(setting, said))
    else:
        rules = replace(work.office.rules, **{key: as_field(setting, said)})
        require_sound(rules, work.office.rules)
        work.append(office.FOLD, work.office.id, RulesSet(rules=rules))
    return said
