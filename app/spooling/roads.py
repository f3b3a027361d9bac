"""What kind of road leads to a printer, as its name tells. Whether it leads there is another
matter: `printing.road` finds out.
"""

from typing import Literal

RoadKind = Literal["none", "network", "usb", "serial", "ipp", "folder", "driver", "system"]

_BEGINNINGS: dict[str, RoadKind] = {
    "tcp://": "network",
    "usb://": "usb",
    "serial:": "serial",
    "ipp://": "ipp",
    "file:": "folder",
    "system:": "driver",
}
_TALK: tuple[RoadKind, ...] = ("network", "usb", "serial")


def road_kind(name: str) -> RoadKind:
    """By how the name of a printer begins (`app.printer.Printer`)."""
    kinds = (kind for beginning, kind in _BEGINNINGS.items() if name.startswith(beginning))
    return next(kinds, "system" if name else "none")


def talks(name: str) -> bool:
    """Whether this program itself speaks with the printer, so that it can be asked for proof."""
    return road_kind(name) in _TALK
