"""Changing the catalogue (فهرست زیرخدمات)."""

from collections.abc import Sequence

from app.events.catalogue import SubServiceDefined, SubServiceRetired
from app.folds import catalogue
from app.folds.catalogue import Entry
from app.ids import named_id
from app.persian import clean, search_key, tidy
from app.ports import Work
from app.refusal import Refusal
from app.sub_service import SubService

_LONGEST = 36_500
"""Of any unit; by more `app.workdays` promises nothing."""

GUIDANCE = SubService(code="0", title="راهنمایی مراجعه‌کنندگان", mode=1)
"""For whoever does not know what to ask for. The office may change all of it but the code."""


def define_sub_service(work: Work, sheet: SubService) -> Entry:
    """A new entry, or a new version of one; an entry that says the same stays as it is.

    Refuses `service_code_empty`, `service_title_empty`, and `duration_wrong` of a step by which
    no date could be promised.
    """
    if not tidy(sheet.code):
        raise Refusal("service_code_empty")
    if not tidy(sheet.title):
        raise Refusal("service_title_empty", service=sheet.code)
    for step in sheet.steps:
        if not 0 <= step.duration <= _LONGEST:
            raise Refusal("duration_wrong", amount=step.duration)
    entity = _entity(work, sheet)
    known = work.load(catalogue.FOLD, entity)
    if known and known.sheet == sheet and not known.retired:
        return known
    version = known.version + 1 if known else 1
    return work.append(catalogue.FOLD, entity, SubServiceDefined(version=version, sheet=sheet))


def import_catalogue(work: Work, sheets: Sequence[SubService]) -> int:
    """All of these, or none. Gives how many were new or changed; others are left alone."""
    before = [work.load(catalogue.FOLD, _entity(work, sheet)) for sheet in sheets]
    after = [define_sub_service(work, sheet) for sheet in sheets]
    return sum(old != new for old, new in zip(before, after, strict=True))


def retire_sub_service(work: Work, code: str, reason: str) -> Entry:
    """No longer offered; open requests go on. Refuses `service_unknown`, `reason_empty`."""
    entity = work.entry_of(code)
    if entity is None:
        raise Refusal("service_unknown", service=code)
    if not tidy(reason):
        raise Refusal("reason_empty")
    return work.append(catalogue.FOLD, entity, SubServiceRetired(reason=clean(reason)))


def the_guidance(work: Work) -> Entry:
    """The entry for mere guidance; the first that asks for it brings it into the catalogue."""
    entity = work.entry_of(GUIDANCE.code)
    known = work.load(catalogue.FOLD, entity) if entity else None
    return known if known and not known.retired else define_sub_service(work, GUIDANCE)


def _entity(work: Work, sheet: SubService) -> str:
    """The entry of that code in any spelling, or the place where it will stand."""
    return work.entry_of(sheet.code) or named_id(
        work.office.id, "sub_service", search_key(sheet.code)
    )
