"""Papers leave the spool once and in order, whatever printers, programs and people do meanwhile."""

import os
import random
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from queue import SimpleQueue
from time import perf_counter, sleep
from typing import Any, TypeVar

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.deeds import spool as deeds
from app.deeds.ticket import issue
from app.handing.handing_out import hand_out
from app.handing.reprinting import print_again
from app.handing.trying import try_printer
from app.papers import DeficiencyPaper, Letterhead, Paper, TicketPaper
from app.ports import Transport, Work
from app.printer import STOPS, Condition, Printer, Taken
from app.refusal import Refusal
from app.showing.papers import PapersShown, papers_shown
from app.spooling import turns
from app.spooling.printers import Printers, named_printers, roll_printer
from app.spooling.spool import Job, JobState
from printing import talk
from printing.paper import Roll
from tests.printing.pretend import PretendPrinter, pretend_printer
from tests.ui.press_here import PressHere, press_here
from tests.ui.shell import HandClock, Shell
from ui.bootstrap import Desk, open_desk, press_beside, printer
from ui.frame import hand, questions, store_thread
from ui.frame.print_one import Roads
from ui.frame.printing_hand import PrintingHands

T = TypeVar("T")

SERVICE = "16"
WAYS = [way for way in ("forkserver", "spawn") if way in get_all_start_methods()]
"""How another program begins: the first is quicker, and some systems have it not."""

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


@pytest.fixture(scope="session")
def room(qapp: QApplication) -> PressHere:
    """The press that all tests share."""
    return press_here()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody rests long between two tries, or two questions."""
    monkeypatch.setattr(hand, "pause", lambda _: 0.05)
    monkeypatch.setattr(questions, "EVERY", 0.1)
    monkeypatch.setattr(questions, "SELDOM", 0.2)
    monkeypatch.setattr(store_thread, "TROUBLE", 0.05)
    monkeypatch.setattr(store_thread, "POLL", 0.02)


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
            paper = msgspec.json.decode(look.job_paper(job.id), type=TicketPaper)
            printer = deeds.printers_of(look).roll
        return self._room.thermal(paper, printer)

    def until(self, true: Callable[[], bool]) -> None:
        """Waits on what the hands tell."""
        while not true():
            with self._bot.waitSignal(self.listener.heard, timeout=20_000):
                pass

    def until_states(self, *states: JobState) -> None:
        """Waits until the jobs stand so."""
        self.until(lambda: self.states() == list(states))

    def until_kept(self, true: Callable[[], bool]) -> None:
        """Waits on what another program has kept."""
        self._bot.waitUntil(true, timeout=20_000)

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


@pytest.fixture
def spool(office: Shell, room: PressHere, qtbot: QtBot) -> Iterator[Spool]:
    """The sample office's; its hands stop at the end."""
    made = Spool(office, room, qtbot)
    yield made
    for hands in made.open:
        hands.stop(10)
    made.desk.close()


def test_papers_land_in_a_folder_each_under_its_own_name(spool: Spool) -> None:
    spool.printers()
    spool.hands()
    for _ in range(3):
        spool.ticket()
    spool.log()
    spool.until_states("sent", "sent", "sent", "sent")
    assert spool.files() == [
        "001-ticket-001.bin",
        "002-ticket-002.bin",
        "003-ticket-003.bin",
        "004-log-1405-08-30.pdf",
    ]
    assert (spool.papers / "001-ticket-001.bin").read_bytes() == spool.bytes_of(spool.job(1))
    assert (spool.papers / "004-log-1405-08-30.pdf").read_bytes().startswith(b"%PDF")


def test_what_was_queued_before_the_program_began_is_printed(spool: Spool) -> None:
    spool.printers()
    spool.ticket()
    spool.hands()
    spool.until_states("sent")


def test_a_network_printer_gets_each_job_once_and_in_order(spool: Spool) -> None:
    with pretend_printer() as roll:
        spool.printers(roll=roll.name)
        spool.hands()
        jobs = [spool.ticket() for _ in range(3)]
        assert [roll.got.get(timeout=20) for _ in jobs] == [spool.bytes_of(job) for job in jobs]
        spool.until_states("sent", "sent", "sent")
    assert roll.got.empty()


