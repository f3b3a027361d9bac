"""A kiosk of a sample office on a store of its own, with a clock and fingers that tests move."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.deeds.founding import Plan
from app.deeds.spool import set_printers
from app.spooling.printers import Printers, named_printers
from tests.ui.kiosk.visitor import Visitor
from ui.bootstrap import Desk, open_desk, set_up
from ui.frame.door import Door
from ui.frame.problems import Problems
from ui.frame.words import speak_persian
from ui.kiosk.window import KioskWindow
from ui.look.theme import Theme
from ui.sample import sample_plan
from ui.words import Words

MORNING = datetime(2026, 11, 21, 7, 15, tzinfo=UTC)
"""Saturday 30 Aban 1405, a quarter to eleven in Tehran."""


class Standing:
    """The PC's clock, and what measures idleness; both stand until a test moves them."""

    def __init__(self) -> None:
        self.at = MORNING
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.at

    def elapsed(self) -> float:
        return self.seconds


class Opens(Protocol):
    def __call__(
        self,
        *,
        wide: bool = False,
        printers: Printers | None = None,
        again: bool = False,
        name: str = "",
        **changes: object,
    ) -> Visitor: ...


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
def opens(qtbot: QtBot, theme: Theme, clock: Standing, tmp_path: Path) -> Iterator[Opens]:
    """Opens a kiosk, of the sample office with these changes to its plan; `again`: of the folder
    that stands there already.
    """
    doors: list[Door] = []

    def open_kiosk(
        *,
        wide: bool = False,
        printers: Printers | None = None,
        again: bool = False,
        name: str = "",
        **changes: object,
    ) -> Visitor:
        plan: Plan = replace(sample_plan(clock.at.date()), **changes)
        if not again:
            set_up(tmp_path / "office", plan, clock)
        desk = _desk(tmp_path / "office", clock, printers)
        door, problems = Door(desk), Problems(Words())
        doors.append(door)
        problems.hear(door)
        named = name or plan.kiosks[0]
        window = KioskWindow(theme, door, problems, named, clock, elapsed=clock.elapsed)
        qtbot.addWidget(window)
        window.resize(*((1366, 768) if wide else (1080, 1920)))
        window.show()
        visitor = Visitor(qtbot, window, door, clock)
        visitor.waits(lambda: bool(window.attendant.shown.office))
        return visitor

    yield open_kiosk
    for door in doors:
        door.close()


def _desk(folder: Path, clock: Standing, printers: Printers | None) -> Callable[[], Desk]:
    file = f"file:{folder / 'papers'}"
    found = printers or named_printers(roll=file, page=file)

    def opened() -> Desk:
        desk = open_desk(folder, clock)
        with desk.journal.work() as work:
            set_printers(work, found)
        return desk

    return opened
