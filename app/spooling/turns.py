"""Whose turn it is at a printer, what came too late for it, and what goes to another one."""

from collections.abc import Sequence
from datetime import datetime

from app.papers import TRIAL
from app.refusal import Refusal
from app.spooling.printers import Printers, Role, followers
from app.spooling.spool import NOTHING_SENT, PRESS_DIED, Job, came_elsewhere, late, takers
from app.value import Value

PATIENCE = 10.0
"""Seconds for which a paper waits for a printer that does not answer, where another may take it."""

_IMPATIENT = ("ticket",)
"""Papers that go to another printer at once."""

_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)


class Turn(Value, frozen=True, kw_only=True):
    """What is done next at a printer: some jobs are dropped, some go elsewhere, one is printed."""

    late: tuple[Job, ...] = ()
    moved: tuple[tuple[Job, Role], ...] = ()
    job: Job | None = None


def next_turn(
    jobs: Sequence[Job], role: Role, printers: Printers, now: datetime, silent: float | None
) -> Turn:
    """Of the jobs that wait there, perhaps among others. `silent`: seconds for which the printer
    has not answered; None while it does.

    A printer that did not answer is asked again with every new paper that finds no other waiting;
    one that has waited too long, or stands behind such a one, goes elsewhere.
    """
    waiting = sorted(_queued(jobs, role), key=lambda job: job.id)
    old = tuple(job for job in waiting if late(job, now))
    first: Job | None = None
    moved: list[tuple[Job, Role]] = []
    for job in waiting:
        other = _next_role(job, printers) if _goes(job, first, silent) else None
        if job in old:
            continue
        if other:
            moved.append((job, other))
        else:
            first = first or job
    return Turn(late=old, moved=tuple(moved), job=first)


def tries(job: Job, silent: float | None) -> int:
    """How many times it was tried in vain, so that it is not tried again at once; none where the
    printer answers and the press did not die over it.
    """
    return job.tries if silent is not None or job.why == PRESS_DIED else 0


def pause(tries: int) -> float:
    """Seconds to leave a printer, or the press, alone after so many tries in vain."""
    return _PAUSES[min(tries, len(_PAUSES)) - 1] if tries else 0.0


def silences(refusal: Refusal) -> bool:
    """Whether a printer that so refused does not answer at all."""
    return refusal.code in NOTHING_SENT


def _queued(jobs: Sequence[Job], role: Role) -> list[Job]:
    return [job for job in jobs if job.role == role and job.state == "queued"]


def _goes(job: Job, first: Job | None, silent: float | None) -> bool:
    """Whether it waits here no longer. What came from elsewhere is tried here before it goes on, so
    that nothing is passed round among printers of which none answers.
    """
    patience = 0.0 if job.kind in _IMPATIENT else PATIENCE
    if silent is None or silent < patience:
        return False
    tried = job.why in NOTHING_SENT
    return tried or (first is not None and not came_elsewhere(job))


def _next_role(job: Job, printers: Printers) -> Role | None:
    """Where it may go from where it is. What its form sent to a printer that is not of its kind
    goes to that printer's spare; the trial of a printer stays.
    """
    roles = takers(job, printers)
    if job.kind != TRIAL and job.role not in roles:
        roles = followers("roll" if job.role in ("roll", "roll_spare") else "page", printers)
    if job.role not in roles or len(roles) == 1:
        return None
    return roles[(roles.index(job.role) + 1) % len(roles)]
