"""The server dies in the middle of work, the other goes on: nothing answered for is lost."""

import os
from collections.abc import Iterator
from time import sleep

import pytest

from tests.central.pair import Pair
from tests.central.pair_office import DATABASE, OFFICE, Writing, enrolled, founded, waited
from tests.central.pair_writer import Writer, losses

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 and a lesser user are POSIX's")


@pytest.fixture
def pair() -> Iterator[Pair]:
    pair = Pair()
    yield pair
    pair.remove()


@pytest.mark.parametrize("deaths", [2, pytest.param(20, marks=pytest.mark.soak)])
def test_writers_go_on_at_the_standby_and_nothing_answered_for_is_lost(
    pair: Pair, deaths: int
) -> None:
    writing = Writing(enrolled(founded(pair), pair.hosts, 3))
    gaps = []
    for _ in range(deaths):
        gaps.append(writing.through(pair.fail_over))
        pair.mend()
    answered, lost = writing.end(pair.dsn(DATABASE))
    assert lost == 0
    assert max(gaps) < 1, gaps
    assert answered > 100 * deaths


def test_no_answer_comes_before_the_standby_has_it(pair: Pair) -> None:
    writer = Writer(enrolled(founded(pair), pair.hosts, 1)[0])
    writer.begin()
    waited(lambda: len(writer.acknowledged) > 10)
    pair.standby.kill()
    sleep(0.2)
    before = len(writer.acknowledged)
    sleep(1)
    assert len(writer.acknowledged) == before
    pair.mend()
    waited(lambda: len(writer.acknowledged) > before + 10)
    writer.end()
    assert losses(pair.dsn(DATABASE), OFFICE, [writer]) == 0
