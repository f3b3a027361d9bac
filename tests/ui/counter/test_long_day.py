"""A counter that is used without a rest; only in `dev.py soak`."""

from pathlib import Path

import pytest

from tests.bench.day import own_home, work_a_day
from tests.bench.large import large
from ui.bootstrap import SystemClock, open_desk

CLIENTS = 1000


@pytest.mark.soak
def test_a_thousand_clients_are_served_and_every_paper_comes_out(tmp_path: Path) -> None:
    own_home(tmp_path)
    data, papers = tmp_path / "data", tmp_path / "papers"
    large(data, 500, CLIENTS)
    worked = work_a_day(data, papers, CLIENTS)
    desk = open_desk(data, SystemClock())
    with desk.journal.look() as look:
        jobs = tuple(look.jobs())
    finding = desk.verify()
    desk.close()
    assert len(worked.took["F2"]) == CLIENTS
    assert len(jobs) >= CLIENTS
    assert {job.state for job in jobs} == {"sent"}
    assert len(list(papers.iterdir())) == len(jobs)
    assert (finding.broken, finding.different) == ((), ())
