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

_CELLS = 5
"""Departments beside the search; where there are more, the last leads to all."""
_SHARES = (0.6, 0.4)
"""Of a wide page: the most used, the departments."""


class ChoosePage(KioskPage):
    """Six cards, then the departments and the search."""

    def __init__(self, face: Face, place: Choosing) -> None:
        super().__init__(face, tr("Which service do you need?"), tr("File a request"))
        self._place = place
        self.most_used = services_grid(self, place.most_used, share=_SHARES[0])
        self.ways = self._ways()
        if not place.services:
            self.column.addWidget(Line(face, tr("No services are listed yet."), "info-circle"))
        used, all_of_them = tr("Most used services"), tr("All services")
        if face.wide:
            right = stack(face, Section(face, used), self.most_used)
            left = stack(face, Section(face, all_of_them), self.ways)
            self.beside(right, left, (3, 2))
            return
        for part in (Section(face, used), self.most_used, Section(face, all_of_them), self.ways):
            self.column.addWidget(part)
        self.column.addStretch(1)

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments of the office."""
        return self._place.departments

    def _ways(self) -> Paged:
        face, names = self.face, self._place.departments
        several = names if len(names) <= _CELLS else names[: _CELLS - 1]
        makes: list[Callable[[], QWidget]] = [partial(self._department, name) for name in several]
        makes += [self._more] if len(names) > _CELLS else []
        first = face.wide and face.large  # there the last leaf is hard to find
        makes = [self._search, *makes] if first else [*makes, self._search]
        cells = [Cell(make, self._way_height) for make in makes]
        across = self.across(_SHARES[1] if face.wide else 1)
        ways = Paged(face, cells, across, columns=1 if face.wide else 2)
        ways.whole = not face.wide
        return ways

    def _way_height(self, _: int) -> int:
        return max(self.face.px(96), 2 * self.face.pitch("body") + self.face.px(12))

    def _department(self, name: str) -> QWidget:
        lines = tuple(line for line in self._place.services if line.department == name)
        place = Listing(department=name, services=lines)
        card = Card(self.face, department_name(name, lines), role="body")
        return self.leads(card, Go(to=place))

    def _more(self) -> QWidget:
        names = self._place.departments
        place = Departments(services=self._place.services, names=names)
        card = Card(self.face, tr("The other departments"), icon="list", role="body")
        return self.leads(card, Go(to=place))

    def _search(self) -> QWidget:
        place = Searching(services=self._place.services)
        card = Card(self.face, tr("Search by name"), icon="search", role="body", tinted=True)
        return self.leads(card, Go(to=place))


def services_grid(page: KioskPage, services: Sequence[ServiceLine], share: float = 1) -> Paged:
    """Sub-services as cards, each leading to its sheet; on that share of a wide page."""
    face = page.face
    role: Role = "small" if face.wide else "body"

    def make(line: ServiceLine) -> QWidget:
        return page.leads(Card(face, line.title, role=role), Show(service=line.id))

    def high(line: ServiceLine, width: int) -> int:
        return Card.high(face, line.title, role, width)

    cells = [Cell(partial(make, line), partial(high, line)) for line in services]
    return Paged(face, cells, page.across(share if face.wide else 1), gap=12)


def department_name(name: str, services: tuple[ServiceLine, ...]) -> str:
    """A department's name with how many it has; those of none are the others."""
    return tr("{department} ({n})", department=name or tr("Other services"), n=len(services))
