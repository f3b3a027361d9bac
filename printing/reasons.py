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
_NOT_YET = ("none", "-low", "-almost-full", "-near-eol")
"""How reasons end that stop nothing."""


def gravest(reasons: Iterable[str]) -> Condition | None:
    """The gravest condition among the reasons; None where they say nothing bad."""
    plain = {_plain(reason) for reason in reasons}
    for condition, names in _MEANINGS:
        if plain.intersection(names):
            return condition
    return None


def stops(reasons: Iterable[str]) -> bool:
    """Whether any of them is an error, known here or not: the printer has stopped for it (RFC 8011,
    5.4.12). It goes on in spite of warnings and reports.
    """
    return any(reason.endswith("-error") for reason in reasons)


def puzzles(reasons: Iterable[str]) -> bool:
    """Whether any of them is of a meaning that is not known here, and of no grade either. That is
    an error by the letter, but printers that go on working say it too.
    """
    return any(not reason.endswith((*_GRADES, *_NOT_YET)) for reason in reasons)


def _plain(reason: str) -> str:
    for grade in _GRADES:
        reason = reason.removesuffix(grade)
    return reason
