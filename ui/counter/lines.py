"""A column of lines at the side, each of which may be opened."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.value import Value
from ui.look.parts.line_row import LineRow, Tone
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.rule import Rule
from ui.look.theme import Theme

_REACH = 8
_ROOM = 6
"""Under a card."""


class Line(Value, frozen=True, kw_only=True):
    """What a line says. `id` is what opening it emits, empty: it opens nothing. `why` stands under
    it, `parted` puts a hairline above it.
    """

    id: str = ""
    icon: str
    text: str
    note: str = ""
    count: str = ""
    cap: str = ""
    tone: Tone = "normal"
    why: str = ""
    parted: bool = False


class SideRow(LineRow):
    """A line whose focus ring keeps clear of its words; a card has room of its own."""

    carded = False

    def ring_rect(self) -> QRect:
        """What the ring goes around."""
        reach = 0 if self.carded else _REACH
        return self.rect().adjusted(-reach, 0, reach, 0)


class _Place:
    """The widgets of one line, kept and shown anew."""

    def __init__(self, theme: Theme) -> None:
        self.line = Line(icon="check", text="")
        self.rule = Rule(theme)
        self.row = SideRow(theme, "check")
        self.why = Paragraph(theme, "", "least", "brick")
        self.room = QWidget()
        self.room.setFixedHeight(_ROOM)

    def hide(self) -> None:
        self.line = Line(icon="check", text="")
        for part in self.parts():
            part.hide()

    def parts(self) -> tuple[QWidget, ...]:
        return self.rule, self.row, self.why, self.room

    def show_line(self, line: Line) -> None:
        if line == self.line and not self.row.isHidden():
            return
        self.line = line
        texts = {"count": line.count, "note": line.note, "cap": line.cap}
        self.row.show_line(line.text, **texts, tone=line.tone, icon=line.icon)
        self.row.carded = line.tone == "firuzeh"
        self.row.setAccessibleDescription(line.why)
        opens = Qt.CursorShape.PointingHandCursor if line.id else Qt.CursorShape.ArrowCursor
        self.row.setCursor(opens)
        self.why.show_text(line.why)
        self.rule.setVisible(line.parted)
        self.row.show()
        self.why.setVisible(bool(line.why))
        self.room.setVisible(line.tone == "firuzeh")


class Lines(QWidget):
    """Shows lines; `opened` gives the id of the one on which Enter or a click came."""

    opened = Signal(str)

    def __init__(self, theme: Theme, *, spacing: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self._places: list[_Place] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self._column.addStretch()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows other lines; each keeps its place's widgets, and so the focus."""
        while len(self._places) < len(lines):
            self._add()
        for at, place in enumerate(self._places):
            if at < len(lines):
                place.show_line(lines[at])
            else:
                place.hide()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What it shows."""
        return tuple(place.line for place in self._places if place.line.text)

    def enter(self) -> None:
        """Puts the focus on the first line that opens something, if one does."""
        first = next((place.row for place in self._places if place.line.id), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add(self) -> None:
        place = _Place(self._theme)
        place.row.clicked.connect(lambda: self._open(place))
        self._places.append(place)
        for part in place.parts():
            self._column.insertWidget(self._column.count() - 1, part)

    def _open(self, place: _Place) -> None:
        if place.line.id:
            self.opened.emit(place.line.id)
