"""Whoever has the credentials of one PC can write any line: the others go on, and agree."""

from collections.abc import Sequence
from random import Random

import msgspec
import pytest

from app.events.ticket import TicketIssued
from app.sync.feed import Fed
from tests.sim.chance import seeded
from tests.sim.network import Network
from tests.sim.oracles import check
from tests.sim.people import utter
from tests.sim.play import play

ABSURD = (
    ("number", 10**30),
    ("number", -(10**30)),
    ("credit", 10**12),
    ("effective_at", "2026-11-22T08:00:00"),
    ("effective_at", "0001-01-01T00:00:00+14:00"),
    ("day", "9999-12-31"),
    ("agreed_at", "9999-12-31T23:59:59-12:00"),
)


@pytest.mark.parametrize(("name", "value"), ABSURD)
def test_a_line_nobody_can_reckon_with_stops_nobody(name: str, value: object) -> None:
    world = play(3)
    network = Network(world)
    with seeded(Random(3)):
        thief = next(pc for pc in world.living() if pc.series)
        body = _body_of_a_number(world.centre.feed) | {name: value}
        with thief.journal.work() as work:
            utter(work, "0" * 32, TicketIssued.__name__, msgspec.json.encode(body))
            world.made.update((line.content, line) for line, _ in work.appended)
        network.settle()
        check(world)
    for pc in world.current():
        assert pc.journal.history("0" * 32)[0][1] is None


def _body_of_a_number(feed: Sequence[Fed]) -> dict[str, object]:
    issued = (fed.line.recorded for fed in feed if fed.line.recorded.kind == TicketIssued.__name__)
    body: dict[str, object] = msgspec.json.decode(next(issued).body)
    return body
