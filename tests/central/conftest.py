"""What the tests of the centre share: one server for all of them, a database for each."""

import secrets
from collections.abc import Iterator

import pytest

from tests.central.office import Centre, copy_of_template, templated
from tests.central.server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL that is there until the last test."""
    server = Server()
    server.start()
    templated(server)
    yield server
    server.remove()


@pytest.fixture
def centre(server: Server) -> Iterator[Centre]:
    """An empty centre."""
    centre = copy_of_template(server, f"centre_{secrets.token_hex(4)}")
    yield centre
    centre.drop()
