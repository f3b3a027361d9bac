"""Joins the page of a unit and the store."""

from PySide6.QtCore import QObject

from app.deeds.step import take_back
from app.ports import Look
from app.showing.unit import Inbox, choose_unit, inbox
from ui.counter.mending import Mending, join_request
from ui.counter.request_acts import step_acts
from ui.counter.request_page import RequestPage
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.live import Live
from ui.frame.pick import Pick, PickRow
from ui.frame.window import FrameWindow
from ui.frame.words import tr
from ui.look.theme import Theme
from ui.unit.page import InboxPage
from ui.words import shown


class Inboxes(QObject):
    """The unit is whoever's who works at the window."""

    def __init__(self, theme: Theme, door: Door, window: FrameWindow) -> None:
        super().__init__(window)
        self.page = InboxPage(theme)
        self._door, self._window = door, window
        self._live = Live(door, self.page, self._read, self.page.show_inbox)
        self._mending = Mending(door, window)
        self._mending.setParent(self)
        self.request = RequestPage(theme, step_acts)
        join_request(self.request, self._mending)
        self.page.opened.connect(self._open)
        self.page.done_wanted.connect(self._ask_result)
        self.page.unit_wanted.connect(self._ask_unit)
        self.page.find_wanted.connect(self._find)

    def again(self) -> None:
        """Reads anew: somebody else works here."""
        self._live.again()

    def _open(self, tracking: str) -> None:
        self._mending.open(tracking)
        self._window.go(self.request)

    def _read(self, look: Look) -> Inbox:
        return inbox(look, self._door.clerk)

    def _ask_unit(self) -> None:
        rows = tuple(
            PickRow(id=name, first="", text=name, trailing=shown("n", count))
            for name, count in self.page.inbox.units
        )

        def keep(unit: str) -> None:
            clerk = self._door.clerk
            self._door.do(lambda work: choose_unit(work, clerk, unit), lambda _: self.again())

        self._window.pick(Pick(title=tr("Which unit?"), rows=rows), keep)

    def _find(self) -> None:
        rows = tuple(
            PickRow(id=each.tracking, first=each.tracking, text=f"{each.name} · {each.title}")
            for each in self.page.inbox.works
        )
        self._window.pick(Pick(title=tr("Which request?"), rows=rows), self.page.go_to)

    def _ask_result(self, tracking: str) -> None:
        asked = Ask(question=tr("What is the result?"), kind="text", given=tr("It was done"))
        self._window.ask(asked, lambda result: self._ask_note(tracking, result))

    def _ask_note(self, tracking: str, result: str) -> None:
        asked = Ask(
            question=tr("A note for the desk? It may be empty."), kind="text", optional=True
        )

        def done(note: str) -> None:
            said = " — ".join(part for part in (result, note) if part)
            self._door.do(
                lambda work: take_back(work, tracking, result=said),
                lambda _: self._window.tell(tr("The desk has the result.")),
            )

        self._window.ask(asked, done)
