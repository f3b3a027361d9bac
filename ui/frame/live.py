"""What a page shows is read when it comes up, and again whenever anything has happened."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from app.ports import Look
from ui.frame.door import Door
from ui.frame.page import Page

T = TypeVar("T")

_TOGETHER = 150
"""Milliseconds within which what happens is read once."""


class Live(QObject, Generic[T]):
    """Reads for a page as long as it stands on top, and never while nobody sees it."""

    def __init__(
        self, door: Door, page: Page, read: Callable[[Look], T], show: Callable[[T], None]
    ) -> None:
        super().__init__(page)
        self._door, self._read, self._show = door, read, show
        self._seen = False
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._soon.timeout.connect(self.again)
        page.seen.connect(self._watch)
        door.happened.connect(self._stir)

    def again(self) -> None:
        """Reads now; of several such readings only the last one is shown."""
        self._door.look(self._read, self._show, topic=f"live:{id(self)}")

    def ahead(self, then: Callable[[], object]) -> None:
        """Reads before the page comes up, which `then` brings about: nobody sees what stood there
        when it was left.
        """

        def show(value: T) -> None:
            self._show(value)
            then()

        self._door.look(self._read, show, awaited=True)

    def _watch(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        self._seen = seen
        if seen:
            self.again()

    def _stir(self) -> None:
        if self._seen and not self._soon.isActive():
            self._soon.start()
