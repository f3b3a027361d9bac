"""Who does the steps of Table 1, and who is called before others."""

from collections.abc import Sequence

from app.events.office import PriorityClassDefined
from app.letters import persian_digits
from app.showing.office import OfficeShown, UnitShown
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.supervisor.office.view import View, none_chosen

_UNITS = (
    Column(width=220, role="strong"),
    Column(role="body", colour="ink_2"),
    Column(width=176, role="open"),
    Column(width=76, align="end", role="body", colour="ink_2"),
    Column(width=104, align="end", role="open"),
)
_CLASSES = (
    Column(width=300, role="strong"),
    Column(role="open"),
    Column(width=200, align="end", role="body", colour="ink_2"),
)


def units() -> View:
    """The units that do steps, with their posts and whom one asks."""
    return View(
        which="units",
        name=tr("Units and posts"),
        columns=_UNITS,
        heads=(
            tr("Unit"),
            tr("Posts"),
            tr("Whom one asks"),
            tr("In sub-services"),
            tr("Open requests there"),
        ),
        empty=tr("No unit is named yet, here or in Table 1."),
        rows=lambda shown: [_unit(each) for each in shown.units or ()],
        acts=_unit_acts,
        note=lambda _: tr("Table 1 names units by these names; what is spelled otherwise differs."),
    )


def classes() -> View:
    """The priority classes and what their credit means."""
    return View(
        which="classes",
        name=tr("Priority classes"),
        columns=_CLASSES,
        heads=(tr("Class"), tr("What it means"), tr("Code at the command line")),
        empty=tr("No priority class: everybody is called in the order of coming."),
        rows=_class_rows,
        acts=_class_acts,
        note=lambda _: tr("The credit counts as if somebody had come so many minutes earlier."),
    )


def unit_of(shown: OfficeShown, key: str) -> UnitShown | None:
    """The unit of a row."""
    return next((each for each in shown.units or () if each.unit.name == key), None)


def _unit(shown: UnitShown) -> Row:
    unit = shown.unit
    asked = "، ".join(part for part in (unit.person, persian_digits(unit.phone)) if part)
    if not shown.known:
        asked = tr("only in Table 1")
    cells = (
        Cell(text=unit.name),
        Cell(text="، ".join(unit.posts)),
        Cell(
            text=asked,
            icon="" if shown.known else "alert-triangle",
            colour=None if shown.known else "amber",
        ),
        Cell(text=persian_digits(str(shown.services))),
        Cell(text=persian_digits(str(shown.open)) if shown.open else "—"),
    )
    return Row(cells=cells, key=unit.name)


def _unit_acts(shown: OfficeShown, key: str) -> Sequence[Act]:
    none = none_chosen(key)
    found = unit_of(shown, key)
    unknown = none or ("" if found and found.known else tr("It stands only in Table 1."))
    empty = none or ("" if found and found.open else tr("No open request is there."))
    named = any(not each.known for each in shown.units or ())
    return (
        Act(combo="F2", name=tr("New unit")),
        Act(combo="F3", name=tr("Take the unit away"), why_not=unknown),
        GAP,
        Act(
            combo="F6",
            name=tr("Take from Table 1"),
            why_not="" if named else tr("All units of Table 1 are known."),
            does=tr("Every unit that Table 1 names comes into the list"),
        ),
        Act(combo="F7", name=tr("Open requests there"), why_not=empty),
        GAP,
        Act(combo="F4", name=tr("Change the unit"), why_not=none, filled=not none),
    )


def _class_rows(shown: OfficeShown) -> Sequence[Row]:
    found = sorted(shown.office.classes.values(), key=lambda each: (-each.credit, each.title))
    return [_class(each) for each in found]


def _class(shown: PriorityClassDefined) -> Row:
    ahead = tr("{n} minutes ahead", n=shown.credit) if shown.credit else tr("no lead")
    cells = (Cell(text=shown.title), Cell(text=ahead), Cell(text=shown.code))
    return Row(cells=cells, key=shown.code)


def _class_acts(_: OfficeShown, key: str) -> Sequence[Act]:
    none = none_chosen(key)
    return (
        Act(combo="F2", name=tr("New class")),
        Act(combo="F3", name=tr("Take the class away"), why_not=none),
        GAP,
        Act(combo="F4", name=tr("Change the class"), why_not=none, filled=not none),
    )
