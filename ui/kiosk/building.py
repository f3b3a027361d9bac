"""The page of a place."""

from app.showing.kiosk import KioskShown
from ui.kiosk.face import Face
from ui.kiosk.pages.choose import ChoosePage
from ui.kiosk.pages.electronic import ElectronicPage
from ui.kiosk.pages.follow import FollowPage
from ui.kiosk.pages.home import HomePage
from ui.kiosk.pages.listing import DepartmentsPage, ListingPage
from ui.kiosk.pages.number import NumberPage
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.pages.priority import PriorityPage
from ui.kiosk.pages.scan import ScanPage
from ui.kiosk.pages.search import SearchPage
from ui.kiosk.pages.sheet import SheetPage
from ui.kiosk.pages.standing import StandingPage
from ui.kiosk.places import (
    Choosing,
    Departments,
    Following,
    Listing,
    Number,
    Place,
    Priority,
    Scanning,
    Searching,
    Sheet,
    Standing,
)


def page_of(face: Face, place: Place, shown: KioskShown) -> KioskPage:
    """What the visitor sees there."""
    match place:
        case Number():
            return NumberPage(face, place)
        case Priority():
            return PriorityPage(face, place, shown.classes)
        case Scanning(purpose=purpose):
            return ScanPage(face, purpose)
        case Following():
            return FollowPage(face)
        case Standing(standing=standing):
            return StandingPage(face, standing)
        case _:
            return _page_of_services(face, place, shown)


def _page_of_services(face: Face, place: Place, shown: KioskShown) -> KioskPage:
    match place:
        case Choosing():
            return ChoosePage(face, place)
        case Departments():
            return DepartmentsPage(face, place)
        case Listing():
            return ListingPage(face, place)
        case Searching():
            return SearchPage(face, place)
        case Sheet():
            return _sheet(face, place, shown)
        case _:
            return HomePage(face, shown)


def _sheet(face: Face, place: Sheet, shown: KioskShown) -> KioskPage:
    prints = "information" in shown.prints
    if place.sheet.entry.sheet.channel == "electronic":
        return ElectronicPage(face, place.sheet, prints=prints)
    return SheetPage(face, place.sheet, prints=prints, giving=not shown.giving.over)
