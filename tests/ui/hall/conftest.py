"""A hall of the sample office on a store of its own, with counters that tests move."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hall.watcher import Watcher
from ui.bootstrap import set_up
from ui.frame.words import speak_persian
from ui.look.theme import Theme
from ui.sample import sample_plan

MORNING = datetime(2026, 11, 21, 7, 15, tzinfo=UTC)
"""Saturday 30 Aban 1405, a quarter to eleven in Tehran."""


class Standing:
    """The PC's clock, and what measures how old things are; both stand until a test moves them."""

    def __init__(self) -> None:
        self.at = MORNING
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.at

    def elapsed(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Standing:
    return Standing()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    if not qapp.property("speaks"):
        speak_persian(qapp)
        qapp.setProperty("speaks", True)
    made = Theme()
    made.apply(qapp)
    return made


@pytest.fixture
def folder(tmp_path: Path, clock: Standing, own_folders: None) -> Path:
    set_up(tmp_path / "office", sample_plan(clock.at.date()), clock)
    return tmp_path / "office"


@pytest.fixture
def watcher(qtbot: QtBot, theme: Theme, clock: Standing, folder: Path) -> Iterator[Watcher]:
    """Somebody in the hall, who also does what counters do."""
    made = Watcher(qtbot, theme, clock, folder)
    yield made
    made.leave()
