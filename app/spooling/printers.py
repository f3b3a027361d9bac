"""The printers of a PC: what each is for, and which may take a paper."""

from typing import Literal

import msgspec
from msgspec.structs import replace

from app.decoding import decode
from app.papers import PAGE_ONLY
from app.printer import Printer
from app.value import Value

Role = Literal["roll", "page", "roll_spare", "page_spare"]

ROLES: tuple[Role, ...] = ("roll", "page", "roll_spare", "page_spare")
MAIN_ROLES: tuple[Role, ...] = ("roll", "page")
PRINTERS = "printers"
"""The setting that names the printers of this PC."""

_ROLL_FIRST = ("ticket", "deficiency", "receipt")
_HEADS: dict[Literal[80, 58], int] = {80: 576, 58: 384}


class Printers(Value, frozen=True, kw_only=True):
    """The printers of this PC by what they print on; one without a name: there is none.

    A spare prints what its like cannot be given; where `roll_to_page` the page printer prints what
    no roll printer can be given.
    """

    roll: Printer = Printer()
    page: Printer = Printer()
    roll_spare: Printer = Printer()
    page_spare: Printer = Printer()
    roll_to_page: bool = False

    def of(self, role: Role) -> Printer:
        """The printer of a role."""
        printer: Printer = getattr(self, role)
        return printer

    def named(self, role: Role) -> str:
        """What it is called; empty: there is none."""
        return self.of(role).name

    @property
    def any(self) -> bool:
        """Whether there is any at all."""
        return any(map(self.named, ROLES))

    def having(self, role: Role, printer: Printer) -> "Printers":
        """With another printer in that role."""
        return replace(self, **{role: printer})


class _Names(Value, frozen=True, kw_only=True):
    """The setting as it was when printers were mere names."""

    roll: str = ""
    width: Literal[80, 58] = 80
    page: str = ""


def named_printers(roll: str = "", page: str = "", width: Literal[80, 58] = 80) -> Printers:
    """Two printers of which no more is known than their names, and the width of the roll."""
    return Printers(roll=roll_printer(roll, width) if roll else Printer(), page=Printer(name=page))


def roll_printer(name: str, width: Literal[80, 58] = 80) -> Printer:
    """A thermal printer as most are, by the width of its roll."""
    return Printer(name=name, width=width, dots=_HEADS[width])


def printers_in(setting: str) -> Printers:
    """The printers that a setting names; none where it is empty or of another shape."""
    if not setting:
        return Printers()
    try:
        return decode(setting, Printers)
    except msgspec.DecodeError:
        return _named_only(setting)


def role_of(kind: str, printers: Printers, size: str = "") -> Role:
    """Which printer takes a paper: strips for the client from the roll, sheets from the page
    printer, each from the other where it is alone; the log and the questionnaire fit no roll. Who
    asks for a size of page wants a page.
    """
    roll, page = printers.named("roll"), printers.named("page")
    if kind in PAGE_ONLY:
        return "page"
    if kind in _ROLL_FIRST and not size:
        return "roll" if roll or not page else "page"
    return "page" if page or not roll else "roll"


def roles_of(kind: str, printers: Printers, size: str = "") -> tuple[Role, ...]:
    """All that may take it, the first choice first, then as the others follow; none where no
    printer is named for it.
    """
    return followers(role_of(kind, printers, size), printers)


def followers(first: Role, printers: Printers) -> tuple[Role, ...]:
    """The printers that take what is meant for the roll or the page printer, it itself first."""
    spares: tuple[Role, ...] = ("page_spare",)
    if first == "roll":
        pages: tuple[Role, ...] = ("page", "page_spare") if printers.roll_to_page else ()
        spares = ("roll_spare", *pages)
    return tuple(role for role in (first, *spares) if printers.named(role))


def _named_only(setting: str) -> Printers:
    try:
        names = decode(setting, _Names)
    except msgspec.DecodeError:
        return Printers()
    return named_printers(names.roll, names.page, names.width)
