"""What a picture of figures shows, before anybody draws it."""

from typing import Literal

from app.figure_table import CellKind, shown
from app.value import Value
from ui.look.tokens import Colour

PlotKind = Literal["rows", "columns", "line"]
"""Bars from the right beside long names; bars upright over short ones; a line over short ones."""


class Series(Value, frozen=True, kw_only=True):
    """One colour of a picture; several stand on one another."""

    values: tuple[float, ...]
    name: str = ""
    colour: Colour = "firuzeh_6"


class Plot(Value, frozen=True, kw_only=True):
    """`most` ends the axis of values, 0 where they say so themselves."""

    title: str
    kind: PlotKind
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: CellKind = "count"
    most: float = 0

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        first = self.series[0].values if self.series else ()
        pairs = zip(self.labels, first, strict=False)
        return "، ".join([self.title, *(f"{name} {shown(v, self.unit)}" for name, v in pairs)])
