"""How a printer stands, as far as its jobs tell."""

from collections.abc import Sequence
from typing import Literal

from app.printers import Printers, Role
from app.spool import NOTHING_SENT, Job, came_elsewhere, lacks_printer, takers

PrinterState = Literal[
    "ready",
    "printing",
    "unreachable",
    "offline",
    "paper_out",
    "cover_open",
    "unconfirmed",
    "unknown",
    "failed",
    "no_printer",
    "untried",
]
"""`untried`: named, and no paper of today says that it was ever reached."""

_SAID: dict[str, PrinterState] = {
    "printer_offline": "offline",
    "printer_paper_out": "paper_out",
    "printer_cover_open": "cover_open",
}


def printer_state(role: Role, printers: Printers, jobs: Sequence[Job]) -> PrinterState:
    """How a printer stands, as far as its jobs tell; the gravest comes first. One whose last paper
    went elsewhere, or was given up, does not answer.
    """
    mine = [job for job in jobs if job.role == role]
    if not printers.named(role):
        return "no_printer"
    if any(map(lacks_printer, mine)):
        return "unknown"
    why = next((job.why for job in mine if _cannot_be_sent(job)), "")
    if why or _left_by_the_last(role, printers, jobs):
        return _SAID.get(why, "unreachable")
    for state in ("unconfirmed", "failed"):
        if any(job.state == state for job in mine):
            return state
    if any(job.state == "sending" for job in mine):
        return "printing"
    return "ready" if any(_came_out(job, printers.named(role)) for job in mine) else "untried"


def _came_out(job: Job, printer: str) -> bool:
    return job.state in ("sent", "confirmed") and job.printer == printer


def _cannot_be_sent(job: Job) -> bool:
    return job.state in ("queued", "sending") and bool(job.why) and not came_elsewhere(job)


def _left_by_the_last(role: Role, printers: Printers, jobs: Sequence[Job]) -> bool:
    """Whether the last paper for it was given up: nobody has heard from it since. Those that were
    dropped without a try tell nothing.
    """
    told = (job for job in jobs if job.state != "dropped" or job.tries)
    meant = (
        job
        for job in told
        if job.role == role or takers(job, printers)[:1] == (role,)
    )
    last = max(meant, key=lambda job: job.id, default=None)
    return last is not None and _given_up(last, role)


def _given_up(job: Job, role: Role) -> bool:
    if job.role != role:
        return came_elsewhere(job)
    return job.state == "dropped" or (job.state == "cancelled" and job.why in NOTHING_SENT)
