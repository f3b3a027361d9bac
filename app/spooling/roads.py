"""What kind of road leads to a printer, as its name tells. Whether it leads there is another
matter: `printing.road` finds out.
"""

from typing import Literal

from app.printer import Proof

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
_PROOFS: dict[RoadKind, tuple[Proof, ...]] = {
    **dict.fromkeys(_TALK, ("none", "status", "process")),
    "ipp": ("none", "status"),
}


def road_kind(name: str) -> RoadKind:
    """By how the name of a printer begins (`app.printer.Printer`)."""
    kinds = (kind for beginning, kind in _BEGINNINGS.items() if name.startswith(beginning))
    return next(kinds, "system" if name else "none")


def talks(name: str) -> bool:
    """Whether this program itself speaks with the printer, so that it can be asked for proof."""
    return road_kind(name) in _TALK


def proofs(name: str) -> tuple[Proof, ...]:
    """All that a printer may prove on that road, the best last; what its kind can is found out by
    asking it. Folders and queues of the system prove nothing.
    """
    return _PROOFS.get(road_kind(name), ("none",))


def known_proof(name: str) -> Proof:
    """What a printer proves as far as its road alone tells: nobody needs to ask it."""
    return "none" if talks(name) else proofs(name)[-1]
