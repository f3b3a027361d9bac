"""A day of two counters, a kiosk and a hall, each with its own store; the cable is pulled twice."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.tour.album import Album
from ui.tour.clock import SharedClock
from ui.tour.office import Office
from ui.tour.pcs import Pcs
from ui.tour.script import read_central_script
from ui.tour.with_centre import WithCentre
from ui.tour.without_centre import WithoutCentre


def play(pcs: Pcs, clock: SharedClock, to: Path) -> Mapping[str, object]:
    """Plays it; pictures come into that folder. Refuses `tour_stopped(step, what)` where a key
    brings nothing, or the PCs do not become the same.
    """
    application = QApplication.instance() or QApplication(["bajeh"])
    assert isinstance(application, QApplication)
    quits = application.quitOnLastWindowClosed()
    application.setQuitOnLastWindowClosed(False)
    day = CentralDay(application, pcs, clock, to)
    try:
        return day.play()
    finally:
        day.shut()
        application.setQuitOnLastWindowClosed(quits)


class CentralDay:
    """From the first number to the closed day."""

    def __init__(self, application: QApplication, pcs: Pcs, clock: SharedClock, to: Path) -> None:
        self._script = read_central_script()
        self._album = Album(to, self._script.captions)
        self._pcs = pcs
        self._office = Office(application, pcs, clock, self._script, self._album)

    def play(self) -> Mapping[str, object]:
        """Act by act; gives what there was of everything."""
        self._office.opens()
        there, away = WithCentre(self._office), WithoutCentre(self._office)
        there.morning()
        away.hours_alone()
        away.merges()
        there.collects()
        away.cut_in_a_call()
        there.closes()
        self._album.bind(self._script.words["title"])
        return {
            "date": self._script.date,
            "clients": len(self._office.stories),
            "pulls": self._pcs.cable.pulls,
            "pictures": len(self._album.files),
        }

    def shut(self) -> None:
        """Everything that was opened, the last first."""
        self._office.shut()