def test_a_dead_printer_holds_up_no_other_and_prints_once_it_is_back(spool: Spool) -> None:
    with pretend_printer() as roll:
        port = roll.port
    spool.printers(roll=roll.name)
    spool.hands()
    jobs = [spool.ticket(), spool.ticket()]
    spool.log()
    spool.until_states("queued", "queued", "sent")
    spool.until(lambda: spool.job(1).tries > 2)
    assert spool.job(1).why == "printer_unreachable"
    assert (spool.job(2).tries, spool.job(2).why) == (0, "")
    assert ("roll", "unreachable") in spool.told
    with pretend_printer(port) as back:
        spool.until_states("sent", "sent", "sent")
        assert [back.got.get(timeout=20) for _ in jobs] == [spool.bytes_of(job) for job in jobs]
        spool.until(lambda: spool.told[-1] == ("roll", "ready"))
    assert back.got.empty()


def test_without_a_printer_papers_are_held_until_there_is_one(spool: Spool) -> None:
    spool.hands()
    spool.ticket()
    spool.log()
    spool.until(lambda: {("roll", "no_printer"), ("page", "no_printer")} <= set(spool.told))
    assert spool.states() == ["held", "held"]
    spool.printers()
    spool.until_states("sent", "sent")


def test_a_printer_whose_name_cannot_be_is_told_and_its_papers_wait(spool: Spool) -> None:
    spool.printers(roll="tcp://host:port")
    spool.hands()
    spool.ticket()
    spool.until(lambda: spool.job(1).why == "printer_unknown")
    assert spool.states() == ["queued"]
    spool.until(lambda: ("roll", "missing") in spool.told)
    spool.printers()
    spool.until_states("sent")


def test_a_line_that_breaks_is_not_tried_again_unless_a_person_says_so(spool: Spool) -> None:
    with pretend_printer() as roll:
        spool.printers(roll=roll.name)
        roll.resetting = True
        spool.hands()
        job = spool.ticket()
        spool.until_states("unconfirmed")
        assert spool.job(1).why == "printer_refused"
        roll.resetting = False
        spool.ticket()
        spool.until_states("unconfirmed", "sent")
        assert is_part(roll.got.get(timeout=20), spool.bytes_of(job))
        assert roll.got.get(timeout=20) == spool.bytes_of(spool.job(2))
        spool.do(lambda work: deeds.retry(work, job.id))
        spool.until_states("sent", "sent")
        assert roll.got.get(timeout=20) == spool.bytes_of(job)
    assert roll.got.empty()


def test_a_cancelled_paper_is_not_printed(spool: Spool) -> None:
    with pretend_printer() as roll:
        port = roll.port
    spool.printers(roll=roll.name)
    spool.hands()
    job, other = spool.ticket(), spool.ticket()
    spool.until(lambda: spool.job(1).tries > 0)
    spool.do(lambda work: deeds.cancel(work, job.id))
    with pretend_printer(port) as back:
        spool.until_states("cancelled", "sent")
        assert back.got.get(timeout=20) == spool.bytes_of(other)
    assert back.got.empty()


@pytest.mark.expected_log("a paper could not be made")
def test_a_paper_that_cannot_be_made_holds_up_no_other(spool: Spool) -> None:
    spool.printers()
    spool.hands()
    bad = spool.do(lambda work: work.spool(Job(kind="ticket", key="", made_at=work.at), b"{"))
    spool.log()
    spool.until_states("failed", "sent")
    assert spool.job(bad.id).why == "unexpected"


def test_what_no_roll_can_hold_fails_in_words(spool: Spool) -> None:
    spool.printers()
    spool.hands()
    job = spool.log()
    spool.until_states("sent")
    with spool.desk.journal.look() as look:
        paper = look.job_paper(job.id)
    wrong = Job(kind="log", key="", role="roll", made_at=spool.clock.at)
    spool.do(lambda work: work.spool(wrong, paper))
    spool.until_states("sent", "failed")
    assert spool.job(2).why == "paper_not_on_roll"


def test_of_two_programs_one_prints_and_the_other_takes_over(spool: Spool) -> None:
    with pretend_printer() as roll:
        spool.printers(roll=roll.name)
        first, second = spool.hands(), spool.hands()
        jobs = [spool.ticket() for _ in range(4)]
        spool.until_states("sent", "sent", "sent", "sent")
        first.stop(10)
        jobs += [spool.ticket(), spool.ticket()]
        spool.until_states("sent", "sent", "sent", "sent", "sent", "sent")
        second.stop(10)
        assert [roll.got.get(timeout=20) for _ in jobs] == [spool.bytes_of(job) for job in jobs]
    assert roll.got.empty()


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


def test_stopping_waits_for_no_stuck_printer(spool: Spool) -> None:
    stuck = Stuck()

    def roads(name: str | Printer, *, raw: bool, job: str) -> Transport:
        return stuck if raw else printer(name, raw=raw, job=job)

    spool.printers()
    hands = spool.hands(roads)
    spool.ticket()
    assert stuck.reached.wait(20)
    spool.log()
    spool.until_states("sending", "sent")
    begun = perf_counter()
    hands.stop(0.2)
    assert perf_counter() - begun < 1
    assert spool.states() == ["sending", "sent"]
    stuck.free.set()


