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
_DIGITS = "0123456789"
_MARK = "BJ:"
_ENDS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
)


class Run:
    """What was typed one after the other, with nothing else between: in one field or, where a
    reader types on while the focus moves, in two.
    """

    def __init__(self) -> None:
        self.text = ""

    def hear(self, event: QKeyEvent) -> None:
        """A key."""
        self.text = "" if ends(event) else f"{self.text}{event.text()}"

    def end(self) -> None:
        """Something else was done."""
        self.text = ""

    @property
    def digits(self) -> str:
        """Those at its end."""
        number = typed_number(self.text)
        return number[len(number.rstrip(_DIGITS)) :]

    @property
    def code(self) -> str:
        """A slip or a number's paper at its end, known by its mark."""
        code = scanned(self.text)
        return code if code.startswith(_MARK) else ""

    @property
    def tracking(self) -> str:
        """A tracking number at its end, known by its check; all digits where they are more than
        one has.
        """
        digits, number = self.digits, self.digits[-_TRACKING:]
        if is_tracking(number):
            return number
        return digits if len(digits) > _TRACKING else ""

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

    read_on = Signal()
    """More was typed here in one run than it has room for."""

    def __init__(
        self, face: Face, name: str, most: int, run: Run | None = None, *, whole: int = 0
    ) -> None:
        super().__init__()
        self.most, self._whole = most, whole
        self._run, self.here = run or Run(), Run()
        self._seal, self._stale = "", False
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
        read = self.here.tracking if self.most == _TRACKING else ""
        return self._seal or self.here.code or read or shown

    def begin_anew(self) -> None:
        """What stands here was asked for, or touched: what a reader types takes its place."""
        self._stale = True

    def empty(self) -> None:
        """Nothing stands here, and a reader may be in the midst of it."""
        self._stale = False
        self.here.end()
        self._show("")

    def show_number(self, number: str) -> None:
        """That one, as if it alone had been read."""
        self.empty()
        self._show(number)

    def put(self, text: str) -> None:
        """As if it were typed at the end; what is too long is not taken."""
        self._touch(f"{self.text()}{text}")

    def take_back(self) -> None:
        """Without its last digit."""
        self._touch(self.text().rstrip()[:-1])

    @property
    def full(self) -> bool:
        """Whether no digit is missing; not while a reader is still typing."""
        typing = self._run.sealed and seal(self._run.sealed) is None
        value = self.value()
        return self.most > 0 and value.isdecimal() and len(value) >= self.most and not typing

    @property
    def slip(self) -> str:
        """What is wrong with a tracking number of which no digit is missing: its last one checks
        the others; nothing where all is well, or where it is none.
        """
        number = self.value()
        if len(number) != _TRACKING or not self.full or is_tracking(number):
            return ""
        return tr(
            "The tracking number {tracking} is not right; probably one digit was mistyped.",
            tracking=number,
        )

    def show_seal(self) -> None:
        """What was typed of a seal is this field's, wherever it was typed."""
        self._seal, self._stale = self._run.sealed, False
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
        if event.text() and self._stale:
            self._stale = False
            if not ends(event):
                self._run.end()
                self.empty()
        self._run.hear(event)
        if ends(event):
            super().keyPressEvent(event)  # Enter asks for what was read until then
            self.here.end()
            return
        self.here.hear(event)
        super().keyPressEvent(event)
        if self._run.sealed:
            self.sealed.emit()
        elif 0 < self.most < len(self.here.text):
            self.read_on.emit()

    def _touch(self, text: str) -> None:
        """By a finger: it takes part in nothing that is read."""
        self.setFocus()
        self._run.end()
        self.here.end()
        self._show(text)
        self.begin_anew()

    def _show(self, text: str) -> None:
        self._seal = ""
        plain = typed_number(text)
        if plain.isascii() and plain.isdecimal():
            plain = plain[: self.most or _LONGEST]
            text = persian_digits(plain if len(plain) <= self._whole else grouped(plain))
        self.setText(text)


def ends(event: QKeyEvent) -> bool:
    """Whether nothing is typed any more: a key that is held down for another one types on."""
    return event.key() in _ENDS


def is_tracking(number: str) -> bool:
    """Whether its last digit checks the others."""
    try:
        return bool(check(number))
    except Refusal:
        return False


def dress(face: Face, kind: str) -> str:
    """The style sheet of a field of that class: a box of the kiosk's size."""
    tokens = face.theme.tokens
    edge = f"{max(2, face.px(2))}px solid {tokens.edge}"
    return (
        f"{kind} {{ background: {tokens.surface}; color: {tokens.ink}; border: {edge}; "
        f"border-radius: {face.px(16)}px; padding: 0 {face.px(24)}px; "
        f"placeholder-text-color: {tokens.ink_3}; }}"
    )
