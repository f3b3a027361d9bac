"""The printers and papers of the printers' page as rows, and what is said beside them."""

from collections.abc import Sequence

from app.handing.reprinting import has_copies
from app.persian import format_time
from app.spooling.printer_state import PrinterState
from app.spooling.printers import Printers, Role
from app.spooling.spool import Job, lacks_printer, perhaps_on_paper
from app.spooling.waiting import Stop, tally
from ui.frame.paper_words import (
    job_state,
    job_subject,
    paper_name,
    printer_name,
    printer_words,
    role_name,
)
from ui.frame.printer_words import road_words, role_short, roll_words
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.tokens import Colour

PRINTERS = (
    Column(width=236, role="strong"),
    Column(role="field"),
    Column(width=116, role="secondary", colour="ink_2"),
    Column(width=152, role="secondary", colour="ink_2"),
    Column(width=160, align="end", role="open"),
)
JOBS = (
    Column(width=48, role="body", colour="ink_2"),
    Column(width=136, role="open"),
    Column(role="body"),
    Column(width=60, role="secondary", colour="ink_2"),
    Column(width=130, role="secondary", colour="ink_2"),
    Column(width=192, align="end", role="open"),
)
_TROUBLED = ("unconfirmed", "failed", "held")
_STATES: dict[PrinterState, Colour] = {
    "ready": "firuzeh_7",
    "near_end": "amber",
    "printing": "firuzeh_7",
    "no_printer": "ink_2",
    "untried": "ink_2",
    "untold": "ink_2",
}


def troubled(job: Job) -> bool:
    """Whether a person should see to it."""
    return job.state in _TROUBLED


def printer_row(role: Role, printers: Printers, state: PrinterState) -> Row:
    """A printer, and how it stands itself, whatever became of its papers."""
    cells = (
        Cell(text=role_name(role), icon="printer"),
        Cell(text=printer_name(printers.named(role))),
        Cell(text=road_words(printers.named(role))),
        Cell(text=roll_words(printers, role)),
        Cell(text=printer_words(state), colour=_STATES.get(state, "brick")),
    )
    return Row(cells=cells, key=role)


def print_name(job: Job | None) -> str:
    """What F8 does with a paper."""
    if not job or not perhaps_on_paper(job):
        return tr("Print")
    return tr("Print again") if has_copies(job.kind) else tr("Print once more")


def counted(jobs: Sequence[Job]) -> str:
    """How many papers want a decision, wait, and are held; nothing of what there is none."""
    count = tally(jobs)
    parts = (
        tr("{n} to be decided", n=count.decide) if count.decide else "",
        tr("{n} wait", n=count.wait) if count.wait else "",
        tr("{n} are held", n=count.held) if count.held else "",
    )
    return " · ".join(part for part in parts if part)


def why_sure(job: Job | None) -> str:
    """Why nobody needs to look whether it is on paper; empty where somebody must."""
    doubted = job is not None and job.state in ("unconfirmed", "dropped")
    return "" if doubted else tr("Nobody doubts it.")


def why_not_held(job: Job | None) -> str:
    """Why a paper cannot be held; empty where it can. One that a printer is being tried with may
    wait again the next moment: the deed itself says where that is not so.
    """
    if job is not None and lacks_printer(job):
        return tr("It waits for a printer; F4 names one.")
    waits = job is not None and job.state in ("queued", "sending")
    return "" if waits else tr("It does not wait in the queue")


def empty_words(printers: Printers) -> str:
    """What to do where no paper is on its way."""
    if not printers.any:
        return tr("No printer is named yet; F4 names one. Papers wait here until then.")
    return tr("No paper was printed today; F6 tries a printer.")


def job_row(job: Job, stop: Stop | None) -> Row:
    """A paper, where it goes or went, and what has become of it."""
    colour: Colour = "brick" if troubled(job) else "ink_2"
    cells = (
        Cell(text=format_time(job.made_at)),
        Cell(text=paper_name(job.kind)),
        Cell(text=job_subject(job)),
        Cell(text=tr("copy {n}", n=job.copy) if job.copy > 1 else ""),
        Cell(text=role_short(job.role)),
        Cell(text=job_state(job, stop), colour="amber" if stop else colour),
    )
    return Row(cells=cells, key=str(job.id))
