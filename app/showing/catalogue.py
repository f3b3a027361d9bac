"""The catalogue as whoever keeps it sees it: all entries, one of them, and what is lacking."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from app.catalogue_check import Flaw, Part, flaws, shared_titles
from app.decoding import decode
from app.folds import catalogue
from app.folds.catalogue import Entry
from app.letters import search_key
from app.order import by_code
from app.ports import Look
from app.refusal import Refusal
from app.roles import may_do
from app.sub_service import Channel, Mode, SubService
from app.unit_names import unit_names
from app.value import Value

NEW = "new"
"""In place of an id: an entry that nobody has kept yet."""

_KEEPING = "catalogue.define_sub_service"
_EVER = datetime(1, 1, 1), datetime(9999, 1, 1)
_ENOUGH = 5000
"""Open requests among which units are looked for."""

_PART_OF: dict[str, Part] = {
    **dict.fromkeys(("places", "average", "answerable", "note"), "information"),
    **dict.fromkeys(("documents",), "documents"),
    **dict.fromkeys(("steps",), "steps"),
    **dict.fromkeys(("fees", "inquiries"), "money"),
    **dict.fromkeys(("ready_texts", "fields"), "texts"),
    **dict.fromkeys(("forms",), "files"),
}


class CatalogueLine(Value, frozen=True, kw_only=True):
    """An entry in the list: `lacking` counts what the guide demands, `draft` says that something of
    it is half typed here.
    """

    id: str
    code: str
    title: str
    department: str
    mode: Mode
    channel: Channel
    version: int
    retired: str
    lacking: int
    draft: bool


class CatalogueShown(Value, frozen=True, kw_only=True):
    """All entries by their codes. `new_draft`: a new one was begun here and not kept."""

    lines: tuple[CatalogueLine, ...]
    departments: tuple[str, ...]
    new_draft: bool
    editable: bool


class EntryDraft(Value, frozen=True, kw_only=True):
    """What is half typed, and the version on which it is based; 0 for a new entry."""

    based: int
    sheet: SubService


class EntryShown(Value, frozen=True, kw_only=True):
    """One entry; `entry` is None while it is new. `departments` and `units` are those that are
    known, `office_units` those that the office itself has named. `editor` is the name of who said
    last what it says, empty for the program.
    """

    key: str
    entry: Entry | None
    draft: EntryDraft | None
    departments: tuple[str, ...]
    units: tuple[str, ...]
    office_units: tuple[str, ...]
    editable: bool
    editor: str = ""


class EntryFlaws(Value, frozen=True, kw_only=True):
    """What one entry lacks; without `id` it is said of the whole catalogue."""

    id: str = ""
    code: str = ""
    title: str = ""
    flaws: tuple[Flaw, ...]


Kind = Literal["new", "changed", "same", "reinstated"]


class Change(Value, frozen=True, kw_only=True):
    """What a file would make of an entry, and in which parts; `version` is the one that stands, 0
    of a new entry.
    """

    code: str
    title: str
    kind: Kind
    version: int = 0
    parts: tuple[Part, ...] = ()


def draft_place(clerk: str, key: str) -> str:
    """Where what that clerk has half typed of an entry (its id, or `NEW`) is kept."""
    return f"catalogue:{clerk}:{key}"


Known = dict[str, tuple[Entry, tuple[str, ...], int]]
"""How much was lacking of entries when they were last looked at, by their ids."""


def catalogue_shown(look: Look, clerk: str, known: Known | None = None) -> CatalogueShown:
    """Every entry, retired ones and those between agencies too. Whoever looks again and again hands
    in the same `known`: what has not changed is not judged anew.
    """
    entries, units = _entries(look), units_of(look)
    judged = {} if known is None else known
    return CatalogueShown(
        lines=tuple(_line(look, clerk, e, _lacking(e, units, judged)) for e in entries),
        departments=_departments(entries),
        new_draft=look.draft(draft_place(clerk, NEW)) is not None,
        editable=may_do(look, clerk, _KEEPING),
    )


def entry_shown(look: Look, key: str, clerk: str) -> EntryShown:
    """One entry by its id, or a `NEW` one. Refuses `service_unknown`."""
    entry = None if key == NEW else look.load(catalogue.FOLD, key)
    if entry is None and key != NEW:
        raise Refusal("service_unknown", service=key)
    entries = _entries(look)
    return EntryShown(
        key=key,
        entry=entry,
        draft=draft_in(look.draft(draft_place(clerk, key))),
        departments=_departments(entries),
        units=tuple(unit_names((*units_of(look), *_units(entries))).values()),
        office_units=units_of(look),
        editable=may_do(look, clerk, _KEEPING),
        editor=look.office.clerk_name(entry.edited_by) if entry else "",
    )


def draft_in(body: bytes | None) -> EntryDraft | None:
    """What was kept; None where it cannot be read any more."""
    try:
        return decode(body, EntryDraft) if body else None
    except msgspec.MsgspecError:
        return None


def catalogue_flaws(look: Look) -> tuple[EntryFlaws, ...]:
    """What an inspector would miss: of the whole first, then of each entry that is offered."""
    offered = [entry for entry in _entries(look) if not entry.retired]
    shared, units = _shared(offered), units_of(look)
    told = [
        EntryFlaws(id=e.id, code=e.sheet.code, title=e.sheet.title, flaws=found)
        for e in offered
        if (found := (*flaws(e.sheet, e.files, units), *shared.get(e.sheet.code, ())))
    ]
    gone = _units_gone(look, offered)
    return (*([EntryFlaws(flaws=gone)] if gone else []), *told)


def compared(look: Look, sheets: Sequence[SubService]) -> tuple[Change, ...]:
    """What taking these in would change; entries that they do not name are left alone."""
    return tuple(_change(look, sheet) for sheet in sheets)


def sheets_of(look: Look) -> tuple[SubService, ...]:
    """Everything that is offered, as a file takes it."""
    return tuple(entry.sheet for entry in _entries(look) if not entry.retired)


def units_of(look: Look) -> tuple[str, ...]:
    """The units that the office has named; none where it has not begun to."""
    return tuple(unit.name for unit in look.office.units.values())


def _entries(look: Look) -> list[Entry]:
    loaded = (look.load(catalogue.FOLD, entity) for entity in look.services())
    return sorted((entry for entry in loaded if entry), key=lambda e: by_code(e.sheet.code))


def _lacking(entry: Entry, units: tuple[str, ...], known: Known) -> int:
    if entry.retired:
        return 0
    before = known.get(entry.id)
    if before is None or before[0] is not entry or before[1] != units:
        missed = flaws(entry.sheet, entry.files, units)
        known[entry.id] = before = entry, units, sum(not flaw.advice for flaw in missed)
    return before[2]


def _line(look: Look, clerk: str, entry: Entry, lacking: int) -> CatalogueLine:
    sheet = entry.sheet
    return CatalogueLine(
        id=entry.id,
        code=sheet.code,
        title=sheet.title,
        department=sheet.department,
        mode=sheet.mode,
        channel=sheet.channel,
        version=entry.version,
        retired=entry.retired,
        lacking=lacking,
        draft=look.draft(draft_place(clerk, entry.id)) is not None,
    )


def _departments(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.sheet.department for e in entries if e.sheet.department))


def _units(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Those of Table 1, the most named first."""
    named = [step.unit for e in entries if not e.retired for step in e.sheet.steps if step.unit]
    often = Counter(map(search_key, named))
    names = unit_names(named)
    return tuple(names[key] for key, _ in often.most_common())


