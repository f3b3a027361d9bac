"""Programs killed, lines cut, servers killed, all at once: every event is at the centre once."""

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import psycopg
import pytest

from app.sync.feed import Place
from tests.central.chaos import Chaos, Misery
from tests.central.office import Centre
from tests.central.pair_writer import whole_feed
from ui.bootstrap import Desk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")

FULL = Misery(events=200_000, cuts=500, deaths=300, crashes=30)
TWENTIETH = Misery(events=10_000, cuts=25, deaths=15, crashes=2)
OWN = "SELECT content FROM event WHERE node = ? AND superseded = 0"
FEED = "SELECT content FROM event WHERE feed IS NOT NULL ORDER BY feed"


@pytest.fixture
def chaos(tmp_path: Path, centre: Centre, request: pytest.FixtureRequest) -> Iterator[Chaos]:
    chaos = Chaos(tmp_path, centre, seed=1405)
    yield chaos
    chaos.close()


@pytest.mark.parametrize(
    ("least", "patience"), [(TWENTIETH, 120), pytest.param(FULL, 1800, marks=pytest.mark.soak)]
)
def test_every_event_is_at_the_centre_once(
    chaos: Chaos,
    centre: Centre,
    least: Misery,
    patience: float,
    capsys: pytest.CaptureFixture[str],
) -> None:
    chaos.rage(least, patience)
    chaos.calm(patience)

    with psycopg.connect(centre.dsn) as connection:
        offices = connection.execute("SELECT office FROM bajeh.office").fetchall()
        rows = connection.execute("SELECT node, content FROM bajeh.line ORDER BY feed").fetchall()
    whole_feed(centre.dsn, offices[0][0])
    contents = [content for _, content in rows]
    assert len(contents) == len(set(contents)), "an event came twice"
    seen = set()
    for folder in chaos.folders:
        desk = chaos.desk(folder)
        mine = own(desk)
        assert mine == {content for node, content in rows if node == desk.journal.node}
        seen.add((desk.replica.place(), told(desk)))
        finding = desk.verify()
        assert (finding.broken, finding.different, finding.conflicts) == ((), (), 0)
        desk.close()
    assert len(seen) == 1, "replicas differ"
    assert next(iter(seen))[0] == Place(cursor=len(rows), mark=last_mark(centre))
    with capsys.disabled():
        print(f"\nchaos: {chaos.suffered()}, {chaos.proxy.swallowed} answers swallowed")


def own(desk: Desk) -> set[bytes]:
    """What a PC wrote itself."""
    return {row[0] for row in desk.journal.cursor.execute(OWN, (desk.journal.node,))}


def told(desk: Desk) -> bytes:
    """One hash over all it holds, in the feed's order."""
    whole = sha256()
    for (content,) in desk.journal.cursor.execute(FEED):
        whole.update(content)
    return whole.digest()


def last_mark(centre: Centre) -> bytes:
    """Of the centre's feed."""
    mark = centre.one("SELECT mark FROM bajeh.office")
    assert isinstance(mark, bytes)
    return mark
