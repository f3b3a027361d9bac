"""Which sub-service: the most used ones, the departments, or by words."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.showing.service import ServiceLine
from ui.frame.words import tr
from ui.kiosk.face import Face, Role
from ui.kiosk.pages.page import KioskPage, stack
from ui.kiosk.parts.card import Card
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.paged import Cell, Paged
from ui.kiosk.parts.section import Section
from ui.kiosk.places import Choosing, Departments, Listing, Searching
from ui.kiosk.wishes import Go, Show

_CELLS, _FEW = 5, 1
"""Departments beside the search, usually and where there is little room; where there are more, the
last leads to all.
"""
_GAP = 16
_SHARES = {False: (3, 2), True: (5, 2)}
"""Of a wide page: the most used and the departments, usually and in larger text."""


class ChoosePage(KioskPage):
    """Six cards, then the departments and the search. Where these would push cards off the page,
    one leads to all departments; in larger text the cards have all of a wide page's width.
    """

    def __init__(self, face: Face, place: Choosing) -> None:
        super().__init__(face, tr("Which service do you need?"), tr("File a request"))
        self._place = place
        self._few = face.large or (face.low and not face.wide)
        self._broad = face.beside and face.large
        self._parted = face.wide and not self._broad
        self.most_used = services_grid(
            self, place.most_used, self._share(0), 2 if self._broad else 1
        )
        self.ways = self._ways()
        if not place.services:
            self.column.addWidget(Line(face, tr("No services are listed yet."), "info-circle"))
        self._lay_out()

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments of the office."""
        return self._place.departments

    def _share(self, part: int) -> float:
        shares = _SHARES[self.face.large]
        return shares[part] / sum(shares) if self._parted else 1

    def _lay_out(self) -> None:
        used = Section(self.face, tr("Most used services")), self.most_used
        every = Section(self.face, tr("All services")), self.ways
        if self._parted:
            tight = self.face.low and self.face.large  # titles would cost a row of each leaf
            right, left = (stack(self.face, *parts[tight:]) for parts in (used, every))
            self.beside(right, left, _SHARES[self.face.large])
            return
        for part in (*used, *every[self._few :]):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _ways(self) -> Paged:
        face, names = self.face, self._place.departments
        room = _FEW if self._few else _CELLS
        several = names if len(names) <= room else names[: room - 1]
        makes: list[Callable[[], QWidget]] = [partial(self._department, name) for name in several]
        makes += [self._more] if len(names) > room else []
        cells = [Cell(make, self._way_height) for make in (*makes, self._search)]
        across = self.across(self._share(1))
        ways = Paged(face, cells, across, columns=1 if self._parted else 2, gap=_GAP)
        ways.whole = not self._parted
        return ways

    @property
    def _way_lines(self) -> int:
        return 1 if self._broad else 2

    def _way_height(self, _: int) -> int:
        return max(self.face.px(88), self._way_lines * self.face.pitch("body") + self.face.px(12))

    def _department(self, name: str) -> QWidget:
        lines = tuple(line for line in self._place.services if line.department == name)
        place = Listing(department=name, services=lines)
        card = Card(self.face, self._shortened(name, lines), role="body")
        card.setAccessibleName(department_name(name, lines))
        return self.leads(card, Go(to=place))

    def _shortened(self, name: str, lines: tuple[ServiceLine, ...]) -> str:
        """A long name loses its last words, and never how many there are."""
        said, words = department_name(name, lines), name.split()
        columns = 1 if self._parted else 2
        width = self.across(self._share(1)) // columns - self.face.px(_GAP)
        while words and len(Card.lines(self.face, said, "body", width)) > self._way_lines:
            words.pop()
            said = department_name(f"{' '.join(words)}…", lines)
        return said

    def _more(self) -> QWidget:
        names = self._place.departments
        place = Departments(services=self._place.services, names=names)
        name = tr("Every department") if self._few else tr("The other departments")
        card = Card(self.face, name, icon="list", role="body")
        return self.leads(card, Go(to=place))

    def _search(self) -> QWidget:
        place = Searching(services=self._place.services)
        card = Card(self.face, tr("Search by name"), icon="search", role="body", tinted=True)
        return self.leads(card, Go(to=place))


def services_grid(
    page: KioskPage, services: Sequence[ServiceLine], share: float = 1, columns: int = 1
) -> Paged:
    """Sub-services as cards, each leading to its sheet; on that share of a wide page."""
    face = page.face
    role: Role = "small" if face.wide or (face.large and face.low) else "body"

    def make(line: ServiceLine) -> QWidget:
        return page.leads(Card(face, line.title, role=role), Show(service=line.id))

    def high(line: ServiceLine, width: int) -> int:
        return Card.high(face, line.title, role, width)

    cells = [Cell(partial(make, line), partial(high, line)) for line in services]
    across, most = page.across(share if face.wide else 1), 2 if face.wide else columns
    return Paged(face, cells, across, columns=columns, most=most, gap=12)


def department_name(name: str, services: tuple[ServiceLine, ...]) -> str:
    """A department's name with how many it has; those of none are the others."""
    return tr("{department} ({n})", department=name or tr("Other services"), n=len(services))
