"""A counter with nobody at it, whose pages a test opens one by one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, SignalInstance
from pytestqt.qtbot import QtBot

from app.deeds.looking import the_request
from app.folds.request import Request
from app.ports import Work
from app.spooling.spool import Job
from tests.ui.keyboard import press, types
from ui.bootstrap import Desk
from ui.counter.keys import COUNTER_KEYS
from ui.counter.mending import Mending, join_request
from ui.counter.request_page import RequestPage
from ui.frame.door import Door
from ui.frame.page import Page
from ui.frame.problems import Problems
from ui.frame.window import FrameWindow
from ui.look.theme import Theme
from ui.words import Words

T = TypeVar("T")


class Counter:
    """A window with an empty page at the bottom, and a door behind it."""

    def __init__(self, qtbot: QtBot, desk: Desk, door: Door, theme: Theme) -> None:
        self.qtbot, self.desk, self.door, self.theme = qtbot, desk, door, theme
        self.problems = problems = Problems(Words())
        self.window = FrameWindow(theme, COUNTER_KEYS)
        problems.told.connect(self.window.refuse)
        door.refused.connect(problems.tell)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 728)
        self.window.go(Page(theme))
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def after(self, signal: SignalInstance, act: Callable[[], object]) -> list[object]:
        """What a signal gives after an act."""
        with self.qtbot.waitSignal(signal) as waited:
            act()
        return list(waited.args or ())

    def says(self, words: str) -> None:
        """Waits until the strip says so."""
        self.qtbot.waitUntil(lambda: words in self.window.strip.text)

    def answers(self, text: str) -> None:
        """Types into the question on top of the keys, and Enter."""
        self.qtbot.waitUntil(self.window.asking.isVisible)
        types(text)
        press(Qt.Key.Key_Return)

    def asked(self) -> None:
        """Waits for a question."""
        self.qtbot.waitUntil(self.window.asking.isVisible)

    def do(self, deed: Callable[[Work], T]) -> T:
        """A deed beside the window."""
        with self.desk.journal.work(self.door.clerk) as work:
            return deed(work)

    def request(self, tracking: str) -> Request:
        """As it stands in the journal."""
        with self.desk.journal.look() as look:
            return the_request(look, tracking)

    def jobs(self) -> Sequence[Job]:
        """Papers on their way, newest first."""
        with self.desk.journal.look() as look:
            return look.jobs()


class Open:
    """A request's page, opened."""

    def __init__(self, counter: Counter, tracking: str) -> None:
        self.page, self.tracking, self.counter = RequestPage(counter.theme), tracking, counter
        self.mending = Mending(counter.door, counter.window)
        join_request(self.page, self.mending)
        counter.after(self.mending.shown, lambda: self.mending.open(tracking))
        counter.window.go(self.page)

    def shows_after(self, act: Callable[[], object]) -> Request:
        """The request after something that is recorded, once the page shows it."""
        known = len(self.facts())
        act()
        self.counter.qtbot.waitUntil(lambda: len(self.facts()) > known)
        self.counter.qtbot.waitUntil(lambda: self._told() == len(self.facts()))
        return self.counter.request(self.tracking)

    def _told(self) -> int:
        """Facts of its history: what a correction changed stands under it without a time."""
        return sum(bool(row.cells[1].text) for row in self.page.history.rows)

    def shows(self, tracking: str) -> bool:
        """Whether the page has come to that request."""
        return self.page.tracking == tracking

    def facts(self) -> Sequence[object]:
        """What stands in the journal about it."""
        found = self.counter.request(self.tracking)
        return self.counter.desk.journal.history(found.id)

    def texts(self) -> str:
        """All that its lists say."""
        work = self.page.work
        lists = (work.steps, work.spoken, work.papers, self.page.history)
        return "\n".join(row.said() for each in lists for row in each.rows)
