"""A printer behind a device file of Linux: the kernel's own USB printer driver."""

import os
import select
from contextlib import suppress
from pathlib import Path
from time import sleep

_EMPTY = 0.02
"""Seconds to rest after an empty packet; what is unplugged raises OSError."""


class DeviceLine:
    """The device as a `Line`; OSError where it cannot be opened both ways."""

    def __init__(self, device: Path) -> None:
        self._handle = os.open(device, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)

    def write(self, data: bytes, patience: float) -> int:
        """As much as the driver takes."""
        _, ready, _ = select.select([], [self._handle], [], max(patience, 0))
        with suppress(BlockingIOError):
            return os.write(self._handle, data) if ready else 0
        return 0

    def read(self, patience: float) -> bytes:
        """What has come."""
        ready, _, _ = select.select([self._handle], [], [], max(patience, 0))
        if not ready:
            return b""
        with suppress(BlockingIOError):
            if data := os.read(self._handle, 256):
                return data
        sleep(_EMPTY)
        return b""

    def finish(self) -> None:
        """The driver has told of every trouble by now."""

    def close(self) -> None:
        """Lets the next one open it."""
        os.close(self._handle)
