"""Whether the visitor belongs to a class that is called earlier."""

from functools import partial

from msgspec.structs import replace

from app.showing.kiosk import PriorityLine
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.parts.card import Card
from ui.kiosk.parts.paged import Cell, Paged
from ui.kiosk.places import Priority
from ui.kiosk.wishes import Take

_ICONS = {"disabled": "wheelchair", "none": "ticket"}


class PriorityPage(KioskPage):
    """The classes of the office, and none of them."""

    def __init__(self, face: Face, place: Priority, classes: tuple[PriorityLine, ...]) -> None:
        super().__init__(face, tr("Do you belong to one of these groups?"), place.title)
        self._place = place
        none = PriorityLine(code="", title=tr("None of these"))
        cells = [
            Cell(partial(self._card, line), lambda _: face.px(168)) for line in (*classes, none)
        ]
        self.grid = Paged(face, cells, self.across(), columns=2 if face.wide else 1, gap=24)
        self.column.addWidget(self.grid)
        self.column.addStretch(1)

    def _card(self, line: PriorityLine) -> Card:
        icon = _ICONS.get(line.code or "none", "users")
        card = Card(self.face, line.title, icon=icon, height=168, tinted=not line.code)
        wanted = replace(self._place.wanted, priority=line.code)
        self.leads(card, Take(wanted=wanted, title=self._place.title))
        return card
