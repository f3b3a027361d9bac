"""The kinds of applicants, as a clerk chooses among them."""

from typing import get_args

from app.sub_service import ApplicantKind
from ui.frame.words import tr

_KINDS: dict[str, ApplicantKind] = {kind: kind for kind in get_args(ApplicantKind)}


def kind_options() -> list[tuple[str, str]]:
    """Keys and words, the usual one first."""
    return [
        ("person", tr("Natural")),
        ("legal", tr("Legal")),
        ("foreigner", tr("Foreigner")),
        ("unnumbered", tr("Without a code")),
    ]


def kind_chosen(key: str) -> ApplicantKind:
    """The kind of such a key."""
    return _KINDS[key]
