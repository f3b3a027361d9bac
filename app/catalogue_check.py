"""What an inspector would miss in the catalogue: steps 2 to 5 of the guide, R25-R34."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from app.letters import search_key, tidy
from app.sub_service import FormFile, SubService
from app.value import Value

Part = Literal["general", "information", "documents", "steps", "money", "texts", "files"]
"""Where in an entry something stands."""

PARTS: tuple[Part, ...] = (
    "general",
    "information",
    "documents",
    "steps",
    "money",
    "texts",
    "files",
)

_TABLES: dict[str, Part] = {
    "documents": "documents",
    "steps": "steps",
    "fees": "money",
    "inquiries": "money",
    "ready_texts": "texts",
    "fields": "texts",
    "forms": "files",
}

AT_DESK = ("desk", "both")
ON_THE_WEB = ("both", "electronic")


class Flaw(Value, frozen=True, kw_only=True):
    """Something that is missing. `code` names its sentence, which `facts` fill; it is mended in
    `part`, in `field` of `table`'s row number `row` (from 0; -1: in no table). `advice`: the guide
    does not demand it.
    """

    code: str
    part: Part
    field: str = ""
    table: str = ""
    row: int = -1
    advice: bool = False
    facts: Mapping[str, str] = {}


def flaws(
    sheet: SubService, files: Sequence[FormFile] = (), units: Collection[str] = ()
) -> tuple[Flaw, ...]:
    """Of one entry and the files of its forms, in the order of its parts; `units` are those that
    the office has, where it has named any. What is between agencies is not the desk's, and nothing
    is asked of it (R7).
    """
    if sheet.channel == "g2g":
        return ()
    found = [flaw for check in _CHECKS for flaw in check(sheet)]
    found += [*_unknown_units(sheet, units), *_files(sheet, files)]
    return tuple(sorted(found, key=lambda flaw: PARTS.index(flaw.part)))


def unfinished(sheet: SubService) -> Flaw | None:
    """The first thing without which an entry cannot be kept: its code, a title, that of a row."""
    if not tidy(sheet.code):
        return Flaw(code="code_empty", part="general", field="code")
    if not tidy(sheet.title):
        return Flaw(code="title_empty", part="general", field="title")
    for table, part in _TABLES.items():
        for row, each in enumerate(getattr(sheet, table)):
            if not tidy(each if isinstance(each, str) else each.title):
                facts = {"row": str(row + 1)}
                return Flaw(
                    code="row_empty", part=part, table=table, row=row, field="title", facts=facts
                )
    return None


def shared_titles(sheets: Sequence[SubService]) -> tuple[tuple[str, ...], ...]:
    """The codes of sub-services that bear the same title in the same department: nobody can tell
    them apart (R78: the approved list itself has such a pair).
    """
    codes: dict[tuple[str, str], list[str]] = {}
    for sheet in sheets:
        key = (search_key(sheet.title), search_key(sheet.department))
        codes.setdefault(key, []).append(sheet.code)
    return tuple(tuple(same) for same in codes.values() if len(same) > 1)


def _general(sheet: SubService) -> Iterator[Flaw]:
    """R25 the approved list, R26 why it fits the desk, R6 its electronic desk, R78 departments."""
    if not sheet.department:
        yield Flaw(code="department_missing", part="general", field="department")
    if not sheet.official_id:
        yield Flaw(code="official_id_missing", part="general", field="official_id", advice=True)
    if sheet.channel in AT_DESK and not sheet.fitness:
        yield Flaw(code="fitness_missing", part="general", field="fitness")
    if sheet.channel in ON_THE_WEB and not sheet.url:
        yield Flaw(code="url_missing", part="general", field="url")
    if not sheet.legal_basis:
        yield Flaw(code="legal_basis_missing", part="general", field="legal_basis")


def _information(sheet: SubService) -> Iterator[Flaw]:
    """R30 a, d, g: where it is given, how long it takes on average, who answers for it."""
    if sheet.channel in AT_DESK and not sheet.places:
        yield Flaw(code="place_missing", part="information", field="places")
    if not sheet.average:
        yield Flaw(code="average_missing", part="information", field="average")
    if not sheet.answerable.name:
        yield Flaw(code="answerable_missing", part="information", field="answerable_name")
    elif not sheet.answerable.phone:
        yield Flaw(code="answerable_phone_missing", part="information", field="answerable_phone")
    if sheet.answerable.name and not sheet.answerable.deputy:
        yield Flaw(
            code="deputy_missing", part="information", field="answerable_deputy", advice=True
        )


def _documents(sheet: SubService) -> Iterator[Flaw]:
    """R30 c, R32: titles of papers; R29: nobody is sent for what the office itself asks."""
    if sheet.mode != 1 and not sheet.documents:
        yield Flaw(code="documents_missing", part="documents", table="documents", advice=True)
    inquiries = {search_key(inquiry.title) for inquiry in sheet.inquiries}
    for row, paper in enumerate(sheet.documents):
        if not paper.obligatory and not paper.condition:
            yield _in_row("condition_missing", "documents", "documents", row, "condition", paper)
        if search_key(paper.title) in inquiries:
            yield _in_row("inquiry_of_client", "documents", "documents", row, "title", paper)


def _steps(sheet: SubService) -> Iterator[Flaw]:
    """R33, R34: Table 1, each stage with unit, post and agreed time."""
    if not sheet.steps:
        yield Flaw(code="steps_missing", part="steps", table="steps")
    for row, step in enumerate(sheet.steps):
        if not step.unit:
            yield _in_row("step_unit_missing", "steps", "steps", row, "unit", step)
        if not step.post:
            yield _in_row("step_post_missing", "steps", "steps", row, "post", step)
        if not step.duration and sheet.mode == 2:
            yield _in_row("step_duration_missing", "steps", "steps", row, "duration", step)


def _unknown_units(sheet: SubService, units: Collection[str]) -> Iterator[Flaw]:
    """R33, R42: units are told apart by name, so that each must be one of the office's."""
    known = set(map(search_key, units))
    for row, step in enumerate(sheet.steps):
        if known and step.unit and search_key(step.unit) not in known:
            found = _in_row("step_unit_unknown", "steps", "steps", row, "unit", step)
            yield replace(found, facts={**found.facts, "unit": step.unit})


