"""An author's own lines, brought back by somebody who cannot vouch for them."""

from random import Random

import pytest
from msgspec.structs import replace

from app.sync.feed import Line, Place
from app.sync.wire import Heal, Push
from db.journal import new_incarnation
from tests.sim.chance import seeded
from tests.sim.network import Network
from tests.sim.office import OFFICE
from tests.sim.oracles import check
from tests.sim.pc import Pc
from tests.sim.people import People
from tests.sim.play import play
from tests.sim.world import World


@pytest.mark.parametrize("behind", [False, True])
def test_an_author_signs_what_came_back_unsigned_before_he_had_read_it(*, behind: bool) -> None:
    """Whether or not an older line of his was brought `behind` it, with no signature of his."""
    world = play(3)
    network = Network(world)
    with seeded(Random(3)):
        author = next(pc for pc in world.living() if pc.series)
        older, lost = _older(world, author), _lost(world, author)
        spoilt = replace(older, signature=b"0" * 64)
        _bring(world, [*(replace(line, signature=b"") for line in lost), *[spoilt] * behind])
        network.settle()
        check(world)
    believed = {fed.line.recorded.link for fed in world.centre.feed if fed.line.signature}
    assert lost[-1].recorded.link in believed


def test_lines_that_left_the_chain_are_brought_back_where_the_feed_hangs_on_what_followed() -> None:
    """The centre forgot both; only what followed was brought back, and a copy of the author then
    wrote other lines in the place of the rest.
    """
    world = play(3)
    network = Network(world)
    with seeded(Random(3)):
        author = next(pc for pc in world.living() if pc.series)
        copy = author.twin("copy", same_machine=True)
        world.pcs.append(copy)
        world.copied_nodes.add(author.node)
        lost = _lost(world, author)
        new_incarnation(author.connection.cursor(), OFFICE, author.node, world.now, "restored")
        followed = _written(world, author)[len(lost) :]
        _bring(world, followed)
        world.centre.answer(
            copy.node, Push(place=_end(world), lines=tuple(_written(world, copy))), world.now
        )
        network.settle()
        check(world)
    assert followed[0].follows == lost[-1].recorded.link
    assert followed[0].follows in {fed.line.recorded.link for fed in world.centre.feed}


def _older(world: World, author: Pc) -> Line:
    incarnation = author.replica.incarnations()[-1]
    lines = (fed.line for fed in world.centre.feed)
    return next(line for line in lines if line.recorded.incarnation == incarnation)


def _lost(world: World, author: Pc) -> list[Line]:
    """Pushed, and gone with the centre's disk before anybody read it."""
    length = len(world.centre.feed)
    lines = _written(world, author)
    world.centre.answer(author.node, Push(place=_end(world), lines=tuple(lines)), world.now)
    assert len(world.centre.feed) == length + len(lines)
    world.centre.restore(length, world.now)
    return lines


def _written(world: World, author: Pc) -> list[Line]:
    """All that it has not sent, some of it new."""
    people, before = People(world), len(author.replica.outbox())
    while len(lines := author.replica.outbox()) < before + 2:
        people.deed(author)
    return list(lines)


def _bring(world: World, lines: list[Line]) -> None:
    other = next(pc for pc in world.living() if not pc.series)
    world.centre.answer(other.node, Heal(place=_end(world), lines=tuple(lines)), world.now)


def _end(world: World) -> Place:
    end = world.centre.feed[-1]
    return Place(cursor=end.number, mark=end.mark)
