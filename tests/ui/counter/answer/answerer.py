"""Somebody who writes and hands over answers in the real window, on a real store."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.deeds.answer import Draft
from app.deeds.looking import the_request
from app.folds.request import Request
from app.showing.answer import AnswerShown, answer_shown, draft_in, draft_place
from app.spooling.spool import Job
from tests.ui.keyboard import press
from tests.ui.press_here import press_here
from tests.ui.shell import Shell
from ui.bootstrap import Desk
from ui.counter.answer_page import AnswerPage, join
from ui.counter.answering import Answering
from ui.counter.keys import COUNTER_KEYS
from ui.frame.door import Door
from ui.frame.page import Page
from ui.frame.problems import Problems
from ui.frame.window import FrameWindow
from ui.look.theme import Theme
from ui.words import Words

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = "با درخواست متقاضی موافقت شد. " * 104
"""Some 3,000 letters."""


class Counter:
    """A window with an empty page under the answer's, and whoever carries out the deeds."""

    def __init__(self, qtbot: QtBot, desk: Desk, door: Door, theme: Theme, tracking: str) -> None:
        self.qtbot, self.desk, self.door, self.tracking = qtbot, desk, door, tracking
        problems = Problems(Words())
        self.window = FrameWindow(theme, COUNTER_KEYS)
        self.page = AnswerPage(theme, press_here())
        self.answering = Answering(door, problems, self.window, counter="1")
        problems.told.connect(self.window.refuse)
        door.refused.connect(problems.tell)
        join(self.page, self.answering)
        self.answering.shown.connect(lambda _: self.window.go(self.page))
        self.window.on("Ctrl+6", lambda: self.answering.open(tracking))
        qtbot.addWidget(self.window)
        self.window.resize(1366, 728)
        self.window.go(Page(theme))
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def open(self, *, scanned: bool = False) -> None:
        """The page of the request, once it is there."""
        with self.qtbot.waitSignal(self.answering.shown):
            self.answering.open(self.tracking, scanned=scanned)

    def hit(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key press, into whatever has the focus."""
        press(key, held)

    def shows(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key press after which the request is shown anew."""
        with self.qtbot.waitSignal(self.answering.shown):
            self.hit(key, held)

    def gives(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key press with which the answer is handed over."""
        with self.qtbot.waitSignal(self.answering.given):
            self.hit(key, held)

    def says(self, words: str) -> None:
        """Waits until the strip says so."""
        self.qtbot.waitUntil(lambda: words in self.window.strip.text)

    def asked(self) -> None:
        """Waits until a question stands on top of the keys."""
        self.qtbot.waitUntil(self.window.asking.isVisible)

    def request(self) -> Request:
        """As it stands in the journal."""
        with self.desk.journal.look() as look:
            return the_request(look, self.tracking)

    def half(self) -> Draft | None:
        """What is kept of a half-typed answer."""
        with self.desk.journal.look() as look:
            return draft_in(look.draft(draft_place(self.tracking)))

    def papers(self) -> list[Job]:
        """Answers on their way to a printer, oldest first."""
        with self.desk.journal.look() as look:
            return [job for job in reversed(look.jobs()) if job.kind == "answer"]

    def shown(self) -> AnswerShown:
        """As somebody else would see it."""
        with self.desk.journal.look() as look:
            return answer_shown(look, self.tracking, "")


def clerk_of(desk: Desk) -> str:
    """Who works at that counter."""
    with desk.journal.look() as look:
        return look.office.clerk("101").clerk


def finish_steps(office: Shell, number: str, left: int = 0) -> None:
    """The steps of a request, but for the last so many."""
    steps = office.done("step", number, "--list")["steps"]
    for _ in steps[left:]:
        office.done("step", number, "--done")
