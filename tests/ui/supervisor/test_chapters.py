"""What holds for every chapter."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.supervisor.conftest import Sits
from ui.supervisor.chapters import CHAPTERS


class Shown(QObject):
    """Hears which windows come up."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_chapter_opens_no_window_of_its_own_and_takes_the_keys(sits: Sits, scale: float) -> None:
    supervisor = sits(scale=scale)
    shown = Shown()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    for chapter in CHAPTERS:
        supervisor.hit(chapter.combo)
        assert shown.windows == [], chapter.name
        assert supervisor.page.isAncestorOf(supervisor.focus), chapter.name
    application.removeEventFilter(shown)
