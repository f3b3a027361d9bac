"""A line to the centre that lasts, and on which one is woken."""

from typing import Protocol

from app.sync.drive import Centre

VERSION = 1
"""Of what this program says to the centre; told to it with the key that this PC signs by."""


class Line(Centre, Protocol):
    """Made when it is first asked; questions on one that broke make a new one. One thread at a
    time; only `rouse` is for any.
    """

    def introduce(self, public_key: str, version: int) -> None:
        """Says by which key this PC signs, once for ever. Raises as `ask` does; `Rejected` where
        another PC of this name has another key.
        """

    def resume(self) -> None:
        """Says that a supervisor ends the pause of calls. Raises as `ask` does."""

    def wait(self, seconds: float) -> bool:
        """Until the centre has something new (True), somebody rouses, or the time is up."""

    def rouse(self) -> None:
        """Ends a wait at once, or the next one; from any thread."""

    def close(self) -> None:
        """Ends it."""
