"""Counters for clerks to sit at, and nothing left running when they go home."""

import gc
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.spooling.printers import Printers, named_printers
from tests.ui.counter.clerk import Clerk
from tests.ui.counter.pages import Counter, Open
from tests.ui.shell import Shell
from ui.bootstrap import Desk, open_desk
from ui.frame.door import Door
from ui.frame.words import speak_persian
from ui.look.theme import Theme


class Sits(Protocol):
    def __call__(
        self,
        number: str = "1",
        *,
        code: str = "101",
        scale: float = 1.0,
        printers: Printers | None = None,
        prints: bool = False,
        folder: Path | None = None,
    ) -> Clerk: ...


@pytest.fixture
def nothing_left(qtbot: QtBot) -> Iterator[None]:
    """Fails a test that leaves a thread or a timer behind; what is just ending may end."""
    threads, timers = set(threading.enumerate()), set(map(id, _ticking()))
    yield
    for thread in set(threading.enumerate()) - threads:
        thread.join(20)
        assert not thread.is_alive(), thread.name
    qtbot.waitUntil(lambda: {id(each) for each in _ticking()} <= timers)


@pytest.fixture
def sits(qtbot: QtBot, qapp: QApplication, office: Shell, nothing_left: None) -> Iterator[Sits]:
    """Opens a counter's window for a clerk."""
    if not qapp.property("speaks"):
        speak_persian(qapp)
        qapp.setProperty("speaks", True)
    clerks: list[Clerk] = []

    def sit(
        number: str = "1",
        *,
        code: str = "101",
        scale: float = 1.0,
        printers: Printers | None = None,
        prints: bool = False,
        folder: Path | None = None,
    ) -> Clerk:
        theme = Theme(scale=scale)
        theme.apply(qapp)
        clerk = Clerk(
            qtbot,
            theme,
            folder or office.data,
            office.clock,
            number=number,
            code=code,
            printers=printers or into(office),
            prints=prints,
        )
        clerks.append(clerk)
        return clerk

    yield sit
    for clerk in clerks:
        clerk.close()
    qapp.setStyleSheet("")


@pytest.fixture
def clerk(sits: Sits) -> Clerk:
    """At counter 1, with nobody waiting."""
    return sits()


@pytest.fixture
def desk(office: Shell) -> Iterator[Desk]:
    """A second opening of the store, to look at what was written."""
    made = open_desk(office.data, office.clock)
    yield made
    made.close()


@pytest.fixture
def door(qtbot: QtBot, office: Shell, desk: Desk) -> Iterator[Door]:
    """The window's own opening of the store."""
    with desk.journal.look() as look:
        clerk = look.office.clerk("101").clerk
    made = Door(partial(open_desk, office.data, office.clock), clerk=clerk)
    with qtbot.waitSignal(made.opened):
        pass
    yield made
    made.close()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The Persian light theme."""
    speak_persian(qapp)
    made = Theme()
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def counter(qtbot: QtBot, desk: Desk, door: Door, theme: Theme) -> Counter:
    """Counter 1 with nobody at it."""
    return Counter(qtbot, desk, door, theme)


@pytest.fixture
def opened(office: Shell, counter: Counter) -> Open:
    """A request that was just registered."""
    return Open(counter, office.register())


def into(office: Shell) -> Printers:
    """Printers whose papers become files of a folder."""
    folder = f"file:{office.home / 'papers'}"
    return named_printers(roll=folder, page=folder)


def _ticking() -> list[QTimer]:
    return [
        each
        for each in gc.get_objects()
        if type(each) is QTimer and isValid(each) and each.isActive()
    ]
