"""A sheet at both scales, in Persian."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.counter.sheet.desk import FRESH, Desk, Open
from ui.counter.sheet import SheetBody
from ui.counter.state import CounterState
from ui.frame.words import Persian
from ui.look.theme import Theme


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def scale(request: pytest.FixtureRequest) -> float:
    return float(request.param)


@pytest.fixture
def persian(qapp: QApplication) -> Iterator[None]:
    translator = Persian(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    qapp.setStyleSheet("")


@pytest.fixture
def open_at(qtbot: QtBot, qapp: QApplication, persian: None) -> Open:
    kept: list[QWidget] = []

    def opened(state: CounterState = FRESH, scale: float = 1.0, height: int = 579) -> Desk:
        theme = Theme(scale=scale)
        theme.apply(qapp)
        sheet = SheetBody(theme)
        kept.append(sheet)
        qtbot.addWidget(sheet)
        sheet.resize(786, height)
        with qtbot.waitExposed(sheet):
            sheet.show()
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow)
        desk = Desk(qtbot, sheet, state)
        sheet.enter()
        return desk

    return opened
