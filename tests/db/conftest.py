"""What the tests of the store share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.journal import StoreJournal
from tests.db.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A place where an office can be founded."""
    return Office(tmp_path)


@pytest.fixture
def journal(office: Office) -> Iterator[StoreJournal]:
    """The journal of a founded office."""
    journal = office.found()
    yield journal
    journal.close()
