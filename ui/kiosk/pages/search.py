"""Sub-services by words of their titles, or by their code."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.persian import search_key
from app.showing.service import ServiceLine
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.choose import services_grid
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.parts.keyboard import Keyboard
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.paged import Paged
from ui.kiosk.parts.word_field import WordField
from ui.kiosk.places import Searching
from ui.kiosk.wishes import Show
from ui.look.parts.gone import let_go

_BELOW_FIELD = 2
"""The grid's place among the parts of the page."""
_SHARE = 0.5
"""Of a low page: what was found."""


class SearchPage(KioskPage):
    """Narrowed at every letter. From the field, Down leads to the first that was found; Enter too,
    or opens the only one.
    """

    def __init__(self, face: Face, place: Searching) -> None:
        super().__init__(face, tr("Search among services"), tr("File a request"))
        self._services = place.services
        self._keys = {line.id: search_key(line.title) for line in place.services}
        self.found: tuple[ServiceLine, ...] = ()
        self.field = WordField(face, tr("Part of the service's name, or its number"))
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._enter_found)
        self.field.down.connect(self._to_first)
        self.nothing = Line(face, tr("No service has this name."), "info-circle", "warning")
        self.keyboard = Keyboard(face, broad=face.beside)
        self.keyboard.letter.connect(self._type)
        self.keyboard.back.connect(self._take_back)
        self.keyboard.clear.connect(self._type_nothing)
        self._results = QVBoxLayout()
        self._results.setSpacing(face.px(16))
        self._lay_out()
        self.grid = self._shown(place.services)
        self._narrow("")

    def enter(self) -> None:
        """Into the field."""
        self.field.setFocus()

    def grids(self) -> Sequence[Paged]:
        """Not those of the words before, which are about to be thrown away."""
        return (self.grid,)

    def typed(self, event: QKeyEvent) -> bool:
        """Letters go into the field, whatever has the focus."""
        if event.text().isprintable() and event.text():
            self._type(event.text())
            return True
        return False

    def _lay_out(self) -> None:
        """The letters below what was found; beside it where there is little height."""
        self._results.addWidget(self.field)
        self._results.addWidget(self.nothing)
        self._results.addStretch(1)
        if self.face.wide and self.face.low:
            row = QHBoxLayout()
            row.setSpacing(self.face.px(24))
            row.addLayout(self._results, 1)
            row.addWidget(self.keyboard, 1, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row, 1)
            return
        self.column.addLayout(self._results, 1)
        self.column.addWidget(self.keyboard)

    def _type(self, text: str) -> None:
        self.field.setFocus()
        self.field.insert(text)

    def _take_back(self) -> None:
        self.field.setFocus()
        self.field.backspace()

    def _type_nothing(self) -> None:
        self.field.setFocus()
        self.field.clear()

    def _narrow(self, text: str) -> None:
        words = [key for key in map(search_key, text.split()) if key]
        self.found = tuple(line for line in self._services if self._means(line, words))
        self.nothing.setVisible(not self.found)
        old, self.grid = self.grid, self._shown(self.found)
        self._results.removeWidget(old)
        let_go(old)

    def _shown(self, services: tuple[ServiceLine, ...]) -> Paged:
        share = _SHARE if self.face.wide and self.face.low else 1
        grid = services_grid(self, services, share)
        self._results.insertWidget(_BELOW_FIELD, grid)
        return grid

    def _means(self, line: ServiceLine, words: list[str]) -> bool:
        """Every word stands in the title; a number is a code."""
        if words == [search_key(line.code)]:
            return True
        return all(word in self._keys[line.id] for word in words)

    def _enter_found(self) -> None:
        if len(self.found) == 1:
            self.wished.emit(Show(service=self.found[0].id))
        else:
            self._to_first()

    def _to_first(self) -> None:
        for first in self.grid.shown[:1]:
            first.setFocus(Qt.FocusReason.TabFocusReason)
