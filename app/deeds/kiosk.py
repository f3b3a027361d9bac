"""What a kiosk tells the staff of itself."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from app.events.kiosk import KioskMended, KioskTrouble, KioskTroubled
from app.folds import kiosk
from app.folds.kiosk import kiosk_id
from app.ports import Look, Work
from app.roles import deed

STORM_STANDS = timedelta(minutes=10)
"""For so long it is told that numbers were taken too fast; nobody has to say that it is over."""


@deed
def tell_of(work: Work, name: str, trouble: KioskTrouble) -> None:
    """Somebody should look after the kiosk of that name; told once, as long as it stands."""
    if trouble not in troubles_of(work, name):
        event = KioskTroubled(name=name, trouble=trouble)
        work.append(kiosk.FOLD, kiosk_id(work.office.id, name), event)


@deed
def mend(work: Work, name: str, trouble: KioskTrouble) -> None:
    """That is over, if it was told at all."""
    if trouble in troubles_of(work, name):
        event = KioskMended(name=name, trouble=trouble)
        work.append(kiosk.FOLD, kiosk_id(work.office.id, name), event)


def troubles_of(look: Look, name: str) -> Mapping[KioskTrouble, datetime]:
    """What stands of a kiosk, and since when; what a clock that went back has put into the future
    stands no longer.
    """
    found = look.load(kiosk.FOLD, kiosk_id(look.office.id, name))
    every = found.troubles if found else {}
    return {
        trouble: since
        for trouble, since in every.items()
        if trouble != "storm" or timedelta() <= look.now - since < STORM_STANDS
    }
