"""Type for each sheet: one body size, and what follows from it."""

from app.value import Value
from printing.model import Style
from printing.sheet import Sheet

NARROW = 60
"""Millimetres of paper under which text and symbol stand one under the other."""
_SIZES = {"A3": 17.0, "A4": 12.0, "A4 landscape": 10.0, "A5": 9.5, "80 mm": 9.2, "58 mm": 8.8}
_STEP = 0.05
"""What type gives up of its size at each step of `Sheet.tight`: little enough to go unseen."""


class Type(Value, frozen=True, kw_only=True):
    """The styles of one sheet."""

    body: Style
    strong: Style
    label: Style
    small: Style
    foot: Style
    title: Style
    middle: Style
    """Body text, centred."""


def type_of(sheet: Sheet) -> Type:
    """Sizes that suit the sheet: a page lies on a desk, a slip is held in the hand."""
    return type_sized(_SIZES.get(sheet.name, 9.2) * scale(sheet))


def scale(sheet: Sheet) -> float:
    """By how much type is larger than the form's own, or smaller."""
    return sheet.type * (1 - _STEP * sheet.tight)


def type_sized(size: float) -> Type:
    """The styles around a body of that size, in points."""
    return Type(
        body=Style(size=size),
        strong=Style(size=size, weight="bold"),
        label=Style(size=size - 1.2, weight="medium", leading=1.4),
        small=Style(size=size * 0.82, leading=1.42),
        foot=Style(size=max(size * 0.7, 7.4), leading=1.42),
        title=Style(size=size * 1.45, weight="bold", align="center", leading=1.4),
        middle=Style(size=size, align="center"),
    )


def styled(style: Style, *, factor: float = 1, **changes: str) -> Style:
    """The style with another size, weight or alignment."""
    given = {"weight": style.weight, "align": style.align} | changes
    return Style(size=style.size * factor, leading=style.leading, **given)  # type: ignore[arg-type]
