"""The kiosk's window: full screen, one page at a time, back to the first when nobody is there."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCloseEvent,
    QKeyEvent,
    QResizeEvent,
    QScreen,
    QShowEvent,
)

from app.local import local
from app.persian import format_time, long_date
from app.ports import Clock
from app.refusal import Refusal
from app.showing.sync import SyncState
from ui.frame.door import Door
from ui.frame.problems import Problems
from ui.frame.public_window import PublicWindow
from ui.frame.words import tr
from ui.kiosk.attendant import Attendant
from ui.kiosk.modes import Modes, Tool
from ui.kiosk.notice import Notice
from ui.kiosk.parts.line import Tone
from ui.kiosk.presence import WARNING, Presence
from ui.kiosk.reader import Reader
from ui.kiosk.screen import Screen
from ui.kiosk.stage import Stage
from ui.kiosk.told import giving_told, staff_told
from ui.kiosk.touches import TURNING, Touches
from ui.kiosk.way_out import WayOut
from ui.kiosk.wishes import Opinion, Wish
from ui.look.parts.focus_ring import FocusRing
from ui.look.theme import Theme
from ui.voice.port import Loudspeaker, Speech


class KioskWindow(PublicWindow):
    """Joins who serves a visitor, what stands on the screen and what comes in. Left by its PIN
    alone. `clock` tells the day and the time, `elapsed` measures how long nobody touched anything.
    """

    given = Signal()
    """A number's paper waits for its printer; told on the store's thread."""

    read_aloud = Signal(str)
    """What shall be heard, line by line; nothing: silence."""

    def __init__(
        self,
        theme: Theme,
        door: Door,
        problems: Problems,
        name: str,
        clock: Clock,
        elapsed: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self.theme, self._clock, self._problems = theme, clock, problems
        self._sync = SyncState()
        self._reader: Reader | None = None
        self._followed: QScreen | None = None
        self.setWindowTitle(name or tr("Queue numbers"))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()
        self.attendant = Attendant(door, problems, elapsed, name)
        self.stage = Stage(theme, self, self.attendant.place, self.attendant.shown)
        self.notice = Notice()
        self.presence = Presence(self, self.attendant, elapsed)
        self.way_out = WayOut(self, problems, elapsed)
        self.touches = Touches(self, self.presence, self.way_out, elapsed)
        self._ring = FocusRing(theme, self)
        self._join()
        self.attendant.refresh()

    @property
    def screen_shown(self) -> Screen:
        """What stands there now."""
        return self.stage.screen

    def _join(self) -> None:
        self.attendant.arrived.connect(self.build)
        self.attendant.said.connect(self.say)
        self.attendant.numbers.given.connect(self.given, Qt.ConnectionType.DirectConnection)
        self.stage.wished.connect(self._wish)
        self.stage.touched.connect(self._use)
        self.stage.missed.connect(self._miss)
        self.presence.gone.connect(self.forget)
        self.attendant.left.connect(self.forget)
        self.touches.touched.connect(self.notice.hush)
        self.touches.back.connect(self._back)
        self.touches.leave_wanted.connect(self._ask_to_leave)
        self.way_out.opened.connect(self.leave)
        self._problems.told.connect(self.say)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.tick)
        self._seconds.start()

    # -- what is shown and said ------------------------------------------------------------------

    def build(self) -> None:
        """Builds the page of the place anew, for the screen as large as it is now."""
        self.presence.arrive()
        self.notice.hush()
        self.way_out.shut()
        self.setFocus()  # before what has it is thrown away
        self.stage.build(self.attendant.place, self.attendant.shown)
        self.show_foot()
        self._ring.raise_()
        self._enter()
        self._tell_readers()

    def show_foot(self) -> None:
        """Until when numbers are given, the day and the time, and what staff should know."""
        if self.screen_shown.foot is not None:
            now = local(self._clock.now())
            said = giving_told(self.attendant.shown.giving)
            staff = staff_told(self._sync, self._clock.now())
            self.screen_shown.foot.show_foot(said, long_date(now.date()), format_time(now), staff)

    def synced(self, state: SyncState) -> None:
        """How this PC and its centre stand."""
        self._sync = state
        self.show_foot()

    def say(self, text: str, tone: Tone = "refusal") -> None:
        """A sentence instead of the title; it stays until the next touch."""
        self.notice.say(self.screen_shown, text, tone)
        if self.stage.modes.aloud:
            self.read_aloud.emit(text)

    def _miss(self, text: str) -> None:
        self.say(text, "warning")

    # -- time ------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Once a second: the clock, and whether anybody is still there."""
        self.show_foot()
        self.touches.tick()
        if self.presence.idle >= WARNING:
            self.way_out.shut()
        used = self.stage.modes != Modes() or self.notice.line is not None
        self.presence.tick(self.screen_shown.face, used=used)

    def forget(self) -> None:
        """The visitor has left: the first page, in its usual size."""
        self.read_aloud.emit("")
        self.stage.forget()
        self.presence.touch()
        self.attendant.reset()

    # -- what the visitor wants ------------------------------------------------------------------

    def _wish(self, wish: Wish) -> None:
        self.notice.hush()
        self.attendant.wish(wish)

    def _use(self, tool: Tool) -> None:
        """A mode is turned; the sheet for opinions is printed."""
        self.notice.hush()
        if not tool.mode:
            self.attendant.wish(Opinion())
            return
        self.stage.turn(tool.mode)
        if tool.mode == "aloud":
            self.read_aloud.emit("")
        self.build()

    def _back(self) -> None:
        self.notice.hush()
        self.attendant.back()

    def _ask_to_leave(self) -> None:
        self.way_out.ask(self.screen_shown.face, self.attendant.shown.pin)

    # -- read aloud ------------------------------------------------------------------------------

    def speak_aloud(self, speech: Speech, loudspeaker: Loudspeaker) -> None:
        """From now on pages are read by this voice to whoever wants it."""
        self._reader = Reader(speech, loudspeaker)
        self.read_aloud.connect(self._reader.read)
        self._reader.trouble.connect(self._cannot_read)

    def _tell_readers(self) -> None:
        """Another page stands there: to screen readers, and aloud to who asked for it."""
        screen = self.screen_shown
        QAccessible.updateAccessibility(QAccessibleEvent(screen.page, QAccessible.Event.Alert))
        if self.stage.modes.aloud:
            self.read_aloud.emit(screen.spoken())

    def _cannot_read(self, _: Refusal) -> None:
        """Said in writing, whatever is the matter with the voice; the button stands as before."""
        self.stage.be_silent()
        self.build()
        self.say(tr("Nothing can be read aloud here now. Please ask the clerk of the desk."))

    # -- the focus -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control wanted: the page may, and Tab and arrows lead into it."""
        if event.key() in TURNING:
            self.focusNextPrevChild(True)
        elif not self.screen_shown.page.typed(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: FBT001, N802 - as Qt asks
        """From nowhere into the page, then as usual."""
        if self.focusWidget() is not self:
            return super().focusNextPrevChild(next_one)
        self.screen_shown.begin()
        return True

    def _enter(self) -> None:
        """Fields take it always, since readers type; buttons only from who uses keys."""
        self.screen_shown.page.enter()
        if self.touches.by_keys and self.focusWidget() is self:
            self.screen_shown.begin()

    # -- the screen ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Another resolution of its screen is another window."""
        super().showEvent(event)
        if self._followed is None:
            self._followed = self.screen()
            self._followed.geometryChanged.connect(self._fill)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen: another face."""
        super().resizeEvent(event)
        self.build()

    def closeEvent(self, event: QCloseEvent) -> None:
        """With it the voice goes."""
        super().closeEvent(event)
        if self._reader is not None and event.isAccepted():
            self._reader.stop()

    def _fill(self, geometry: QRect) -> None:
        """Where no window manager does it, the window follows its screen."""
        if self.isFullScreen():
            self.setGeometry(geometry)
