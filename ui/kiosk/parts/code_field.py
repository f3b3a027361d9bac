"""A field for numbers: typed, touched on the pad, or put in by a reader."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.letters import persian_digits, scanned, typed_number
from app.refusal import Refusal
from app.seal import LENGTH, is_seal, seal
from app.tracking import check, grouped
from ui.frame.words import tr
from ui.kiosk.face import Face

_LONGEST = 64
_TRACKING = 12
"""Digits of a tracking number."""


class Run:
    """The digits that were typed one after the other, with no other key between them: in one field
    or, where a reader types on while the focus moves, in two.
    """

    def __init__(self) -> None:
        self.digits = ""

    def hear(self, typed: str) -> None:
        """A key; what is no digit ends the run."""
        self.digits = f"{self.digits}{typed}" if typed.isdecimal() else ""

    @property
    def sealed(self) -> str:
        """The receipt's seal at its end, as far as it was read; empty where there are too few."""
        digits = self.digits[-LENGTH:]
        return digits if is_seal(digits) else ""


class CodeField(QLineEdit):
    """Shows Persian digits in fours; `value` is what was meant, in ASCII. `most`: of digits, 0 for
    a code that only a reader can type; up to `whole` of them stand together. A receipt's seal is
    longer than any of them: it is heard whole, and its tracking number is shown. `sealed` says that
    more of one was typed here.
    """

    sealed = Signal()

    def __init__(
        self, face: Face, name: str, most: int, run: Run | None = None, *, whole: int = 0
    ) -> None:
        super().__init__()
        self.most, self._whole = most, whole
        self._run = run or Run()
        self._seal = ""
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
        """In ASCII, without the spaces of showing; a seal whole."""
        plain = typed_number(self.text())
        shown = plain if plain.isascii() and plain.isdecimal() else scanned(self.text())
        return self._seal or shown

    def put(self, text: str) -> None:
        """As if it were typed at the end; what is too long is not taken."""
        self.setFocus()
        self._run.hear("")
        self._show(f"{self.text()}{text}")

    def take_back(self) -> None:
        """Without its last digit."""
        self.setFocus()
        self._run.hear("")
        self._show(self.text().rstrip()[:-1])

    @property
    def full(self) -> bool:
        """Whether no digit is missing; not while a reader is still typing."""
        typing = self._run.sealed and seal(self._run.sealed) is None
        return self.most > 0 and len(self.value()) >= self.most and not typing

    @property
    def slip(self) -> str:
        """What is wrong with a tracking number of which no digit is missing: its last one checks
        the others; nothing where all is well, or where it is none.
        """
        number = self.value()
        if len(number) != _TRACKING or not self.full:
            return ""
        try:
            check(number)
        except Refusal:
            return tr(
                "The tracking number {tracking} is not right; probably one digit was mistyped.",
                tracking=number,
            )
        return ""

    def show_seal(self) -> None:
        """What was typed of a seal is this field's, wherever it was typed."""
        self._seal = self._run.sealed
        said = seal(self._seal)
        if said:
            self.setText(persian_digits(grouped(said.tracking)))

    def hear(self, event: QKeyEvent) -> None:
        """A key that came while the focus was elsewhere."""
        self.setFocus()
        self.keyPressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean something to the page pass by."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        self._run.hear(typed_number(event.text()))
        super().keyPressEvent(event)
        if self._run.sealed:
            self.sealed.emit()

    def _show(self, text: str) -> None:
        self._seal = ""
        plain = typed_number(text)
        if plain.isascii() and plain.isdecimal():
            plain = plain[: self.most or _LONGEST]
            text = persian_digits(plain if len(plain) <= self._whole else grouped(plain))
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
