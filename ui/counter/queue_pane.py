"""The queue of this counter: looked up, not watched."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.persian import persian_digits
from app.showing.queue import CounterQueue
from ui.counter.lines import SideRow
from ui.counter.pane import Pane, right_width
from ui.counter.queue_rows import QueuePainter, columns, held_row, rest_row, waiting_row
from ui.counter.state import CounterState
from ui.frame.words import tr
from ui.look.parts.figure import Figure
from ui.look.parts.rows import RowList
from ui.look.parts.rule import Rule
from ui.look.parts.section import Section
from ui.look.theme import Theme

_HELD = (3, 1)
"""Rows of those who are held that are seen at once, at usual and at enlarged text."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _WholeRows(RowList):
    """Shows no half rows; the counts tell that there are more, so there is no bar."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rest = self.height() % self.minimumSizeHint().height()
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)
            self.updateGeometries()


class QueuePane(Pane):
    """Who waits, who is held, what is ready. Up and down go through all of it.

    `chosen` gives the label of somebody who should be called out of turn.
    """

    chosen = Signal(str)
    ready_wanted = Signal()
    why_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._now: datetime | None = None
        self._queue: CounterQueue | None = None
        self._calls = True
        self._count = Figure(theme, tr("waiting"), tr("persons"))
        self._longest = Figure(theme, tr("longest wait"), tr("minutes"))
        self._rows = self._list(tr("Nobody is waiting."), 34)
        self._held_head = SideRow(theme, "player-pause")
        self._held_head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._held = self._list("", 28)
        self._held.setMaximumHeight(theme.box(28) * _HELD[theme.large])
        self._ready = SideRow(theme, "file-check")
        self._why = SideRow(theme, "help-circle")
        self._connect()
        self._lay_out()
        self.setFixedWidth(right_width(theme))

    def show_state(self, state: CounterState) -> None:
        """Shows the queue; «why this call» only while somebody from it is here."""
        called = state.visit.ticket if state.visit else None
        self._why.setVisible(called is not None and called.why is not None)
        calls = not state.by_paper and state.paused is None
        same = (state.queue, calls) == (self._queue, self._calls)
        if state.queue is None or same:
            return
        queue = self._queue = state.queue
        self._calls = calls
        self._count.show_value(persian_digits(str(queue.waiting)))
        rest = queue.waiting - len(queue.rows)
        rows = [waiting_row(one, is_next=at == 0 and calls) for at, one in enumerate(queue.rows)]
        self._rows.show_rows([*rows, rest_row(rest)] if rest > 0 else rows)
        self._held_head.show_line(tr("On hold"), count=persian_digits(str(len(queue.held))))
        self._held.show_rows([held_row(one) for one in queue.held])
        self._held.setVisible(bool(queue.held))
        self._ready.show_line(tr("Ready to deliver"), count=persian_digits(str(queue.ready)))
        self._show_longest()

    def tick(self, now: datetime) -> None:
        """The longest wait grows."""
        self._now = now
        self._show_longest()

    def enter(self) -> None:
        """The first row takes the focus; without one, what stands under the rows."""
        first = next((stop for stop in self._stops() if _has_something(stop)), self._ready)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """At the end of one list the arrows go on to the next."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step and self._at_end(watched, step):
                self._go_on(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _at_end(self, watched: QObject, step: int) -> bool:
        if not isinstance(watched, RowList):
            return True
        return watched.place <= 0 if step < 0 else watched.place >= len(watched.rows) - 1

    def _go_on(self, watched: QObject, step: int) -> None:
        stops = [stop for stop in self._stops() if stop is watched or _has_something(stop)]
        at = next(place for place, stop in enumerate(stops) if stop is watched) + step
        if 0 <= at < len(stops):
            stop = stops[at]
            if isinstance(stop, RowList):
                stop.go(0 if step > 0 else len(stop.rows) - 1)
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> tuple[QWidget, ...]:
        return (self._rows, self._held, self._ready, self._why)

    def _show_longest(self) -> None:
        since = self._queue.longest if self._queue else None
        minutes = int((self._now - since).total_seconds()) // 60 if since and self._now else None
        self._longest.show_value("—" if minutes is None else persian_digits(str(max(minutes, 0))))

    def _call(self, place: int, *, held: bool) -> None:
        if self._queue is None:
            return
        rows = self._queue.held if held else self._queue.rows
        if place < len(rows):
            self.chosen.emit(rows[place].label)

    def _list(self, empty: str, height: int) -> RowList:
        painter = QueuePainter(self.theme, columns(self.theme), self.theme.box(height), lined=False)
        rows = _WholeRows(self.theme, empty=empty, painter=painter)
        rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        rows.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return rows

    def _connect(self) -> None:
        self._rows.setAccessibleName(tr("Queue of this counter"))
        self._held.setAccessibleName(tr("On hold"))
        self._rows.opened.connect(lambda place: self._call(place, held=False))
        self._held.opened.connect(lambda place: self._call(place, held=True))
        self._why.show_line(tr("Why this call"))
        self._ready.clicked.connect(self.ready_wanted)
        self._why.clicked.connect(self.why_wanted)
        for stop in self._stops():
            stop.installEventFilter(self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(0)
        figures = QHBoxLayout()
        figures.setContentsMargins(0, 4, 0, 0)
        figures.setSpacing(24)
        figures.addWidget(self._count)
        figures.addWidget(self._longest)
        figures.addStretch()
        for part in (Section(self.theme, tr("Queue of this counter"), "Ctrl+1"), figures):
            column.addLayout(inset(part))
        column.addWidget(Rule(self.theme, 9 if self.theme.large else 20))
        column.addWidget(self._rows, 1)
        column.addWidget(Rule(self.theme, 7 if self.theme.large else 13))
        column.addLayout(inset(self._held_head))
        column.addWidget(self._held)
        column.addLayout(inset(self._ready))
        column.addStretch()
        column.addLayout(inset(self._why))


def inset(part: QWidget | QHBoxLayout) -> QHBoxLayout:
    """As far from the edge as the words in the rows are."""
    row = QHBoxLayout()
    row.setContentsMargins(12, 0, 12, 0)
    if isinstance(part, QWidget):
        row.addWidget(part)
    else:
        row.addLayout(part)
    return row


def _has_something(stop: QWidget) -> bool:
    return not stop.isHidden() and (not isinstance(stop, RowList) or bool(stop.rows))
