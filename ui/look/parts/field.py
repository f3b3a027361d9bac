"""A field of one line: names, codes, numbers."""

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from app.letters import latin_digits, tidy
from ui.look.parts.boxed import PAD, RADIUS, Boxed, State
from ui.look.parts.digits import Digits, Grouping, shown
from ui.look.theme import Theme

Kind = Literal["text", "code"]
"""Words as they are typed; digits alone."""

_AWAY = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Whoever looks away only comes back to where they were."""


class Line(QLineEdit):
    """The line itself, without a box; the ring of the focus goes around the field's."""

    ring_radius = RADIUS

    def __init__(self, field: "Field") -> None:
        super().__init__(field)
        self._field = field
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def ring_rect(self) -> QRect:
        """The box of the field."""
        return self._field.box.translated(QPoint() - self.pos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _AWAY:
            self._field.rest(resting=False)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _AWAY:
            self._field.rest(resting=True)


class Field(Boxed):
    """A label, and under it a line to type in; digits are Persian at once, on any keyboard.

    `edited` gives the clean value at every change by the clerk, never for what a program shows.
    """

    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        note: str = "",
        *,
        kind: Kind = "text",
        most: int = 0,
        grouping: Grouping = "",
    ) -> None:
        super().__init__(theme, label, note)
        self._kind, self._most = kind, most
        self.line = Line(self)
        self.hold(self.line)
        self._digits = Digits(code=kind == "code", most=most, grouping=grouping)
        self.line.setValidator(self._digits)
        if kind == "code":
            self.line.setFont(theme.font("code"))
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.entered)

    def value(self) -> str:
        """What stands in it: a code in Latin digits, a text without blanks at its ends."""
        text = tidy(self.line.text())
        text = self._digits.bare(text) if self._digits.grouping else text
        return latin_digits(text) if self._kind == "code" else text

    def show_value(self, text: str, *, filled_from: str = "", state: State = "plain") -> None:
        """Show a value; `filled_from` says from where it came by itself. It stays editable."""
        wanted = self._digits.validate(text, len(text))[1]
        if wanted != self.line.text():
            self.line.setText(wanted)
            self.line.setCursorPosition(len(wanted) if self.line.hasFocus() else 0)
        self.mark(state)
        self.show_filled(filled_from)

    def rest(self, *, resting: bool) -> None:
        """Left, it shows its beginning, and a long number in groups; else as it is typed."""
        self._digits.resting = resting
        if self._digits.grouping:
            self.line.setText(self._digits.validate(self.line.text(), 0)[1])
        if resting:
            self.line.home(False)
        elif not self.line.hasSelectedText():
            self.line.end(False)

    def show_hint(self, text: str) -> None:
        """Show, while it is empty, what belongs there."""
        self.line.setPlaceholderText(shown(text))

    def minimumSizeHint(self) -> QSize:
        """A code is always seen whole."""
        whole = "۸" * self._most + "  " * bool(self._digits.grouping)
        digits = self.theme.width("code", whole) if self._kind == "code" else 0
        least = super().minimumSizeHint()
        return least.expandedTo(QSize(digits + self.theme.px(16) + 2 * PAD + 6, 0))

    def laid(self) -> None:
        """The tick keeps its place free at the left."""
        super().laid()
        left = self.theme.px(16) + 14 if self.state == "correct" else PAD
        self.line.setTextMargins(left - 3, 0, PAD - 3, 0)

    def _typed(self, _text: str) -> None:
        self.mark("plain")
        self.show_filled("")
        self.edited.emit(self.value())
