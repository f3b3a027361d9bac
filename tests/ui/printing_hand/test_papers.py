"""Papers leave the spool once and in order, and no trouble of one holds up another."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from app.deeds import spool as deeds
from app.papers import Paper
from app.ports import Work
from app.printer import Printer
from app.refusal import Refusal
from app.spooling.printers import Printers, roll_printer
from app.spooling.spool import Job
from printing.paper import Roll
from tests.printing.pretend import pretend_printer
from tests.ui.press_here import PressHere
from tests.ui.printing_hand.spool import JOB, SLIP, Spool, Stuck, is_part
from ui.bootstrap import printer
from ui.frame.printing_hand import PrintingHands


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
    spool.until(lambda: ("roll", "unreachable") in spool.told)
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
