"""Somebody at a window of the house: keys in; the screen and the journal out."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ports import Look, Work
from tests.timing import PATIENCE
from tests.ui.shell import HandClock
from ui.bootstrap import open_desk
from ui.frame.door import Door
from ui.frame.problems import Problems
from ui.frame.window import FrameWindow
from ui.words import Words

T = TypeVar("T")

PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_KEYS = {
    "Enter": (Qt.Key.Key_Return, "\r"),
    "Esc": (Qt.Key.Key_Escape, "\x1b"),
    "Space": (Qt.Key.Key_Space, " "),
    "Tab": (Qt.Key.Key_Tab, "\t"),
    "Backspace": (Qt.Key.Key_Backspace, "\b"),
    "Delete": (Qt.Key.Key_Delete, "\x7f"),
    "-": (Qt.Key.Key_Minus, "-"),
    "plus": (Qt.Key.Key_Plus, "+"),
    "Down": (Qt.Key.Key_Down, ""),
    "Up": (Qt.Key.Key_Up, ""),
    "End": (Qt.Key.Key_End, ""),
    "PgUp": (Qt.Key.Key_PageUp, ""),
    "PgDn": (Qt.Key.Key_PageDown, ""),
}
_SCAN = {**dict(zip("1234567890", range(10, 20), strict=True)), "P": 33}
"""Where an X11 keyboard has them, whatever layout is on."""


class _Bell(QObject):
    rung = Signal()


class Person:
    """Sits at one window. `presses` counts every key that was pressed."""

    window: FrameWindow

    def __init__(self, qtbot: QtBot, folder: Path, clock: HandClock, code: str) -> None:
        self.qtbot, self.clock, self.presses = qtbot, clock, 0
        self.desk = open_desk(folder, clock)
        with self.desk.journal.look() as look:
            clerk = look.office.clerk(code).clerk
        self.desk.news()
        self.door = Door(partial(open_desk, folder, clock), clerk=clerk)
        self.problems = Problems(Words())
        self.problems.hear(self.door)
        self._told, self._gone = 0, False
        self._bell = _Bell()

    # -- hands -----------------------------------------------------------------------------------

    def hit(self, *combos: str) -> None:
        """These keys, one after the other, each with all that follows from it; time goes by in
        between, so that the same key again is another press.
        """
        for combo in combos:
            self.window._pressed = ("", 0.0)
            self.press(combo)
            self.rest()

    def press(self, combo: str, *, repeats: int = 0, persian: bool = False) -> None:
        """One key and nothing waited for; `repeats`: it is held down. `persian`: that layout is
        on, and a letter or digit has another symbol.
        """
        self.presses += 1
        *names, name = combo.replace("++", "+plus").split("+")
        held = Qt.KeyboardModifier.NoModifier
        for each in names:
            held |= _HELD[each]
        self._send(*_key(name, persian=persian), held, repeats)

    def type(self, text: str, *, persian: bool = False) -> None:
        """Letters and digits, as fast as can be."""
        for letter in text.translate(PERSIAN) if persian else text:
            self.presses += 1
            self._send(ord(letter.upper()), letter, 0, Qt.KeyboardModifier.NoModifier, 0)

    def scan(self, text: str) -> None:
        """What a reader of codes types, with its Enter; it costs no press."""
        before = self.presses
        self.type(text)
        self.press("Enter")
        self.presses = before
        self.rest()

    def rest(self) -> None:
        """Until all that was asked of the store is answered, and what the answers asked for."""
        told = -1
        while told != self._told or self.window.held.holding:
            told = self._told
            with self.qtbot.waitSignal(self._bell.rung):
                self.door.look(lambda _: None, lambda _: self._bell.rung.emit())

    def waits(self, until: Callable[[], bool], timeout: int = PATIENCE) -> None:
        """Until the window has come so far."""
        self.qtbot.waitUntil(until, timeout=timeout)

    # -- eyes ------------------------------------------------------------------------------------

    @property
    def said(self) -> str:
        """What stands on top of the keys."""
        return self.window.strip.text

    @property
    def question(self) -> str:
        """What is asked; empty where nothing is."""
        asking = self.window.asking
        return asking.accessibleName() if asking.isVisible() else ""

    @property
    def choosing(self) -> bool:
        """Whether a list waits for a choice."""
        return self.window.picking.isVisible()

    @property
    def focus(self) -> QWidget:
        """Where the next key goes."""
        focused: QWidget | None = self.window.focusWidget()
        return self.window if focused is None else focused

    @property
    def filled(self) -> str:
        """The key that is the next natural act."""
        acts = self.window.page.acts() if self.window.page else ()
        filled = [act.combo for act in acts if act.filled]
        assert len(filled) <= 1
        return filled[0] if filled else ""

    # -- the journal -----------------------------------------------------------------------------

    def looks(self, read: Callable[[Look], T]) -> T:
        """What stands in the store."""
        with self.desk.journal.look() as look:
            return read(look)

    def does(self, deed: Callable[[Work], T], *, by: str = "") -> T:
        """A deed of somebody else's (`by` their code, else as if done here), and what the window
        makes of it.
        """
        done: list[T] = []
        self.rest()
        mine = self.door.clerk
        with self.qtbot.waitSignal(self.door.happened):
            if by:
                self.door.clerk = self.looks(lambda look: look.office.clerk(by).clerk)
            self.door.do(deed, done.append, quietly=True)
            self.door.clerk = mine
        self.rest()
        return done[0]

    def close(self) -> None:
        """Goes home; once is enough."""
        if self._gone:
            return
        self._gone = True
        self.window.close()
        self.window.deleteLater()
        self.leave()
        self.door.close()
        self.desk.close()

    def leave(self) -> None:
        """What else is to be left."""

    # -- how -------------------------------------------------------------------------------------

    def show(self) -> None:
        """Sits down."""
        self.window.resize(1366, 728)
        self.window.show()
        self.window.activateWindow()
        self.waits(self.window.isActiveWindow)

    def _send(
        self, key: int, text: str, code: int, held: Qt.KeyboardModifier, repeats: int
    ) -> None:
        """As Qt hands on what comes from a keyboard: first as a possible shortcut."""
        kinds = [QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress]
        for turn in range(1 + repeats):
            for kind in kinds:
                event = QKeyEvent(kind, key, held, code, 0, 0, text, turn > 0)
                QApplication.sendEvent(self.focus, event)
        up = QKeyEvent(QEvent.Type.KeyRelease, key, held, code, 0, 0, text)
        QApplication.sendEvent(self.focus, up)

    def _count(self, *_: object) -> None:
        self._told += 1


def _key(name: str, *, persian: bool) -> tuple[int, str, int]:
    """Qt's key, its text and its scan code."""
    if name in _KEYS:
        return int(_KEYS[name][0]), _KEYS[name][1], 0
    if len(name) > 1:
        return int(getattr(Qt.Key, f"Key_{name}")), "", 0
    shown = name.translate(PERSIAN) if persian else name
    return ord(shown), shown, _SCAN.get(name, 0)
