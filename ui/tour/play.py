"""The tour from its first picture to its last paper."""

from collections import Counter
from collections.abc import Mapping
from datetime import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.persian import latin_date
from ui.house import House
from ui.tour.album import Album
from ui.tour.answers import Answers
from ui.tour.at_the_counter import AtTheCounter
from ui.tour.at_the_kiosk import AtTheKiosk
from ui.tour.clerk import Clerk
from ui.tour.clock import QuickClock
from ui.tour.first_start import FirstStart
from ui.tour.pages import Pages
from ui.tour.papers import Papers
from ui.tour.past import BeforeTheDay
from ui.tour.script import read_script
from ui.tour.stage import Stage
from ui.tour.supervising import Supervising
from ui.tour.supervisor_day import Runs
from ui.tour.supervisor_pc import SignsIn


def play(house: House, clock: QuickClock, to: Path) -> Mapping[str, object]:
    """Plays it on an empty data folder; pictures and papers come into `to`. Gives what there is of
    everything. Refuses `tour_stopped(step, what)` where a key brings nothing.
    """
    application = QApplication.instance() or QApplication(["bajeh"])
    assert isinstance(application, QApplication)
    quits = application.quitOnLastWindowClosed()
    application.setQuitOnLastWindowClosed(False)
    try:
        return Tour(application, house, clock, to).play()
    finally:
        application.setQuitOnLastWindowClosed(quits)


class Tour:
    """One day, and the days before it."""

    def __init__(
        self, application: QApplication, house: House, clock: QuickClock, to: Path
    ) -> None:
        self._house, self._folder = house, to
        self._script = read_script()
        self._album = Album(to, self._script.captions)
        self._papers = to / "papers"
        self._stage = Stage(application, house, clock, self._script, self._album)
        self._before = BeforeTheDay(self._stage, self._papers)
        self._supervisor = Supervising(self._stage, to)

    def play(self) -> Mapping[str, object]:
        """Act by act; gives the counts."""
        self._stage.day(self._script.set_up)
        FirstStart(self._stage, self._papers).play()
        self._supervisor.sets_up()
        self._before.play()
        self._stage.day(self._script.day)
        self._today()
        made = Papers(self._house, self._papers)
        shown = made.complete(
            (
                ("information", "35"),
                ("steps", "35"),
                ("steps", self._before.trackings["unit"]),
                ("survey", "-"),
                ("log", latin_date(self._script.date)),
                ("handover", latin_date(self._script.date)),
                ("cover", self._before.trackings["unit"]),
                ("board", "1"),
                ("pad", self._before.pad),
            )
        )
        self._album.bind(self._script.words["title"], shown)
        return self._counts()

    def _today(self) -> None:
        stage = self._stage
        started = stage.open("counter:1")
        clerk, kiosk = Clerk(stage, started), AtTheKiosk(stage)
        clerk.comes()
        clerk.large_picture("counter-morning")
        kiosk.morning()
        self._supervisor.at(time(7, 56), Runs.morning)
        clerk.comes()
        clerk.large_picture("counter-free")
        counter = AtTheCounter(clerk, kiosk.labels)
        counter.play()
        answers = Answers(clerk, kiosk, self._before.trackings)
        stage.at(time(9, 40))
        answers.sent_on(self._script.client("transfer"))
        answers.telephone()
        stage.at(time(10, 30))
        answers.collected()
        answers.lost_receipt()
        stage.at(time(11, 10))
        answers.came_back(self._script.client("deficiency"), counter.token)
        answers.asked_about()
        stage.at(time(12, 5))
        answers.result_back()
        pages = Pages(clerk)
        pages.help()
        pages.corrects()
        pages.books()
        self._supervisor.at(time(12, 40), Runs.noon)
        clerk.comes()
        stage.at(time(14, 10))
        pages.hands_over()
        pages.looks_at_printers()
        pages.closes_the_day()
        stage.shut(started)
        self._supervisor.at(time(14, 35), Runs.afternoon)
        self._supervisor.looks_back()
        SignsIn(stage).play()

    def _counts(self) -> Mapping[str, object]:
        papers = Counter(file.suffix.lstrip(".") for file in self._papers.iterdir())
        return {
            "date": self._script.date,
            "folder": str(self._folder),
            "clients": len(self._script.clients) + len(self._script.before),
            "pictures": len(self._album.files),
            "papers": sum(papers.values()),
        }
