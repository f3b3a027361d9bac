"""A field for numbers: typed, touched on the pad, or put in by a reader."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.letters import persian_digits, scanned, typed_number
from app.seal import is_seal
from app.tracking import grouped
from ui.kiosk.face import Face

_LONGEST = 64


class CodeField(QLineEdit):
    """Shows Persian digits in fours; `value` is what was meant, in ASCII. `most`: of digits, 0 for
    a code that only a reader can type. A receipt's seal is longer than any of them: it is heard
    whole, and its first digits are shown.
    """

    def __init__(self, face: Face, name: str, most: int) -> None:
        super().__init__()
        self.most = most
        self._run = ""
        self.ring_radius = face.px(16)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxLength(_LONGEST)
        self.setFont(face.font("code"))
        self.setFixedHeight(face.px(112))
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setStyleSheet(dress(face, "CodeField"))
        self.textEdited.connect(self._show)

    def value(self) -> str:
        """In ASCII, without the spaces of showing."""
        if is_seal(self._run):
            return typed_number(self._run)
        plain = typed_number(self.text())
        return plain if plain.isascii() and plain.isdecimal() else scanned(self.text())

    def put(self, text: str) -> None:
        """As if it were typed at the end; what is too long is not taken."""
        self.setFocus()
        self._show(f"{self.text()}{text}")

    def take_back(self) -> None:
        """Without its last digit."""
        self.setFocus()
        self._show(self.text().rstrip()[:-1])

    @property
    def full(self) -> bool:
        """Whether no digit is missing."""
        return self.most > 0 and len(self.value()) >= self.most

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean something to the page pass by."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        digits = typed_number(event.text()).isdecimal()
        self._run = f"{self._run}{event.text()}" if digits else self._run
        super().keyPressEvent(event)
        if not digits:
            self._run = ""

    def _show(self, text: str) -> None:
        plain = typed_number(text)
        if plain.isascii() and plain.isdecimal():
            text = persian_digits(grouped(plain[: self.most or _LONGEST]))
        self.setText(text)


def dress(face: Face, kind: str) -> str:
    """The style sheet of a field of that class: a box of the kiosk's size."""
    tokens = face.theme.tokens
    edge = f"{max(2, face.px(2))}px solid {tokens.edge}"
    return (
        f"{kind} {{ background: {tokens.surface}; color: {tokens.ink}; border: {edge}; "
        f"border-radius: {face.px(16)}px; padding: 0 {face.px(24)}px; "
        f"placeholder-text-color: {tokens.ink_3}; }}"
    )
