"""A model of the centre: what PostgreSQL's functions do, in a few dictionaries. One office.

Everything that a backup would hold follows from the feed, so that a restored centre is a feed cut
short. The real one is held against this model by `tests/central`.
"""

from collections.abc import Mapping, Sequence

from app.event import Recorded, content_of, link_of
from app.sync.feed import START, Fed, Line, Place, mark_of
from app.sync.talk import Rejected
from app.sync.wire import (
    Answered,
    Call,
    Candidate,
    Closed,
    Digest,
    Digested,
    Diverged,
    Forked,
    Heal,
    Healed,
    Marked,
    Marks,
    Page,
    Paused,
    Pull,
    Push,
    Pushed,
    Reply,
    Request,
    Stale,
)

PATIENCE = 30_000_000
"""Microseconds in which a node must show itself to be waited for."""

ALL_TIME = range(253_402_300_800_000_000)
"""Microseconds of the years 1970 to 9999."""

LONGEST = 400
"""Bytes of all names in a line."""

DOUBT = 3_600_000_000
"""Microseconds in which the reading of one node begins no second pause."""

HELD = 20 * PATIENCE
"""Microseconds after which nobody waits for a node that has not brought all."""

OFFICE_INCARNATION = "0" * 32


class Presence:
    """What the centre knows of a node since its pause began."""

    def __init__(self) -> None:
        self.seen = -PATIENCE
        self.reconciled = 0
        self.doubted = -DOUBT


