"""A dressed application, a door to a store of its own, and a window with a page that listens."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.ui.shell import Shell
from ui.bootstrap import Desk, open_desk
from ui.frame.door import Door
from ui.frame.keys import Key
from ui.frame.page import GAP, Act, Page
from ui.frame.window import FrameWindow
from ui.frame.words import speak_persian
from ui.look.theme import Theme

KEYS = (
    Key(combo="F2", name="Back", does="Help for this page"),
    Key(combo="F8", name="Confirm", does="Nothing found"),
)


class Listening(Page):
    """A page with two fields that notes which keys came to it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.first, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.came: list[str] = []
        self.shown: tuple[Act, ...] = (
            Act(combo="F2", name="نفر بعد", filled=True),
            GAP,
            Act(combo="F7", name="برگ اعلام نقص"),
            GAP,
            Act(combo="F8", name="ثبت و چاپ رسید", why_not="۲ مدرک مانده است"),
        )

    def acts(self) -> Sequence[Act]:
        return self.shown

    def press(self, combo: str) -> bool:
        if combo in {"F2", "F7", "F8", "Ctrl+4"}:
            self.came.append(combo)
            return True
        return super().press(combo)

    def enter(self) -> None:
        self.first.setFocus()


@pytest.fixture(scope="session")
def persian(qapp: QApplication) -> None:
    speak_persian(qapp)


@pytest.fixture
def theme(qapp: QApplication, persian: None) -> Theme:
    made = Theme()
    made.apply(qapp)
    return made


@pytest.fixture
def page(theme: Theme) -> Listening:
    return Listening(theme)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, page: Listening) -> FrameWindow:
    made = FrameWindow(theme, KEYS)
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.go(page)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(page.first.hasFocus)
    return made


@pytest.fixture
def opening(office: Shell) -> Callable[[], Desk]:
    return partial(open_desk, office.data, office.clock)


@pytest.fixture
def door(qtbot: QtBot, opening: Callable[[], Desk]) -> Iterator[Door]:
    made = Door(opening)
    with qtbot.waitSignal(made.opened):
        pass
    yield made
    made.close()
