"""The stage: windows that come up, take the focus and are photographed."""

from datetime import datetime, time, timedelta

from PySide6.QtWidgets import QApplication, QWidget

from app.local import instant, local
from app.persian import parse_date
from ui.counter.window import CounterWindow
from ui.house import House
from ui.start import Start
from ui.supervisor.window import SupervisorWindow
from ui.tour.album import Album
from ui.tour.clock import QuickClock
from ui.tour.hands import Hands
from ui.tour.patience import Patience
from ui.tour.script import Script

SCREEN = 1366, 728
"""The smallest screen of a counter, less the system's bar of tasks."""

_EARLY = time(7, 20)


class Stage:
    """What every act of the tour works with: the house, its clock, hands, patience, the album."""

    def __init__(
        self,
        application: QApplication,
        house: House,
        clock: QuickClock,
        script: Script,
        album: Album,
    ) -> None:
        self.application, self.house, self.clock = application, house, clock
        self.script, self.album = script, album
        self.patience = Patience()
        self.hands = Hands(self.patience)

    def open(self, wish: str) -> Start:
        """Opens the data and the window that is wished for, as the program itself does."""
        started = Start(self.application, self.house, wish)
        started.begin()
        self.patience.until(lambda: started.window is not None, "a window")
        self.front(started.window)
        return started

    def front(self, window: QWidget | None, size: tuple[int, int] = SCREEN) -> None:
        """Brings a window to the front, as large as that screen."""
        assert window is not None
        if (window.width(), window.height()) != size:
            window.showNormal()
            window.resize(*size)
        self.patience.until(lambda: self._in_front(window), "the window in front")

    def shut(self, started: Start) -> None:
        """Closes what `open` opened."""
        if started.window is not None:
            started.window.close()
        started.end()
        self.patience.breathe()

    def take(self, window: QWidget | None, name: str) -> None:
        """A picture of what stands on the screen."""
        assert window is not None
        self.patience.step = name
        if isinstance(window, CounterWindow | SupervisorWindow):
            window.tick()  # the clock of the play may have been moved since
        self.patience.breathe()
        self.album.take(window, name)

    def day(self, text: str) -> None:
        """Another day (Jalali), before the doors open."""
        self.clock.move(instant(datetime.combine(parse_date(text), _EARLY)))

    def at(self, moment: time) -> None:
        """It is that time of the present day; a clock never goes back."""
        today = local(self.clock.now()).date()
        self.clock.move(instant(datetime.combine(today, moment)))

    def later(self, minutes: float) -> None:
        """So much time passes."""
        self.clock.move(self.clock.now() + timedelta(minutes=minutes))

    def _in_front(self, window: QWidget) -> bool:
        """Whether keys go to it; a window that another one left behind is raised again."""
        focused: QWidget | None = QApplication.focusWidget()
        if focused is not None and focused.window() is window:
            return True
        window.activateWindow()
        return False
