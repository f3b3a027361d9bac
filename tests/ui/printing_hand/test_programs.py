"""The hands themselves: several programs, stopping, and whom they tell."""

import threading
from time import perf_counter

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.deeds import spool as deeds
from app.deeds.ticket import issue
from app.handing.handing_out import hand_out
from app.ports import Transport
from app.printer import Printer
from app.refusal import Refusal
from app.spooling.printers import Printers
from tests.printing.pretend import pretend_printer
from tests.ui.press_here import PressHere
from tests.ui.printing_hand.spool import JOB, LONG, SERVICE, Spool, Stuck
from ui.bootstrap import Desk, printer
from ui.frame import questions, store_thread
from ui.frame.printing_hand import PrintingHands


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
    assert perf_counter() - begun < LONG / 2
    assert spool.states() == ["sending", "sent"]
    stuck.free.set()


def test_stopping_idle_hands_is_quick_and_nothing_is_told_after_it(spool: Spool) -> None:
    spool.printers()
    hands = spool.hands()
    spool.ticket()
    spool.until_states("sent")
    begun = perf_counter()
    hands.stop(LONG)
    assert perf_counter() - begun < LONG / 2
    QApplication.processEvents()  # what was told before the end may still be on its way
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
    spool.until(lambda: bool(told) and spool.now("roll") == "ready")
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


def test_a_number_hurries_the_hand_of_its_roll(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_thread, "POLL", 60.0)  # nobody looks of their own accord
    monkeypatch.setattr(questions, "EVERY", 60.0)
    spool.printers()
    hands = spool.hands()
    spool.until(lambda: {("roll", "ready"), ("page", "ready")} <= set(spool.told))
    with spool.desk.journal.work() as work:
        hand_out(work, "ticket", issue(work, SERVICE).id)
    hands.hurry()
    spool.until_states("sent")


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
    spool.until(lambda: not hands.served)
    hands.stop(10)
    assert threads() == set()


def test_what_a_printer_was_sent_that_is_no_more_is_looked_at(spool: Spool) -> None:
    lost = replace(JOB, made_at=spool.clock.at)
    spool.do(lambda work: work.spool(lost, b"{}"))
    spool.hands()
    spool.until_states("unconfirmed")
