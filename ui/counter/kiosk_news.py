"""A kiosk says that somebody should look after it: nobody of the staff stands beside it."""

from PySide6.QtCore import QObject

from app.events.kiosk import KioskTroubled
from app.folds.fold import Fact
from ui.frame.door import Door
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class KioskNews(QObject):
    """Told once at each counter, on top of the keys; it stays on the board until it is over."""

    def __init__(self, door: Door, speaker: Speaker, parent: QObject) -> None:
        super().__init__(parent)
        self._speaker = speaker
        door.happened.connect(self._hear)

    def _hear(self, facts: tuple[Fact, ...]) -> None:
        for _, event in facts:
            if isinstance(event, KioskTroubled):
                self._speaker.tell(_said(event))


def _said(event: KioskTroubled) -> str:
    if event.trouble == "paper":
        return tr("Kiosk {name} gives numbers without paper. Please see to it.", name=event.name)
    return tr("At kiosk {name} numbers are taken too fast. Please see to it.", name=event.name)
