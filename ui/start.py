"""Start-up of windows: the store opens on its own thread while the window is being made."""

import sys
from collections.abc import Callable
from logging import Handler
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.ports import Work
from app.refusal import Refusal
from app.showing.entrance import Entrance, entrance
from ui.counter.reading import Reading, read_counter
from ui.counter.state import Sheet
from ui.frame.daily_backup import DailyBackup
from ui.frame.door import Door
from ui.frame.errand import OpenStore
from ui.frame.garbage import Garbage
from ui.frame.printing_hand import PrintingHands
from ui.frame.problems import Problems, end_log, keep_log
from ui.frame.sign_in import SignIn
from ui.frame.sync_link import SyncLink
from ui.frame.words import speak_persian
from ui.house import House
from ui.look.theme import Theme
from ui.look.tokens import CONTRAST, LIGHT
from ui.own import LARGE, Own, clerk_at, keep_contrast, keep_scale, own_of
from ui.seat import Seat
from ui.shut import ShutWindow
from ui.voice.apart import SoundsApart, SpeechApart
from ui.words import Words

_REST = 300
"""Milliseconds after which the printers' threads begin, once the window has come to rest."""

_SCREEN_FIRST = 150
"""Milliseconds by which paper lets the screen go first."""

_PATIENCE = 5.0
"""Seconds for which the end waits for a backup to be given up."""

_TURN = 0.001
"""Seconds for which a thread may hold the interpreter while another one wants it. Python's own five
milliseconds, many times over, are what a person feels when papers are made beside the window.
"""


def run(house: House, wish: str) -> None:
    """Opens windows and stays until the last one is closed. `wish`: «counter:2», «kiosk:NAME», or
    one of them without a name; empty for what this PC is set up for.
    """
    application = QApplication.instance() or QApplication(["bajeh"])
    assert isinstance(application, QApplication)
    started = Start(application, house, wish)
    started.begin()
    application.exec()
    started.end()


