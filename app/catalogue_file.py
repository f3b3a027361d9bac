"""A file of the catalogue that need not hold all of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import fields, replace

from app.folds import catalogue
from app.ports import Look
from app.sub_service import Answerable, SubService
from app.unit_names import units_spelled
from app.value import Value

PERSON = "answerable_"
"""Before the column names of what `SubService` holds in `answerable`."""


class CatalogueFile(Value, frozen=True, kw_only=True):
    """The entries of a file, and by their codes what it says of each: the names of its columns or
    keys, as `SubService` names its parts.
    """

    sheets: tuple[SubService, ...]
    given: Mapping[str, frozenset[str]]


def completed(look: Look, file: CatalogueFile) -> tuple[SubService, ...]:
    """The entries whole, as they would be kept: of what the file does not say, what is known of an
    entry stays.
    """
    whole = (_whole(look, sheet, file.given[sheet.code]) for sheet in file.sheets)
    return tuple(map(units_spelled, whole))


def of_one_table(sheets: Sequence[SubService], columns: frozenset[str]) -> CatalogueFile:
    """A file that has the same columns for all its entries."""
    return CatalogueFile(sheets=tuple(sheets), given={each.code: columns for each in sheets})


def _whole(look: Look, sheet: SubService, columns: frozenset[str]) -> SubService:
    entity = look.entry_of(sheet.code)
    known = look.load(catalogue.FOLD, entity) if entity else None
    if known is None:
        return sheet
    before = known.sheet
    person = _kept(before.answerable, columns, PERSON)
    rest = {**_kept(before, columns), "answerable": replace(sheet.answerable, **person)}
    return replace(sheet, **rest)


def _kept(
    before: SubService | Answerable, columns: frozenset[str], mark: str = ""
) -> dict[str, Any]:
    names = (field.name for field in fields(before))
    return {name: getattr(before, name) for name in names if mark + name not in columns}