def _money(sheet: SubService) -> Iterator[Flaw]:
    """R30 f: account and legal article of each payment; R27: who answers an inquiry."""
    for row, fee in enumerate(sheet.fees):
        if fee.amount and not fee.account:
            yield _in_row("fee_account_missing", "money", "fees", row, "account", fee)
        if not fee.article:
            yield _in_row("fee_article_missing", "money", "fees", row, "article", fee)
    for row, inquiry in enumerate(sheet.inquiries):
        if not inquiry.body:
            yield _in_row("inquiry_body_missing", "money", "inquiries", row, "body", inquiry)


def _texts(sheet: SubService) -> Iterator[Flaw]:
    """R62: legal grounds, and the authority and deadline for objection, in every answer."""
    if sheet.mode == 2 and sheet.channel in AT_DESK and not sheet.ready_texts:
        yield Flaw(code="ready_texts_missing", part="texts", table="ready_texts", advice=True)
    for row, text in enumerate(sheet.ready_texts):
        for field in ("grounds", "content", "objection"):
            if not tidy(getattr(text, field)):
                yield _in_row(f"text_{field}_missing", "texts", "ready_texts", row, field, text)


def _files(sheet: SubService, files: Sequence[FormFile]) -> Iterator[Flaw]:
    """R32: every form and letter format at the clerk's hand."""
    held = {search_key(file.title) for file in files}
    for row, title in enumerate(sheet.forms):
        if search_key(title) not in held:
            yield Flaw(
                code="form_file_missing",
                part="files",
                table="forms",
                row=row,
                facts={"row_title": title},
            )


def _in_row(code: str, part: Part, table: str, row: int, field: str, of: object) -> Flaw:
    title = str(getattr(of, "title", ""))
    facts = {"row_title": title, "row": str(row + 1)}
    return Flaw(code=code, part=part, table=table, row=row, field=field, facts=facts)


_CHECKS: tuple[Callable[[SubService], Iterator[Flaw]], ...] = (
    _general,
    _information,
    _documents,
    _steps,
    _money,
    _texts,
)
