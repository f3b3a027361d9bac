"""The head of the counter's window: whom it serves, with what, and who serves."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.event import moment
from app.folds.catalogue import Entry
from app.folds.ticket import Ticket
from ui.counter.keys import name_of
from ui.counter.link import Link
from ui.counter.pane import Pane, head_height, left_width, right_width
from ui.counter.state import CounterState
from ui.frame.modes import mode_name
from ui.frame.words import tr
from ui.look.brush import unbroken
from ui.look.parts.chip import Chip
from ui.look.parts.label import Label
from ui.look.parts.plate import Plate
from ui.look.theme import Theme

USUAL = 15 * 60
"""Seconds after which a visit counts as longer than usual; the catalogue holds no such figure."""


class Head(Pane):
    """Plate at the right over the queue, sub-service in the middle, counter and clerk at the left.

    At enlarged text there is no room for the chip and the way to the information sheet.
    """

    sheet_wanted = Signal()
    clerk_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._now: datetime | None = None
        self._ticket: Ticket | None = None
        self._entry: Entry | None = None
        self._resting = False
        self._plate = Plate(theme)
        self._title = Label(theme, role="heading", lines=2)
        self._chip = Chip(theme)
        self._counter = Label(theme, role="label_row")
        self._clerk = Label(theme, role="secondary", colour="ink_2")
        self._sheet = Link(theme, tr(name_of("Ctrl+4")), "Ctrl+4", text=tr(name_of("Ctrl+4")))
        self._sheet.clicked.connect(self.sheet_wanted)
        self._sheet.hide()
        self._lay_out()
        self.setFixedHeight(head_height(theme))
        self._show_plate()

    def show_state(self, state: CounterState) -> None:
        """Shows the ticket, what it is about, the counter and its clerk."""
        self._counter.show_text(tr("Counter {n}", n=state.number))
        self._clerk.show_text(state.clerk_name)
        self._show_entry(state.entry if state.visit else None)
        self._ticket = state.visit.ticket if state.visit else None
        self._resting = state.paused is not None
        self._show_plate()

    def tick(self, now: datetime) -> None:
        """The time on the plate runs."""
        self._now = now
        self._show_plate()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        foot = self.height() - 1
        painter.fillRect(0, foot, self.width(), 1, self.theme.colour("line"))
        painter.end()

    def _show_entry(self, entry: Entry | None) -> None:
        if entry == self._entry:
            return
        self._entry = entry
        self._title.show_text(unbroken(entry.sheet.title) if entry else "")
        if not self.theme.large:
            self._chip.show_text(mode_name(entry.sheet.mode) if entry else "")
            self._sheet.setVisible(entry is not None)

    def _show_plate(self) -> None:
        ticket = self._ticket
        if ticket is None:
            free, rests = tr("The counter is free"), tr("The counter rests")
            self._plate.show_free(rests if self._resting else free)
            return
        label = ticket.label or _without_number(ticket)
        begun = max((call.begun for call in ticket.calls if call.begun), default=None)
        if begun is None:
            self._plate.show_called(label, tr("waiting for the client"))
            return
        seconds = int((self._now - moment(begun)).total_seconds()) if self._now else None
        self._plate.show_label(label, seconds, late=seconds is not None and seconds >= USUAL)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._plate.setFixedSize(right_width(self.theme), head_height(self.theme))
        row.addWidget(self._plate)
        row.addSpacing(20)
        row.addWidget(self._title, 1)
        row.addSpacing(20)
        row.addWidget(self._ways())
        row.addSpacing(20)
        row.addWidget(self._desk())

    def _ways(self) -> QWidget:
        """The chip over the way to the information sheet."""
        ways = QWidget()
        column = QVBoxLayout(ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addStretch()
        for part in (self._chip, self._sheet):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignTrailing)
        column.addStretch()
        return ways

    def _desk(self) -> QWidget:
        """Counter over clerk, and the key with which another one takes over."""
        desk = QWidget()
        desk.setFixedWidth(left_width(self.theme))
        row = QHBoxLayout(desk)
        row.setContentsMargins(20, 0, 20, 1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch()
        names.addWidget(self._counter)
        names.addWidget(self._clerk)
        names.addStretch()
        row.addLayout(names, 1)
        icon = "" if self.theme.large else "lock"
        change = Link(self.theme, tr(name_of("Ctrl+0")), "Ctrl+0", icon)
        change.clicked.connect(self.clerk_wanted)
        row.addWidget(change)
        return desk


def _without_number(ticket: Ticket) -> str:
    return tr("By telephone") if ticket.how == "telephone" else tr("Without a number")
