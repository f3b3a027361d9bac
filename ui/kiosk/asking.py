"""What the kiosk asks of the store: one thing at a time, for one visitor after another."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.ports import Look, Work
from ui.frame.door import Door

T = TypeVar("T")


class Asking(QObject):
    """`busy` while a deed or a read is on its way. What comes back for a visitor who has left is
    dropped.
    """

    refused = Signal(object)
    """A `Refusal` for the visitor who is there."""

    def __init__(self, door: Door, parent: QObject) -> None:
        super().__init__(parent)
        self.busy = False
        self._door, self._visitor = door, 0
        door.failed.connect(self._free)

    def leave(self) -> None:
        """The visitor has left."""
        self._visitor += 1
        self.busy = False

    def look(self, read: Callable[[Look], T], then: Callable[[T], None]) -> None:
        """What the visitor waits for."""
        self.busy = True
        self._door.look(read, self._answered(then), self._answered(self.refused.emit))

    def do(
        self,
        deed: Callable[[Work], T],
        then: Callable[[T], None],
        done: Callable[[], None] | None = None,
    ) -> None:
        """A deed; the visitor waits for what it gives. `done` as the door has it."""
        self.busy = True
        self._door.do(deed, self._answered(then), self._answered(self.refused.emit), done=done)

    def glance(self, read: Callable[[Look], T], then: Callable[[T], None], topic: str) -> None:
        """What nobody waits for."""
        self._door.look(read, self._for_this_visitor(then), topic=topic)

    def _answered(self, then: Callable[[T], None]) -> Callable[[T], None]:
        def answered(value: T) -> None:
            self.busy = False
            then(value)

        return self._for_this_visitor(answered)

    def _for_this_visitor(self, then: Callable[[T], None]) -> Callable[[T], None]:
        visitor = self._visitor
        return lambda value: then(value) if visitor == self._visitor else None

    def _free(self) -> None:
        self.busy = False
