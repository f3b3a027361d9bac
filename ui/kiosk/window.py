"""The kiosk's window: full screen, one page at a time, back to the first when nobody is there."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.local import local
from app.persian import format_time, long_date
from app.ports import Clock
from app.showing.kiosk import Giving
from ui.frame.door import Door
from ui.frame.keys import combo_of
from ui.frame.problems import Problems
from ui.frame.words import tr
from ui.kiosk.attendant import Attendant
from ui.kiosk.building import page_of
from ui.kiosk.face import Face
from ui.kiosk.parts.line import Line, Tone
from ui.kiosk.parts.still_here import StillHere
from ui.kiosk.places import Home, Number, Place
from ui.kiosk.screen import Screen
from ui.kiosk.wishes import Wish
from ui.look.parts.focus_ring import FocusRing
from ui.look.parts.gone import let_go
from ui.look.theme import Theme

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
    """Left by Ctrl+Shift+Q alone: the window's own ways of closing do nothing here. `clock` tells
    the day and the time, `elapsed` measures how long nobody touched anything.
    """

    left = Signal()

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
        self.setWindowTitle(name or tr("Queue numbers"))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()
        self.attendant = Attendant(door, problems, elapsed)
        self._large, self._by_keys, self._leaving = False, False, False
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

    def show_foot(self) -> None:
        """Until when numbers are given, the day and the time."""
        if self.screen_shown.foot is not None:
            now = local(self._clock.now())
            said = giving_told(self.attendant.shown.giving)
            self.screen_shown.foot.show_foot(said, long_date(now.date()), format_time(now))

    def say(self, text: str, tone: Tone = "refusal") -> None:
        """A sentence above the foot; it stays until the next touch."""
        self._hush()
        face = self.screen_shown.face
        icon = "alert-circle" if tone == "refusal" else "info-circle"
        self.notice = Line(face, text, icon, tone, "list")
        self.notice.setParent(self)
        self._place_notice()
        self.notice.show()

    # -- time ------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Once a second: the clock, and whether anybody is still there."""
        self.show_foot()
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
        self._large = False
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
        if not isinstance(event, QKeyEvent):
            self._by_keys = False
            self._hush()
            return False
        return self._pressed(event)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen: another face."""
        super().resizeEvent(event)
        self.build()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not by Alt+F4: who stands before it must not get behind it."""
        if event.spontaneous() and not self._leaving:
            event.ignore()
        else:
            super().closeEvent(event)

    # -- within ----------------------------------------------------------------------------------

    def _listen(self, problems: Problems) -> None:
        self.attendant.arrived.connect(self.build)
        self.attendant.said.connect(self.say)
        problems.told.connect(self.say)
        self._x11 = QGuiApplication.platformName() in ("xcb", "wayland", "offscreen")
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.tick)
        self._seconds.start()

    def _screen(self) -> Screen:
        face = Face(self.theme, self.size(), large=self._large)
        page = page_of(face, self.attendant.place, self.attendant.shown)
        page.wished.connect(self._wish)
        screen = Screen(face, page, self.attendant.shown.office)
        screen.larger.connect(self._change_size)
        return screen

    def _wish(self, wish: Wish) -> None:
        self._hush()
        self.attendant.wish(wish)

    def _change_size(self) -> None:
        self._large = not self._large
        self.build()

    def _focus(self) -> None:
        """Fields take it always, since readers type; buttons only from who uses keys."""
        self.screen_shown.page.enter()
        if self._by_keys and self.focusWidget() is self:
            self._begin()

    def _begin(self) -> None:
        """The focus to the first control of the page."""
        first = self.screen_shown.page.first_control() or self.screen_shown.head.button
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _pressed(self, event: QKeyEvent) -> bool:
        combo = combo_of(event, x11=self._x11)
        if combo == "Ctrl+Shift+Q":
            self._leaving = True
            self.left.emit()
            self.close()
            return True
        if combo == "Esc":
            self._hush()
            self.attendant.back()
            return True
        self._by_keys = self._by_keys or event.key() in _TURNING
        return False

    def _idle(self, since: float) -> float:
        return self._elapsed() - since

    def _rest(self) -> None:
        """At the first page only larger text and what was said are forgotten."""
        if self._idle(self._touched) >= IDLE and (self._large or self.notice is not None):
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
