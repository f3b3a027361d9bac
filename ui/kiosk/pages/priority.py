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

_ICONS = {
    "elderly": "old",
    "disabled": "wheelchair",
    "infant": "baby-carriage",
    "veteran": "medal",
    "none": "ticket",
}


class PriorityPage(KioskPage):
    """«None of these» is most people's answer: it stands above the classes, whatever their leaf."""

    def __init__(self, face: Face, place: Priority, classes: tuple[PriorityLine, ...]) -> None:
        super().__init__(face, tr("Do you belong to one of these groups?"), place.title)
        self._place = place
        cells = [Cell(partial(self._card, line), partial(self._high, line)) for line in classes]
        columns, gap = (2 if face.wide else 1), (16 if face.low else 24)
        self.column.setSpacing(face.px(gap))
        self.grid = Paged(face, cells, self.across(), columns=columns, gap=gap)
        self.column.addWidget(self._card(PriorityLine(code="", title=tr("None of these"))))
        self.column.addWidget(self.grid)
        self.column.addStretch(1)

    def _high(self, line: PriorityLine, width: int) -> int:
        least = self.face.px(112 if self.face.low else 168)
        return max(least, Card.high(self.face, line.title, "card", width, icon=True))

    def _card(self, line: PriorityLine) -> Card:
        icon = _ICONS.get(line.code or "none", "users")
        high = 112 if self.face.low else 168
        card = Card(self.face, line.title, icon=icon, height=high, tinted=not line.code)
        wanted = replace(self._place.wanted, priority=line.code)
        self.leads(card, Take(wanted=wanted, title=self._place.title))
        return card
