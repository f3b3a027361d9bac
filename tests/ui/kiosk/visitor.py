"""Somebody at the kiosk: touches, types, waits, and looks at the screen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.deeds.numbering import ticket_day
from app.ports import Look, Work
from app.settings import KIOSK_PIN
from tests.ui.keyboard import press, types
from ui.frame.door import Door
from ui.kiosk.modes import Mode, Tool
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.parts.paged import Paged
from ui.kiosk.parts.touch import Touch
from ui.kiosk.places import Number, Place
from ui.kiosk.window import KioskWindow

T = TypeVar("T")
P = TypeVar("P", bound=KioskPage)


class Watch(Protocol):
    """The clock of the test."""

    seconds: float
    at: datetime


class Visitor:
    """One touch at a time, a second apart."""

    def __init__(self, qtbot: QtBot, window: KioskWindow, door: Door, clock: Watch) -> None:
        self.qtbot, self.window, self.door, self.clock = qtbot, window, door, clock

    def waits(self, until: Callable[[], bool]) -> None:
        """Until the window has come so far."""
        self.qtbot.waitUntil(until)

    def page(self, kind: type[P]) -> P:
        """The page on the screen, which must be of this kind."""
        found = self.window.screen_shown.page
        assert isinstance(found, kind), f"{type(found).__name__} is shown"
        return found

    def buttons(self) -> Sequence[Touch]:
        """All that can be touched."""
        return [each for each in self.window.findChildren(Touch) if each.isVisible()]

    def button(self, name: str) -> Touch:
        """The one whose name begins so."""
        found = [each for each in self.buttons() if each.text().startswith(name)]
        assert found, f"{name} is not among {[each.text() for each in self.buttons()]}"
        return found[0]

    def shows(self, name: str) -> bool:
        """Whether something of that name can be touched."""
        return any(each.text().startswith(name) for each in self.buttons())

    def touches(self, name: str) -> None:
        """A touch, and what follows from it; leaves are turned to find it."""
        for grid in self.window.screen_shown.findChildren(Paged):
            for _ in range(grid.leaves - 1):
                if not self.shows(name):
                    grid.turn(1)
        self.touches_this(self.button(name))

    def touches_this(self, widget: QWidget) -> None:
        """The same, of a widget."""
        self.clock.seconds += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.waits(lambda: not self.window.attendant.busy)

    def types(self, text: str) -> None:
        """Letters, wherever the focus is, or into the window."""
        types(text, self._focused())

    def presses(self, key: Qt.Key) -> None:
        """One key."""
        self.clock.seconds += 1
        press(int(key), widget=self._focused())
        self.waits(lambda: not self.window.attendant.busy)

    def scans(self, text: str) -> None:
        """What a reader types, with its Enter."""
        self.types(text)
        self.presses(Qt.Key.Key_Return)

    def notice(self) -> str:
        """The sentence above the foot."""
        return self.window.notice.line.text if self.window.notice.line else ""

    def warning(self) -> str:
        """What is said before the page goes."""
        return warning.accessibleName() if (warning := self.window.presence.warning) else ""

    def warned(self) -> bool:
        """Whether the page says that it will go."""
        return self.window.presence.warning is not None

    def larger(self) -> bool:
        """Whether text is enlarged."""
        return self.window.screen_shown.face.large

    def wants(self, **modes: bool) -> None:
        """The kiosk so, whatever it was before."""
        for mode, wanted in modes.items():
            if getattr(self.window.stage.modes, mode) != wanted:
                tool = Tool(name="", icon="", mode=cast(Mode, mode))
                self.window.screen_shown.touched.emit(tool)

    def place(self) -> Place:
        """Where the visitor is."""
        return self.window.attendant.place

    def number(self) -> Number:
        """The number on the screen."""
        place = self.place()
        assert isinstance(place, Number), place
        return place

    def stays_away(self, seconds: float) -> None:
        """Nobody touches anything for so long."""
        self.clock.seconds += seconds
        self.window.tick()
        self.waits(lambda: not self.window.attendant.busy)

    def needs_pin(self, pin: str) -> None:
        """From now on the kiosk is left by this one."""
        self.does(lambda work: work.set_setting(KIOSK_PIN, pin))
        self.sees_news(lambda: self.window.attendant.shown.pin == pin)

    def sees_news(self, until: Callable[[], bool]) -> None:
        """The kiosk reads the office anew."""
        self.window.attendant.refresh()
        self.waits(until)

    def _focused(self) -> QWidget:
        focused: QWidget | None = self.window.focusWidget()
        return self.window if focused is None else focused

    def looks(self, read: Callable[[Look], T]) -> T:
        """What stands in the store."""
        seen: list[T] = []
        self.door.look(read, seen.append)
        self.waits(lambda: bool(seen))
        return seen[0]

    def does(self, deed: Callable[[Work], T]) -> T:
        """A deed of somebody else's."""
        done: list[T] = []
        self.door.do(deed, done.append)
        self.waits(lambda: bool(done))
        return done[0]

    def tickets(self) -> int:
        """How many numbers were given today."""

        def count(look: Look) -> int:
            day, given = ticket_day(look), 0
            while look.ticket_labelled(f"الف {given + 1:03}", day):
                given += 1
            return given

        return self.looks(count)
