"""The supervisor of the sample office, at a real window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shell import Shell
from tests.ui.supervisor.supervisor import Supervisor
from ui.frame.words import speak_persian
from ui.look.theme import Theme


class Sits(Protocol):
    def __call__(self, *, scale: float = 1.0, code: str = "201") -> Supervisor: ...


@pytest.fixture
def sits(qtbot: QtBot, qapp: QApplication, office: Shell, tmp_path: Path) -> Iterator[Sits]:
    """Opens the supervisor's window."""
    if not qapp.property("speaks"):
        speak_persian(qapp)
        qapp.setProperty("speaks", True)
    seated: list[Supervisor] = []

    def sit(*, scale: float = 1.0, code: str = "201") -> Supervisor:
        theme = Theme(scale=scale)
        theme.apply(qapp)
        seated.append(Supervisor(qtbot, theme, office.data, office.clock, code))
        return seated[-1]

    yield sit
    for each in seated:
        each.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def supervisor(sits: Sits) -> Supervisor:
    """In the morning, before anybody has come."""
    return sits()
