"""A busy morning in a hall of two kiosks, four counters and a display, on one store."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.house import House
from ui.tour.album import Album
from ui.tour.clock import QuickClock
from ui.tour.hall_calls import HallCalls
from ui.tour.hall_numbers import ASKED, HallNumbers
from ui.tour.hall_office import HallOffice
from ui.tour.hall_supervisor import HallSupervisor
from ui.tour.hall_voice import HallVoice
from ui.tour.past import BeforeTheDay
from ui.tour.script import read_hall_script
from ui.tour.stage import Stage

_DEADLINE = 30.0
"""Seconds: seven windows share one PC here."""


def play(house: House, clock: QuickClock, to: Path) -> Mapping[str, object]:
    """Plays it in an office that was set up for it; pictures and papers come into `to`. Gives what
    there was of everything. Refuses `tour_stopped(step, what)` where a key brings nothing, or the
    hall does not show what was done.
    """
    application = QApplication.instance() or QApplication(["bajeh"])
    assert isinstance(application, QApplication)
    quits = application.quitOnLastWindowClosed()
    application.setQuitOnLastWindowClosed(False)
    try:
        return _morning(application, house, clock, to)
    finally:
        application.setQuitOnLastWindowClosed(quits)


def _morning(
    application: QApplication, house: House, clock: QuickClock, to: Path
) -> Mapping[str, object]:
    script = read_hall_script()
    album = Album(to, script.captions)
    stage = Stage(application, house, clock, script, album)
    stage.patience.deadline = _DEADLINE
    before = BeforeTheDay(stage, to / "papers")
    before.play()
    stage.day(script.day)
    with HallOffice(stage) as office:
        calls = HallCalls(office)
        calls.before_anybody_comes()
        HallNumbers(office, before.trackings[ASKED]).play()
        calls.play()
    HallSupervisor(stage).play()
    HallVoice(stage).play()
    album.bind(script.words["title"])
    return {
        "date": script.date,
        "clients": len(office.stories),
        "pictures": len(album.files),
        "pages": sorted(office.upright.seen & office.wide.seen),
    }
