"""The functions of the real centre say what the model says, to sense and nonsense."""

from collections.abc import Iterator
from contextlib import suppress

import pytest

from app.sync.talk import Rejected
from tests.central.chatter import Chatter
from tests.central.office import Centre, names
from tests.central.twin import Real, Twin
from tests.sim.office import OFFICE
from tests.sim.play import play

NOW = 1_795_235_400_000_000


@pytest.fixture
def real(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> Iterator[Real]:
    real = Real(centre)
    monkeypatch.setattr(Twin, "real", real, raising=False)
    yield real
    real.close()


def talk(seed: int, turns: int) -> Twin:
    """Every reply is compared on the way."""
    twin = Twin(OFFICE)
    chatter = Chatter(seed, twin, list(names(3)))
    now = NOW
    for _ in range(turns):
        chance = chatter.chance.random()
        now += int(chatter.chance.choice((1e4, 1e6, 2e7)))
        if chance < 0.01:
            twin.restart(now)
        elif chance < 0.02:
            twin.restore(chatter.chance.randrange(len(twin.feed) + 1), now)
        elif chance < 0.025:
            twin.resume()
        else:
            with suppress(Rejected):
                twin.answer(*chatter.request(), now)
            chatter.remember()
    return twin


def test_made_up_conversations_go_the_same_way(real: Real) -> None:
    replies = 0
    for seed in range(12):
        replies += talk(seed, 150).asked
    assert replies > 1500


def test_real_conversations_through_a_day_of_faults_go_the_same_way(real: Real) -> None:
    for seed in range(16):
        assert isinstance(play(seed, 60, centre=Twin).centre, Twin)


@pytest.mark.soak
def test_many_conversations_go_the_same_way(real: Real) -> None:
    for seed in range(1000, 1400):
        talk(seed, 300)
    for seed in range(1000, 1200):
        play(seed, centre=Twin)
