"""One application object and one press for all tests of papers."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from printing import engine
from printing.paper import Press


@pytest.fixture(scope="session")
def press(qapp: QApplication) -> Iterator[Press]:
    """A press beside windows: a process has one application object, and tests share a process."""
    app = engine.start()
    yield Press()
    assert app is engine.start()
