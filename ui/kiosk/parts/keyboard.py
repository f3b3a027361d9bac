"""Persian letters to touch, in the order of the alphabet: who seldom types finds them by it."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.letters import persian_digits
from ui.frame.words import tr
from ui.kiosk.face import Face, Role
from ui.kiosk.parts.keys import Key, Keys
from ui.look.brush import box

_DIGITS = "1234567890"
_LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_NARROW, _BROAD = 10, 12
"""Keys in a row: of an upright screen, and of a wide one, where height is dear."""


class LetterKey(Key):
    """One letter, or a picture with what it does."""

    def __init__(self, face: Face, name: str, shown: str, icon: str = "") -> None:
        super().__init__(face, name)
        self._shown, self._icon = shown, icon
        self.ring_radius = face.px(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """For a finger."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Twenty millimetres where the screen has its size."""
        least = 74 if self.face.wide else 88
        return QSize(self.face.px(least), self.face.px(least))

    def paintEvent(self, _: QPaintEvent) -> None:
        """White, tinted while it is pressed."""
        painter, face = QPainter(self), self.face
        fill = face.colour("firuzeh_1" if self.isDown() else "surface")
        edge = face.colour("edge_soft")
        box(painter, self.rect(), face.px(14), fill, edge, thick=face.px(2) or 1)
        if self._icon:
            side = face.px(44)
            spot = QRect(0, 0, side, side)
            spot.moveCenter(self.rect().center())
            face.icons.paint(painter, spot, self._icon, "ink")
        else:
            role: Role = "letter" if len(self._shown) == 1 else "tool"
            face.write(painter, self.rect(), self._shown, role, "ink", "centre")


class Keyboard(Keys):
    """Digits, then letters from the right."""

    letter = Signal(str)
    back = Signal()
    clear = Signal()

    def __init__(self, face: Face, *, broad: bool = False) -> None:
        super().__init__(face, 8)
        self._columns = _BROAD if broad else _NARROW
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        for place, digit in enumerate(reversed(_DIGITS)):
            self.add(self._key(persian_digits(digit)), 0, place)
        for place, letter in enumerate(_LETTERS):
            row, column = divmod(place, self._columns)
            self.add(self._key(letter), row + 1, column)
        self._add_last()

    def _add_last(self) -> None:
        """What is no letter, behind the last ones; one of them behind the digits of a broad row."""
        space = LetterKey(self.face, tr("Space"), tr("Space"))
        space.clicked.connect(lambda: self.letter.emit(" "))
        back = LetterKey(self.face, tr("Erase the last letter"), "", "backspace")
        back.clicked.connect(self.back)
        clear = LetterKey(self.face, tr("Erase all"), tr("Erase all"))
        clear.clicked.connect(self.clear)
        rows, column = divmod(len(_LETTERS), self._columns)
        if self._columns == _BROAD:
            self.add(back, 0, len(_DIGITS), 2)
            last = {space: 2, clear: 2}
        else:
            last = {space: 4, clear: 2, back: 2}
        for key, across in last.items():
            self.add(key, rows + 1, column, across)
            column += across

    def _key(self, letter: str) -> LetterKey:
        key = LetterKey(self.face, letter, letter)
        key.clicked.connect(lambda: self.letter.emit(letter))
        return key
