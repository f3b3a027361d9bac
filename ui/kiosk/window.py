"""The kiosk's window: full screen, one page at a time, back to the first when nobody is there."""

from collections.abc import Callable
from time import monotonic

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.local import local
from app.persian import format_time, long_date
from app.ports import Clock
from app.refusal import Refusal
from app.showing.kiosk import Giving
from app.showing.sync import SyncState
from ui.frame.door import Door
from ui.frame.keys import combo_of
from ui.frame.problems import Problems
from ui.frame.words import tr
from ui.kiosk.attendant import Attendant
from ui.kiosk.building import page_of
from ui.kiosk.face import Face
from ui.kiosk.modes import Modes, Tool
from ui.kiosk.parts.leaving import Leaving
from ui.kiosk.parts.line import Line, Tone
from ui.kiosk.parts.still_here import StillHere
from ui.kiosk.places import Home, Number, Place
from ui.kiosk.reader import Reader
from ui.kiosk.screen import Screen
from ui.kiosk.told import staff_told
from ui.kiosk.way_out import WayOut
from ui.kiosk.wishes import Opinion, Wish
from ui.look.parts.focus_ring import FocusRing
from ui.look.parts.gone import let_go
from ui.look.theme import Theme
from ui.look.tokens import CONTRAST
from ui.voice.port import Loudspeaker, Speech

IDLE, WARNING = 45, 15
"""Seconds without a touch until the first page comes back, and how many of them are announced."""
NUMBER_STANDS, NUMBER_STANDS_ALONE = 12, 60
"""Seconds that a number stays on the screen: with its paper, and without."""
_REFRESH = 60
_TURNING = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
)
_TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress)


