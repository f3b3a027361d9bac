"""A paper once more, from what its job holds: the words, the form and the dates of that day."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from app.decoding import decode
from app.deeds.spool import printers_of, retry
from app.filling.paper import marked
from app.folds import day, pad, request, ticket
from app.folds.fold import Fold
from app.handing.counting import count
from app.handing.handing_out import require_printing
from app.local import local
from app.papers import STORED, Paper
from app.ports import Work
from app.refusal import Refusal
from app.spooling.spool import Job, assigned, perhaps_on_paper, repeated
from app.spooling.wish import wished

_FOLDS: Mapping[str, Fold[Any]] = {
    "ticket": ticket.FOLD,
    "deficiency": ticket.FOLD,
    "receipt": request.FOLD,
    "answer": request.FOLD,
    "log": day.FOLD,
    "pad": pad.FOLD,
}
"""Whose documents are counted."""


def print_again(work: Work, number: int) -> Job:
    """What is surely on no paper is printed as it is. What is, or may be, comes as a copy and bears
    the mark «المثنی»; a job that nobody confirmed ends then, and its end says why. A person who has
    looked and found nothing takes `app.deeds.spool.retry` instead.

    Refuses `print_unknown`, also where its paper was forgotten, `print_running`, and as
    `require_printing` does.
    """
    require_printing(work)
    job = work.job(number)
    if job is None:
        raise Refusal("print_unknown")
    if not perhaps_on_paper(job):
        return retry(work, number)
    if job.state == "sending":
        raise Refusal("print_running")
    stored = work.job_paper(number)
    if not stored:
        raise Refusal("print_unknown")
    if job.state == "unconfirmed":
        work.set_job(repeated(job))
    return _copied(work, job, decode(stored, STORED[job.kind]))


def has_copies(kind: str) -> bool:
    """Whether papers of that kind are counted, so that one more bears the mark of a copy."""
    return kind in _FOLDS


def _copied(work: Work, job: Job, paper: Paper) -> Job:
    """Sheets of the catalogue are nobody's, and have no copies."""
    number, fold = 1, _FOLDS.get(job.kind)
    if fold is not None:
        number = count(work, fold, job.owner, job.kind, paper, copy=True)
    said = marked(paper, number, work.office.clerk_name(work.clerk), local(work.at))
    printers = printers_of(work)
    fresh = assigned(replace(job, copy=number, made_at=work.now), printers)
    return work.spool(wished(fresh, paper.template, printers), msgspec.json.encode(said))