def test_stopping_idle_hands_is_quick_and_nothing_is_told_after_it(spool: Spool) -> None:
    spool.printers()
    hands = spool.hands()
    spool.ticket()
    spool.until_states("sent")
    begun = perf_counter()
    hands.stop()
    assert perf_counter() - begun < 1
    told = list(spool.told)
    spool.ticket()
    assert spool.states() == ["sent", "queued"]
    QApplication.processEvents()
    assert spool.told == told


@pytest.mark.expected_log("printing stopped")
def test_hands_outlast_the_troubles_of_the_store(spool: Spool) -> None:
    troubles: list[Exception] = [Refusal("store_busy"), RuntimeError("a bug"), Refusal("disk_full")]

    def opened() -> Desk:
        if troubles:
            raise troubles.pop()
        return spool.opened()

    spool.printers()
    spool.ticket()
    spool.hands(open_store=opened)
    spool.until_states("sent")


def test_windows_are_told_on_their_own_thread(spool: Spool) -> None:
    spool.printers()
    hands = spool.hands()
    told: set[int] = set()
    hands.changed.connect(lambda *_: told.add(threading.get_ident()))
    spool.ticket()
    spool.until_states("sent")
    assert spool.listener.threads == told == {threading.get_ident()}


def test_a_warm_press_is_made_before_the_first_paper(spool: Spool) -> None:
    made = threading.Event()

    class Cold(PressHere):
        def warm(self) -> None:
            made.set()

    hands = PrintingHands(spool.opened, Cold(), printer)
    spool.open.append(hands)
    hands.start()
    hands.warm()
    assert made.wait(20)


def test_a_paper_over_which_the_press_dies_waits_and_fails_only_at_the_third_time(
    spool: Spool,
) -> None:
    class Dying(PressHere):
        left = 2

        def thermal(self, paper: Paper, width: Roll = 80) -> bytes:
            self.left -= 1
            if self.left >= 0:
                raise Refusal("press_died")
            return super().thermal(paper, width)

    press = Dying()
    spool.printers()
    hands = PrintingHands(spool.opened, press, printer)
    hands.changed.connect(spool.listener.hear)
    spool.open.append(hands)
    spool.ticket()
    hands.start()
    spool.until_states("sent")
    press.left = 3
    spool.ticket()
    spool.until_states("sent", "failed")
    assert (spool.job(2).why, press.left) == ("press_died", 0)
    spool.do(lambda work: deeds.retry(work, 2))
    spool.until_states("sent", "sent")
    assert {state for _, state in spool.told} <= {"untried", "printing", "ready", "untold"}


def test_only_printers_that_are_named_have_a_hand(spool: Spool) -> None:
    def threads() -> set[str]:
        return {thread.name for thread in threading.enumerate() if thread.name.startswith("print-")}

    hands = spool.hands()
    spool.until(lambda: ("roll", "no_printer") in spool.told)
    assert set(hands.served) == set()
    spool.printers(spare="tcp://127.0.0.1:9")
    spool.until(lambda: ("roll_spare", "unreachable") in spool.told)
    assert hands.served == ("roll", "page", "roll_spare")
    assert threads() == {"print-hands", "print-roll", "print-page", "print-roll_spare"}
    spool.do(lambda work: deeds.set_printers(work, Printers()))
    spool.until(lambda: (spool.now("roll"), spool.now("page")) == ("no_printer", "no_printer"))
    assert set(hands.served) == set()
    hands.stop(10)
    assert threads() == set()


def test_what_a_printer_was_sent_that_is_no_more_is_looked_at(spool: Spool) -> None:
    lost = replace(JOB, made_at=spool.clock.at)
    spool.do(lambda work: work.spool(lost, b"{}"))
    spool.hands()
    spool.until_states("unconfirmed")


def test_a_number_goes_to_the_spare_at_once_and_new_ones_to_the_first_again(spool: Spool) -> None:
    with pretend_printer() as dead:
        port = dead.port
    with pretend_printer() as spare:
        spool.printers(roll=dead.name, spare=spare.name)
        spool.hands()
        first, second = spool.ticket(), spool.ticket()
        spool.until_states("sent", "sent")
        assert [spare.got.get(timeout=20) for _ in range(2)] == [
            spool.bytes_of(first),
            spool.bytes_of(second),
        ]
        moved = spool.job(first.id)
        assert (moved.role, moved.why, moved.printer) == ("roll_spare", "print_moved", spare.name)
        spool.until(lambda: ("roll", "unreachable") in spool.told)
        with pretend_printer(port) as back:
            spool.until(lambda: spool.now("roll") == "ready")
            third = spool.ticket()
            spool.until_states("sent", "sent", "sent")
            assert back.got.get(timeout=20) == spool.bytes_of(third)
    assert spare.got.empty()