def _shared(entries: Sequence[Entry]) -> dict[str, tuple[Flaw, ...]]:
    """By code, of those whose title others of their department bear too."""
    told: dict[str, tuple[Flaw, ...]] = {}
    for codes in shared_titles([entry.sheet for entry in entries]):
        for code in codes:
            facts = {"codes": "، ".join(other for other in codes if other != code)}
            flaw = Flaw(
                code="shared_title", part="general", field="title", advice=True, facts=facts
            )
            told[code] = (flaw,)
    return told


def _units_gone(look: Look, entries: Sequence[Entry]) -> tuple[Flaw, ...]:
    """Units in which open requests stand, and which the office has no longer; where it has named
    none, which no Table 1 names any longer.
    """
    known = set(map(search_key, units_of(look) or _units(entries)))
    held = [line.unit for line in look.owed_lines("", *_EVER, "", _ENOUGH) if line.unit]
    often = Counter(map(search_key, held))
    return tuple(
        Flaw(code="unit_gone", part="steps", facts={"unit": name, "n": str(often[key])})
        for key, name in unit_names(held).items()
        if key not in known
    )


def _change(look: Look, sheet: SubService) -> Change:
    entity = look.entry_of(sheet.code)
    known = look.load(catalogue.FOLD, entity) if entity else None
    if known is None:
        return Change(code=sheet.code, title=sheet.title, kind="new")
    parts = parts_changed(known.sheet, sheet)
    kind: Kind = "reinstated" if known.retired else "changed" if parts else "same"
    return Change(code=sheet.code, title=sheet.title, kind=kind, version=known.version, parts=parts)


def parts_changed(before: SubService, after: SubService) -> tuple[Part, ...]:
    """In which parts of an entry the two differ."""
    fields = (field.name for field in msgspec.structs.fields(SubService))
    changed = (name for name in fields if getattr(before, name) != getattr(after, name))
    return tuple(dict.fromkeys(_PART_OF.get(name, "general") for name in changed))
