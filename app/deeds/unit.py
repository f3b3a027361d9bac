"""The units that do the steps of Table 1, as the office knows them."""

from collections.abc import Sequence
from datetime import datetime

from app.deeds.office import require_as_seen
from app.events.office import UnitDefined, UnitRemoved
from app.folds import office
from app.folds.office import Office
from app.persian import clean, search_key, spelled, tidy
from app.ports import Look, RequestLine, Work
from app.refusal import Refusal
from app.roles import deed

_EVER = (datetime(1, 1, 1), datetime(9999, 12, 31))
_MOST = 100_000


@deed
def define_unit(work: Work, unit: UnitDefined, *, seen: UnitDefined | None = None) -> Office:
    """A unit of the office, or what is said of it anew. `seen` is what stood when somebody began to
    write it. Refuses `unit_name_empty`, `unit_known` of a new one, `office_changed_meanwhile`.
    """
    name = spelled(unit.name)
    if not name:
        raise Refusal("unit_name_empty")
    if seen is None and work.office.unit(name):
        raise Refusal("unit_known", unit=name)
    if seen is not None:
        require_as_seen(seen, work.office.unit(seen.name))
        _require_same_name(seen.name, name)
    posts = tuple(post for each in unit.posts if (post := tidy(clean(each))))
    person, phone = tidy(clean(unit.person)), tidy(clean(unit.phone))
    said = UnitDefined(name=name, posts=posts, person=person, phone=phone)
    return work.append(office.FOLD, work.office.id, said)


@deed
def remove_unit(work: Work, name: str, *, although: bool = False) -> Office:
    """The office has it no longer. Refuses `office_unit_unknown`, and `unit_busy` with the number
    of open requests that stand there, unless it shall be gone `although` they do: they stay as
    they are.
    """
    if work.office.unit(name) is None:
        raise Refusal("office_unit_unknown", unit=name)
    standing = standing_in(work, name)
    if standing and not although:
        raise Refusal("unit_busy", unit=name, n=len(standing))
    return work.append(office.FOLD, work.office.id, UnitRemoved(name=name))


def standing_in(look: Look, name: str) -> Sequence[RequestLine]:
    """The open requests whose step is that unit's now, the earliest promise first."""
    key = search_key(name)
    owed = look.owed_lines("", *_EVER, "", _MOST)
    spelled = {unit for unit in {line.unit for line in owed} if unit and search_key(unit) == key}
    return tuple(line for line in owed if line.unit in spelled)


def _require_same_name(before: str, after: str) -> None:
    """Table 1 and what was handed over speak of it by its name."""
    if search_key(before) != search_key(after):
        raise Refusal("unit_name_stays", unit=before)
