"""A stolen PC: what it brings back to a centre that has lost something, before others can."""

from collections.abc import Sequence

from msgspec.structs import replace

from app.event import Recorded, content_of, link_of
from app.sync.feed import START, Fed, Line, Place
from app.sync.wire import Heal
from tests.sim.world import World

GHOST = "dd" * 16
"""A PC that nobody ever enrolled."""


def spoil(world: World, lost: Sequence[Fed]) -> None:
    """True lines with wrong signatures, lies before true ones, and lines of a PC that is none."""
    chance, lines = world.chance, [fed.line for fed in lost]
    lines = [line for line in lines if line.recorded.node != world.centre.office]
    _bring(world, [_ghostly(world)])
    while lines:
        count = chance.randrange(1, len(lines) + 1)
        batch, lines = lines[:count], lines[count:]
        way = chance.randrange(4)
        if way == 0:
            _bring(world, [_unsigned(line) for line in batch])
        elif way == 1:
            for line in batch:
                _bring(world, [line])
        elif way == 2:
            _lie(world, batch)


def _lie(world: World, batch: Sequence[Line]) -> None:
    """Something else in the place of a true line, and behind it the true ones, as they were."""
    recorded = batch[0].recorded
    body = b'{"title":"lie"}' + recorded.body
    content = content_of(
        recorded.id, recorded.at, recorded.clerk, recorded.entity,
        recorded.kind, recorded.version, body,
    )  # fmt: skip
    before = batch[0].follows if recorded.seq == 1 else _before(world, recorded)
    link = link_of(before, recorded.incarnation, recorded.seq, content)
    lie = replace(recorded, body=body, content=content, link=link)
    same = [line for line in batch if line.recorded.incarnation == recorded.incarnation]
    while same and not same[-1].signature:
        same.pop()
    if same:
        _heal(world, (Line(recorded=lie, follows=batch[0].follows), *same))


def _before(world: World, recorded: Recorded) -> bytes:
    place = recorded.node, recorded.incarnation, recorded.seq - 1
    return next(iter(world.centre.ways(*place)), START)


def _ghostly(world: World) -> Line:
    content = content_of("00" * 16, world.now, "", "00" * 16, "TicketHeld", 1, b"{}")
    link = link_of(START, GHOST, 1, content)
    fact = ("00" * 16, world.now, "", "00" * 16, "TicketHeld", 1, b"{}", content, link)
    recorded = Recorded(world.centre.office, GHOST, GHOST, 1, *fact)
    return Line(recorded=recorded, follows=START)


def _unsigned(line: Line) -> Line:
    return Line(recorded=line.recorded, follows=line.follows)


def _bring(world: World, lines: Sequence[Line]) -> None:
    """With a signature that is nobody's."""
    last = Line(
        recorded=lines[-1].recorded,
        follows=lines[-1].follows,
        signature=world.chance.randbytes(64),
    )
    _heal(world, (*lines[:-1], last))


def _heal(world: World, lines: tuple[Line, ...]) -> None:
    feed = world.centre.feed
    end = Place(cursor=feed[-1].number, mark=feed[-1].mark) if feed else Place()
    thief = world.chance.choice(world.pcs).node
    world.centre.answer(thief, Heal(place=end, lines=lines), world.now)