def test_a_receipt_waits_before_it_goes_to_a_page(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.4)
    with pretend_printer() as dead:
        pass
    spool.printers(roll=dead.name, roll_to_page=True)
    spool.hands()
    begun = perf_counter()
    job = spool.do(lambda work: work.spool(replace(JOB, kind="deficiency", state="queued"), SLIP))
    spool.until_states("sent")
    assert perf_counter() - begun > 0.4
    assert (spool.job(job.id).role, spool.job(job.id).tries > 1) == ("page", True)
    assert spool.files() == ["001-deficiency-1.pdf"]


def test_after_the_first_byte_nothing_goes_to_a_spare(spool: Spool) -> None:
    with pretend_printer() as roll, pretend_printer() as spare:
        roll.resetting = True
        spool.printers(roll=roll.name, spare=spare.name, roll_to_page=True)
        spool.hands()
        spool.ticket()
        spool.until_states("unconfirmed")
        roll.resetting = False
        spool.ticket()
        spool.until_states("unconfirmed", "sent")
    assert spare.got.empty()
    assert spool.files() == []


def test_a_number_whose_printer_comes_back_too_late_is_dropped(spool: Spool) -> None:
    with pretend_printer() as roll:
        port = roll.port
    spool.printers(roll=roll.name)
    spool.hands()
    spool.ticket()
    spool.until(lambda: spool.job(1).tries > 0)
    spool.clock.at += timedelta(seconds=6)
    spool.until_states("dropped")
    with pretend_printer(port) as back:
        job = spool.ticket()
        spool.until_states("dropped", "sent")
        assert back.got.get(timeout=20) == spool.bytes_of(job)
    assert back.got.empty()


def test_what_a_printer_proves_is_confirmed_and_what_it_does_not_is_looked_at(spool: Spool) -> None:
    with pretend_printer() as roll:
        proving = Printers(roll=Printer(name=roll.name, proof="process"))
        spool.do(lambda work: deeds.set_printers(work, proving))
        spool.hands()
        spool.ticket()
        spool.until_states("confirmed")
        roll.troubles.paper_ends_after = 2000
        spool.ticket()
        spool.until_states("confirmed", "unconfirmed")
        assert spool.job(2).why == "print_unconfirmed"
        spool.until(lambda: spool.now("roll") == "paper_out")


def test_a_printer_without_paper_keeps_its_papers_until_it_has_some(spool: Spool) -> None:
    with pretend_printer() as roll:
        roll.troubles.paper = "out"
        spool.printers(roll=roll.name)
        spool.hands()
        job = spool.ticket()
        spool.until(lambda: spool.job(1).state == "queued" and spool.job(1).tries > 0)
        assert spool.job(1).why == "printer_paper_out"
        assert ("roll", "paper_out") in spool.told
        roll.troubles.paper = "full"
        spool.until_states("sent")
        assert roll.got.get(timeout=20) == spool.bytes_of(job)
    assert roll.got.empty()


def test_what_a_person_holds_waits_until_it_is_released(spool: Spool) -> None:
    spool.printers()
    job = spool.ticket()
    spool.do(lambda work: deeds.hold(work, job.id))
    spool.hands()
    spool.ticket()
    spool.until_states("held", "sent")
    spool.do(lambda work: deeds.release(work, job.id))
    spool.until_states("sent", "sent")


# -- how a printer stands while nothing prints ---------------------------------------------------


def test_how_an_idle_printer_stands_is_told_and_kept_for_every_window(spool: Spool) -> None:
    with pretend_printer() as roll:
        spool.printers(roll=roll.name)
        hands = spool.hands()
        troubles: list[tuple[str, object, str]] = [
            ("paper", "near", "near_end"),
            ("paper", "out", "paper_out"),
            ("paper", "full", "ready"),
            ("cover_open", True, "cover_open"),
            ("cover_open", False, "ready"),
            ("offline", True, "offline"),
            ("offline", False, "ready"),
            ("mute", True, "silent"),
            ("mute", False, "ready"),
        ]
        spool.until(lambda: spool.now("roll") == "ready")
        for name, value, state in troubles:
            setattr(roll.troubles, name, value)
            spool.until(lambda state=state: spool.now("roll") == state)  # type: ignore[misc]
            assert spool.shown().state("roll") == state
    spool.until(lambda: spool.now("roll") == "unreachable")
    assert roll.got.empty()
    hands.stop(10)
    assert spool.shown().conditions == {}


