"""How a printer stands is told, kept, and heeded by what waits."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from app.deeds import spool as deeds
from app.printer import STOPS, Condition, Taken
from app.spooling import turns
from printing import talk
from tests.printing.pretend import pretend_printer
from tests.ui.printing_hand.spool import JOB, SLIP, Spool, proving
from ui.frame import hand


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
