"""Papers for a printer, or a file, that a person names for them alone."""

from typing import Literal

from msgspec.structs import replace

from app.decoding import decode
from app.filling.paper import fill, owner_of, which_of
from app.handing.handing_out import queued, require_printing
from app.papers import STORED, Kind, Paper
from app.ports import Look, Work
from app.spooling import spool
from app.spooling.printers import Role
from app.spooling.spool import Job


def set_aside(
    work: Work,
    kind: Kind,
    key: str,
    role: Role,
    *,
    copy: bool = False,
    size: Literal["", "A3", "A4", "A5"] = "",
    alone: bool = False,
) -> tuple[Job, ...]:
    """The jobs of a paper that is counted, held so that none of this PC's printers takes them, for
    something like the printer of that role. What was asked for before and is surely on no paper
    comes first, as it was; `copy` wants another one all the same. `alone`: one paper, whatever its
    form wants, and none that a printer of this PC is going to print.

    Refuses as filling the paper does, and as `require_printing` does.
    """
    require_printing(work)
    paper = fill(work, kind, key)
    same = _same(work, kind, key, paper)
    waiting = [] if copy else [job for job in same if _waits(job, alone=alone)]
    if not waiting:
        _repeat(work, same)
        waiting = list(queued(work, kind, key, paper, copy=copy, size=size, alone=alone))
    jobs = waiting[: 1 if alone else None]
    aside = tuple(replace(spool.set_aside(job), role=role) for job in jobs)
    for job in aside:
        work.set_job(job)
    return aside


def _same(look: Look, kind: Kind, key: str, paper: Paper) -> list[Job]:
    """The jobs of the very same paper that are known still, the oldest first."""
    owner = owner_of(look, kind, key)
    mine = [job for job in look.jobs() if owner and (job.kind, job.owner) == (kind, owner[1])]
    return sorted(
        (job for job in mine if _which(look, job) == which_of(paper)), key=lambda job: job.id
    )


def _which(look: Look, job: Job) -> str | None:
    stored = look.job_paper(job.id)
    return which_of(decode(stored, STORED[job.kind])) if stored else None


def _waits(job: Job, *, alone: bool) -> bool:
    return not spool.perhaps_on_paper(job) and not (alone and job.state == "queued")


def _repeat(work: Work, same: list[Job]) -> None:
    """What nobody confirmed ends where a copy comes in its place."""
    for job in same:
        if job.state == "unconfirmed":
            work.set_job(spool.repeated(job))
