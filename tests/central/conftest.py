"""What the tests of the centre share: one server for all of them, a database for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.central.office import Centre, empty, running
from tests.central.pcs import enrolled
from tests.central.server import Server
from tests.central.thief import HIS, OTHER, Neighbour, Thief
from tests.ui.shell import Shell


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL that is there until the last test."""
    with running() as server:
        yield server


@pytest.fixture
def centre(server: Server) -> Iterator[Centre]:
    """An empty centre."""
    with empty(server) as centre:
        yield centre


@pytest.fixture
def thief(centre: Centre) -> Iterator[Thief]:
    """One PC of an office of two, in the wrong hands."""
    centre.enrol(HIS, "1")
    centre.enrol(OTHER, "2")
    thief = Thief(centre)
    yield thief
    thief.close()


@pytest.fixture
def neighbour(centre: Centre) -> Iterator[Neighbour]:
    """Another office."""
    neighbour = Neighbour(centre)
    yield neighbour
    neighbour.centre.close()


@pytest.fixture
def first(tmp_path: Path, centre: Centre) -> Shell:
    """The first PC, let in."""
    shell = Shell(tmp_path / "first", tmp_path)
    shell.done("setup", "--sample")
    enrolled(shell, centre)
    return shell