def test_a_printer_that_never_said_anything_is_not_called_ready(spool: Spool) -> None:
    with pretend_printer() as roll:
        roll.troubles.mute = True
        spool.printers(roll=roll.name)
        spool.hands()
        spool.ticket()
        spool.until_states("sent")
        spool.until_kept(lambda: spool.shown().conditions.get("roll") == "unknown")
        assert spool.shown().state("roll") == "untold"
        spool.do(lambda work: deeds.set_printers(work, proving(roll.name)))
        spool.until(lambda: spool.now("roll") == "silent")
    assert ("roll", "ready") not in spool.told


def test_a_printer_that_used_to_answer_gets_nothing_while_it_is_silent(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.4)
    with pretend_printer() as roll:
        spool.printers(roll=roll.name)
        spool.hands()
        spool.until(lambda: spool.now("roll") == "ready")
        roll.troubles.mute, roll.troubles.paper = True, "out"
        spool.until(lambda: spool.now("roll") == "silent")
        slip = spool.do(lambda work: work.spool(replace(JOB, kind="answer", state="queued"), SLIP))
        spool.until(lambda: spool.job(slip.id).tries > 2)
        assert (spool.states(), spool.job(slip.id).why) == (["queued"], "printer_silent")
        spool.do(lambda work: deeds.cancel(work, slip.id))
        spool.printers(roll=roll.name, roll_to_page=True)
        spool.until(lambda: spool.now("roll") == "silent")
        spool.do(lambda work: work.spool(replace(JOB, kind="deficiency", state="queued"), SLIP))
        spool.until_states("cancelled", "sent")
        assert (spool.job(2).role, spool.job(2).why) == ("page", "print_moved")
        spool.printers(roll=roll.name)
        ticket = spool.ticket()
        roll.troubles.mute, roll.troubles.paper = False, "full"
        spool.until_states("cancelled", "sent", "sent")
        assert roll.got.get(timeout=20) == spool.bytes_of(ticket)
    assert roll.got.empty()


class Talked:
    """A road on which the printer is talked to; `told` is what each job heard of its answering."""

    def __init__(self, says: Condition, told: list[bool]) -> None:
        self.still: Callable[[bool], None] = talk.nobody
        self.answers, self._says, self._told = False, says, told

    def send(self, data: bytes, title: str) -> Taken:  # noqa: ARG002 - as the port asks
        """Takes all."""
        self._told.append(self.answers)
        return Taken()

    def condition(self) -> Condition:
        """Always the same."""
        return self._says


@pytest.mark.parametrize(("says", "told"), [("fine", True), ("silent", False)])
def test_a_job_knows_whether_its_printer_used_to_answer(
    spool: Spool, says: Condition, *, told: bool
) -> None:
    heard: list[bool] = []
    spool.printers(roll="Zebra")
    spool.hands(lambda _, *, raw, job: Talked(says, heard))  # noqa: ARG005 - as the port asks
    spool.ticket()
    spool.until_states("sent")
    assert heard == [told]


@pytest.mark.parametrize(
    ("name", "wrong", "well"), [("paper", "out", "near"), ("cover_open", 1, 0)]
)
def test_what_waits_goes_on_as_soon_as_the_printer_can(
    spool: Spool, monkeypatch: pytest.MonkeyPatch, name: str, wrong: object, well: object
) -> None:
    monkeypatch.setattr(hand, "pause", lambda tries: 60.0 if tries else 0.0)
    with pretend_printer() as roll:
        setattr(roll.troubles, name, wrong)
        spool.printers(roll=roll.name)
        spool.hands()
        spool.log()
        jobs = [spool.ticket(), spool.ticket()]
        spool.until(lambda: spool.job(2).state == "queued" and spool.job(2).tries > 0)
        spool.until_kept(lambda: spool.shown().conditions["roll"] in STOPS)
        setattr(roll.troubles, name, well)
        spool.until_states("sent", "sent", "sent")
        assert [roll.got.get(timeout=20) for _ in jobs] == [spool.bytes_of(job) for job in jobs]
    assert roll.got.empty()


