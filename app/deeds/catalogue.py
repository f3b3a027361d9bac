"""Changing the catalogue (فهرست زیرخدمات)."""

from collections.abc import Sequence

from app.events.catalogue import SubServiceDefined, SubServiceReinstated, SubServiceRetired
from app.folds import catalogue
from app.folds.catalogue import Entry
from app.ids import named_id
from app.persian import clean, search_key, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed
from app.sub_service import SubService
from app.unit_names import units_spelled

_LONGEST = 36_500
"""Of any unit; by more `app.workdays` promises nothing."""

GUIDANCE = SubService(code="0", title="راهنمایی مراجعه‌کنندگان", mode=1)
"""For whoever does not know what to ask for. The office may change all of it but the code."""


@deed
def define_sub_service(work: Work, sheet: SubService, *, based: int | None = None) -> Entry:
    """A new entry, or a new version of one; an entry that says the same stays as it is. `based`:
    the version that whoever edits had before them, 0 for a new entry, if they had one.

    Refuses `service_code_empty`, `service_title_empty`, `duration_wrong` of a step by which no date
    could be promised, `service_code_taken` of a new entry, and `service_changed_meanwhile(version)`
    where another version than that holds by now.
    """
    _check(sheet)
    sheet = units_spelled(sheet)
    entity = _entity(work, sheet)
    known = work.load(catalogue.FOLD, entity)
    if known and known.sheet == sheet and not known.retired and based != 0:
        return known
    version = known.version if known else 0
    if based == 0 and version:
        raise Refusal("service_code_taken", service=sheet.code)
    if based is not None and based != version:
        raise Refusal("service_changed_meanwhile", service=sheet.title, version=version)
    said = SubServiceDefined(version=version + 1, sheet=sheet)
    return work.append(catalogue.FOLD, entity, said)


@deed
def import_catalogue(work: Work, sheets: Sequence[SubService]) -> int:
    """All of these, or none. Gives how many were new or changed; others are left alone."""
    before = [work.load(catalogue.FOLD, _entity(work, sheet)) for sheet in sheets]
    after = [define_sub_service(work, sheet) for sheet in sheets]
    return sum(old != new for old, new in zip(before, after, strict=True))


@deed
def retire_sub_service(work: Work, code: str, reason: str) -> Entry:
    """No longer offered; open requests go on. Refuses `service_unknown`, `reason_empty`."""
    entity = work.entry_of(code)
    if entity is None:
        raise Refusal("service_unknown", service=code)
    if not tidy(reason):
        raise Refusal("reason_empty")
    return work.append(catalogue.FOLD, entity, SubServiceRetired(reason=clean(reason)))


@deed
def reinstate_sub_service(work: Work, code: str, reason: str) -> Entry:
    """Offered again, as it was. Refuses `service_unknown`, `service_offered`, `reason_empty`."""
    entity = work.entry_of(code)
    known = work.load(catalogue.FOLD, entity) if entity else None
    if known is None:
        raise Refusal("service_unknown", service=code)
    if not known.retired:
        raise Refusal("service_offered", service=known.sheet.title)
    if not tidy(reason):
        raise Refusal("reason_empty")
    return work.append(catalogue.FOLD, known.id, SubServiceReinstated(reason=clean(reason)))


def the_guidance(work: Work) -> Entry:
    """The entry for mere guidance; the first that asks for it brings it into the catalogue."""
    entity = work.entry_of(GUIDANCE.code)
    known = work.load(catalogue.FOLD, entity) if entity else None
    if known and not known.retired:
        return known
    said = SubServiceDefined(version=known.version + 1 if known else 1, sheet=GUIDANCE)
    return work.append(catalogue.FOLD, _entity(work, GUIDANCE), said)


def _check(sheet: SubService) -> None:
    if not tidy(sheet.code):
        raise Refusal("service_code_empty")
    if not tidy(sheet.title):
        raise Refusal("service_title_empty", service=sheet.code)
    for step in sheet.steps:
        if not 0 <= step.duration <= _LONGEST:
            raise Refusal("duration_wrong", amount=step.duration)


def _entity(work: Look, sheet: SubService) -> str:
    """The entry of that code in any spelling, or the place where it will stand."""
    return work.entry_of(sheet.code) or named_id(
        work.office.id, "sub_service", search_key(sheet.code)
    )
