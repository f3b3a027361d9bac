"""Numbers on the rail: what is late or due today, and what does not fit."""

from PySide6.QtCore import QObject, QTimer

from app.persian import persian_digits
from app.showing.lists import Alarms, alarms
from ui.frame.door import Door
from ui.look.tokens import Colour
from ui.supervisor.rail import Rail

LISTS, RECORDS = "Ctrl+3", "Ctrl+9"
_TOGETHER, _EVERY = 1000, 60_000
"""Milliseconds: what happens is read once; time goes by without anything happening."""


class RailAlarms(QObject):
    """Kept up to date as long as the window stands."""

    def __init__(self, rail: Rail, door: Door) -> None:
        super().__init__(rail)
        self._rail, self._door = rail, door
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._soon.timeout.connect(self._read)
        self._clock = QTimer(self, interval=_EVERY)
        self._clock.timeout.connect(self._read)
        self._clock.start()
        door.happened.connect(self._stir)
        self._read()

    def _stir(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _read(self) -> None:
        self._door.look(alarms, self._show, topic="rail alarms")

    def _show(self, told: Alarms) -> None:
        tone: Colour = "brick" if told.late else "amber"
        self._say(LISTS, told.late or told.today, tone)
        self._say(RECORDS, told.conflicts, "brick")

    def _say(self, combo: str, count: int, tone: Colour) -> None:
        self._rail.show_count(combo, persian_digits(str(count)) if count else "", tone)
