"""Programs killed while they print: nothing twice, nothing lost."""

import os
import random
import signal
from collections import Counter
from collections.abc import Iterator
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from queue import SimpleQueue
from time import sleep
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.deeds import spool as deeds
from app.handing.reprinting import print_again
from app.spooling.spool import Job
from printing.transports import network
from tests.printing.pretend import pretend_printer
from tests.ui.printing_hand.spool import Spool, is_part, proving
from tests.ui.shell import HandClock
from ui.bootstrap import open_desk, press_beside, printer
from ui.frame.printing_hand import PrintingHands

WAYS = [way for way in ("forkserver", "spawn") if way in get_all_start_methods()]
"""How another program begins: the first is quicker, and some systems have it not."""


def live(folder: Path, ready: Event, around: dict[str, str], last_word: float) -> None:
    """A program that prints until it is killed, in the surroundings of its test; it waits so many
    seconds for what a printer says after a paper.
    """
    os.environ.update(around)
    network.LAST_WORD = last_word
    application = QApplication([])
    press = press_beside()
    press.warm()
    hands = PrintingHands(lambda: open_desk(folder, HandClock()), press, printer)
    ready.set()
    hands.start()
    application.exec()


def born(folder: Path, last_word: float = network.LAST_WORD) -> BaseProcess:
    """Such a program, ready to print."""
    context: Any = get_context(WAYS[0])
    if WAYS[0] == "forkserver":
        context.set_forkserver_preload([__name__])
    ready = context.Event()
    child: BaseProcess = context.Process(
        target=live, args=(folder, ready, dict(os.environ), last_word), daemon=True
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
        child = born(spool.folder, last_word=60)  # it is killed before that is over
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
