"""A counter that is used without a rest; only in `dev.py soak`."""

from pathlib import Path

import pytest

from tests.bench.day import into_files, work_a_day
from tests.bench.large import large
from ui.bootstrap import SystemClock, open_desk

CLIENTS = 1000


@pytest.mark.soak
def test_a_thousand_clients_are_served_and_every_paper_comes_out(
    tmp_path: Path, own_folders: None
) -> None:
    data, papers = tmp_path / "data", tmp_path / "papers"
    large(data, 500, CLIENTS)
    worked = work_a_day(data, into_files(papers), CLIENTS)
    desk = open_desk(data, SystemClock())
    with desk.journal.look() as look:
        last = max(job.id for job in look.jobs())
        jobs = [look.job(number) for number in range(1, last + 1)]
    finding = desk.verify()
    desk.close()
    assert len(worked.took["F2"]) == CLIENTS
    assert last > 0.9 * CLIENTS
    assert all(job and job.state == "sent" for job in jobs)
    assert len(list(papers.iterdir())) == last
    assert (finding.broken, finding.different) == ((), ())
