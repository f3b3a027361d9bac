"""A data folder with a spool, the hands that serve it, and printers and papers to try them."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from app.decoding import decode
from app.deeds import spool as deeds
from app.deeds.ticket import issue
from app.handing.handing_out import hand_out
from app.papers import DeficiencyPaper, Letterhead, TicketPaper
from app.ports import Work
from app.printer import Condition, Printer, Taken
from app.showing.papers import PapersShown, papers_shown
from app.spooling.printers import Printers, named_printers, roll_printer
from app.spooling.spool import Job, JobState
from tests.ui.press_here import PressHere
from tests.ui.shell import Shell
from ui.bootstrap import Desk, open_desk, printer
from ui.frame.print_one import Roads
from ui.frame.printing_hand import PrintingHands

T = TypeVar("T")
SERVICE = "16"
LONG = 20.0
"""Seconds that a test would wait for what does not end by itself."""

JOB = Job(
    kind="ticket", key="1", role="roll", state="sending", made_at=datetime(2026, 11, 21, tzinfo=UTC)
)
SLIP = msgspec.json.encode(
    DeficiencyPaper(
        letterhead=Letterhead(agency="الف", office="ب"),
        at=datetime(2026, 11, 21, 8),
        number="1",
        name="ج",
        id="1",
        sub_service="د",
        missing=(),
        until=date(2026, 11, 28),
        token="1",
    )
)
DAY = "1405/08/30"


class Listener(QObject):
    """Hears what hands tell, on the window's thread, and passes it on from there: whoever waits for
    `heard` misses nothing that was told before they began to wait.
    """

    heard = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []
        self.threads: set[int] = set()

    @Slot(str, str)
    def hear(self, role: str, state: str) -> None:
        """Notes it."""
        self.told.append((role, state))
        self.threads.add(threading.get_ident())
        self.heard.emit()


class Spool:
    """A data folder with a spool, and the hands that serve it."""

    def __init__(self, office: Shell, room: PressHere, qtbot: QtBot) -> None:
        self.folder = office.data
        self.papers = office.home / "papers"
        self.clock = office.clock
        self.desk = open_desk(office.data, office.clock)
        self.open: list[PrintingHands] = []
        self.listener = Listener()
        self.told = self.listener.told
        self._room = room
        self._bot = qtbot

    def hands(
        self, roads: Roads = printer, open_store: Callable[[], Desk] | None = None
    ) -> PrintingHands:
        """Hands that have begun to print."""
        hands = PrintingHands(open_store or self.opened, self._room, roads)
        hands.changed.connect(self.listener.hear)
        self.open.append(hands)
        hands.start()
        return hands

    def opened(self) -> Desk:
        """The data folder opened once more."""
        return open_desk(self.folder, self.clock)

    def do(self, deed: Callable[[Work], T]) -> T:
        """A deed, after which the hands are told to look."""
        with self.desk.journal.work() as work:
            done = deed(work)
        for hands in self.open:
            hands.wake()
        return done

    def printers(
        self, roll: str = "", page: str = "", spare: str = "", *, roll_to_page: bool = False
    ) -> None:
        """These print from now on; one whose name is not given is a folder, a spare is none."""
        folder = f"file:{self.papers}"
        chosen = replace(
            named_printers(roll=roll or folder, page=page or folder),
            roll_spare=roll_printer(spare),
            roll_to_page=roll_to_page,
        )
        self.do(lambda work: deeds.set_printers(work, chosen))

    def ticket(self) -> Job:
        """A queue number on its way to the roll."""
        return self.do(lambda work: hand_out(work, "ticket", issue(work, SERVICE).id))

    def log(self) -> Job:
        """A daily log on its way to the page printer."""
        return self.do(lambda work: hand_out(work, "log", DAY))

    def states(self) -> list[JobState]:
        """What has become of every job, the oldest first."""
        with self.desk.journal.look() as look:
            return [job.state for job in reversed(look.jobs())]

    def job(self, number: int) -> Job:
        """One of them."""
        with self.desk.journal.look() as look:
            found = look.job(number)
        assert found is not None
        return found

    def bytes_of(self, job: Job) -> bytes:
        """What a printer must get of a queue number."""
        with self.desk.journal.look() as look:
            paper = decode(look.job_paper(job.id), TicketPaper)
            printer = deeds.printers_of(look).roll
        return self._room.thermal(paper, printer)

    def until(self, true: Callable[[], bool]) -> None:
        """Waits on what the hands tell."""
        while not true():
            with self._bot.waitSignal(self.listener.heard):
                pass

    def until_states(self, *states: JobState) -> None:
        """Waits until the jobs stand so."""
        self.until(lambda: self.states() == list(states))

    def until_kept(self, true: Callable[[], bool]) -> None:
        """Waits on what another program has kept."""
        self._bot.waitUntil(true)

    def now(self, role: str) -> str:
        """What was told last of a printer."""
        return next((state for known, state in reversed(self.told) if known == role), "")

    def shown(self) -> PapersShown:
        """What a window shows of printers and papers."""
        with self.desk.journal.look() as look:
            return papers_shown(look)

    def files(self) -> list[str]:
        """The papers in the folder."""
        return sorted(file.name for file in self.papers.iterdir())


class Stuck:
    """A road that a lorry blocks."""

    def __init__(self) -> None:
        self.reached, self.free = threading.Event(), threading.Event()

    def send(self, data: bytes, title: str) -> Taken:  # noqa: ARG002 - as the port asks
        """Goes on only when the lorry has gone."""
        self.reached.set()
        assert self.free.wait(20)
        return Taken()

    def condition(self) -> Condition:
        """Nobody can see past it."""
        return "unknown"


def proving(name: str) -> Printers:
    """A roll printer that can prove what it printed."""
    return Printers(roll=Printer(name=name, proof="status"))


def is_part(part: bytes, whole: bytes) -> bool:
    """Whether it is the beginning of that."""
    return whole.startswith(part)
