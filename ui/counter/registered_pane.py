"""What to tell the applicant, in place of the fields, once the request is registered."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from app.folds.request import Request
from app.persian import long_date
from ui.counter.pane import Pane
from ui.counter.state import CounterState
from ui.frame.words import tr
from ui.look import brush
from ui.look.parts.label import Label
from ui.look.theme import Theme
from ui.words import shown

_INSET, _PAD = 20, 24


class RegisteredPane(Pane):
    """Tracking number and next visit, large enough to be read out without a mistake."""

    ring_radius = 8
    ring_moved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._done = Label(theme, role="question", colour="firuzeh_7")
        self._number = Label(theme, role="count")
        self._next = Label(theme, tr("Next visit"), "label", "ink_2")
        self._visit = Label(theme, role="call")
        self._who = Label(theme, role="open")
        self._what = Label(theme, role="body", colour="ink_2", lines=2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    def show_state(self, state: CounterState) -> None:
        """Shows the request that was just registered."""
        tracking = state.sheet.registered
        requests = state.visit.requests if state.visit else ()
        found = next((one for one in requests if one.tracking == tracking), None)
        self._number.show_text(shown("tracking", tracking))
        self._done.show_text(_said(found))
        self._show_visit(found)
        self._who.show_text(found.applicant.name if found else state.sheet.name)
        self._what.show_text(found.title if found else "")
        told = (self._done.text, tr("Tracking number"), self._number.text, self._visit.text)
        self.setAccessibleName("، ".join(part for part in told if part))

    def ring_rect(self) -> QRect:
        """The card on which it is said."""
        return QRect(_INSET, _INSET, self.width() - 2 * _INSET, self._card_height())

    def event(self, event: QEvent) -> bool:
        """The card grows with what is said on it, and its ring with the card."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.ring_moved.emit()
        return taken

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        card, line = self.ring_rect(), self.theme.colour("line")
        brush.box(painter, card, self.ring_radius, self.theme.colour("surface"), line)
        side = self.theme.px(28)
        spot = QRect(0, self._done.y(), side, self._done.height())
        spot.moveRight(card.right() - _PAD)
        self.theme.icons.paint(painter, spot, "circle-check", "firuzeh_7")
        painter.end()

    def _show_visit(self, found: Request | None) -> None:
        """What was given at once has no next visit."""
        waits = found is not None and found.delivery is None
        self._next.setVisible(waits)
        self._visit.setVisible(waits)
        self._visit.show_text(long_date(found.promised.date()) if found and waits else "")

    def _card_height(self) -> int:
        return self._what.geometry().bottom() + _PAD - _INSET

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        side = _INSET + _PAD
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(4)
        beside = self.theme.px(28) + 12
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, beside, 0)
        head.addWidget(self._done)
        column.addLayout(head)
        column.addSpacing(12)
        column.addWidget(Label(self.theme, tr("Tracking number"), "label", "ink_2"))
        column.addWidget(self._number)
        column.addSpacing(8)
        column.addWidget(self._next)
        column.addWidget(self._visit)
        column.addSpacing(12)
        column.addWidget(self._who)
        column.addWidget(self._what)
        column.addStretch(1)


def _said(found: Request | None) -> str:
    if found is not None and found.delivery is not None:
        return tr("Given and recorded")
    return tr("Registered; tell the applicant")
