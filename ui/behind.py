"""What goes on behind the windows of a program: papers, the centre, the backup of the day."""

from PySide6.QtCore import QObject, QTimer

from ui.frame.daily_backup import DailyBackup
from ui.frame.door import Door
from ui.frame.printing_hand import PrintingHands
from ui.frame.sync_link import SyncLink
from ui.house import House, Press

_REST = 300
"""Milliseconds after which its threads begin, once the window has come to rest."""

_SCREEN_FIRST = 150
"""Milliseconds by which paper and the centre let the screen go first; a kiosk's paper is hurried,
and a call asks the centre by itself.
"""

_PATIENCE = 5.0
"""Seconds for which the end waits for a backup to be given up."""


class Behind(QObject):
    """Goes on while windows take each other's place. `counter` is what the first one shows, if
    any.
    """

    def __init__(self, house: House, press: Press, *, counter: str) -> None:
        super().__init__()
        self.hands = PrintingHands(house.open, press, house.road)
        self.link = SyncLink(house.open, counter=counter)
        self._daily = DailyBackup(house.open)
        self._stirring = QTimer(self, singleShot=True, interval=_SCREEN_FIRST)
        self._stirring.timeout.connect(self.hands.wake)
        self._stirring.timeout.connect(self.link.wake)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._begin)
        self._resting.start()

    def follow(self, door: Door) -> None:
        """What happens there may be for a printer, and for the centre."""
        door.happened.connect(self._stir)

    def stop(self) -> None:
        """Finishes what was begun."""
        self._resting.stop()
        self._stirring.stop()
        self.hands.stop()
        self.link.stop()
        if self._daily.is_alive():
            self._daily.end()
            self._daily.join(_PATIENCE)

    def _stir(self) -> None:
        """The first of several does not wait for the last."""
        if not self._stirring.isActive():
            self._stirring.start()

    def _begin(self) -> None:
        """The text engine is made ready now, not with the first client's paper."""
        self.hands.start()
        self.hands.warm()
        self.link.start()
        self._daily.start()
