"""Every paper of the day in both forms: as a file for a page, and as a job for a roll."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from app.filling.paper import fill
from app.papers import PAPERS, Kind, Paper
from app.spool import Job, file_name
from ui.house import House, Press

PAGE_ONLY = ("log", "survey")
"""What fits no roll."""


class Papers:
    """Writes beside what the printers were given what they were not given."""

    def __init__(self, house: House, folder: Path) -> None:
        self._house, self._folder = house, folder

    def complete(self, others: Sequence[tuple[Kind, str]]) -> None:
        """All jobs of the data, and these kinds and keys, for which nobody asked today."""
        with (
            closing(self._house.press()) as press,
            closing(self._house.open()) as store,
            store.journal.look() as look,
        ):
            for number in range(1, max((job.id for job in look.jobs()), default=0) + 1):
                job = look.job(number)
                if job is not None:
                    paper = msgspec.json.decode(look.job_paper(number), type=PAPERS[job.kind])
                    self._write(press, job.kind, file_name(job), paper, job)
            for kind, key in others:
                name = f"{kind}-{key.replace('/', '-')}".rstrip("-")
                self._write(press, kind, name, fill(look, kind, key))

    def _write(
        self, press: Press, kind: str, name: str, paper: Paper, job: Job | None = None
    ) -> None:
        page, roll = self._folder / f"{name}.pdf", self._folder / f"{name}.bin"
        if not page.exists():
            page.write_bytes(press.pdf(paper, (job.size if job else "") or None))
        if kind not in PAGE_ONLY and not roll.exists():
            roll.write_bytes(press.thermal(paper))
