"""The names of the chapters down the right side, each with its key."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.frame.words import tr
from ui.look import brush
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.theme import Theme
from ui.look.tokens import Colour
from ui.supervisor.chapter import Chapter

_WIDTH = (208, 268)
_COLOURS: tuple[Colour, Colour] = ("ink", "firuzeh_7")
_HIGH, _SIDE, _ICON, _GAP = 42, 16, 18, 10


class _Name(QAbstractButton):
    """Icon, name, digit; the open one stands on white behind a bar of firuzeh."""

    def __init__(self, theme: Theme, chapter: Chapter) -> None:
        super().__init__()
        self._theme, self._chapter = theme, chapter
        self._digit = chapter.combo.rpartition("+")[2]
        self._count, self._tone = "", _COLOURS[0]
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr(chapter.name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: str, tone: Colour) -> None:
        """How many things stand there that somebody should look after."""
        if (count, tone) != (self._count, self._tone):
            self._count, self._tone = count, tone
            self.setAccessibleDescription(count)
            self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - as Qt has it
        """A touch only wishes: what is open, the window knows."""

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH[self._theme.large], self._theme.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self._theme, self.rect()
        on = self.isChecked()
        if on:
            painter.fillRect(rect, theme.colour("surface"))
            painter.fillRect(rect.right() - 2, 0, 3, rect.height(), theme.colour("firuzeh_7"))
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        side = theme.px(_ICON)
        spot = QRect(inner.right() + 1 - side, inner.top(), side, inner.height())
        theme.icons.paint(painter, spot, self._chapter.icon, "firuzeh_7" if on else "ink_2")
        cap = cap_size(theme, self._digit)
        at = QRect(inner.left(), (rect.height() - cap.height()) // 2, cap.width(), cap.height())
        words = QRect(at.right() + _GAP, 0, spot.left() - at.right() - 2 * _GAP, rect.height())
        if self._count:
            brush.write(painter, theme, words, self._count, "strong", self._tone, "end")
            words.adjust(theme.width("strong", self._count) + _GAP, 0, 0, 0)
        name, colour = tr(self._chapter.name), _COLOURS[on]
        brush.write(painter, theme, words, name, "strong" if on else "open", colour)
        paint_cap(painter, at, self._digit, "quiet", theme)
        painter.end()


class Rail(QWidget):
    """`wanted` gives the key of a chapter whose name was touched."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, chapters: Sequence[Chapter]) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("Parts of the window"))
        self.names = {chapter.combo: _Name(theme, chapter) for chapter in chapters}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        for combo, name in self.names.items():
            column.addWidget(name)
            name.clicked.connect(lambda _=False, which=combo: self.wanted.emit(which))
        column.addStretch()
        self.setFixedWidth(_WIDTH[theme.large])

    def choose(self, combo: str) -> None:
        """Shows which one is open; none where none has that key."""
        for each, name in self.names.items():
            name.setChecked(each == combo)

    def show_count(self, combo: str, count: str, tone: Colour) -> None:
        """A number beside the name of a chapter; empty: none."""
        self.names[combo].show_count(count, tone)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("ground"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))
        painter.end()
