"""Whether the receipt came back: what an answer is given against."""

from datetime import datetime

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.persian import format_time
from ui.frame.words import tr
from ui.look import brush
from ui.look.parts.key_cap import KeyCap
from ui.look.parts.toggle import Toggle
from ui.look.theme import Theme


class _Tick(Toggle):
    """The ring of the focus goes around the whole card."""

    ring_radius = 8

    def ring_rect(self) -> QRect:
        """The card, in the tick's own coordinates."""
        card = self.parentWidget()
        return card.rect().translated(-self.pos()) if card else self.rect()


class ReceiptCard(QWidget):
    """A tick on a card: Space sets it, scanning the receipt has set it already."""

    changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scanned: datetime | None = None
        self.tick = _Tick(theme, tr("The receipt was taken back"), parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.tick, 1)
        if not theme.large:
            row.addWidget(KeyCap(theme, "Space"))
        self.tick.toggled.connect(self._say)
        self.setFocusProxy(self.tick)

    @property
    def taken(self) -> bool:
        """Whether it came back."""
        return self.tick.isChecked()

    def show_receipt(self, scanned: datetime | None) -> None:
        """`scanned`: when it was read (local time), None: it was not."""
        self._scanned = scanned
        self.tick.setChecked(scanned is not None)
        self._say(scanned is not None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = self._theme.colour("firuzeh_1" if self.taken else "surface")
        edge = None if self.taken else self._theme.colour("edge_soft")
        brush.box(painter, self.rect(), 8, fill, edge)
        painter.end()

    def _say(self, taken: bool) -> None:  # noqa: FBT001 - as the signal has it
        if not taken:
            note = tr("Without it the reason is asked")
        elif self._scanned:
            note = tr("Scanned at {time}", time=format_time(self._scanned))
        else:
            note = tr("Taken by hand")
        self.tick.show_note(note)
        self.update()
        self.changed.emit(taken)