class Start(QObject):
    """From a data folder to the window on the screen, and back to the shell."""

    shown = Signal(object)
    """A window has come up."""

    def __init__(self, application: QApplication, house: House, wish: str) -> None:
        super().__init__()
        self._garbage = Garbage(self)
        self._application = application
        self._house = house
        self._wish = wish
        self._own = Own()
        self._seat = Seat()
        self._door: Door | None = None
        self._hands: PrintingHands | None = None
        self._link: SyncLink | None = None
        self._daily: DailyBackup | None = None
        self._press = house.press()
        self._stirring = QTimer(self, singleShot=True, interval=_SCREEN_FIRST)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._begin_to_print)
        self._resting.timeout.connect(self._begin_backups)
        self._first: Reading | None = None
        self._entrance = Entrance()
        self._clerk, self._anew, self._back = "", False, ""
        self._signing: SignIn | None = None
        self._log: Handler | None = None
        self._turn = sys.getswitchinterval()
        self.problems = Problems(Words())
        self.window: QWidget | None = None
        self._beside: QWidget | None = None

    def begin(self) -> None:
        """Opens the store and, meanwhile, dresses the application and loads the likely window."""
        self._turn = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        self._open()
        self.problems.catch_all()
        speak_persian(self._application)
        self._dress(Own())
        self._house.window(self._wish.partition(":")[0] or "counter")

    def end(self) -> None:
        """Finishes what was asked and lets go of everything; nothing of it stays in the process."""
        if self._hands is not None:
            self._hands.stop()
        if self._link is not None:
            self._link.stop()
        if self._daily is not None:
            self._daily.end()
            self._daily.join(_PATIENCE)
        if self._signing is not None:
            self._signing.leave()
        if self._door is not None:
            self._door.close()
        self._seat.leave()
        self._press.close()
        self._garbage.stop()
        sys.setswitchinterval(self._turn)
        self.problems.let_go()
        if self._log is not None:
            end_log(self._log)
            self._log = None

    # -- the store -------------------------------------------------------------------------------

    def _open(self) -> None:
        self._door = Door(self._house.open)
        self._door.unopened.connect(self._unopened)
        self.problems.hear(self._door)
        wish, clerk, seat = self._wish, self._clerk, self._seat
        self._door.failed.connect(self._never_came)
        self._door.with_store(
            lambda store: _read(store, wish, clerk, seat), self._settle, self._unopened
        )

    def _settle(self, read: tuple[Own, Reading | None, Entrance]) -> None:
        """The store is open: this PC's window may come."""
        assert self._door is not None
        own, self._first, self._entrance = read
        self._own, self._door.clerk = own, own.clerk
        self._log = self._log or keep_log(self._house.folder)
        if own.key_unseen:
            self._door.with_store(lambda store: store.recovery_key, self._first_start)
            return
        self._print()
        self._synchronise()
        self._come()

    def _unopened(self, error: Exception) -> None:
        if isinstance(error, Refusal) and error.code == "store_missing":
            self._first_start("")
        elif isinstance(error, Refusal):
            self._shut(self.problems.sentence(error), taken=error.code.endswith("open_elsewhere"))
        else:
            self._shut(Words().unexpected())

    def _never_came(self, error: Exception) -> None:
        """Without any window nobody would hear of it."""
        if self.window is None:
            self._unopened(error)

    def _shut(self, sentence: str, *, taken: bool = False) -> None:
        window = ShutWindow(self._dress(self._own), sentence, taken=taken)
        window.again.connect(self._again)
        self._show(window)

    def _again(self) -> None:
        if self._door is not None:
            self._door.close()
        self._open()

    # -- the first start -------------------------------------------------------------------------

    def _first_start(self, key: str) -> None:
        window = self._house.window("wizard")(
            self._dress(self._own), self._house, self.problems, key=key
        )
        window.ready.connect(self._again)
        self._show(window)

    # -- windows ---------------------------------------------------------------------------------

    def _print(self) -> None:
        assert self._door is not None
        self._door.happened.connect(self._stirring.start)
        if self._hands is None:
            self._hands = PrintingHands(self._house.open, self._press, self._house.road)
            self._stirring.timeout.connect(self._hands.wake)
            self._resting.start()

    def _synchronise(self) -> None:
        """With the centre, if there is one."""
        assert self._door is not None
        if self._link is None:
            kind, name = _window_of(self._own, self._wish)
            self._link = SyncLink(self._house.open, counter=name if kind == "counter" else "")
            self._resting.timeout.connect(self._link.start)
        self._door.happened.connect(self._link.wake)

    def _begin_backups(self) -> None:
        """One a day, where the office wants it."""
        if self._daily is None:
            self._daily = DailyBackup(self._house.open)
            self._daily.start()

    def _begin_to_print(self) -> None:
        """The text engine is made ready now, not with the first client's paper."""
        assert self._hands is not None
        self._hands.start()
        self._hands.warm()

    def _come(self) -> None:
        kind, name = _window_of(self._own, self._wish)
        if kind == "kiosk":
            self._show(self._kiosk(name), full=True)
        elif kind == "supervisor":
            self._show(self._office("supervisor"))
        elif kind == "unit":
            self._show(self._office("unit"))
        elif kind in ("hall", "board"):
            wall = self._wall(kind, name)
            self._show(wall, full=True)
            wall.move_to_screen()
        elif kind == "recording":
            self._show(self._house.window(kind)(self._dress(self._own), self._house.folder))
        else:
            self._show(self._counter(name))

    def _counter(self, name: str) -> Any:
        assert self._door is not None
        assert self._hands is not None
        assert self._link is not None
        window = self._house.window("counter")(
            self._dress(self._own),
            self._door,
            self.problems,
            self._press,
            number=name,
            clock=self._house.clock,
            printers=self._house.printers,
            roads=self._house.road,
            first=self._first,
            anew=self._anew,
        )
        self._first = None
        self._hands.changed.connect(window.printed)
        window.arbitrate(self._link)
        return self._dressable(window)

    def _office(self, kind: str) -> Any:
        assert self._door is not None
        theme = self._dress(self._own)
        window = self._house.window(kind)(theme, self._door, self.problems, self._house)
        return self._dressable(window)

    def _dressable(self, window: Any) -> Any:
        """A window that somebody works at: it knows how the centre stands, and its text may be
        larger.
        """
        assert self._link is not None
        window.scale_wanted.connect(self._other_scale)
        window.contrast_wanted.connect(self._other_contrast)
        window.other_wanted.connect(self._other_window)
        self._link.changed.connect(window.synced)
        window.synced(self._link.state)
        came_at = self._signing.came_at if self._signing is not None else ""
        window.signing.begin(self._entrance, stays=self._anew, came_at=came_at)
        self._signing = window.signing
        self._anew = False
        return window

    def _kiosk(self, name: str) -> Any:
        assert self._door is not None
        assert self._link is not None
        self._door.clerk = ""  # nobody works there: what it gives, the program gives
        theme = self._dress(self._own)
        window = self._house.window("kiosk")(
            theme, self._door, self.problems, name, self._house.clock
        )
        window.left.connect(self._application.quit)
        window.speak_aloud(SpeechApart(), SoundsApart())
        if self._hands is not None:
            window.given.connect(self._hands.wake)
        self._link.changed.connect(window.synced)
        window.synced(self._link.state)
        return window

    def _wall(self, kind: str, name: str) -> Any:
        """What hangs in the hall; the display speaks, too."""
        assert self._door is not None
        assert self._link is not None
        self._door.clerk = ""
        theme, clock = self._dress(self._own), self._house.clock
        if kind == "board":
            window = self._house.window(kind)(theme, self._door, clock, name or "1")
        else:
            window = self._house.window(kind)(theme, self._door, clock)
            window.speak_aloud(self._house.folder)
            window.recording_wanted.connect(self._record)
            self._link.stirred.connect(self._door.stir)
        window.left.connect(self._application.quit)
        self._link.changed.connect(window.synced)
        window.synced(self._link.state)
        return window

    def _record(self) -> None:
        """Beside the display, which goes on."""
        recording = self._house.window("recording")(self._dress(self._own), self._house.folder)
        recording.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        recording.setGeometry(self._application.primaryScreen().availableGeometry())
        recording.showMaximized()
        self._beside = recording

    def _other_scale(self) -> None:
        """Larger or usual text."""
        scale = 1.0 if self._own.scale == LARGE else LARGE
        self._dress_anew(lambda work: keep_scale(work, scale))

    def _other_contrast(self) -> None:
        """High or usual contrast."""
        contrast = not self._own.contrast
        self._dress_anew(lambda work: keep_contrast(work, contrast=contrast))

    def _other_window(self, kind: str) -> None:
        """The counter of this PC, or the supervisor's window, in place of the one that stands. The
        counter's seat stays taken: whoever comes back finds it free.
        """
        assert self._door is not None
        if kind == "supervisor":
            self._back, self._wish = self._wish, kind
        else:
            self._wish, self._back = self._back or kind, ""
        self._clerk, self._anew = self._door.clerk, True
        self._door.do(_nothing, lambda _: self._again(), quietly=True)

    def _dress_anew(self, keep: Callable[[Work], None]) -> None:
        """What is half done stands in the store, and everything is opened anew, so that no answer
        to the old window comes to the new one. The clerk stays.
        """
        assert self._door is not None
        self._clerk, self._anew = self._door.clerk, True
        self._door.do(keep, lambda _: self._again())

    def _dress(self, own: Own) -> Theme:
        theme = Theme(CONTRAST if own.contrast else LIGHT, own.scale)
        theme.apply(self._application)
        return theme

    def _show(self, window: QWidget, *, full: bool = False) -> None:
        before, self.window = self.window, window
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Where no window manager makes it so, it fills the screen all the same.
        window.setGeometry(self._application.primaryScreen().availableGeometry())
        if full:
            window.showFullScreen()
        else:
            window.showMaximized()
        if before is not None:
            before.close()
        self._garbage.start()
        self.shown.emit(window)