def test_a_printer_that_stands_still_in_a_job_is_told_before_the_job_is_given_up(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(talk, "STILL", 0.1)
    monkeypatch.setattr(talk, "AGAIN", 0.1)
    with pretend_printer() as roll:
        spool.printers(roll=roll.name)
        spool.do(lambda work: deeds.set_printers(work, proving(roll.name)))
        spool.hands()
        roll.troubles.stalls_after = 2000
        spool.ticket()
        spool.until(lambda: spool.now("roll") == "silent")
        assert spool.states() == ["sending"]
        roll.troubles.stalls_after, roll.troubles.stalled = None, False
        spool.until_states("confirmed")
        spool.until(lambda: spool.now("roll") == "ready")
        after = spool.told[spool.told.index(("roll", "silent")) :]
        assert ("roll", "printing") in after


def test_what_a_job_met_in_the_middle_is_told_after_it(spool: Spool) -> None:
    with pretend_printer() as roll:
        spool.do(lambda work: deeds.set_printers(work, proving(roll.name)))
        spool.hands()
        roll.troubles.cover_opens_after = 2000
        spool.ticket()
        spool.until_states("unconfirmed")
        spool.until(lambda: spool.now("roll") == "cover_open")
        roll.troubles.cover_opens_after, roll.troubles.cover_open = None, False
        spool.until(lambda: spool.now("roll") == "ready")


TROUBLES: dict[str, Callable[[PretendPrinter], object]] = {
    "dead": PretendPrinter.turn_off,
    "mute": lambda roll: setattr(roll.troubles, "mute", True),
    "without paper": lambda roll: setattr(roll.troubles, "paper", "out"),
    "open": lambda roll: setattr(roll.troubles, "cover_open", True),
    "offline": lambda roll: setattr(roll.troubles, "offline", True),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_trial_goes_to_no_other_printer_whatever_happens_to_its_own(
    spool: Spool, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.2)
    with pretend_printer() as roll, pretend_printer() as spare:
        named = Printers(
            roll=Printer(name=roll.name, proof="status"),
            roll_spare=roll_printer(spare.name),
            page=Printer(name=f"file:{spool.papers}"),
            page_spare=Printer(name=f"file:{spool.papers}"),
            roll_to_page=True,
        )
        spool.do(lambda work: deeds.set_printers(work, named))
        spool.hands()
        spool.until(lambda: (spool.now("roll"), spool.now("roll_spare")) == ("ready", "ready"))
        TROUBLES[trouble](roll)
        spool.until(lambda: spool.now("roll") != "ready")
        trial = spool.do(lambda work: try_printer(work, "roll"))
        ticket = spool.ticket()
        assert spare.got.get(timeout=20) == spool.bytes_of(ticket)
        spool.until(lambda: spool.job(trial.id).tries > 2)
        spool.do(lambda work: deeds.hold(work, trial.id))
        spool.do(lambda work: deeds.release(work, trial.id))
        spool.do(lambda work: deeds.retry(work, trial.id))
        renamed = replace(named, roll=roll_printer(spare.name))
        spool.do(lambda work: deeds.set_printers(work, renamed))
        other = spool.do(lambda work: try_printer(work, "roll"))
        spool.until(lambda: spool.job(other.id).ended)
        assert spool.job(other.id).state == "sent"
        lost = spool.job(trial.id)
        assert (lost.role, lost.state, lost.why) == ("roll", "cancelled", "trial_of_another")
        spare.got.get(timeout=20)
    assert spare.got.empty()
    assert spool.files() == []


def test_a_trial_shows_the_record_for_which_it_was_made(spool: Spool) -> None:
    with pretend_printer() as roll:
        roll.troubles.paper = "out"
        first = replace(roll_printer(roll.name), strip=48)
        spool.do(lambda work: deeds.set_printers(work, Printers(roll=first)))
        spool.hands()
        spool.do(lambda work: try_printer(work, "roll"))
        spool.until(lambda: spool.job(1).tries > 0)
        second = replace(first, strip=200)
        spool.do(lambda work: deeds.set_printers(work, Printers(roll=second)))
        spool.do(lambda work: try_printer(work, "roll"))
        roll.troubles.paper = "full"
        spool.until_states("sent", "sent")
    assert [max(printed.strips) for printed in roll.rolls] == [48, 200]


@pytest.mark.parametrize("deed", [deeds.hold, deeds.cancel])
def test_a_paper_of_a_dead_printer_is_held_or_given_up_or_said_to_be_printing(
    spool: Spool, deed: Callable[[Work, int], Job]
) -> None:
    """At any moment between two tries, and in the middle of one."""
    stuck = Stuck()
    spool.printers(roll=f"tcp://127.0.0.1:{unused()}")
    spool.hands()
    for number in range(1, 4):
        spool.do(lambda work: work.spool(replace(JOB, kind="deficiency", state="queued"), SLIP))
        spool.until(lambda number=number: spool.job(number).tries > 0)  # type: ignore[misc]
        spool.do(lambda work, number=number: deed(work, number))  # type: ignore[misc]
        state = "held" if deed is deeds.hold else "cancelled"
        assert spool.job(number).state == state
    for hands in spool.open:
        hands.stop(10)
    spool.printers()
    spool.hands(lambda name, raw, job: stuck if raw else printer(name, raw=raw, job=job))
    tried = spool.ticket()
    assert stuck.reached.wait(20)
    with pytest.raises(Refusal, match="print_running"):
        spool.do(lambda work: deed(work, tried.id))
    stuck.free.set()
    spool.until(lambda: spool.job(tried.id).ended)


def unused() -> int:
    """A port at which nobody answers."""
    with pretend_printer() as gone:
        return gone.port


def test_a_road_that_promised_a_proof_and_gave_none_leaves_it_to_a_person(spool: Spool) -> None:
    folder = Printer(name=f"file:{spool.papers}", proof="status")
    spool.do(lambda work: deeds.set_printers(work, Printers(page=folder)))
    spool.hands()
    spool.log()
    spool.until_states("unconfirmed")
    assert spool.job(1).why == "print_unconfirmed"
    assert spool.files() == ["001-log-1405-08-30.pdf"]


def test_a_question_leaves_the_printer_to_others(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "EVERY", 3.0)
    with pretend_printer(busy="refused") as roll:
        spool.printers(roll=roll.name)
        spool.hands()
        spool.until(lambda: spool.now("roll") == "ready")
        other = printer(roll.name, raw=True)
        spool.until_kept(lambda: other.condition() == "fine")
        spool.until_kept(lambda: other.condition() == "fine")


class Deaf:
    """A road on which a question is never answered, and a job arrives."""

    def __init__(self) -> None:
        self.asked, self.free = threading.Event(), threading.Event()

    def send(self, data: bytes, title: str) -> Taken:  # noqa: ARG002 - as the port asks
        """Arrives."""
        return Taken()

    def condition(self) -> Condition:
        """Comes back when the test is over."""
        self.asked.set()
        self.free.wait(20)
        return "fine"


def test_a_question_that_hangs_holds_up_neither_papers_nor_the_end(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "LONGEST", 0.3)
    deaf = Deaf()

    def roads(name: str | Printer, *, raw: bool, job: str) -> Transport:
        return deaf if raw else printer(name, raw=raw, job=job)

    spool.printers()
    hands = spool.hands(roads)
    assert deaf.asked.wait(20)
    spool.ticket()
    spool.log()
    spool.until_states("sent", "sent")
    assert spool.shown().state("roll") == "untold"
    begun = perf_counter()
    hands.stop()
    assert perf_counter() - begun < 1
    assert not any(thread.name == "print-roll" for thread in threading.enumerate())
    deaf.free.set()


@pytest.mark.expected_log("a printer could not be asked")
def test_a_bug_of_a_question_is_logged_and_tells_nothing(spool: Spool) -> None:
    class Broken(Deaf):
        def condition(self) -> Condition:
            self.asked.set()
            raise RuntimeError

    broken = Broken()
    spool.printers()
    spool.hands(lambda name, raw, job: broken if raw else printer(name, raw=raw, job=job))
    assert broken.asked.wait(20)
    spool.ticket()
    spool.until_states("sent")
    spool.until(lambda: spool.now("roll") == "untold")


def test_every_program_tells_what_the_one_that_prints_was_told(spool: Spool) -> None:
    with pretend_printer() as roll:
        spool.printers(roll=roll.name)
        spool.hands()
        spool.until(lambda: spool.now("roll") == "ready")
        other, told = spool.hands(), Listener()
        other.changed.connect(told.hear)
        roll.troubles.paper = "near"
        spool.until_kept(lambda: ("roll", "near_end") in told.told)


def test_one_dead_printer_of_three_keeps_no_other_waiting(spool: Spool) -> None:
    with pretend_printer() as dead, pretend_printer() as spare:
        dead.troubles.mute = True
        three = Printers(
            roll=Printer(name=dead.name, proof="status"),
            roll_spare=roll_printer(spare.name),
            page=Printer(name=f"file:{spool.papers}"),
        )
        spool.do(lambda work: deeds.set_printers(work, three))
        spool.hands()
        spool.until(lambda: spool.now("roll") == "silent")
        there = spool.ticket()
        spool.log()
        spool.until_states("sent", "sent")
        assert spare.got.get(timeout=20) == spool.bytes_of(there)
        assert [spool.job(n).role for n in (1, 2)] == ["roll_spare", "page"]
    assert dead.got.empty()


def proving(name: str) -> Printers:
    """A roll printer that can prove what it printed."""
    return Printers(roll=Printer(name=name, proof="status"))


def live(folder: Path, ready: Event, around: dict[str, str]) -> None:
    """A program that prints until it is killed, in the surroundings of its test."""
    os.environ.update(around)
    application = QApplication([])
    press = press_beside()
    press.warm()
    hands = PrintingHands(lambda: open_desk(folder, HandClock()), press, printer)
    ready.set()
    hands.start()
    application.exec()


def born(folder: Path) -> BaseProcess:
    """Such a program, ready to print."""
    context: Any = get_context(WAYS[0])
    if WAYS[0] == "forkserver":
        context.set_forkserver_preload([__name__])
    ready = context.Event()
    child: BaseProcess = context.Process(
        target=live, args=(folder, ready, dict(os.environ)), daemon=True
    )
    child.start()
    assert ready.wait(60)
    return child


def killed(child: BaseProcess) -> None:
    """As a power cut ends it."""
    assert child.pid
    os.kill(child.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    child.join(20)


def test_a_program_killed_while_sending_prints_nothing_twice_and_loses_nothing(
    spool: Spool,
) -> None:
    with pretend_printer() as roll:
        spool.printers(roll=roll.name)
        jobs = [spool.ticket() for _ in range(4)]
        expected = [spool.bytes_of(job) for job in jobs]
        roll.hold()
        child = born(spool.folder)
        assert roll.got.get(timeout=20) == expected[0]
        killed(child)
        roll.let_go()
        assert spool.states() == ["sending", "queued", "queued", "queued"]
        spool.hands()
        spool.until_states("unconfirmed", "sent", "sent", "sent")
        assert [roll.got.get(timeout=20) for _ in range(3)] == expected[1:]
    assert roll.got.empty()


def test_a_program_killed_while_a_printer_is_mute_loses_and_doubles_nothing(spool: Spool) -> None:
    with pretend_printer() as roll:
        roll.troubles.mute = True
        spool.do(lambda work: deeds.set_printers(work, proving(roll.name)))
        jobs = [spool.ticket() for _ in range(3)]
        for _ in range(3):
            child = born(spool.folder)
            spool.until_kept(lambda: bool(spool.shown().conditions))
            killed(child)
        roll.troubles.mute = False
        spool.hands()
        spool.until(lambda: not {"queued", "sending"} & set(spool.states()))
        expected = [spool.bytes_of(job) for job in jobs if spool.job(job.id).state == "confirmed"]
        assert [roll.got.get(timeout=20) for _ in expected] == expected
        assert spool.states().count("unconfirmed") <= 1
    assert roll.got.empty()


@pytest.mark.parametrize("kills", [8, pytest.param(200, marks=pytest.mark.soak)])
def test_programs_killed_at_any_moment_print_nothing_twice_and_lose_nothing(
    spool: Spool, kills: int
) -> None:
    chance = random.Random(1405)
    with pretend_printer() as roll:
        spool.printers(roll=roll.name)
        jobs: list[Job] = []
        for _ in range(kills):
            jobs += [spool.ticket() for _ in range(chance.randrange(1, 4))]
            child = born(spool.folder)
            sleep(chance.uniform(0, 0.25))
            killed(child)
        spool.hands()
        spool.until(lambda: not {"queued", "sending"} & set(spool.states()))
        doubted = [job for job in jobs if spool.job(job.id).state == "unconfirmed"]
        copies = [spool.do(partial(print_again, number=job.id)) for job in doubted]
        spool.until(lambda: not {"queued", "sending"} & set(spool.states()))
    times = Counter(all_of(roll.got))
    for job in jobs:
        printed = times.pop(spool.bytes_of(job), 0)
        assert printed == 1 or (job in doubted and printed == 0), job
    assert [times.pop(spool.bytes_of(copy)) for copy in copies] == [1] * len(copies)
    torn = [spool.bytes_of(job) for job in doubted]
    odd = [paper for paper in times if not any(map(partial(is_part, paper), torn))]
    assert [(len(paper), paper[:20], paper[-20:]) for paper in odd] == []
    assert set(times.values()) <= {1}
    assert len(doubted) <= kills


def all_of(got: SimpleQueue[bytes]) -> Iterator[bytes]:
    """What has arrived."""
    while not got.empty():
        yield got.get()


def is_part(part: bytes, whole: bytes) -> bool:
    """Whether it is the beginning of that."""
    return whole.startswith(part)
