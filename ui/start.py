"""Start-up of windows: the store opens on its own thread while the window is being made."""

import sys
from collections.abc import Callable
from logging import Handler

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.ports import Work
from app.refusal import Refusal
from ui.behind import Behind
from ui.frame.door import Door
from ui.frame.garbage import Garbage
from ui.frame.problems import Problems, end_log, keep_log
from ui.frame.words import speak_persian
from ui.house import House
from ui.opened import Opened, read_opened, window_of
from ui.own import LARGE, Own, keep_contrast, keep_scale
from ui.seat import Seat
from ui.shut import OpeningWindow, OutOfOrderWindow, ShutWindow
from ui.windows import ON_THE_WALL, WHOLE_SCREEN, WORKED_AT, Windows
from ui.words import Words

_TURN = 0.001
"""Seconds for which a thread may hold the interpreter while another one wants it. Python's own five
milliseconds, many times over, are what a person feels when papers are made beside the window.
"""

SLOW = 1500
"""Milliseconds without a window after which one says that it takes long."""


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
        self._behind: Behind | None = None
        self._press = house.press()
        self._clerk, self._anew, self._back = "", False, ""
        self._log: Handler | None = None
        self._turn = sys.getswitchinterval()
        self.problems = Problems(Words())
        self.window: QWidget | None = None
        self._opening: QWidget | None = None
        self._slow = QTimer(self, interval=SLOW, singleShot=True)
        self._slow.timeout.connect(self._show_opening)
        self.windows = Windows(application, house, self.problems, self._press)
        self.windows.scale_wanted.connect(self._other_scale)
        self.windows.contrast_wanted.connect(self._other_contrast)
        self.windows.other_wanted.connect(self._other_window)

    def begin(self) -> None:
        """Opens the store and, meanwhile, dresses the application and loads the likely window."""
        self._turn = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        self._open()
        self.problems.catch_all()
        speak_persian(self._application)
        self.windows.dress(Own())
        self._house.window(self._kind)
        self._slow.start()

    def end(self) -> None:
        """Finishes what was asked and lets go of everything; nothing of it stays in the process."""
        self._slow.stop()
        if self._behind is not None:
            self._behind.stop()
        if self.windows.signing is not None:
            self.windows.signing.leave()
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
            lambda store: read_opened(store, wish, clerk, seat), self._settle, self._unopened
        )

    def _settle(self, opened: Opened) -> None:
        """The store is open: this PC's window may come."""
        assert self._door is not None
        self._own, self._door.clerk = opened.own, opened.own.clerk
        self._log = self._log or keep_log(self._house.folder)
        if opened.own.key_unseen:
            self._door.with_store(lambda store: store.recovery_key, self._first_start)
            return
        if self._behind is None:
            counter = opened.name if opened.kind == "counter" else ""
            self._behind = Behind(self._house, self._press, counter=counter)
        self._behind.follow(self._door)
        self._come(opened, self._door, self._behind)

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

    def _show_opening(self) -> None:
        """Nobody stands before an empty screen while the store is still being opened."""
        public = self._kind in WHOLE_SCREEN
        self._opening = OpeningWindow(self.windows.dress(self._own), public=public)
        self._bring(self._opening, full=public)

    def _shut(self, sentence: str, *, taken: bool = False) -> None:
        theme, public = self.windows.dress(self._own), self._kind in WHOLE_SCREEN and not taken
        window = (
            OutOfOrderWindow(theme, sentence, on_wall=self._kind in ON_THE_WALL)
            if public
            else ShutWindow(theme, sentence, taken=taken)
        )
        window.again.connect(self._try_again)
        self._show(window, full=public)

    @property
    def _kind(self) -> str:
        """What was wished for, or else what this PC is set up for as far as that is known."""
        return window_of(self._own, self._wish)[0]

    def _try_again(self) -> None:
        """What could not be opened before may take its time now."""
        self._slow.start()
        self._again()

    def _again(self) -> None:
        if self._door is not None:
            self._door.close()
        self._open()

    # -- the first start -------------------------------------------------------------------------

    def _first_start(self, key: str) -> None:
        window = self.windows.first_start(self._own, key)
        window.ready.connect(self._again)
        self._show(window)

    # -- windows ---------------------------------------------------------------------------------

    def _come(self, opened: Opened, door: Door, behind: Behind) -> None:
        window = self.windows.make(opened, door, behind, anew=self._anew)
        if opened.kind in WORKED_AT:
            self._anew = False
        self._show(window, full=opened.kind in WHOLE_SCREEN)
        if opened.kind in ON_THE_WALL:
            window.move_to_screen()

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

    def _show(self, window: QWidget, *, full: bool = False) -> None:
        self._slow.stop()
        before = self.window, self._opening
        self.window, self._opening = window, None
        self._bring(window, full=full)
        for old in before:
            if old is not None and isValid(old):  # a person may have closed it meanwhile
                old.close()
        self._garbage.start()
        self.shown.emit(window)

    def _bring(self, window: QWidget, *, full: bool) -> None:
        """Where no window manager makes it so, it fills the screen all the same."""
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.setGeometry(self._application.primaryScreen().availableGeometry())
        if full:
            window.showFullScreen()
        else:
            window.showMaximized()


def _nothing(_: Work) -> None:
    """What was sent to the store before is done."""
