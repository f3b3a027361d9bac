"""The days that are played."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, cast


def play_tour(house: object, clock: object, to: Path) -> Mapping[str, object]:
    """Plays a whole day in the real windows, on an empty data folder; pictures and papers come into
    that folder. The house's clock is the one that is played.
    """
    from ui import house as rooms
    from ui.tour import clock as clocks
    from ui.tour import play

    return play.play(cast(rooms.House, house), cast(clocks.QuickClock, clock), to)


def play_hall(house: object, clock: object, to: Path) -> Mapping[str, object]:
    """Plays a morning of a hall in the real windows, in an office that was set up for it; pictures
    and papers come into that folder.
    """
    from ui import house as rooms
    from ui.tour import clock as clocks
    from ui.tour import hall

    return hall.play(cast(rooms.House, house), cast(clocks.QuickClock, clock), to)


def play_centre(
    houses: Sequence[object], cable: object, trackings: Mapping[str, str], clock: object, to: Path
) -> Mapping[str, object]:
    """Plays a day of four PCs of one office (`ui.tour.pcs`: two counters, a kiosk, a hall) and
    their centre in the real windows; pictures come into that folder. The clock is that of all.
    """
    from ui import house as rooms
    from ui.tour import central
    from ui.tour import clock as clocks
    from ui.tour import pcs as four

    first, second, kiosk, hall = cast(Sequence[rooms.House], houses)
    pcs = four.Pcs(
        counters=(first, second),
        kiosk=kiosk,
        hall=hall,
        cable=cast(four.Cable, cable),
        trackings=trackings,
    )
    return central.play(pcs, cast(clocks.SharedClock, clock), to)


def cable_to(host: str) -> Any:
    """A cable to the centre, for a play to pull (`ui.tour.cable`)."""
    from ui.tour import cable

    name, _, port = host.rpartition(":")
    return cable.Cable((name.strip("[]"), int(port)))


def tell_centre(dsn: str, at: datetime, faster: int) -> None:
    """The clock of a centre that is played. Refuses `tour_centre_taken`, and as `administer`."""
    from db.central import played, trouble

    with trouble.in_words():
        played.tell_time(dsn, at, faster)
