"""The supervisor's day: a report of 500 rows on the screen, what the live board costs, and the
first picture of figures.
"""

import os
from functools import partial
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import monotonic, perf_counter

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.deeds.applicant import applicant
from app.deeds.call import begin, call_next
from app.deeds.office import open_counter
from app.deeds.request import register
from app.deeds.ticket import issue
from app.local import day_of
from app.period import period_of
from app.ports import Work
from tests.app.opened import national_code
from tests.bench.beat import Beat
from tests.bench.day import own_home
from tests.bench.figures import fill
from tests.bench.report import Figure, ms
from ui.bootstrap import Desk, SystemClock, open_desk, set_up
from ui.cli.windows import House
from ui.frame.door import Door
from ui.frame.page import Page
from ui.frame.problems import Problems
from ui.frame.words import speak_persian
from ui.look.theme import Theme
from ui.sample import sample_plan
from ui.supervisor.board.page import BoardPage
from ui.supervisor.day.page import DayPage
from ui.supervisor.figures.page import FiguresPage
from ui.supervisor.window import SupervisorWindow
from ui.words import Words

ROWS, WAITING, COUNTERS = 500, 300, 10
SECONDS, ARRIVALS = 60.0, 20
REQUESTS = 3000
"""Of a month."""
_CODES = ("35", "27", "12", "1", "4")


def supervisor_day(folder: Path) -> list[Figure]:
    """All of them, in one window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    own_home(folder)
    clock = SystemClock()
    set_up(folder / "data", sample_plan(day_of(clock.now())), clock)
    desk = open_desk(folder / "data", clock)
    with desk.journal.work() as work:
        _fill(work)
    application = QApplication.instance() or QApplication(["bajeh"])
    speak_persian(application)
    door = Door(partial(open_desk, folder / "data", clock), clerk=_supervisor(desk))
    window = SupervisorWindow(Theme(), door, Problems(Words()), House(folder / "data", clock))
    window.resize(1366, 728)
    window.show()
    figures = [_report(window), _board(window, desk), _picture(window, desk)]
    window.close()
    door.close()
    desk.close()
    return figures


def _supervisor(desk: Desk) -> str:
    with desk.journal.look() as look:
        return look.office.clerk("201").clerk


def _fill(work: Work) -> None:
    for number in range(ROWS):
        who = applicant("person", national_code(number + 1), "زهرا محمدی")
        register(work, _CODES[number % len(_CODES)], who, counter=str(1 + number % 2))
    for counter in range(3, COUNTERS + 1):
        open_counter(work, str(counter))
    for number in range(WAITING + COUNTERS):
        issue(work, _CODES[number % len(_CODES)])
    for counter in range(1, COUNTERS + 1):
        begin(work, call_next(work, str(counter)).id)


def _report(window: SupervisorWindow) -> Figure:
    """From the key to the painted report, the page made, read and filled for the first time."""
    _settle(1)
    start = perf_counter()
    window.press("Ctrl+2")
    while not _filled(window.page):
        QCoreApplication.processEvents()
    window.repaint()
    took = perf_counter() - start
    return Figure(
        what=f"Table 2 of {ROWS} rows, key to painted screen, opened for the first time",
        measured=ms(took),
        beside="—",
        ratio="—",
        goal="≤ 300 ms",
        met=took <= 0.3,
    )


def _filled(page: Page | None) -> bool:
    return isinstance(page, DayPage) and len(page.sheet.received.rows) == ROWS


def _board(window: SupervisorWindow, desk: Desk) -> Figure:
    """Of a minute in which a number is taken every three seconds; its own cost is left out."""
    window.open("Ctrl+1")
    assert isinstance(window.page, BoardPage)
    _settle(1)
    since, begun, own = _used(), monotonic(), 0.0
    for number in range(ARRIVALS):
        before = _used()
        with desk.journal.work() as work:
            issue(work, _CODES[number % len(_CODES)])
        own += _used() - before
        _settle(SECONDS / ARRIVALS)
    share = (_used() - since - own) / (monotonic() - begun)
    return Figure(
        what=f"live board of {WAITING} waiting and {COUNTERS} counters, share of a core",
        measured=f"{share:.2%}",
        beside="—",
        ratio="—",
        goal="≤ 2 %",
        met=share <= 0.02,
    )


def _picture(window: SupervisorWindow, desk: Desk) -> Figure:
    """The chapter of figures, opened for the first time in a month of many requests."""
    with desk.journal.look() as look:
        services, month = tuple(look.services()), period_of("month", day_of(look.at))
    fill(desk.journal, services, REQUESTS, month)
    _settle(1)
    beat = Beat()
    window.press("Ctrl+4")
    assert isinstance(window.page, FiguresPage)
    while window.page.picture.plot is None:
        QCoreApplication.processEvents()
    _settle(1)
    longest = max(beat.end())
    return Figure(
        what="longest stall of the window while figures are opened, their first picture drawn",
        measured=ms(longest),
        beside="—",
        ratio="—",
        goal="≤ 50 ms",
        met=longest <= 0.05,
    )


def _settle(seconds: float) -> None:
    """Lets the window live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _used() -> float:
    spent = getrusage(RUSAGE_SELF)
    return spent.ru_utime + spent.ru_stime
