"""A PC on which nothing was set up yet, with the wizard on its screen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.refusal import Refusal
from tests.ui.shell import HandClock
from ui.cli.windows import House
from ui.frame.problems import Problems
from ui.frame.words import speak_persian
from ui.look.theme import Theme
from ui.wizard.window import WizardWindow
from ui.words import Words


@pytest.fixture(scope="session")
def persian(qapp: QApplication) -> None:
    speak_persian(qapp)


@pytest.fixture
def house(tmp_path: Path, own_folders: None) -> House:
    return House(tmp_path / "data", HandClock())


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, persian: None, house: House) -> WizardWindow:
    return wizard(qtbot, qapp, house)


def wizard(qtbot: QtBot, qapp: QApplication, house: House) -> WizardWindow:
    """Its window on the screen."""
    theme = Theme()
    theme.apply(qapp)
    made = WizardWindow(theme, house, Problems(Words()))
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWidget() is not None)
    return made


def refusal_of(house: House) -> str:
    """Why the data cannot be opened; nothing where they can."""
    try:
        house.open().close()
    except Refusal as refusal:
        return refusal.code
    return ""
