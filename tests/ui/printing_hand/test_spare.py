"""Where a paper goes when its printer does not answer, and what is proved of it."""

from datetime import timedelta
from time import perf_counter

import pytest
from msgspec.structs import replace

from app.deeds import spool as deeds
from app.printer import Printer
from app.spooling import turns
from app.spooling.printers import Printers
from tests.printing.pretend import pretend_printer
from tests.ui.printing_hand.spool import JOB, SLIP, Spool


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
        spool.until(lambda: ("roll", "paper_out") in spool.told)
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


def test_a_road_that_promised_a_proof_and_gave_none_leaves_it_to_a_person(spool: Spool) -> None:
    folder = Printer(name=f"file:{spool.papers}", proof="status")
    spool.do(lambda work: deeds.set_printers(work, Printers(page=folder)))
    spool.hands()
    spool.log()
    spool.until_states("unconfirmed")
    assert spool.job(1).why == "print_unconfirmed"
    assert spool.files() == ["001-log-1405-08-30.pdf"]
