"""Every paper of the day in both forms: as a file for a page, and as a job for a roll."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from app.decoding import decode
from app.filling.paper import fill
from app.handing.trying import trial_paper
from app.papers import PAGE_ONLY, STORED, TRIAL, Kind, Paper
from app.spooling.printers import roll_printer
from app.spooling.spool import Job, file_name
from ui.house import House, Press

SHOWN = "forms"
"""The folder of the pictures that show a page and its strip side by side."""

_TRIED = roll_printer("tcp://192.0.2.50")
"""A printer as most are; those of the tour are folders."""


class Papers:
    """Writes beside what the printers were given what they were not given."""

    def __init__(self, house: House, folder: Path) -> None:
        self._house, self._folder = house, folder
        self._shown = folder.parent / SHOWN

    def complete(self, others: Sequence[tuple[Kind, str]]) -> list[Path]:
        """All jobs of the data, these kinds and keys, for which nobody asked today, and the trial
        of a printer. Gives the pictures of all.
        """
        with (
            closing(self._house.press()) as press,
            closing(self._house.open()) as store,
            store.journal.look() as look,
        ):
            for number in range(1, max((job.id for job in look.jobs()), default=0) + 1):
                job = look.job(number)
                if job is not None:
                    paper = decode(look.job_paper(number), STORED[job.kind])
                    self._write(press, job.kind, file_name(job), paper, job)
            for kind, key in others:
                name = f"{kind}-{key.replace('/', '-')}".rstrip("-")
                self._write(press, kind, name, fill(look, kind, key))
            self._write(press, TRIAL, TRIAL, trial_paper(look, _TRIED))
        return sorted(self._shown.iterdir())

    def _write(
        self, press: Press, kind: str, name: str, paper: Paper, job: Job | None = None
    ) -> None:
        page, roll = self._folder / f"{name}.pdf", self._folder / f"{name}.bin"
        if not page.exists():
            page.write_bytes(press.pdf(paper, (job.size if job else "") or None))
        if kind not in PAGE_ONLY and not roll.exists():
            roll.write_bytes(press.thermal(paper))
        self._show(page, roll)

    def _show(self, page: Path, roll: Path) -> None:
        """The page, and beside it the strip, as a picture."""
        job = roll.read_bytes() if roll.exists() else b""
        picture = self._house.side_by_side(page.read_bytes(), job)
        self._shown.mkdir(exist_ok=True)
        (self._shown / f"{page.stem}.png").write_bytes(picture)
