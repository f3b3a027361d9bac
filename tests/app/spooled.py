"""Printers, papers on their way, and a desk that has them."""

from app.decoding import decode
from app.deeds import spool as deeds
from app.papers import PAPERS, Paper
from app.refusal import Refusal
from app.spooling.printers import Printers, named_printers
from app.spooling.spool import Job, begun, done
from tests.app.desk import MORNING, Desk
from tests.app.opened import opened

BOTH = named_printers(roll="tcp://roll", page="office")
ROLL = named_printers(roll="tcp://roll")
PAGE = named_printers(page="office")
JOB = Job(id=7, kind="receipt", key="482719305563", role="roll", made_at=MORNING)
TRIED = done(begun(JOB, "tcp://roll"))
UNREACHABLE = Refusal("printer_unreachable", printer="roll")


def desk_with(printers: Printers) -> Desk:
    desk = opened()
    desk.do(deeds.set_printers, printers)
    return desk


def paper_of(desk: Desk, job: Job) -> Paper:
    stored = desk.see(lambda look: look.job_paper(job.id))
    return decode(stored, PAPERS[job.kind])


def spooled(desk: Desk, job: Job) -> Job:
    with desk.work() as work:
        return work.spool(job, b"")


def kept(desk: Desk, job: Job) -> Job:
    found = desk.see(lambda look: look.job(job.id))
    assert found is not None
    return found
