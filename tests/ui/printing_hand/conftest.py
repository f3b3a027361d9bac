"""A spool whose hands are quick."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.press_here import PressHere, press_here
from tests.ui.printing_hand.spool import Spool
from tests.ui.shell import Shell
from ui.frame import hand, questions, store_thread


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


@pytest.fixture
def spool(office: Shell, room: PressHere, qtbot: QtBot) -> Iterator[Spool]:
    """The sample office's; its hands stop at the end."""
    made = Spool(office, room, qtbot)
    yield made
    for hands in made.open:
        hands.stop(10)
    made.desk.close()
