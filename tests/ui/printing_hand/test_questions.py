"""Questions to idle printers disturb neither papers, other programs nor the end."""

import threading
from time import perf_counter

import pytest

from app.ports import Transport
from app.printer import Condition, Printer, Taken
from tests.printing.pretend import pretend_printer
from tests.ui.printing_hand.spool import LONG, Listener, Spool
from ui.bootstrap import printer
from ui.frame import questions


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
    hands.stop(LONG)
    assert perf_counter() - begun < LONG / 2
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
