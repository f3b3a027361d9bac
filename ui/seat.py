"""The counter or kiosk that a program shows: no other program of its data folder shows it too."""

from contextlib import AbstractContextManager, ExitStack
from hashlib import sha256
from typing import Protocol

from app.refusal import Refusal


class Folder(Protocol):
    """What taking a seat needs of an opened data folder."""

    def alone(self, name: str) -> AbstractContextManager[None]:
        """A lock among the programs of the folder; refuses while another holds it."""


class Seat:
    """Taken once and kept until it is left, however often the window is made anew; a program that
    dies has left.
    """

    def __init__(self) -> None:
        self._lock = ExitStack()
        self._taken = ""

    def take(self, folder: Folder, kind: str, name: str) -> None:
        """From now on nobody else shows it. Refuses `counter_open_elsewhere(counter)`,
        `kiosk_open_elsewhere(kiosk)`.
        """
        wanted = _lock_of(kind, name)
        if wanted == self._taken:
            return
        self.leave()
        try:
            self._lock.enter_context(folder.alone(wanted))
        except Refusal as refusal:
            if refusal.code == "store_busy":
                raise _taken(kind, name) from None
            raise
        self._taken = wanted

    def leave(self) -> None:
        """Whoever wants it may have it."""
        self._taken = ""
        self._lock.close()


def _lock_of(kind: str, name: str) -> str:
    """A kiosk may be called anything, also what no file can be called."""
    if kind == "kiosk":
        return f"kiosk-{sha256(name.encode()).hexdigest()[:16]}"
    return f"counter-{name}"


def _taken(kind: str, name: str) -> Refusal:
    if kind == "kiosk":
        return Refusal("kiosk_open_elsewhere", kiosk=name)
    return Refusal("counter_open_elsewhere", counter=name)
