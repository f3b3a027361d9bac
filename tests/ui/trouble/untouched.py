"""Requests with another applicant, and deeds that leave nothing behind."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.ui.shell import PERSON, REQUEST, Facts, Shell

LATIN_DIGITS = set("0123456789")


def with_applicant(**changes: object) -> Facts:
    return {**REQUEST, "applicant": {**PERSON, **changes}}


@contextmanager
def nothing_done(office: Shell) -> Iterator[None]:
    """What happens inside leaves no fact behind, and the store whole."""
    before = office.events()
    yield
    assert office.events() == before
