"""The press in a process of its own."""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from select import select
from subprocess import PIPE, Popen

import pytest

from app.refusal import Refusal
from printing import apart
from printing.apart import Broke, PressApart
from printing.paper import Press
from tests.printing import samples

COMMAND = [sys.executable, "-m", "printing"]


@pytest.fixture(scope="module")
def away() -> Iterator[PressApart]:
    """A press in another process."""
    made = PressApart(COMMAND)
    yield made
    made.close()


def test_what_it_makes_is_what_the_press_makes_here(away: PressApart, press: Press) -> None:
    receipt, answer = samples.receipt(), samples.answer()
    assert away.thermal(receipt, 58) == press.thermal(receipt, 58)
    assert len(away.pdf(answer, "A5")) == len(press.pdf(answer, "A5"))
    for there, here in zip(away.leaves(answer, 96), press.leaves(answer, 96), strict=True):
        assert there.image == here.image
        assert there.spots == here.spots


def test_it_refuses_as_the_press_does(away: PressApart) -> None:
    with pytest.raises(Refusal) as refused:
        away.thermal(samples.log())
    assert (refused.value.code, refused.value.facts) == ("paper_not_on_roll", {"kind": "log"})


def test_a_bug_in_it_is_told_and_it_goes_on(away: PressApart) -> None:
    with pytest.raises(Broke, match="KeyError"):
        away.thermal(samples.receipt(), 70)  # type: ignore[arg-type]
    assert away.thermal(samples.receipt())


@pytest.mark.expected_log("the press died")
def test_a_press_that_was_killed_begins_anew_and_no_paper_is_lost() -> None:
    away = PressApart(COMMAND)
    away.warm()
    _kill(away)
    assert away.thermal(samples.receipt())
    away.close()


def test_several_threads_get_each_their_own_paper(away: PressApart, press: Press) -> None:
    papers = [samples.receipt(), samples.ticket(), samples.deficiency()] * 4
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(away.thermal, papers))
    assert made == [press.thermal(paper) for paper in papers]


@pytest.mark.expected_log("the press died")
def test_a_press_that_cannot_start_is_said() -> None:
    with pytest.raises(Refusal, match="press_died"):
        PressApart([sys.executable, "-c", "raise SystemExit(3)"]).warm()


@pytest.mark.expected_log("the press died")
def test_a_press_that_says_nothing_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.2)
    away = PressApart([sys.executable, "-c", "import time; time.sleep(60)"])
    with pytest.raises(Refusal, match="press_died"):
        away.warm()


@pytest.mark.skipif(sys.platform != "linux", reason="waits on a process by its descriptor")
def test_it_dies_with_whoever_asks() -> None:
    asks = (
        "import sys\nfrom printing.apart import PressApart\n"
        f"press = PressApart({COMMAND!r})\npress.warm()\n"
        "print(press._child.pid, flush=True)\nsys.stdin.read()\n"
    )
    with Popen([sys.executable, "-c", asks], stdin=PIPE, stdout=PIPE, text=True) as asking:
        assert asking.stdout is not None
        watched = os.pidfd_open(int(asking.stdout.readline()))
        asking.send_signal(signal.SIGKILL)
    ended, _, _ = select([watched], [], [], 20)
    os.close(watched)
    assert ended


def test_nothing_is_left_when_it_is_closed(away: PressApart) -> None:
    other = PressApart(COMMAND)
    other.warm()
    other.close()
    other.close()
    assert away.thermal(samples.receipt())


def _kill(away: PressApart) -> None:
    child = away._child
    assert child is not None
    child.kill()
    child.wait()
