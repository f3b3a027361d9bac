"""A clerk at a real counter: keys in; the screen, the papers and the journal out."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from app.checklist import Row
from app.deeds.looking import the_ticket
from app.deeds.spool import set_printers
from app.deeds.ticket import issue
from app.folds.ticket import Ticket
from app.spooling.printers import Printers
from app.spooling.spool import Job
from tests.ui.person import Person
from tests.ui.press_here import press_here
from tests.ui.shell import HandClock
from ui.bootstrap import open_desk, printer
from ui.counter.state import CounterState
from ui.counter.window import CounterWindow
from ui.frame.printing_hand import PrintingHands
from ui.look.theme import Theme

T = TypeVar("T")

NOBODY = ("2190764157", "سیده فاطمه زهرا حسینی")
"""Somebody who was never here."""


class Clerk(Person):
    """Sits at one counter."""

    window: CounterWindow

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        folder: Path,
        clock: HandClock,
        *,
        number: str = "1",
        code: str = "101",
        printers: Printers,
        prints: bool = False,
    ) -> None:
        super().__init__(qtbot, folder, clock, code)
        with self.desk.journal.work() as work:
            set_printers(work, printers)
        self.desk.news()
        opened = partial(open_desk, folder, clock)
        self.hands = PrintingHands(opened, press_here(), printer) if prints else None
        self.window = CounterWindow(
            theme, self.door, self.problems, press_here(), number=number, clock=clock, roads=printer
        )
        self.window.counter.changed.connect(self._count)
        self.window.answering.shown.connect(self._count)
        self._open()

    # -- the work of a day -----------------------------------------------------------------------

    def calls(self, service: str = "27", **facts: str) -> Ticket:
        """Somebody takes a number for it and is called."""
        given = self.gives(service, **facts)
        self.hit("F2")
        assert self.visit.id == given.id
        return given

    def gives(self, service: str = "27", **facts: str) -> Ticket:
        """Somebody takes a number."""
        return self.does(lambda work: issue(work, service, **facts))  # type: ignore[arg-type]

    def identifies(self, code: str = NOBODY[0], name: str = NOBODY[1]) -> None:
        """Types who it is; the name only where the file does not know it."""
        self.type(code)
        self.hit("Enter")
        if not self.state.sheet.name:
            self.type(name)
            self.rest()

    def registers(self, code: str = NOBODY[0], name: str = NOBODY[1]) -> str:
        """All papers are there; gives the tracking number."""
        self.identifies(code, name)
        self.hit("F6", "F8")
        assert self.state.sheet.registered, self.said
        return self.state.sheet.registered

    # -- eyes ------------------------------------------------------------------------------------

    @property
    def state(self) -> CounterState:
        """What the window shows."""
        return self.window.counter.state

    @property
    def visit(self) -> Ticket:
        """Who is at the counter."""
        assert self.state.visit is not None, self.said
        return self.state.visit.ticket

    @property
    def free(self) -> bool:
        """Whether nobody is."""
        return self.state.visit is None

    def row(self, title: str) -> Row:
        """A paper of the checklist."""
        checklist = self.state.checklist
        assert checklist is not None
        return next(row for row in checklist.rows if row.title == title)

    # -- the journal and the spool ---------------------------------------------------------------

    def news(self) -> list[str]:
        """The kinds of facts that came to the journal since the last time."""
        return [type(event).__name__ for _, event in self.desk.news()]

    def ticket(self, given: Ticket) -> Ticket:
        """As it stands now."""
        return self.looks(lambda look: the_ticket(look, given.id))

    def jobs(self) -> Sequence[Job]:
        """Papers on their way, oldest first."""
        return self.looks(lambda look: tuple(reversed(look.jobs())))

    def leave(self) -> None:
        """The printers' threads end with the window."""
        if self.hands is not None:
            self.hands.stop()

    # -- how -------------------------------------------------------------------------------------

    def _open(self) -> None:
        if self.hands is not None:
            self.door.happened.connect(self.hands.wake)
            self.hands.changed.connect(self.window.printed)
            self.hands.start()
        self.show()
        self.waits(lambda: self.state.loaded)
        self.rest()
