"""Made-up requests of a few nodes, sensible ones and absurd ones, in the order of one seed."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from msgspec.structs import replace

from app.event import Recorded, content_of, link_of
from app.sync.feed import Line, Place
from app.sync.wire import Call, Candidate, Heal, Marks, Pull, Push, Request
from tests.sim.centre import ModelCentre

ABSURD = ((0, ""), (0, "i\n"), (1, -1), (1, 2**62), (2, "x" * 400), (4, ""), (5, 0))
"""Where in a fact, and what."""

ENTITIES = [f"{number:032x}" for number in range(9)]


class Chatter:
    """Knows all lines that anybody ever made, and what the model holds."""

    def __init__(self, seed: int, model: ModelCentre, nodes: Sequence[str]) -> None:
        self.chance = Random(seed)
        self._model = model
        self._nodes = nodes
        self._chains: dict[tuple[str, str], list[Line]] = {}
        self._every: list[Line] = []
        self._calls = [f"{number:032x}" for number in range(100, 130)]
        self._made = 0

    def request(self) -> tuple[str, Request]:
        """Who asks what."""
        node = self.chance.choice(self._nodes)
        kinds: Sequence[Callable[[], Request]] = (
            self._heal, self._call, self._call, self._pull, self._pull, self._marks,
        )  # fmt: skip
        return node, self._push(node) if self._often(33) else self.chance.choice(kinds)()

    def remember(self) -> None:
        """What stands in the feed now somebody may bring back one day."""
        self._every += [fed.line for fed in self._model.feed[-3:]]

    # -- kinds ----------------------------------------------------------------------------------

    def _pull(self) -> Request:
        return Pull(
            place=self._place(), most=self.chance.choice((1, 7, 500)), clean=self._often(60)
        )

    def _marks(self) -> Request:
        return Marks(numbers=tuple(self.chance.sample(range(len(self._model.feed) + 3), 3)))

    def _push(self, node: str) -> Request:
        chain = self._chain(node)
        for _ in range(self.chance.randrange(6)):
            self._grow(node, chain)
        if not chain:
            self._grow(node, chain)
        first = self.chance.randrange(max(0, len(chain) - 8), len(chain))
        lines = chain[first : first + self.chance.randrange(1, 8)]
        return Push(place=self._place(), lines=tuple(self._spoilt(lines)))

    def _spoilt(self, lines: list[Line]) -> list[Line]:
        """Now and then something is wrong with them."""
        at = self.chance.randrange(len(lines))
        what = self.chance.randrange(16)
        if what == 0:  # a gap, or out of their order
            lines = [*lines[:at], *lines[at + 1 :]] or lines
        elif what == 1:  # twice
            lines = [*lines[: at + 1], *lines[at:]]
        elif what == 2:  # a link that hangs nowhere
            wrong = replace(lines[at].recorded, link=self.chance.randbytes(32))
            lines = [*lines[:at], replace(lines[at], recorded=wrong), *lines[at + 1 :]]
        elif what == 3:  # from elsewhere in the chain
            self.chance.shuffle(lines)
        return lines

    def _heal(self) -> Request:
        count = min(len(self._every), self.chance.randrange(1, 9))
        lines = self.chance.sample(self._every, count) if self._often(30) else []
        if not lines:
            lines = list(self.chance.choice([*self._chains.values(), []]))[-9:]
        if not lines:
            stranger = f"{self.chance.randrange(200, 204):032x}"
            lines = [self._line(stranger, "ab" * 16, 1, b"\1" * 32, b"\1" * 32)]
        last = replace(lines[-1], signature=self.chance.randbytes(64))
        return Heal(place=self._place(), lines=(*lines[:-1], last))

    def _call(self) -> Request:
        newest = dict(self._model._newest)
        tickets = self.chance.sample(ENTITIES, self.chance.randrange(0, 4))
        return Call(
            place=self._place(),
            call=self.chance.choice(self._calls),
            clerk="",
            candidates=tuple(
                Candidate(
                    ticket=ticket,
                    newest=newest.get(ticket, 1) - (not self._often(70)),
                    version=int(self._often(97)),
                    body=b'{"call":"\xff\0"}',
                )
                for ticket in tickets
            ),
        )

    # -- parts ----------------------------------------------------------------------------------

    def _often(self, percent: int) -> bool:
        return self.chance.random() * 100 < percent

    def _place(self) -> Place:
        last = len(self._model.feed)
        cursor = last if self._often(60) else self.chance.randrange(last + 1)
        if self._often(3):
            return Place(cursor=cursor, mark=self.chance.randbytes(32))
        if self._often(2):
            return Place(cursor=last + 2, mark=self._model._mark(last))
        return Place(cursor=cursor, mark=self._model._mark(cursor))

    def _chain(self, node: str) -> list[Line]:
        """One of its chains; now and then another that says other things from somewhere on."""
        mine = [chain for (owner, _), chain in self._chains.items() if owner == node and chain]
        if not mine or self._often(8):
            return self._chains.setdefault((node, self.chance.randbytes(16).hex()), [])
        chain = self.chance.choice(mine)
        if self._often(5):
            del chain[self.chance.randrange(1, len(chain) + 1) :]
        return chain

    def _grow(self, node: str, chain: list[Line]) -> None:
        here = (key for key, known in self._chains.items() if known is chain)
        _, incarnation = next(here)
        if chain:
            line = self._line(node, incarnation, len(chain) + 1, chain[-1].recorded.link, b"")
        else:
            follows = self.chance.randbytes(32)
            line = self._line(node, incarnation, 1, follows, follows)
        chain.append(line)
        self._every.append(line)

    def _line(self, node: str, incarnation: str, seq: int, before: bytes, follows: bytes) -> Line:
        """A new event, or once more one that somebody said before."""
        self._made += 1
        fact = (
            f"{self._made:032x}", self._made * 1000, "کارمند", self.chance.choice(ENTITIES),
            "TicketHeld", 1, self.chance.randbytes(self.chance.choice((0, 9, 300))),
        )  # fmt: skip
        if self._every and self._often(10):
            old = self.chance.choice(self._every).recorded
            fact = (old.id, old.at, old.clerk, old.entity, old.kind, old.version, old.body)
        if self._often(2):
            fact = self._absurd(fact)
        content = content_of(*fact)
        return Line(
            recorded=Recorded(
                self._model.office, node, incarnation, seq, *fact, content,
                link_of(before, incarnation, seq, content),
            ),
            follows=follows,
            signature=self.chance.randbytes(64) if self._often(30) else b"",
        )  # fmt: skip

    def _absurd(self, fact: tuple[Any, ...]) -> tuple[Any, ...]:
        """The same with something that nobody could show."""
        at, odd = self.chance.choice(ABSURD)
        return (*fact[:at], odd, *fact[at + 1 :])
