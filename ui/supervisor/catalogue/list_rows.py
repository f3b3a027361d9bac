"""The catalogue as a table, and what may be left out of it."""

from collections.abc import Sequence
from typing import Literal

from app.persian import persian_digits
from app.showing.catalogue import CatalogueLine
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.tokens import Colour
from ui.supervisor.catalogue.words import Terms

Which = Literal["all", "lacking", "draft", "electronic", "g2g", "retired"]
WHICH: tuple[Which, ...] = ("all", "lacking", "draft", "electronic", "g2g", "retired")

COLUMNS = (
    Column(width=64, role="label_row"),
    Column(role="body"),
    Column(width=200, role="body", colour="ink_2"),
    Column(width=170, role="body", colour="ink_2"),
    Column(width=136, role="body", colour="ink_2"),
)
LARGE = (*COLUMNS[:2], Column(width=170, role="body", colour="ink_2"))
"""Where text is large the first two and the state have room."""


def heads(*, large: bool) -> tuple[str, ...]:
    """What the columns hold."""
    short = (tr("Code"), tr("Sub-service"))
    if large:
        return (*short, tr("State"))
    return (*short, tr("Department"), tr("What the desk does"), tr("State"))


def which_name(which: Which) -> str:
    """What is left in the list, as its key says it."""
    names = {
        "all": tr("All that are given"),
        "lacking": tr("Those that lack something"),
        "draft": tr("Those half typed"),
        "electronic": tr("Only electronic"),
        "g2g": tr("Between agencies"),
        "retired": tr("No longer given"),
    }
    return names[which]


def belongs(line: CatalogueLine, which: Which, department: str) -> bool:
    """Whether the line is left in the list; what is no longer given stands by itself."""
    if department and line.department != department:
        return False
    found = {
        "all": not line.retired,
        "lacking": not line.retired and line.lacking > 0,
        "draft": line.draft,
        "electronic": not line.retired and line.channel == "electronic",
        "g2g": not line.retired and line.channel == "g2g",
        "retired": bool(line.retired),
    }
    return found[which]


def rows(lines: Sequence[CatalogueLine], *, large: bool) -> list[Row]:
    """One for each."""
    terms = Terms()
    return [_row(line, terms, large=large) for line in lines]


def _row(line: CatalogueLine, terms: Terms, *, large: bool) -> Row:
    first = (Cell(text=persian_digits(line.code)), Cell(text=persian_digits(line.title)))
    middle = (Cell(text=line.department), Cell(text=terms.word("catalogue_mode", line.mode)))
    return Row(cells=(*first, *(() if large else middle), _state(line)), key=line.id)


def _state(line: CatalogueLine) -> Cell:
    found: tuple[str, str, Colour] = ("", "", "ink_2")
    if line.draft:
        found = (tr("half typed"), "edit", "firuzeh_7")
    elif line.retired:
        found = (tr("no longer given"), "archive", "ink_3")
    elif line.channel == "g2g":
        found = (tr("between agencies"), "building-bank", "ink_3")
    elif line.lacking:
        found = (tr("{n} lacking", n=line.lacking), "alert-triangle", "amber")
    elif line.channel == "electronic":
        found = (tr("only electronic"), "device-mobile", "ink_2")
    text, icon, colour = found
    return Cell(text=text, icon=icon, colour=colour)
