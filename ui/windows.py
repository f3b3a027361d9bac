"""Makes windows of every kind, each joined with what goes on behind it."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.behind import Behind
from ui.frame.door import Door
from ui.frame.problems import Problems
from ui.frame.sign_in import SignIn
from ui.house import House, Press
from ui.look.theme import Theme
from ui.look.tokens import CONTRAST, LIGHT
from ui.opened import Opened
from ui.own import Own
from ui.voice.apart import SoundsApart, SpeechApart

WORKED_AT = ("counter", "supervisor", "unit")
"""Kinds of windows: somebody signs in there."""
ON_THE_WALL = ("hall", "board")
WHOLE_SCREEN = ("kiosk", *ON_THE_WALL)


class Windows(QObject):
    """What a window wants to be another one comes back through the signals. `signing`: whoever
    signed in at the window that stands; `beside` stands beside it.
    """

    scale_wanted = Signal()
    contrast_wanted = Signal()
    other_wanted = Signal(str)

    def __init__(
        self, application: QApplication, house: House, problems: Problems, press: Press
    ) -> None:
        super().__init__()
        self._application, self._house = application, house
        self._problems, self._press = problems, press
        self._theme = Theme()
        self.signing: SignIn | None = None
        self.beside: QWidget | None = None

    def dress(self, own: Own) -> Theme:
        """The application as this PC wants it."""
        self._theme = Theme(CONTRAST if own.contrast else LIGHT, own.scale)
        self._theme.apply(self._application)
        return self._theme

    def first_start(self, own: Own, key: str) -> Any:
        """The one that asks what this PC is for; with a `key` it has only to be kept."""
        return self._house.window("wizard")(self.dress(own), self._house, self._problems, key=key)

    def make(self, opened: Opened, door: Door, behind: Behind, *, anew: bool) -> Any:
        """The window of a data folder. `anew`: it takes the place of another one, and whoever
        works there stays.
        """
        self.dress(opened.own)
        if opened.kind == "recording":
            return self._house.window(opened.kind)(self._theme, self._house.folder)
        if opened.kind == "counter":
            window = self._counter(opened, door, behind, anew=anew)
        elif opened.kind in WORKED_AT:
            window = self._office(opened.kind, door)
        else:
            door.clerk = ""  # nobody works there: what it gives, the program gives
            window = self._public(opened, door, behind)
        behind.link.changed.connect(window.synced)
        window.synced(behind.link.state)
        if opened.kind in WORKED_AT:
            self._join_clerk(window, opened, anew=anew)
        return window

    def _counter(self, opened: Opened, door: Door, behind: Behind, *, anew: bool) -> Any:
        window = self._house.window("counter")(
            self._theme,
            door,
            self._problems,
            self._press,
            number=opened.name,
            clock=self._house.clock,
            printers=self._house.printers,
            roads=self._house.road,
            first=opened.first,
            anew=anew,
        )
        behind.hands.changed.connect(window.printed)
        window.arbitrate(behind.link)
        return window

    def _office(self, kind: str, door: Door) -> Any:
        window = self._house.window(kind)(self._theme, door, self._problems, self._house)
        if kind == "supervisor":
            window.recording_wanted.connect(self._record)
        return window

    def _join_clerk(self, window: Any, opened: Opened, *, anew: bool) -> None:
        """Somebody works there: who that is, is asked; its text may be larger."""
        window.scale_wanted.connect(self.scale_wanted)
        window.contrast_wanted.connect(self.contrast_wanted)
        window.other_wanted.connect(self.other_wanted)
        came_at = self.signing.came_at if self.signing is not None else ""
        window.signing.begin(opened.entrance, stays=anew, came_at=came_at)
        self.signing = window.signing

    def _public(self, opened: Opened, door: Door, behind: Behind) -> Any:
        """Nobody works there."""
        make = {"kiosk": self._kiosk, "board": self._board, "hall": self._hall}[opened.kind]
        window = make(opened.name, door, behind)
        window.left.connect(self._application.quit)
        return window

    def _kiosk(self, name: str, door: Door, behind: Behind) -> Any:
        kind, clock = self._house.window("kiosk"), self._house.clock
        window = kind(self._theme, door, self._problems, name, clock)
        window.speak_aloud(SpeechApart(), SoundsApart())
        window.given.connect(behind.hands.hurry, Qt.ConnectionType.DirectConnection)
        return window

    def _board(self, name: str, door: Door, _: Behind) -> Any:
        return self._house.window("board")(self._theme, door, self._house.clock, name or "1")

    def _hall(self, _: str, door: Door, behind: Behind) -> Any:
        """The display speaks, too."""
        window = self._house.window("hall")(self._theme, door, self._house.clock)
        window.speak_aloud(self._house.folder)
        window.recording_wanted.connect(self._record)
        behind.link.stirred.connect(door.stir)
        return window

    def _record(self) -> None:
        """Beside the window that stands, which goes on."""
        if self.beside is not None and isValid(self.beside):
            self.beside.activateWindow()
            return
        recording = self._house.window("recording")(self._theme, self._house.folder)
        recording.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        recording.setGeometry(self._application.primaryScreen().availableGeometry())
        recording.showMaximized()
        self.beside = recording
