"""A counter where one request is ready to be answered."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.counter.answer.answerer import Counter, clerk_of, finish_steps
from tests.ui.shell import Shell
from ui.bootstrap import Desk, open_desk
from ui.frame.door import Door
from ui.look.theme import Theme


@pytest.fixture
def tracking(office: Shell) -> str:
    """A request whose last step came back: its answer can be written."""
    number = office.register()
    finish_steps(office, number)
    return number


@pytest.fixture
def counter(
    qtbot: QtBot, office: Shell, desk: Desk, theme: Theme, tracking: str
) -> Iterator[Counter]:
    """The counter, its clerk signed in."""
    clerk = clerk_of(desk)
    door = Door(lambda: open_desk(office.data, office.clock), clerk=clerk)
    yield Counter(qtbot, desk, door, theme, tracking)
    door.close()