class KioskWindow(QWidget):
    """Left by Ctrl+Shift+Q alone, and by its PIN where one is set: the window's own ways of closing
    do nothing here. `clock` tells the day and the time, `elapsed` measures how long nobody touched
    anything.
    """

    left = Signal()

    given = Signal()
    """A number's paper waits for its printer."""

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
        self.theme, self._clock, self._elapsed = theme, clock, elapsed
        self._sync, self._problems = SyncState(), problems
        self.setWindowTitle(name or tr("Queue numbers"))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()
        self.attendant = Attendant(door, problems, elapsed, name)
        self.way_out = WayOut(self, problems, elapsed)
        self.modes = Modes()
        self._strong = theme if theme.tokens is CONTRAST else Theme(CONTRAST, theme.scale)
        self._face = Face(theme, self.size())
        self._by_keys, self._leaving = False, False
        self._reader: Reader | None = None
        self._touched = self._arrived = self._refreshed = elapsed()
        self._at: Place = Home()
        self.warning: StillHere | None = None
        self.notice: Line | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.screen_shown = self._screen()
        column.addWidget(self.screen_shown)
        self._ring = FocusRing(theme, self)
        self._watched: QScreen | None = None
        self._listen(problems)
        self.attendant.refresh()

    # -- pages -----------------------------------------------------------------------------------

    def build(self) -> None:
        """Builds the page of the place anew, for the screen as large as it is now."""
        place = self.attendant.place
        if place is not self._at:
            self._at, self._arrived = place, self._elapsed()
            self._touched = max(self._touched, self._arrived)
        self._hush()
        self.way_out.shut()
        self.setFocus()  # before what has it is thrown away
        column = self.layout()
        old, self.screen_shown = self.screen_shown, self._screen()
        if column is not None:
            column.replaceWidget(old, self.screen_shown)
        self.screen_shown.show()
        let_go(old)
        self.show_foot()
        self._ring.raise_()
        self._focus()
        self._tell_readers()

    def show_foot(self) -> None:
        """Until when numbers are given, the day and the time, and what staff should know."""
        if self.screen_shown.foot is not None:
            now = local(self._clock.now())
            said = giving_told(self.attendant.shown.giving)
            staff = staff_told(self._sync, self._clock.now())
            self.screen_shown.foot.show_foot(said, long_date(now.date()), format_time(now), staff)

    def speak_aloud(self, speech: Speech, loudspeaker: Loudspeaker) -> None:
        """From now on pages are read by this voice to whoever wants it."""
        self._reader = Reader(speech, loudspeaker)
        self.read_aloud.connect(self._reader.read)
        self._reader.trouble.connect(self._cannot_read)

    def synced(self, state: SyncState) -> None:
        """How this PC and its centre stand."""
        self._sync = state
        self.show_foot()

    def say(self, text: str, tone: Tone = "refusal") -> None:
        """A sentence above the foot; it stays until the next touch."""
        self._hush()
        face = self.screen_shown.face
        icon = "alert-circle" if tone == "refusal" else "info-circle"
        self.notice = Line(face, text, icon, tone, "list")
        self.notice.setParent(self)
        self._place_notice()
        self.notice.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.notice, QAccessible.Event.Alert))
        if self.modes.aloud:
            self.read_aloud.emit(text)

    # -- time ------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Once a second: the clock, and whether anybody is still there."""
        self.show_foot()
        if self.way_out.panel is not None and self._idle(self._touched) >= WARNING:
            self.way_out.shut()
        self._touched = self._elapsed() if self.attendant.busy else self._touched
        match self.attendant.place:
            case Number(paper=paper):
                self.attendant.watch()
                stands = NUMBER_STANDS if paper == "came" else NUMBER_STANDS_ALONE
                if self._idle(self._arrived) >= stands:
                    self.forget()
            case Home():
                self._rest()
            case _:
                self._count_down()

    def forget(self) -> None:
        """The visitor has left: the first page, in its usual size."""
        self._hear_no_more()
        self.modes = Modes()
        self._stay()
        self._touched = self._elapsed()
        self.attendant.reset()

    # -- what comes in ---------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees every touch and key before the control that it is for."""
        if event.type() not in _TOUCHES or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self:
            return False
        self._touched = self._elapsed()
        if self.warning is not None:
            self._stay()
            return True
        if isinstance(event, QKeyEvent):
            return self._pressed(event)
        self._by_keys = False
        self._hush()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control wanted: the page may, and Tab and arrows lead into it."""
        if event.key() in _TURNING:
            self.focusNextPrevChild(True)
        elif not self.screen_shown.page.typed(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: FBT001, N802 - as Qt asks
        """From nowhere into the page, then as usual."""
        if self.focusWidget() is not self:
            return super().focusNextPrevChild(next_one)
        self._begin()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Another resolution of its screen is another window."""
        super().showEvent(event)
        if self._watched is None:
            self._watched = self.screen()
            self._watched.geometryChanged.connect(self._fill)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen: another face."""
        super().resizeEvent(event)
        self.build()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not by Alt+F4: who stands before it must not get behind it."""
        if event.spontaneous() and not self._leaving:
            event.ignore()
            return
        if self._reader is not None:
            self._reader.stop()
        super().closeEvent(event)

    # -- within ----------------------------------------------------------------------------------

    def _listen(self, problems: Problems) -> None:
        self.attendant.arrived.connect(self.build)
        self.attendant.said.connect(self.say)
        self.attendant.given.connect(self.given)
        self.way_out.opened.connect(self._leave)
        problems.told.connect(self.say)
        self._x11 = QGuiApplication.platformName() in ("xcb", "wayland", "offscreen")
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.tick)
        self._seconds.start()

    def _screen(self) -> Screen:
        face, shown = self._the_face(), self.attendant.shown
        page = page_of(face, self.attendant.place, shown)
        page.wished.connect(self._wish)
        screen = Screen(face, page, shown.office, self.modes, prints=shown.prints)
        screen.touched.connect(self._use)
        return screen

    def _the_face(self) -> Face:
        """As the visitor wants it; what it has measured is kept while it stays the same."""
        modes, theme = self.modes, self._strong if self.modes.contrast else self.theme
        face = self._face
        wanted = (theme, self.size(), modes.large, modes.low)
        if (face.theme, face.size, face.large, face.low) != wanted:
            self._face = Face(theme, self.size(), large=modes.large, low=modes.low)
        return self._face

    def _wish(self, wish: Wish) -> None:
        self._hush()
        self.attendant.wish(wish)

    def _use(self, tool: Tool) -> None:
        """A mode is turned; the sheet for opinions is printed."""
        self._hush()
        if not tool.mode:
            self.attendant.wish(Opinion())
            return
        self.modes = self.modes.turned(tool.mode)
        if tool.mode == "aloud":
            self._hear_no_more()
        self.build()

    def _tell_readers(self) -> None:
        """Another page stands there: to screen readers, and aloud to who asked for it."""
        screen = self.screen_shown
        QAccessible.updateAccessibility(QAccessibleEvent(screen.page, QAccessible.Event.Alert))
        if self.modes.aloud:
            self.read_aloud.emit(screen.spoken())

    def _hear_no_more(self) -> None:
        self.read_aloud.emit("")

    def _cannot_read(self, refusal: Refusal) -> None:
        """Said in writing; the button stands as before."""
        self.modes = replace(self.modes, aloud=False)
        self.build()
        self.say(self._problems.sentence(refusal))

    def _fill(self, geometry: QRect) -> None:
        """Where no window manager does it, the window follows its screen."""
        if self.isFullScreen():
            self.setGeometry(geometry)

    def _leave(self) -> None:
        self._leaving = True
        self.left.emit()
        self.close()

    def _focus(self) -> None:
        """Fields take it always, since readers type; buttons only from who uses keys."""
        self.screen_shown.page.enter()
        if self._by_keys and self.focusWidget() is self:
            self._begin()

    def _begin(self) -> None:
        """The focus to the first control of the page."""
        first = self.screen_shown.page.first_control() or self.screen_shown.any_button
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _pressed(self, event: QKeyEvent) -> bool:
        combo = combo_of(event, x11=self._x11)
        if combo == "Ctrl+Shift+Q":
            self.way_out.ask(self.screen_shown.face, self.attendant.shown.pin)
            return True
        if self.way_out.panel is not None:
            return self._pressed_leaving(event, combo, self.way_out.panel)
        if combo == "Esc":
            self._hush()
            self.attendant.back()
            return True
        self._by_keys = self._by_keys or event.key() in _TURNING
        return False

    def _pressed_leaving(self, event: QKeyEvent, combo: str, panel: Leaving) -> bool:
        """Digits and Enter are the PIN's, whatever has the focus."""
        if combo == "Esc":
            self.way_out.shut()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            panel.done()
        else:
            panel.typed(event)
        return True

    def _idle(self, since: float) -> float:
        return self._elapsed() - since

    def _rest(self) -> None:
        """At the first page only larger text and what was said are forgotten."""
        changed = self.modes != Modes() or self.notice is not None
        if changed and self._idle(self._touched) >= IDLE:
            self.forget()
        elif self._idle(self._refreshed) >= _REFRESH:
            self._refreshed = self._elapsed()
            self.attendant.refresh()

    def _count_down(self) -> None:
        left = IDLE - int(self._idle(self._touched))
        if left <= 0:
            self.forget()
        elif left <= WARNING:
            self._warn(left)

    def _warn(self, left: int) -> None:
        if self.warning is None:
            self.warning = StillHere(self.screen_shown.face, self, left)
            self.warning.show()
            self.warning.raise_()
        self.warning.show_left(left)

    def _stay(self) -> None:
        if self.warning is not None:
            let_go(self.warning)
            self.warning = None

    def _hush(self) -> None:
        if self.notice is not None:
            let_go(self.notice)
            self.notice = None

    def _place_notice(self) -> None:
        if self.notice is None:
            return
        face, screen = self.screen_shown.face, self.screen_shown
        pad = face.px(40 if face.wide else 56)
        head = screen.head.width() if face.wide else 0
        width = self.width() - head - 2 * pad
        high = self.notice.heightForWidth(width)
        below = screen.bar or screen.foot
        low = self.height() - (below.sizeHint().height() if below else 0) - face.px(20)
        self.notice.setGeometry(pad, low - high, width, high)
        self.notice.raise_()


def giving_told(giving: Giving) -> str:
    """Until when numbers are given, in a few words."""
    if giving.until and not giving.over:
        return tr("Numbers are given until {time}", time=format_time(giving.until))
    if giving.until:
        return tr("No more numbers are given today")
    return tr("No numbers are given today") if giving.over else ""
