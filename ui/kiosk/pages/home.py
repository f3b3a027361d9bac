"""The first page: what have you come for?"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from app.handing.kiosk import Wanted
from app.showing.kiosk import KioskShown
from app.value import Value
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.page import BarAct, KioskPage
from ui.kiosk.parts.card import Card
from ui.kiosk.parts.code_field import Run
from ui.kiosk.places import Following, Scanning
from ui.kiosk.wishes import Choose, Go, Scan, Take, Wish

_SHORTEST = 12
"""Of what a reader types; a stray key is less."""
_HIGHEST = 236
"""Units of a card, however much room there is."""


class _Purpose(Value, frozen=True, kw_only=True):
    """One of the cards."""

    name: str
    note: str
    icon: str
    wish: Wish


class HomePage(KioskPage):
    """Five purposes, and one more on a day of appointments. A receipt or slip can be held under the
    reader at once.
    """

    first = True

    def __init__(self, face: Face, shown: KioskShown) -> None:
        super().__init__(face, tr("What have you come for?"), tr("Welcome"))
        self._run = Run()
        awaited = (_appointment(),) if shown.awaits else ()
        self._lying = face.wide and not face.low and bool(awaited)
        self.column.setSpacing(face.px(16 if face.wide or awaited else 28))
        self.cards = [self._card(purpose) for purpose in (*_purposes(), *awaited)]
        self.cards.append(self._guidance(over=shown.giving.over))
        self._lay_out()

    def acts(self) -> tuple[BarAct, ...]:
        """None: the foot says until when numbers are given."""
        return ()

    def typed(self, event: QKeyEvent) -> bool:
        """What a reader types, up to its Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            text = self._run.code or self._run.text
            self._run.end()
            if len(text) >= _SHORTEST:
                self.wished.emit(Scan(text=text))
            return bool(text)
        self._run.hear(event)
        return bool(event.text())

    def _lay_out(self) -> None:
        """One below the other; two beside each other where there is little height."""
        for card in self.cards:
            card.setMaximumHeight(self.face.px(_HIGHEST))
        if not (self.face.wide and self.face.low):
            for card in self.cards:
                self.column.addWidget(card, 1)
            return
        grid = QGridLayout()
        grid.setSpacing(self.face.px(16))
        *several, last = self.cards
        for place, card in enumerate(several):
            grid.addWidget(card, place // 2, place % 2)
        beside = len(several) % 2
        grid.addWidget(last, len(several) // 2, beside, 1, 2 - beside)
        self.column.addLayout(grid, 1)

    def _card(self, purpose: _Purpose) -> Card:
        card = Card(
            self.face, purpose.name, note=purpose.note, icon=purpose.icon, lying=self._lying
        )
        self.leads(card, purpose.wish)
        return card

    def _guidance(self, *, over: bool) -> Card:
        card = Card(
            self.face,
            tr("I do not know, please guide me"),
            note=tr("No numbers are given now") if over else tr("Take a number right away"),
            icon="help-circle",
            tinted=True,
            lying=self._lying,
        )
        self.leads(card, Take(wanted=Wanted(purpose="guide")))
        return card


def _appointment() -> _Purpose:
    return _Purpose(
        name=tr("I have an appointment"),
        note=tr("Come in at the agreed time"),
        icon="calendar-event",
        wish=Go(to=Scanning(purpose="appointment")),
    )


def _purposes() -> tuple[_Purpose, ...]:
    return (
        _Purpose(
            name=tr("File a request"),
            note=tr("I have a new request"),
            icon="file-plus",
            wish=Choose(),
        ),
        _Purpose(
            name=tr("Collect an answer"),
            note=tr("Hold the receipt under the reader"),
            icon="file-check",
            wish=Go(to=Scanning(purpose="collect")),
        ),
        _Purpose(
            name=tr("Bring missing papers"),
            note=tr("With the deficiency slip, without a new wait"),
            icon="files",
            wish=Go(to=Scanning(purpose="complete")),
        ),
        _Purpose(
            name=tr("Ask about a request"),
            note=tr("See right here how it stands"),
            icon="file-search",
            wish=Go(to=Following()),
        ),
    )
