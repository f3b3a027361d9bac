"""Papers of this PC of which nobody knows whether they came out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.persian import format_time
from app.roles import MATRIX
from app.spooling.spool import Job
from ui.frame.list_page import ListPage
from ui.frame.page import GAP, Act
from ui.frame.paper_words import job_state, job_subject, paper_name
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme

_PAPERS = (
    Column(width=60, role="body", colour="ink_2"),
    Column(width=150, role="open"),
    Column(role="body"),
    Column(width=70, role="secondary", colour="ink_2"),
    Column(width=220, align="end", role="open"),
)


class PapersPage(ListPage):
    """Each wish gives the number of a job."""

    confirm_wanted = Signal(int)
    again_wanted = Signal(int)
    copy_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        heads = (tr("Time"), tr("Paper"), tr("Of what"), tr("Copy"), tr("What became of it"))
        table = RowList(theme, _PAPERS, heads=heads, empty=tr("Every paper of this PC came out."))
        super().__init__(theme, tr("Papers to be decided about"), table)
        self._jobs: tuple[Job, ...] = ()

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Shows them."""
        self._jobs = tuple(jobs)
        rows = []
        for job in jobs:
            cells = (
                Cell(text=format_time(job.made_at)),
                Cell(text=paper_name(job.kind)),
                Cell(text=job_subject(job)),
                Cell(text=tr("copy {n}", n=job.copy) if job.copy > 1 else ""),
                Cell(text=job_state(job), colour="brick"),
            )
            rows.append(Row(cells=cells, key=str(job.id)))
        self.table.show_rows(rows)
        self.say_count(len(rows))

    def acts(self) -> Sequence[Act]:
        """What whoever has looked at the paper says of it."""
        none = "" if 0 <= self.table.place < len(self._jobs) else tr("No paper is chosen.")
        copy = self.theirs(MATRIX["paper.print_paper"]) or none
        again = self.theirs(MATRIX["spool.retry"]) or none
        there = self.theirs(MATRIX["spool.confirm"]) or none
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F8", name=tr("Not sure: a copy"), why_not=copy),
            Act(combo="Shift+F7", name=tr("It is not there: print"), why_not=again),
            Act(combo="F7", name=tr("The paper is there"), why_not=there, filled=not there),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        place = self.table.place
        job = self._jobs[place].id if 0 <= place < len(self._jobs) else 0
        return self.wished(
            combo,
            {
                "F7": lambda: self.confirm_wanted.emit(job),
                "Shift+F7": lambda: self.again_wanted.emit(job),
                "F8": lambda: self.copy_wanted.emit(job),
            },
        )
