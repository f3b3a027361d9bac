"""What the staff is told of a kiosk: no more often than it changes."""

from functools import partial

from app.deeds.kiosk import mend, tell_of
from app.events.kiosk import KioskTrouble
from ui.frame.door import Door


class Staff:
    """Tells through the record, so that it is seen at every board."""

    def __init__(self, door: Door, name: str) -> None:
        self._door, self._name = door, name
        self._well: set[KioskTrouble] = set()

    def tell(self, trouble: KioskTrouble) -> None:
        """Somebody should look after this."""
        self._well.discard(trouble)
        self._door.do(partial(tell_of, name=self._name, trouble=trouble), _nothing)

    def mend(self, trouble: KioskTrouble) -> None:
        """That is over; said once until it comes again."""
        if trouble not in self._well:
            self._well.add(trouble)
            self._door.do(partial(mend, name=self._name, trouble=trouble), _nothing)


def _nothing(_: None) -> None:
    """Nobody at the kiosk waits for it."""
