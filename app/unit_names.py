"""Units are told apart by their names: one unit in whatever spelling."""

from collections.abc import Iterable

from msgspec.structs import replace

from app.letters import search_key, spelled
from app.sub_service import SubService


def unit_names(found: Iterable[str]) -> dict[str, str]:
    """The units that are named, by what all spellings of one have in common; the first of them
    is its name.
    """
    names: dict[str, str] = {}
    for name in found:
        names.setdefault(search_key(name), spelled(name))
    return names


def units_spelled(sheet: SubService) -> SubService:
    """The same entry, the units of its steps as one keyboard writes them."""
    return replace(sheet, steps=tuple(replace(s, unit=spelled(s.unit)) for s in sheet.steps))
