"""A PC of an office on which Bajeh starts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shell import HandClock
from tests.ui.start.pc import Begin
from ui.cli.windows import House
from ui.start import Start


@pytest.fixture
def house(tmp_path: Path, own_folders: None) -> House:
    return House(tmp_path / "data", HandClock())


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, house: House) -> Iterator[Begin]:
    begun: list[Start] = []

    def begin(wish: str = "") -> Start:
        started = Start(qapp, house, wish)
        begun.append(started)
        with qtbot.waitSignal(started.shown):
            started.begin()
        return started

    yield begin
    for started in reversed(begun):
        started.end()
        if started.window is not None:
            started.window.hide()
            started.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
