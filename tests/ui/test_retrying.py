"""After a failure a PC waits ever longer, but not with what somebody does meanwhile."""

from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.centre_here import CentreHere
from tests.ui.test_sync_link import Pc, centre, pc, quick
from ui.frame import sync_thread
from ui.frame.sync_thread import KNOCK

__all__ = ["centre", "pc", "quick"]

LONG = 600.0


@pytest.fixture
def away(pc: Pc, centre: CentreHere, monkeypatch: pytest.MonkeyPatch) -> Pc:
    """A PC whose next try is far away, and whose centre has just come back."""
    monkeypatch.setattr(sync_thread, "KNOCK", 0.1)
    pc.link()
    pc.settles()
    monkeypatch.setattr(sync_thread, "wait_after", lambda *_: LONG)
    centre.away = True
    pc.waits(lambda state: state.centre == "away")
    centre.away = False
    assert pc.links[0]._thread._due > monotonic() + LONG / 2
    return pc


def test_a_commit_tries_the_centre_again(away: Pc) -> None:
    away.issue()
    away.settles()


def test_a_call_brings_the_round_too(away: Pc) -> None:
    assert away.called(away.links[0]) is not None
    away.settles()


def test_a_centre_that_stays_away_is_not_asked_again_without_new_work(
    away: Pc, centre: CentreHere, qtbot: QtBot
) -> None:
    thread = away.links[0]._thread
    centre.away = True
    failed = thread._failures
    away.issue()
    qtbot.waitUntil(lambda: thread._failures > failed)
    assert thread._knock == float("inf")


def test_pcs_do_not_knock_in_step(away: Pc, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(sync_thread, "KNOCK", LONG)
    thread = away.links[0]._thread
    away.issue()
    qtbot.waitUntil(lambda: thread._knock != float("inf"))
    assert LONG <= thread._knock - thread._failed_at <= 2 * LONG
    assert KNOCK > 1.0


def test_a_pc_that_was_shut_out_does_not_knock(
    pc: Pc, centre: CentreHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre.revoked.add(pc.desk.journal.node)
    monkeypatch.setattr(sync_thread, "SHUT_OUT", LONG)
    pc.link()
    before = pc.waits(lambda state: state.centre == "revoked").unsent
    pc.issue()
    pc.waits(lambda state: state.unsent > before)
    assert pc.links[0]._thread._knock == float("inf")
