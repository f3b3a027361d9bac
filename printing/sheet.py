"""The papers that printers hold."""

from app.value import Value

FINE = 4608
"""Dots an inch for pages: 64 a point, fine enough to be independent of any printer."""


class Sheet(Value, frozen=True, kw_only=True):
    """A size of paper, in millimetres. A roll has no `height`, and `width` is what its head prints.

    `dpi` is the grid of the layout: a roll's own dots, on which type is hinted, or `FINE`. `type`
    is the factor by which the office wants the form's type larger. `tight` counts the steps by
    which a form is set closer than it likes, so that it needs no further page.
    """

    name: str
    width: float
    height: float | None
    dpi: int
    top: float
    right: float
    bottom: float
    left: float
    type: float = 1.0
    tight: int = 0

    @property
    def roll(self) -> bool:
        """Whether the paper ends where the text ends."""
        return self.height is None

    def dots(self, mm: float) -> float:
        """A length on the grid of the layout."""
        return mm * self.dpi / 25.4


def _page(name: str, width: float, height: float, margin: tuple[float, ...]) -> Sheet:
    top, right, bottom, left = margin
    return Sheet(
        name=name, width=width, height=height, dpi=FINE,
        top=top, right=right, bottom=bottom, left=left,
    )  # fmt: skip


def roll(name: str, dots: int, dpi: int) -> Sheet:
    """A thermal roll by the dots that its head prints across."""
    width = dots * 25.4 / dpi
    return Sheet(
        name=name, width=width, height=None, dpi=dpi, top=1.5, right=1, bottom=2, left=1
    )  # fmt: skip


A3 = _page("A3", 297, 420, (20, 24, 18, 24))
A4 = _page("A4", 210, 297, (14, 18, 14, 16))
A4_LANDSCAPE = _page("A4 landscape", 297, 210, (12, 14, 11, 14))
A5 = _page("A5", 148, 210, (10, 12, 9, 10))
ROLL_80 = roll("80 mm", 576, 203)
ROLL_80_180 = roll("80 mm, 180 dpi", 512, 180)
ROLL_58 = roll("58 mm", 384, 203)
