"""How long until it is told how a printer stands: idle, in the middle of a job, and back again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition as Bell
from time import perf_counter

from PySide6.QtCore import QCoreApplication, Qt

from app.deeds import spool
from app.deeds.ticket import issue
from app.handing.handing_out import hand_out
from app.printer import Printer
from app.spooling.printers import Printers
from app.spooling.spool import Job
from tests.bench.large import large
from tests.bench.report import Figure
from tests.printing.pretend import PretendPrinter, pretend_printer
from ui.bootstrap import Desk, SystemClock, open_desk, press_beside, printer
from ui.frame.printing_hand import PrintingHands

TIMES = 6
"""Every trouble comes so often, each time at another moment between two questions."""

GOAL = 2.0
_PATIENCE = 15.0
_SPEED = 20_000
"""Bytes a second: a job lasts long enough to be troubled in its middle."""


class Standing:
    """Hears what is told of printers, as windows do."""

    def __init__(self, data: Path, hands: PrintingHands) -> None:
        self.desk: Desk = open_desk(data, SystemClock())
        self._hands = hands
        self._now: dict[str, str] = {}
        self._bell = Bell()
        hands.changed.connect(self._hear, Qt.ConnectionType.DirectConnection)
        hands.start()

    def name(self, printers: Printers) -> None:
        """These print."""
        with self.desk.journal.work() as work:
            spool.set_printers(work, printers)
        self._hands.wake()

    def ticket(self) -> Job:
        """A number on its way."""
        with self.desk.journal.work() as work:
            job = hand_out(work, "ticket", issue(work, "1").id)
        self._hands.wake()
        return job

    def log(self) -> Job:
        """A daily log on its way."""
        with self.desk.journal.work() as work:
            job = hand_out(work, "log", "1405/08/30")
        self._hands.wake()
        return job

    def state_of(self, job: Job) -> str:
        """What has become of it."""
        with self.desk.journal.look() as look:
            found = look.job(job.id)
        return found.state if found else ""

    def until(self, role: str, *states: str) -> float:
        """Seconds until one of these is told of a printer."""
        return self.when(lambda: self._now.get(role) in states)

    def when(self, true: Callable[[], bool]) -> float:
        """Seconds until it is so, looked at whenever anything is told."""
        begun = perf_counter()
        with self._bell:
            while not true():
                self._bell.wait(0.02)
                assert perf_counter() - begun < _PATIENCE, self._now
        return perf_counter() - begun

    def _hear(self, role: str, state: str) -> None:
        with self._bell:
            self._now[role] = state
            self._bell.notify_all()


def standing(folder: Path) -> list[Figure]:
    """The longest of each, beside the shortest."""
    application = QCoreApplication.instance() or QCoreApplication([])
    data = folder / "standing"
    large(data, 10, 0)
    with _hands(data) as office:
        figures = [
            *_told(office, "idle", _idle),
            *_told(office, "in the middle of a job", _busy),
            _goes_on(office),
            *_others(office, folder / "papers"),
        ]
    del application
    return figures


@contextmanager
def _hands(data: Path) -> Iterator[Standing]:
    press = press_beside()
    press.warm()
    hands = PrintingHands(lambda: open_desk(data, SystemClock()), press, printer)
    office = Standing(data, hands)
    try:
        yield office
    finally:
        hands.stop(5)
        office.desk.close()
        press.close()


_Trouble = Callable[[PretendPrinter], None]


def _paper(roll: PretendPrinter) -> None:
    roll.troubles.paper = "out"


def _cover(roll: PretendPrinter) -> None:
    roll.troubles.cover_open = True


def _cable(roll: PretendPrinter) -> None:
    """Nothing comes through any more, and nobody says so."""
    roll.troubles.mute = roll.troubles.stalled = True


def _off(roll: PretendPrinter) -> None:
    roll.turn_off()


_TROUBLES: dict[str, tuple[_Trouble, tuple[str, ...]]] = {
    "paper out": (_paper, ("paper_out",)),
    "cover open": (_cover, ("cover_open",)),
    "cable pulled": (_cable, ("silent", "unreachable")),
    "switched off": (_off, ("unreachable", "silent")),
}


def _told(
    office: Standing, when: str, once: Callable[[Standing, PretendPrinter, _Trouble], None]
) -> Iterator[Figure]:
    for name, (trouble, states) in _TROUBLES.items():
        took = []
        for number in range(TIMES):
            with pretend_printer() as roll:
                office.name(Printers(roll=Printer(name=roll.name, proof="status")))
                office.until("roll", "ready")
                office.when(_after(number * 1.5 / TIMES))
                once(office, roll, trouble)
                took.append(office.until("roll", *states))
            _clear(office)
        yield _figure(f"{name} told in words, {when}, longest of {TIMES}", took)


def _idle(_: Standing, roll: PretendPrinter, trouble: _Trouble) -> None:
    trouble(roll)


def _busy(office: Standing, roll: PretendPrinter, trouble: _Trouble) -> None:
    roll.troubles.speed = _SPEED
    job = office.ticket()
    office.when(lambda: office.state_of(job) == "sending")
    office.when(_after(0.3))
    trouble(roll)


def _goes_on(office: Standing) -> Figure:
    """Paper is put in while a number waits: until it is printed and proved."""
    took = []
    for number in range(TIMES):
        with pretend_printer() as roll:
            roll.troubles.paper = "out"
            office.name(Printers(roll=Printer(name=roll.name, proof="status")))
            office.until("roll", "paper_out")
            office.when(_after(number * 1.5 / TIMES))
            job = office.ticket()
            office.when(_after(1.0))
            roll.troubles.paper = "full"
            took.append(office.when(lambda job=job: office.state_of(job) == "confirmed"))  # type: ignore[misc]
        _clear(office)
    return _figure(f"paper put in: what waits is printed, longest of {TIMES}", took)


def _others(office: Standing, papers: Path) -> Iterator[Figure]:
    """A mute roll printer, its spare, and a page printer: the two print at once."""
    with pretend_printer() as mute, pretend_printer() as spare:
        mute.troubles.mute = True
        office.name(
            Printers(
                roll=Printer(name=mute.name, proof="status"),
                roll_spare=Printer(name=spare.name),
                page=Printer(name=f"file:{papers}"),
            )
        )
        office.until("roll", "silent")
        office.until("roll_spare", "ready")
        here, moved = [], []
        for _ in range(TIMES):
            log = office.log()
            here.append(office.when(lambda log=log: office.state_of(log) == "sent"))  # type: ignore[misc]
            number = office.ticket()
            moved.append(office.when(lambda job=number: office.state_of(job) == "sent"))  # type: ignore[misc]
    yield _figure("one of three printers mute: a log on the page printer, longest", here)
    yield _figure("the same: a number on the spare of the mute one, longest", moved)


def _clear(office: Standing) -> None:
    """The next trouble finds nothing that waits."""
    with office.desk.journal.work() as work:
        for job in work.jobs():
            if job.state in ("queued", "unconfirmed", "failed", "held"):
                spool.cancel(work, job.id)
    office.name(Printers())
    office.until("roll", "no_printer")


def _after(seconds: float) -> Callable[[], bool]:
    end = perf_counter() + seconds
    return lambda: perf_counter() > end


def _figure(what: str, took: list[float]) -> Figure:
    worst, best = max(took), min(took)
    return Figure(
        what=what,
        measured=f"{worst:.2f} s",
        beside=f"shortest {best:.2f} s",
        ratio=f"{worst / best:.1f}" if best > 0.005 else "",
        goal=f"≤ {GOAL:.0f} s",
        met=worst <= GOAL,
    )
