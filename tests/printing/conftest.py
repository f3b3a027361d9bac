"""One application object and one press for all tests of papers."""

from collections.abc import Iterator

import pytest

from printing import engine
from printing.paper import Press


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    app = engine.start()
    yield Press()
    assert app is engine.start()
