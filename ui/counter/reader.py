"""What a reader of codes types where digits alone, or nothing, can be typed: the code is taken out
of the keys, and nobody else sees it.
"""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.letters import latin_digits, scanned
from app.seal import LEAST, LENGTH, is_seal

_WHOLE = tuple(f"bj:{kind}:{'0' * digits}" for kind, digits in (("d", 40), ("t", 32)))
"""A slip and a ticket as readers type them."""
_OURS = re.compile(f"BJ:[DT]:[0-9a-f]+|[0-9]{{12}}|[0-9]{{{LEAST},}}")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Reader(QObject):
    """`read` gives the code. In a line for digits it knows slips and tickets, whose first letter
    nobody types there; the line itself takes bare numbers. Elsewhere it knows receipts too.
    `typed_over` gives a receipt's seal that came into a line, of which the first digits may stand
    there now: by hand nobody types so many.
    """

    read = Signal(str)
    typed_over = Signal(str)

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self._text, self._digits = "", ""
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that may belong to a code go no further."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _ENTER:
            return self._ends()
        line, text = isinstance(watched, QLineEdit), event.text()
        if line and text:
            self._digits = self._digits + text if latin_digits(text).isdecimal() else ""
        return bool(text) and self._takes(text, line)

    def _ends(self) -> bool:
        code, self._text = scanned(self._text), ""
        number, self._digits = scanned(self._digits), ""
        whole, over = bool(_OURS.fullmatch(code)), is_seal(number)
        if whole:
            self.read.emit(code)
        elif over:
            self.typed_over.emit(number)
        return whole or over

    def _takes(self, text: str, line: bool) -> bool:  # noqa: FBT001 - one caller
        longer = self._text + text
        digits = not line and len(longer) <= LENGTH and latin_digits(longer).isdigit()
        self._text = longer if digits or _begins_a_code(longer) else ""
        return bool(self._text)


def _begins_a_code(text: str) -> bool:
    """Whether the rest of a code may follow."""
    wholes = (text + whole[len(text) :] for whole in _WHOLE if len(text) <= len(whole))
    return any(_OURS.fullmatch(scanned(whole)) for whole in wholes)
