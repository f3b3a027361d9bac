"""A sample office for each test of the command line, made once and copied."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.timing import PATIENCE
from tests.ui.shell import Shell
from ui.counter import document_rows
from ui.frame import ask

FOLDERS = ("config", "state")


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: QApplication) -> None:
    """Made before a command prints: a process has one application object, and windows need theirs
    to be the one that can show them.
    """


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """More patient than it is by itself."""
    bot = QtBot(request)
    bot.waitSignal = partial(bot.waitSignal, timeout=PATIENCE)  # type: ignore[method-assign]
    bot.waitUntil = partial(bot.waitUntil, timeout=PATIENCE)  # type: ignore[method-assign]
    return bot


@pytest.fixture(autouse=True)
def no_window_left(one_application: None) -> Iterator[None]:
    """A window that a test leaves takes every later change of the look to itself, too: after some
    thousand of them each test would take ten seconds.
    """
    yield
    for left in QApplication.topLevelWidgets():
        left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office as set-up left it: its data, its key and its witness."""
    home = tmp_path_factory.mktemp("master")
    with pytest.MonkeyPatch.context() as patch:
        for name in FOLDERS:
            patch.setenv(f"XDG_{name.upper()}_HOME", str(home / name))
        Shell(home / "office", home).done("setup", "--sample")
    return home


@pytest.fixture
def office(master: Path, tmp_path: Path, own_folders: None) -> Shell:
    """A shell at a sample office of its own."""
    for name in FOLDERS:
        shutil.copytree(master / name, tmp_path / "user" / name, dirs_exist_ok=True)
    shutil.copytree(master / "office", tmp_path / "office")
    return Shell(tmp_path / "office", tmp_path)


@pytest.fixture
def nowhere(tmp_path: Path, own_folders: None) -> Shell:
    """A shell at a data folder that nobody has made."""
    return Shell(tmp_path / "nowhere", tmp_path)


@pytest.fixture(autouse=True)
def quick_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read a question at once, and press a key again as if time had gone by; those about
    that very time set it themselves.
    """
    monkeypatch.setattr(ask, "_UNREAD", 0.0)
    monkeypatch.setattr(document_rows, "_TWICE", 0.0)
