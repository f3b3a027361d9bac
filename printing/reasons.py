"""What print services say of a printer (`printer-state-reasons`), as a condition."""

from collections.abc import Iterable

from app.printer import Condition

_MEANINGS: tuple[tuple[Condition, tuple[str, ...]], ...] = (
    ("cover_open", ("cover-open", "door-open", "interlock-open")),
    ("paper_out", ("media-empty", "media-needed", "input-tray-missing")),
    ("unreachable", ("timed-out", "connecting-to-device")),
    (
        "offline",
        (
            *("offline", "shutdown", "paused", "stopping", "stopped-partly", "media-jam"),
            *("marker-supply-empty", "toner-empty", "output-area-full", "fuser-over-temp"),
        ),
    ),
    ("near_end", ("media-low",)),
)
_GRADES = ("-error", "-warning", "-report")


def gravest(reasons: Iterable[str]) -> Condition | None:
    """The gravest condition among the reasons; None where they say nothing bad."""
    plain = {_plain(reason) for reason in reasons}
    for condition, names in _MEANINGS:
        if plain.intersection(names):
            return condition
    return None


def _plain(reason: str) -> str:
    for grade in _GRADES:
        reason = reason.removesuffix(grade)
    return reason
