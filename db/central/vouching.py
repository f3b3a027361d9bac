"""Whether a PC's own lines, brought by somebody else, are what it wrote."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
import psycopg

from app.decoding import decode
from app.event import Recorded, content_of, link_of
from app.events.office import SealPublished
from app.refusal import Refusal
from app.sync.feed import Line, vow
from app.sync.pushing import BATCH
from db import seal
from db.batches import at_once
from db.central.wire import Row

_KNOWN = "SELECT FROM bajeh.node WHERE node = %(node)s"
_KEYS = """
    SELECT public_key AS key, false AS healed FROM bajeh.node
        WHERE node = %(node)s AND public_key <> ''
    UNION SELECT bajeh.read(body) ->> 'key', healer <> '' FROM bajeh.line
        WHERE node = %(node)s AND kind = 'SealPublished'
        AND bajeh.read(body) ->> 'node' = %(node)s
"""
_BEFORE = (
    "SELECT bajeh.links_at(%(office)s, %(node)s, %(incarnation)s, %(seq)s::bigint - 1) AS links"
)


class Vouching:
    """By the keys that a PC has made known to the centre while it could. A centre that was restored
    may know none: then by those that others have brought back, and where there is none either by
    those that the lines themselves make known. All PCs look again before they believe.
    """

    def __init__(
        self, connection: psycopg.Connection[Row], node: str, lines: Sequence[Line]
    ) -> None:
        """Refuses `admit_stranger`."""
        self._connection = connection
        if connection.execute(_KNOWN, {"node": node}).fetchone() is None:
            raise Refusal("admit_stranger", id=node)
        rows = connection.execute(_KEYS, {"node": node}).fetchall()
        ranks = (
            [str(row["key"]) for row in rows if row["key"] and not row["healed"]],
            [str(row["key"]) for row in rows if row["key"]],
            list(_published(lines)),
        )
        self._keys = next((keys for keys in ranks if keys), [])

    def sound(self, lines: Sequence[Line]) -> list[Line]:
        """Those runs of lines of which each hangs on the one before, the first on what the centre
        has, and the last is signed. Where there is none, refuses `admit_keyless`, `admit_gap`
        or `admit_unsigned`.
        """
        found: list[Line] = []
        for run in runs(lines):
            before = found[-1].recorded if found else None
            if self._hangs(run, before) and self._signed(run[-1]):
                found += run
        if not found:
            raise self._why_not(lines)
        return found

    def _why_not(self, lines: Sequence[Line]) -> Refusal:
        if not self._keys:
            return Refusal("admit_keyless")
        if any(self._signed(run[-1]) for run in runs(lines)):
            return Refusal("admit_gap")
        return Refusal("admit_unsigned")

    def _hangs(self, run: Sequence[Line], before: Recorded | None) -> bool:
        first = run[0].recorded
        if first.seq == 1:
            known = [run[0].follows]
        elif before and (before.incarnation, before.seq) == (first.incarnation, first.seq - 1):
            known = [before.link]
        else:
            row = self._connection.execute(_BEFORE, msgspec.structs.asdict(first)).fetchone()
            known = [bytes(link) for link in row["links"]] if row else []
        ways = [known, *([line.recorded.link] for line in run)]
        return all(_holds(line.recorded, links) for links, line in zip(ways, run, strict=False))

    def _signed(self, last: Line) -> bool:
        vowed = vow(last.recorded.link)
        return any(seal.holds(key, vowed, last.signature) for key in self._keys)


def _published(lines: Sequence[Line]) -> Iterator[str]:
    """The keys that their author publishes in these lines."""
    for line in lines:
        if line.recorded.kind == SealPublished.__name__:
            said = decode(line.recorded.body, SealPublished)
            if said.node == line.recorded.node:
                yield said.key


def _holds(recorded: Recorded, links: Sequence[bytes]) -> bool:
    fact = (recorded.id, recorded.at, recorded.clerk, recorded.entity, recorded.kind)
    place = (recorded.incarnation, recorded.seq, recorded.content)
    return recorded.content == content_of(*fact, recorded.version, recorded.body) and any(
        recorded.link == link_of(link, *place) for link in links
    )


def runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of one incarnation up to a signature."""
    for _, each in groupby(lines, key=lambda line: line.recorded.incarnation):
        run: list[Line] = []
        for line in each:
            run.append(line)
            if line.signature:
                yield run
                run = []


def chunks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """As much as the centre takes at once."""
    sent = 0
    while chunk := at_once(lines[sent : sent + BATCH]):
        yield chunk
        sent += len(chunk)
