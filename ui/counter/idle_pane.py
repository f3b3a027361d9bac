"""Between two clients: one big key, who comes and for what, nothing more."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.folds.office import Paused, Rested
from app.persian import persian_digits
from app.showing.queue import CounterQueue
from ui.counter.keys import name_of
from ui.counter.next_line import NextLine
from ui.counter.pane import Pane
from ui.counter.rest_words import rest_sentence
from ui.counter.state import CounterState
from ui.frame.waiting_words import night_said
from ui.frame.words import tr
from ui.look.parts.key_button import KeyButton
from ui.look.parts.label import Label
from ui.look.theme import Theme

_KEYS = ("F5", "F9", "Ctrl+8")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 240
"""Letters that a reader of codes may type."""
_IN_SIGHT = 40
"""The last of them that are shown."""


class IdlePane(Pane):
    """`pressed` gives the key whose button was used. What is typed here, by hand or by a reader of
    codes, is collected: `typed` gives it so far, `scanned` all of it once Enter has come.
    """

    pressed = Signal(str)
    typed = Signal(str)
    scanned = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._now: datetime | None = None
        self._number = ""
        self._queue: CounterQueue | None = None
        self._by_paper = self._removed = False
        self._text = ""
        self._title = Label(theme, role="question", align="centre")
        self._said = Label(theme, role="label", colour="ink_2", align="centre")
        self._paper = Label(theme, role="alert", colour="amber", align="centre", lines=2)
        self._paper.hide()
        self._call = KeyButton(theme, "F2", "big")
        self._open = KeyButton(theme, "Shift+F7", "big")
        self._open.hide()
        self._paused: Paused | None = None
        self._rested: Rested | None = None
        self._next = NextLine(theme)
        self._keys = {combo: KeyButton(theme, combo, "medium") for combo in _KEYS}
        for combo, button in {"F2": self._call, "Shift+F7": self._open, **self._keys}.items():
            self._connect(combo, button)
        self._lay_out()

    def show_state(self, state: CounterState) -> None:
        """Shows who comes next; with nobody waiting the key stays, but is not the next act."""
        shown = (self._number, self._queue, self._by_paper, self._paused, self._removed)
        if shown == (state.number, state.queue, state.by_paper, state.paused, state.removed):
            return
        self._removed = state.removed
        self._number, self._queue, self._by_paper = state.number, state.queue, state.by_paper
        self._show_rest(state)
        waits = state.queue is not None and bool(state.queue.rows)
        name = tr("Call by the paper") if state.by_paper else tr("Call the next person")
        self._call.show_state(name, filled=waits)
        self._paper.show_text(_how_by_paper() if state.by_paper else "")
        self._paper.setVisible(state.by_paper)
        self._show_sentence()
        self._show_next()

    def tick(self, now: datetime) -> None:
        """The longest wait grows."""
        self._now = now
        self._show_sentence()

    def enter(self) -> None:
        """The big key takes the focus."""
        big = self._open if self._paused else self._call
        big.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_typed(self) -> bool:
        """Forgets what was typed, as Esc does; whether there was anything."""
        typed = bool(self._text)
        self._collect("")
        return typed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever is typed belongs to nobody else here, whichever button has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same, where no button has it."""
        if not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        text = event.text()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if self._text and event.key() in _ENTER:
            whole = self._text
            self._collect("")
            self.scanned.emit(whole)
            return True
        if self._text and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self._collect("" if event.key() == Qt.Key.Key_Escape else self._text[:-1])
            return True
        if text and text.isprintable() and (self._text or not text.isspace()):
            self._collect((self._text + text)[:_LONGEST])
            return True
        return False

    def _collect(self, text: str) -> None:
        self._text = text
        self._show_next()
        self.typed.emit(text)

    def _show_next(self) -> None:
        calls = not self._by_paper and self._paused is None
        waits = calls and self._queue is not None and self._queue.rows
        first = self._queue.rows[0] if self._queue and waits else None
        if self._text:
            self._next.show_typed(
                persian_digits(self._text[-_IN_SIGHT:]), tr("Enter finds it, Esc clears it")
            )
        elif first is not None:
            self._next.show_line(persian_digits(first.label), first.title)
        else:
            self._next.show_line("", "")

    def _show_rest(self, state: CounterState) -> None:
        """A counter that rests says why, and has another big key."""
        self._paused, self._rested = state.paused, state.rested
        if state.paused:
            reason = state.paused.reason
            self._title.show_text(tr("Counter {n} rests: {reason}", n=state.number, reason=reason))
        elif state.removed:
            self._title.show_text(tr("Counter {n} was taken away", n=state.number))
        else:
            self._title.show_text(tr("Counter {n} is ready to receive", n=state.number))
        self._open.show_state(tr("Open the counter"), filled=True)
        had = self._call.hasFocus() or self._open.hasFocus()
        self._call.setVisible(state.paused is None)
        self._open.setVisible(state.paused is not None)
        if had:
            self.enter()

    def _show_sentence(self) -> None:
        queue = self._queue
        if self._paused:
            self._said.show_text(rest_sentence(self._paused, self._rested, self._now))
        elif self._removed:
            self._said.show_text(
                tr("Nobody is called here any more; the supervisor may open it again.")
            )
        elif queue is None:
            self._said.show_text("")
        elif not queue.waiting and queue.overnight:
            self._said.show_text(night_said(queue.overnight))
        elif not queue.waiting or queue.longest is None:
            self._said.show_text(tr("Nobody waits for this counter; F5 receives without a number."))
        elif self._now is None:
            self._said.show_text(tr("In the queue of this counter: {n} persons", n=queue.waiting))
        else:
            minutes = max(int((self._now - queue.longest).total_seconds()) // 60, 0)
            self._said.show_text(
                tr(
                    "In the queue of this counter: {n} persons, longest wait: {m} minutes",
                    n=queue.waiting,
                    m=minutes,
                )
            )

    def _connect(self, combo: str, button: KeyButton) -> None:
        button.show_state(tr(name_of(combo)))
        button.clicked.connect(lambda: self.pressed.emit(combo))
        button.installEventFilter(self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 0)
        column.setSpacing(0)
        keys = QHBoxLayout()
        keys.setSpacing(12)
        keys.addStretch()
        for button in self._keys.values():
            keys.addWidget(button)
        keys.addStretch()
        for big in (self._call, self._open):
            big.setMinimumWidth(self.theme.box(404))
        column.addStretch(1)
        column.addWidget(self._title)
        column.addSpacing(12)
        column.addWidget(self._said)
        column.addWidget(self._paper)
        column.addSpacing(32)
        column.addWidget(self._call, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._open, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        column.addWidget(self._next)
        column.addSpacing(48)
        column.addLayout(keys)
        column.addStretch(1)


def _how_by_paper() -> str:
    return tr("The centre cannot say who is first. Type or scan the number on the client's paper.")