class ModelCentre:
    """Answers requests of nodes at the world's time."""

    def __init__(self, office: str) -> None:
        self.office = office
        self.feed: list[Fed] = []
        self.pauses = 0
        self.paused_at: int | None = None
        self.presence: dict[str, Presence] = {}
        self.enrolled: set[str] = set()
        """Whoever has ever asked; only they are let in."""
        self._closed: set[str] = set()
        self._commits: list[int] = []
        self._index()

    def begin_like(self, other: "ModelCentre") -> None:
        """Holds what another one holds, and waits for nobody."""
        self.feed = list(other.feed)
        self.enrolled |= other.enrolled
        self._commits = [len(self.feed)]
        self._index()

    # -- what an administrator or a disaster does -------------------------------------------------

    def restore(self, length: int, now: int) -> None:
        """No more than so many lines are left, in whole transactions, as after a backup or a
        failover that lost the last.
        """
        self._commits = [end for end in self._commits if end <= length]
        del self.feed[max(self._commits, default=0) :]
        self._closed.clear()
        self._index()
        self.restart(now)

    def restart(self, now: int) -> None:
        """The server was started: who had brought all before has to look again."""
        self.paused_at = now
        self.pauses += 1

    def resume(self) -> None:
        """A supervisor says that nobody else need be waited for."""
        self.paused_at = None

    def admit(self, lines: Sequence[Line], now: int) -> int:
        """The outbox of a node that never comes back, as an administrator brings it: a healing
        whose healer is the office itself. Tells how many lines were missing.
        """
        healed = self._take_back(self.office, lines, now)
        self._commits.append(len(self.feed))
        return healed.count

    # -- what a node asks ------------------------------------------------------------------------

    def answer(self, node: str, request: Request, now: int) -> Reply:
        """One transaction."""
        self.enrolled.add(node)
        length, paused_at = len(self.feed), self.paused_at
        seen = self.presence.setdefault(node, Presence()).seen
        try:
            reply = self._answer(node, request, now)
        except Rejected:
            self.presence[node].seen, self.paused_at = seen, paused_at
            del self.feed[length:]
            self._index()
            raise
        self._commits.append(len(self.feed))
        return reply

    def _answer(self, node: str, request: Request, now: int) -> Reply:
        if isinstance(request, Marks):
            return self._marks(request)
        if isinstance(request, Digest):
            return self._digest(request)
        assert isinstance(request, Pull | Push | Heal | Call)
        self._show(node, now)
        if not self._stands(request.place):
            self._doubt(node, now)
            return Diverged()
        return self._placed(node, request, now)

    def _placed(self, node: str, request: Pull | Push | Heal | Call, now: int) -> Reply:
        if isinstance(request, Pull):
            return self._pull(node, request, now)
        if isinstance(request, Push):
            return self._push(node, request, now)
        if isinstance(request, Heal):
            return self._take_back(node, request.lines, now)
        return self._call(node, request, now)

    def _stands(self, place: Place) -> bool:
        return place.cursor <= len(self.feed) and self._mark(place.cursor) == place.mark

    def _mark(self, number: int) -> bytes:
        return self.feed[number - 1].mark if number else START

    def _marks(self, request: Marks) -> Marked:
        known = [number for number in request.numbers if number <= len(self.feed)]
        return Marked(marks={number: self._mark(number) for number in known})

    def _digest(self, request: Digest) -> Digested:
        contents = [f.line.recorded.content for f in self.feed[request.after : request.until]]
        total = sum(int.from_bytes(content[:8], "big") for content in contents)
        return Digested(count=len(contents), sum=total % 2**64)

    def _pull(self, node: str, request: Pull, now: int) -> Page:
        if request.clean and request.place.cursor == len(self.feed):
            self.presence[node].reconciled = self.pauses
        return self._page(node, request.place, request.most, now)

    def _page(self, node: str, place: Place, most: int, now: int) -> Page:
        return Page(
            lines=tuple(self.feed[place.cursor : place.cursor + most]),
            last=len(self.feed),
            held=self._held(node),
            now=now,
            paused=self.is_paused(now),
        )

    def _held(self, node: str) -> Mapping[str, tuple[int, bytes]]:
        return {
            incarnation: (len(links), links[-1])
            for (owner, incarnation), links in self._chains.items()
            if owner == node and links
        }

    def _push(self, node: str, request: Push, now: int) -> Reply:
        agreed = self._fork(node, request.lines)
        if agreed is not None:
            return Forked(agreed=agreed)
        for line in request.lines:
            if not self._has(line.recorded):
                self._append(line, "", now, chained=True)
        first = request.lines[0].recorded
        return Pushed(seq=len(self._chain(first)))

    def _has(self, recorded: Recorded) -> bool:
        return recorded.seq <= len(self._chain(recorded))

    def _fork(self, node: str, lines: Sequence[Line]) -> int | None:
        """The seq before the first line that does not fit the chain, None where all do."""
        links = list(self._chain(lines[0].recorded))
        for line in lines:
            recorded = line.recorded
            assert recorded.node == node
            if recorded.seq <= len(links):
                if links[recorded.seq - 1] != recorded.link:
                    return recorded.seq - 1
            elif not self._hangs(line, links):
                return len(links)
            else:
                links.append(recorded.link)
        return None

    def _hangs(self, line: Line, links: Sequence[bytes]) -> bool:
        recorded = line.recorded
        before = links[-1] if links else line.follows
        return recorded.seq == len(links) + 1 and recorded.link == link_of(
            before, recorded.incarnation, recorded.seq, recorded.content
        )

    def _take_back(self, healer: str, lines: Sequence[Line], now: int) -> Healed:
        """Lines that do not stand in the feed yet, each behind the one on which it hangs: of a line
        that hangs on nothing there, those who have not seen that could not tell its worth. A PC
        that never was here has lost nothing.
        """
        count = 0
        for line in lines:
            if not self._is_known(line.recorded.node) or self._vouched_for(line):
                continue
            chained = self._is_chained(line)
            if chained or line.recorded.node == self.office or self._is_stray(line):
                self._append(line, healer, now, chained=chained)
                count += 1
        authors = {line.recorded.node for line in lines}
        strangers = sorted(author for author in authors if not self._is_known(author))
        return Healed(count=count, strangers=tuple(strangers))

    def _is_known(self, node: str) -> bool:
        return node == self.office or node in self.enrolled

    def _vouched_for(self, line: Line) -> bool:
        """Whether it stands here, and no worse than it is offered. Signatures are not read here:
        where somebody brought it with a wrong one, it is taken once more with another.
        """
        signatures = self._signatures.get((line.recorded.node, line.recorded.link), set())
        if not signatures or line.recorded.node == self.office:
            return bool(signatures)
        return not line.signature or line.signature in signatures

    def _is_chained(self, line: Line) -> bool:
        """Whether its author's chain goes on with it."""
        recorded = line.recorded
        return recorded.node != self.office and self._hangs(line, self._chain(recorded))

    def _is_stray(self, line: Line) -> bool:
        """Whether it hangs on a line in the middle of that chain, or beside it."""
        recorded = line.recorded
        before = self._ways.get((recorded.node, recorded.incarnation, recorded.seq - 1), [])
        place = recorded.incarnation, recorded.seq, recorded.content
        ways = [line.follows] if recorded.seq == 1 else before
        return any(recorded.link == link_of(link, *place) for link in ways)

    def _call(self, node: str, request: Call, now: int) -> Reply:
        known = self._calls.get(request.call)
        if known:
            return self._answered(node, known, request, now)
        if request.call in self._closed:
            return Closed()
        if not request.candidates:
            self._closed.add(request.call)
            return Closed()
        if self.is_paused(now):
            return Paused()
        won = self._winner(request)
        if won is None:
            return Stale()
        self._append(self._called(won, request, now), "", now, chained=False)
        return self._answered(node, self.feed[-1], request, now)

    def _answered(self, node: str, fed: Fed, request: Call, now: int) -> Answered:
        most = max(0, fed.number - request.place.cursor)
        page = self._page(node, request.place, most, now)
        return Answered(ticket=fed.line.recorded.entity, page=page)

    def _winner(self, request: Call) -> Candidate | None:
        untouched = (c for c in request.candidates if self._newest.get(c.ticket) == c.newest)
        return next(untouched, None)

    def _called(self, won: Candidate, request: Call, now: int) -> Line:
        content = content_of(
            request.call, now, request.clerk, won.ticket, "TicketCalled", won.version, won.body
        )
        return Line(
            recorded=Recorded(
                self.office, self.office, OFFICE_INCARNATION, len(self.feed) + 1,
                request.call, now, request.clerk, won.ticket, "TicketCalled", won.version, won.body,
                content, content,
            )
        )  # fmt: skip

    def ways(self, node: str, incarnation: str, seq: int) -> Sequence[bytes]:
        """The links at a place of a chain."""
        return self._ways.get((node, incarnation, seq), ())

    # -- pause ------------------------------------------------------------------------------------

    def _show(self, node: str, now: int) -> None:
        self.presence.setdefault(node, Presence()).seen = now

    def _doubt(self, node: str, now: int) -> None:
        presence = self.presence[node]
        if self.paused_at is None and abs(now - presence.doubted) >= DOUBT:
            presence.doubted = self.paused_at = now
            self.pauses += 1

    def is_paused(self, now: int) -> bool:
        """Whether it grants no calls: until every node that has shown itself since, and is not
        silent again, has brought all that it holds; for whoever has not in ten minutes nobody
        waits any more.
        """
        if self.paused_at is None:
            return False
        waited = now - self.paused_at >= PATIENCE
        behind = now - self.paused_at < HELD and any(
            seen.seen >= self.paused_at
            and now - seen.seen < PATIENCE
            and seen.reconciled != self.pauses
            for seen in self.presence.values()
        )
        if waited and not behind:
            self.paused_at = None
        return self.paused_at is not None

    # -- the feed ---------------------------------------------------------------------------------

    def _chain(self, recorded: Recorded) -> list[bytes]:
        return self._chains.setdefault((recorded.node, recorded.incarnation), [])

    def _append(self, line: Line, healer: str, now: int, *, chained: bool) -> None:
        """Of a batch with a fresh line that nobody could show nothing is taken; one that is there
        already, or will not be taken anyway, is not looked at.
        """
        if _is_absurd(line):
            raise Rejected("23514")
        number = len(self.feed) + 1
        mark = mark_of(self._mark(number - 1), number, now, line.recorded)
        fed = Fed(number=number, mark=mark, line=line, healer=healer, received=now)
        self.feed.append(fed)
        self._enter(fed, chained=chained)

    def _index(self) -> None:
        self._chains: dict[tuple[str, str], list[bytes]] = {}
        self._ways: dict[tuple[str, str, int], list[bytes]] = {}
        self._signatures: dict[tuple[str, bytes], set[bytes]] = {}
        self._newest: dict[str, int] = {}
        self._calls: dict[str, Fed] = {}
        for fed in self.feed:
            self._enter(fed, chained=self._is_chained(fed.line))

    def _enter(self, fed: Fed, *, chained: bool) -> None:
        recorded = fed.line.recorded
        if chained:
            self._chain(recorded).append(recorded.link)
        place = recorded.node, recorded.incarnation, recorded.seq
        self._ways.setdefault(place, []).append(recorded.link)
        key = recorded.node, recorded.link
        self._signatures.setdefault(key, set()).add(fed.line.signature)
        self._newest[recorded.entity] = fed.number
        if recorded.node == self.office:
            self._calls.setdefault(recorded.id, fed)


def _is_absurd(line: Line) -> bool:
    """What the table of lines does not take."""
    recorded = line.recorded
    names = recorded.id, recorded.clerk, recorded.entity, recorded.kind
    together = "".join(names)
    return (
        recorded.at not in ALL_TIME
        or recorded.version < 1
        or not (recorded.id and recorded.entity and recorded.kind)
        or "\n" in together
        or len(together.encode()) > LONGEST
    )
