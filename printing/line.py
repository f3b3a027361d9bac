"""What a conversation with a thermal printer needs of the line, whatever it is made of."""

from typing import Protocol

SILENCE = 5.0
"""Seconds in which a printer that is alive takes a byte, or says one."""


class Line(Protocol):
    """An open line. A broken one raises OSError."""

    def write(self, data: bytes, patience: float) -> int:
        """Hands over as much as it takes now, or in that many seconds; says how much."""

    def read(self, patience: float) -> bytes:
        """What has come, or comes in that many seconds; nothing if nothing does."""

    def finish(self) -> None:
        """Nothing more will be written: gives the other side a moment to say that it broke."""

    def close(self) -> None:
        """Lets go of it."""
