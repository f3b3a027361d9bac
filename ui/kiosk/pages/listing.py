"""Sub-services of a department, and all departments."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.showing.service import ServiceLine
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.choose import department_name, services_grid
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.parts.card import Card
from ui.kiosk.parts.paged import Cell, Paged
from ui.kiosk.places import Departments, Listing
from ui.kiosk.wishes import Go


class ListingPage(KioskPage):
    """All sub-services of one department."""

    def __init__(self, face: Face, place: Listing) -> None:
        name = place.department or tr("Other services")
        super().__init__(face, tr("Which service do you need?"), name)
        self.grid = services_grid(self, place.services)
        self.column.addWidget(self.grid)
        self.column.addStretch(1)


class DepartmentsPage(KioskPage):
    """All departments of the office."""

    def __init__(self, face: Face, place: Departments) -> None:
        super().__init__(face, tr("Which department?"), tr("File a request"))
        self._place = place
        cells = [Cell(partial(self._card, name), partial(self._high, name)) for name in place.names]
        self.grid = Paged(face, cells, self.across())
        self.column.addWidget(self.grid)
        self.column.addStretch(1)

    def _lines(self, name: str) -> tuple[ServiceLine, ...]:
        return tuple(line for line in self._place.services if line.department == name)

    def _high(self, name: str, width: int) -> int:
        return Card.high(self.face, department_name(name, self._lines(name)), "list", width)

    def _card(self, name: str) -> QWidget:
        lines = self._lines(name)
        card = Card(self.face, department_name(name, lines), role="list")
        return self.leads(card, Go(to=Listing(department=name, services=lines)))
