"""A dressed application at each text scale, and windows that are really shown."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.theme import Theme

Show = Callable[..., QWidget]


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """The light theme at 100 % and at 150 % text, put on and taken off again."""
    theme = Theme(scale=request.param)
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")


@pytest.fixture
def plain(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at 100 %, where the scale does not matter."""
    theme = Theme()
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show parts one below the other in an active window and give the window."""
    kept: list[QWidget] = []

    def shown(*parts: QWidget, width: int = 600, height: int = 400) -> QWidget:
        window = QWidget()
        kept.append(window)
        column = QVBoxLayout(window)
        for part in parts:
            column.addWidget(part)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return shown
