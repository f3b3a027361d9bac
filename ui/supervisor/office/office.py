"""Joins the chapter's pages and the store."""

from PySide6.QtCore import QObject

from app.ports import Look
from app.showing.office import OfficeShown, office_shown
from ui.frame.live import Live
from ui.supervisor.means import Means
from ui.supervisor.office.closures import Closures
from ui.supervisor.office.hours import Hours
from ui.supervisor.office.letterhead import Letterhead
from ui.supervisor.office.page import OfficePage
from ui.supervisor.office.places import Places
from ui.supervisor.office.units import Units


def office(means: Means) -> OfficePage:
    """The page, kept up to date while it or what a counter serves is seen."""
    page = OfficePage(means.theme)
    _Showing(means, page)
    return page


class _Showing(QObject):
    """Reads for the chapter; open requests are counted by units while those are seen."""

    def __init__(self, means: Means, page: OfficePage) -> None:
        super().__init__(page)
        self._means, self._page, self._which = means, page, ""
        self._places = Places(means, page)
        self._others = [each(means, page) for each in (Units, Hours, Closures, Letterhead)]
        self._live = Live(means.door, page, self._read, self._show)
        Live(means.door, self._places.serves, self._read, self._show)
        page.turned.connect(self._turn)
        page.stale.connect(self._again)

    def _read(self, look: Look) -> OfficeShown:
        return office_shown(look, self._means.door.clerk, units=self._which == "units")

    def _show(self, shown: OfficeShown) -> None:
        self._page.show_office(shown)
        self._places.show_office(shown)

    def _turn(self, which: str) -> None:
        self._which = which
        self._live.again()

    def _again(self) -> None:
        """The next key means what is shown then."""
        self._means.door.look(self._read, self._show, topic="office", awaited=True)
