"""A window on a wall: full screen, without a pointer, on the second screen where there is one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPalette, QResizeEvent

from app.ports import Clock
from app.showing.sync import SyncState
from ui.frame.door import Door
from ui.frame.keys import combo_of
from ui.frame.public_window import LEAVE, PublicWindow
from ui.hall.face import Face
from ui.look.theme import Theme

BEAT = 2.0
"""Seconds after which the store is read again, though nothing seems to have happened."""
OLD = 6.0
"""Seconds without an answer after which it is said since when nothing new has come."""
_LONGEST = 60.0
"""Seconds between two tries where the store cannot be read."""
RECORD = "F9"


class Wall(PublicWindow):
    """Reads what it shows when it comes up, whenever anything has happened, and every two seconds;
    where that fails it goes on showing what it knew. `elapsed` measures
    how old that is: no clock that somebody sets does.
    """

    def __init__(
        self, theme: Theme, door: Door, clock: Clock, elapsed: Callable[[], float] = monotonic
    ) -> None:
        super().__init__()
        self.theme, self.door, self._clock, self._elapsed = theme, door, clock, elapsed
        self.face = Face(theme, self.size())
        self._sync = SyncState()
        self._read = self._asked = elapsed()
        self._good = clock.now()
        self._reading, self._again, self._failed = False, False, 0
        self._dress()
        door.happened.connect(self._stir)
        door.failed.connect(self._fail)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.tick)
        self._seconds.start()
        self._follow_screens()

    # -- for those who hang there ----------------------------------------------------------------

    def lay_out(self) -> None:
        """Puts every part to its place on a screen as large as this one."""

    def ask(self) -> None:
        """Reads what is shown, and calls `answered` then."""

    def show_time(self) -> None:
        """The clock, and how old what is shown is."""

    # -- what it knows ---------------------------------------------------------------------------

    def begin(self) -> None:
        """Reads for the first time."""
        self._ask()

    def answered(self) -> None:
        """What is shown is true now."""
        self._read, self._good = self._elapsed(), self._clock.now()
        self._failed, self._reading = 0, False
        self.show_time()
        if self._again:
            self._again = False
            self._ask()

    def synced(self, state: SyncState) -> None:
        """This PC and its centre stand otherwise than before."""
        self._sync = state
        self.show_time()

    @property
    def old(self) -> datetime | None:
        """Since when nothing new has come; None where all is new."""
        if self._elapsed() - self._read > OLD:
            return self._good
        near = self._sync.centre in ("none", "reached", "paused")
        return None if near else self._sync.since

    def tick(self) -> None:
        """Once a second."""
        self.show_time()
        waits = BEAT if not self._failed else min(BEAT * 2**self._failed, _LONGEST)
        if self._elapsed() - self._asked >= waits:
            self._ask()

    def _stir(self) -> None:
        """Read at once; what happens while it is read, once more then."""
        if self._reading:
            self._again = True
        else:
            self._ask()

    def _ask(self) -> None:
        self._reading, self._asked = True, self._elapsed()
        self.ask()

    def _fail(self) -> None:
        """It is in the log; what was known stays on the wall."""
        self._reading = False
        self._failed += 1

    # -- the screen ------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(self.theme.colour("firuzeh_9")))
        self.setPalette(palette)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _follow_screens(self) -> None:
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            return
        for change in (
            application.screenAdded,
            application.screenRemoved,
            application.primaryScreenChanged,
        ):
            change.connect(self._soon)
        for screen in application.screens():
            screen.geometryChanged.connect(self._soon)
        application.screenAdded.connect(lambda each: each.geometryChanged.connect(self._soon))
        self._moving = QTimer(self, singleShot=True, interval=200)
        self._moving.timeout.connect(self.move_to_screen)

    def _soon(self) -> None:
        """Systems tell of several changes at once, and of the last one last."""
        if self.isFullScreen():
            self._moving.start()

    def move_to_screen(self) -> None:
        """Onto the screen where it belongs, as large as that is now."""
        rects = [screen.geometry() for screen in QGuiApplication.screens()]
        if rects:
            best = best_of(rects, QGuiApplication.primaryScreen().geometry())
            if self.geometry() != best:
                self.showNormal()
                self.setGeometry(best)
                self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen: another face."""
        super().resizeEvent(event)
        self.face = Face(self.theme, self.size())
        self.lay_out()

    # -- keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Its two keys; nothing else means anything here."""
        combo = combo_of(event, x11=self.x11)
        if combo == LEAVE:
            self.leave()
        else:
            self.pressed(combo)

    def pressed(self, combo: str) -> None:
        """Another key."""


def best_of(screens: Sequence[QRect], primary: QRect) -> QRect:
    """The screen for the hall: the largest beside the first one, which is somebody's desk; the
    first one where there is no other.
    """
    others = [each for each in screens if each != primary]
    return max(others, key=lambda each: each.width() * each.height(), default=primary)