def _window_of(own: Own, wish: str) -> tuple[str, str]:
    """Kind and name of the window: as it was wished for, else as this PC was set up for."""
    kind, _, name = own.window.partition(":")
    wished, _, given = (wish or own.window).partition(":")
    named = given or (name if wished == kind else "")
    if wished in ("kiosk", "supervisor", "unit", "hall", "board", "recording"):
        return wished, named
    return "counter", named or "1"


def _read(
    store: OpenStore, wish: str, clerk: str, seat: Seat
) -> tuple[Own, Reading | None, Entrance]:
    """What this PC is set up for and, for a counter, what it shows first: read on the store's
    thread while the window is being loaded. Refuses as `Seat.take` does.
    """
    with store.journal.look() as look:
        own = own_of(look)
        kind, name = _window_of(own, wish)
        own = replace(own, clerk=clerk or clerk_at(look, f"{kind}:{name}"))
        counts = kind == "counter" and name in look.office.counters
        if not own.key_unseen and (counts or kind == "kiosk"):
            seat.take(store, kind, name)
        first = read_counter(look, name, own.clerk, Sheet()) if counts else None
        return own, first, entrance(look, own.clerk, f"{kind}:{name}")


def _nothing(_: Work) -> None:
    """What was sent to the store before is done."""
