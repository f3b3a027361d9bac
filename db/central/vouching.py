"""Whether a PC's own lines, brought by somebody else, are what it wrote."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
import psycopg

from app.event import Recorded, content_of, link_of
from app.sync.feed import Line, vow
from app.sync.pushing import BATCH
from db import seal
from db.batches import at_once
from db.central.wire import Row

_KEYS = """
    SELECT public_key AS key FROM bajeh.node WHERE node = %(node)s AND public_key <> ''
    UNION SELECT bajeh.read(body) ->> 'key' FROM bajeh.line
        WHERE node = %(node)s AND kind = 'SealPublished' AND healer = ''
        AND bajeh.read(body) ->> 'node' = %(node)s
"""
_BEFORE = (
    "SELECT bajeh.links_at(%(office)s, %(node)s, %(incarnation)s, %(seq)s::bigint - 1) AS links"
)


class Vouching:
    """By the keys that a PC has made known to the centre while it could."""

    def __init__(self, connection: psycopg.Connection[Row], node: str) -> None:
        self._connection = connection
        rows = connection.execute(_KEYS, {"node": node}).fetchall()
        self._keys = [str(row["key"]) for row in rows if row["key"]]

    def sound(self, lines: Sequence[Line]) -> list[Line]:
        """Those runs of lines of which each hangs on the one before, the first on what the centre
        has, and the last is signed.
        """
        found: list[Line] = []
        for run in runs(lines):
            before = found[-1].recorded if found else None
            if self._hangs(run, before) and self._signed(run[-1]):
                found += run
        return found

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
