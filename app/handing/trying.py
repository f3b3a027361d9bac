"""A page that shows whether a printer and what is known of it belong together."""

import msgspec

from app.deeds.spool import printers_of
from app.filling.common import letterhead, made
from app.papers import TRIAL, TrialPaper
from app.ports import Look, Work
from app.printer import Printer
from app.refusal import Refusal
from app.spooling.printers import Role
from app.spooling.spool import Job

PAYLOAD = "BAJEH-0123456789"
"""What the QR of every trial says, for whoever reads it to compare."""


def try_printer(work: Work, role: Role) -> Job:
    """Queues a trial for that printer alone: no other one takes it. It is no paper of anybody, so
    it is counted nowhere and has no copies. Refuses `no_printer`.
    """
    printer = printers_of(work).of(role)
    if not printer.name:
        raise Refusal("no_printer")
    job = Job(kind=TRIAL, key="", name=printer.name, role=role, made_at=work.now)
    return work.spool(job, msgspec.json.encode(trial_paper(work, printer)))


def trial_paper(look: Look, printer: Printer) -> TrialPaper:
    """The trial of a printer as its record stands."""
    at, clerk = made(look)
    head = letterhead(look.office)
    return TrialPaper(letterhead=head, at=at, clerk=clerk, printer=printer, payload=PAYLOAD)
