"""Figures as tables: typed cells under heads, the same on screen, on paper and in a workbook."""

from datetime import date
from typing import Literal

from app.bidi import percent
from app.persian import format_date, persian_digits, persian_figures
from app.value import Value

CellKind = Literal["text", "count", "minutes", "share", "days", "amount", "date"]
"""`minutes` are counted in seconds, a `share` from 0 to 1; the rest is what it says."""

FigureCell = str | int | float | date | None


class FigureTable(Value, frozen=True, kw_only=True):
    """`keys` name what each row is about, where its own rows can be listed. The first column is the
    widest. `note` says how something was counted.
    """

    name: str
    title: str
    heads: tuple[str, ...]
    kinds: tuple[CellKind, ...]
    rows: tuple[tuple[FigureCell, ...], ...]
    keys: tuple[str, ...] = ()
    note: str = ""


def shown(cell: FigureCell, kind: CellKind) -> str:
    """A cell in Persian; what is not known is a dash."""
    if isinstance(cell, int | float):
        return _said(cell, kind)
    if isinstance(cell, date):
        return format_date(cell)
    return "—" if cell is None else persian_figures(cell)


def _said(number: float, kind: CellKind) -> str:
    match kind:
        case "minutes":
            return _number(number / 60, 1)
        case "share":
            return percent(_number(number * 100, 1))
        case "days" | "amount":
            return _number(number, 1)
        case _:
            return _number(number, 0)


def _number(value: float, places: int) -> str:
    said = f"{value:,.{places}f}"
    said = said.rstrip("0").rstrip(".") if places else said
    return persian_digits(said).replace(",", "٬").replace(".", "٫")
