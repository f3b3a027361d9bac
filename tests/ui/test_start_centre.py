"""The whole program on a PC that has a centre: from the folder to the foot of the window."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.deeds.ticket import issue
from app.folds.ticket import Ticket
from tests.ui.centre_here import CentreHere
from tests.ui.keyboard import press
from tests.ui.shell import HandClock, Shell
from ui.bootstrap import lines, open_desk
from ui.cli.windows import House
from ui.counter.day_page import DayPage
from ui.counter.window import CounterWindow
from ui.frame import sync_thread
from ui.start import Start


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync_thread, "POLL", 0.1)
    monkeypatch.setattr(sync_thread, "TURN", 0.05)
    monkeypatch.setattr(sync_thread, "FRESH", 0.0)
    monkeypatch.setattr(sync_thread, "wait_after", lambda *_: 0.05)


class Hall:
    """Counter 1 on the screen, its centre, and whoever takes a number."""

    def __init__(self, window: CounterWindow, centre: CentreHere, desk: Shell, bot: QtBot) -> None:
        self.window, self.centre, self.desk, self.bot = window, centre, desk, bot

    def issue(self) -> Ticket:
        opened = closing(open_desk(self.desk.data, self.desk.clock))
        with opened as desk, desk.journal.work() as work:
            given = issue(work, "16")
        self.until(lambda: self.known(given) and not self.window.counter.state.sync.unsent)
        return given

    def known(self, given: Ticket) -> bool:
        queue = self.window.counter.state.queue
        lines = queue.rows if queue else ()
        return any(line.ticket == given.id for line in lines)

    def at_counter(self, number: str) -> str:
        with (
            closing(open_desk(self.desk.data, self.desk.clock)) as desk,
            desk.journal.look() as look,
        ):
            return look.visit_at(number) or ""

    def until(self, holds: Callable[[], bool]) -> None:
        self.bot.waitUntil(holds)

    @property
    def visit(self) -> str:
        visit = self.window.counter.state.visit
        return visit.ticket.id if visit else ""

    def stands(self, centre: str) -> None:
        self.until(lambda: self.window.counter.state.sync.centre == centre)


@pytest.fixture
def hall(
    office: Shell, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, qapp: QApplication
) -> Iterator[Hall]:
    with closing(open_desk(office.data, office.clock)) as desk:
        centre = CentreHere(desk.journal.office_id, office.clock)
        monkeypatch.setattr(lines, "line_to", centre.line_to)
        desk.adopt(centre.node(desk.journal.node, "1", series="الف"))
    start = Start(qapp, House(office.data, office.clock), "counter:1")
    with qtbot.waitSignal(start.shown):
        start.begin()
    assert isinstance(start.window, CounterWindow)
    made = Hall(start.window, centre, office, qtbot)
    made.stands("reached")
    yield made
    start.end()
    start.window.hide()
    start.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_f2_calls_whom_the_centre_says(hall: Hall) -> None:
    first, _ = hall.issue(), hall.issue()
    hall.window.press("F2")
    hall.until(lambda: hall.visit == first.id)
    hall.until(lambda: first.label in hall.window.strip.text)
    assert hall.centre.model.feed[-1].line.recorded.node == hall.centre.office


def test_the_foot_says_how_the_centre_stands(hall: Hall) -> None:
    assert "متصل به مرکز" in hall.window.status.accessibleName()
    assert "همه موارد ارسال شده" in hall.window.status.accessibleName()
    hall.centre.away = True
    hall.stands("away")
    assert "بدون ارتباط با مرکز" in hall.window.status.accessibleName()


def test_an_alarm_is_said_once(hall: Hall) -> None:
    hall.centre.clock = HandClock(hall.desk.clock.at.replace(hour=23))
    hall.until(lambda: "دقیقه عقب است" in hall.window.strip.text)
    assert "دقیقه عقب است" in hall.window.status.accessibleName()


def test_a_day_is_not_closed_silently_with_unsent_work(hall: Hall) -> None:
    hall.centre.away = True
    hall.stands("away")
    hall.desk.done("walkin", "--service", "16", "--counter", "2")
    hall.desk.done("finish", "--ticket", hall.at_counter("2"), "--outcome", "guidance")
    hall.until(lambda: hall.window.counter.state.sync.unsent > 0)
    hall.window.press("Ctrl+7")
    hall.until(lambda: isinstance(hall.window.page, DayPage) and bool(hall.window.page._shown))
    hall.window.press("F12")
    hall.until(lambda: not hall.window.asking.isHidden())
    assert "هنوز به مرکز ارسال نشده است" in hall.window.asking.accessibleName()
    press(Qt.Key.Key_Return)
    hall.until(lambda: "بسته شد" in hall.window.strip.text)
