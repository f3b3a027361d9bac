"""The catalogue as JSON: `{"sub_services": [...]}`, keys and values as `SubService` names them."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import asdict

from app.catalogue_file import PERSON, CatalogueFile
from app.decoding import decode
from app.sub_service import SubService
from app.value import Value
from db.exchange.field import Field
from db.exchange.kinds import BadCell
from db.exchange.lines import BadLine
from db.exchange.refusals import LARGEST, bad, check_new, unreadable
from db.exchange.shape import ALL, entry_of, value_of
from db.exchange.troubles import Troubles

_BOM = b"\xef\xbb\xbf"


class _Raw(Value, frozen=True, kw_only=True):
    sub_services: tuple[msgspec.Raw, ...]


def read(data: bytes) -> tuple[SubService, ...]:
    """All sub-services; what an object leaves out is empty. `row` of a refusal counts them from 1,
    `column` is the JSON path.
    """
    return read_file(data).sheets


def read_file(data: bytes) -> CatalogueFile:
    """The same, with the keys that each object has."""
    if len(data) > LARGEST:
        raise unreadable("json")
    try:
        raws = decode(data.removeprefix(_BOM), _Raw).sub_services
        sheets = _entries(raws)
        given = {sheet.code: _keys(raw) for sheet, raw in zip(sheets, raws, strict=True)}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise unreadable("json") from None
    return CatalogueFile(sheets=sheets, given=given)


def write(entries: tuple[SubService, ...]) -> bytes:
    """Indented UTF-8, letters as they are, and every key of each: what is left out would be left
    alone where it is read.
    """
    data = msgspec.json.encode({"sub_services": [_whole(entry) for entry in entries]})
    return msgspec.json.format(data, indent=2) + b"\n"


def _entries(raws: Sequence[msgspec.Raw]) -> tuple[SubService, ...]:
    """Of each entry that cannot be taken the first bad value is told."""
    troubles, found = Troubles(), dict[str, int]()
    entries = []
    for row, raw in enumerate(raws, 1):
        with troubles.noted():
            entries.append(_entry(row, raw, found))
    troubles.settle()
    return tuple(entries)


def _entry(row: int, raw: msgspec.Raw, found: dict[str, int]) -> SubService:
    path = f"$.sub_services[{row - 1}]"
    try:
        typed = decode(raw, SubService)
    except msgspec.ValidationError as failed:
        said, _, where = str(failed).partition(" - at `$")
        raise bad(row, path + where.rstrip("`"), _problem(said)) from None
    entry = entry_of({field.name: _kept(row, path, typed, field) for field in ALL})
    check_new(entry.code, row, found, f"{path}.code")
    return entry


def _kept(row: int, path: str, entry: SubService, field: Field) -> Any:
    where = f"{path}.{field.name.replace(PERSON, 'answerable.')}"
    try:
        return field.keep(value_of(entry, field))
    except BadLine as line:
        inner = "" if line.field.name == "text" else f".{line.field.name}"
        raise bad(row, f"{where}[{line.item}]{inner}", line.inner) from None
    except BadCell as cell:
        raise bad(row, where, cell.problem) from None


def _keys(raw: msgspec.Raw) -> frozenset[str]:
    """What an object says, its person answerable part by part."""
    said = msgspec.json.decode(raw)
    return frozenset({*said, *(PERSON + key for key in said.get("answerable", ()))})


def _whole(entry: SubService) -> dict[str, Any]:
    return {**asdict(entry), "answerable": asdict(entry.answerable)}


def _problem(said: str) -> str:
    if said.startswith("Object missing"):
        return f"بخش لازم {said.split('`')[1]} نیامده است"
    return "مقدار شناخته نیست" if said.startswith("Invalid") else "نوع مقدار درست نیست"
