"""What a correction of a request changed: each part as it was, and as it became."""

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from app.applicant import Applicant, Representative
from app.value import Value

Part = Literal[
    "name",
    "id",
    "kind",
    "father",
    "mobile",
    "representative_name",
    "representative_id",
    "proxy",
    "remarks",
]

Parts = Mapping[Part, str]

NAMES: tuple[Part, ...] = ("name", "representative_name")


class Change(Value, frozen=True, kw_only=True):
    """One part; empty is what was not written, or is not any more."""

    part: Part
    before: str
    after: str


class Correction(Value, frozen=True, kw_only=True):
    """That something was said anew: by which event, why, when in microseconds UTC, and what."""

    event: str
    reason: str
    at: int
    changes: tuple[Change, ...]


def parts(applicant: Applicant, speaker: Representative | None, remarks: str) -> Parts:
    """What a correction can say anew."""
    return {
        "name": applicant.name,
        "id": applicant.id,
        "kind": applicant.kind,
        "father": applicant.father,
        "mobile": applicant.mobile,
        "representative_name": speaker.name if speaker else "",
        "representative_id": speaker.id if speaker else "",
        "proxy": speaker.proxy if speaker else "",
        "remarks": remarks,
    }


def changes(before: Parts, after: Parts) -> tuple[Change, ...]:
    """The parts that differ."""
    return tuple(
        Change(part=part, before=before[part], after=after[part])
        for part in get_args(Part)
        if before[part] != after[part]
    )


def former_names(corrections: tuple[Correction, ...]) -> Iterator[str]:
    """Names that stand on papers which were given before they were corrected."""
    for correction in corrections:
        yield from (one.before for one in correction.changes if one.part in NAMES and one.before)
