"""What is heavy goes to the centre in small pieces: no request grows with what waits."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.deeds.form_file import LARGEST, attach_file
from app.deeds.ticket import issue
from app.event import LARGEST as LARGEST_BODY
from app.local import day_of
from app.sync.drive import carry
from app.sync.feed import Line
from app.sync.pushing import BATCH, synchronise
from app.sync.wire import Heal, Push, Reply, Request
from db.central.client import PgCentre
from tests.central.office import Centre
from ui.bootstrap import Desk, SystemClock, open_desk, set_up
from ui.sample import sample_plan

SERVICES = ("35", "16", "35", "16", "35", "16")
LOSE_ALL = (
    "TRUNCATE bajeh.line, bajeh.chain, bajeh.closed",
    "UPDATE bajeh.office SET last = 0, mark = sha256('bajeh-feed-1')",
)


class Scales:
    """The centre, with every batch that goes there on the way."""

    def __init__(self, centre: PgCentre) -> None:
        self._centre = centre
        self.batches: list[tuple[Line, ...]] = []

    def ask(self, request: Request) -> Reply:
        if isinstance(request, Push | Heal):
            self.batches.append(request.lines)
        return self._centre.ask(request)

    def weigh(self) -> list[int]:
        """The bytes of each batch."""
        return [sum(len(line.recorded.body) for line in batch) for batch in self.batches]


@pytest.fixture
def desk(centre: Centre, tmp_path: Path) -> Iterator[Desk]:
    """A PC with six large files and a day between them, of which nothing is sent."""
    clock = SystemClock()
    set_up(tmp_path / "pc", sample_plan(day_of(clock.now())), clock)
    with closing(open_desk(tmp_path / "pc", clock)) as desk:
        centre.office = desk.journal.office_id
        centre.enrol(desk.journal.node, "1", series="الف")
        desk.adopt(centre.files[desk.journal.node])
        for number, service in enumerate(SERVICES):
            with desk.journal.work() as work:
                entry = work.entry_of(service)
                assert entry is not None
                heavy = number.to_bytes(1, "big") * LARGEST
                attach_file(work, entry, f"فرم {number}", "form.pdf", heavy)
                issue(work, service)
        yield desk


def test_heavy_lines_are_sent_and_brought_back_in_small_batches(desk: Desk, centre: Centre) -> None:
    scales = Scales(centre.client(desk.journal.node))
    assert carry(synchronise(desk.replica), scales)
    centre.do(*LOSE_ALL)
    assert carry(synchronise(desk.replica), scales)
    assert max(scales.weigh()) <= LARGEST_BODY
    assert max(map(len, scales.batches)) <= BATCH
    assert len(scales.batches) >= 2 * len(SERVICES)
    assert centre.one("SELECT count(*) FROM bajeh.line WHERE kind = 'FormFileKept'") == 6
    assert centre.one("SELECT count(*) = count(*) FILTER (WHERE healer <> '') FROM bajeh.line")
