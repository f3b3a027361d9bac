"""What is done with papers on their way to a printer. Nothing of it is an event: it belongs to
this PC alone.
"""

from collections.abc import Callable

import msgspec

from app import spool
from app.ports import Look, Work
from app.refusal import Refusal
from app.spool import Job, Printers, Role


def printers_of(look: Look) -> Printers:
    """The printers that this PC has."""
    return spool.printers_in(look.setting(spool.PRINTERS))


def set_printers(work: Work, printers: Printers) -> None:
    """From now on these print; what waits goes to them, what was held for want of one as well."""
    work.set_setting(spool.PRINTERS, msgspec.json.encode(printers).decode())
    for job in work.jobs():
        if job.state in ("queued", "held"):
            work.set_job(spool.assigned(job, printers))


def retry(work: Work, job: int) -> Job:
    """Prints it after all. Refuses `print_unknown`, `print_ended`, `print_running`."""
    return _change(work, job, lambda found: spool.again(found, printers_of(work)))


def cancel(work: Work, job: int) -> Job:
    """Prints it no more. Refuses as `retry` does."""
    return _change(work, job, spool.cancelled)


def confirm(work: Work, job: int) -> Job:
    """The paper is there, a person has seen it. Refuses as `retry` does."""
    return _change(work, job, spool.confirmed)


def begin(work: Work, job: int, printer: str) -> bool:
    """Takes a job for sending; False where it is no longer queued."""
    found = work.job(job)
    if found is None or found.state != "queued":
        return False
    work.set_job(spool.begun(found, printer))
    return True


def end(work: Work, job: int, refusal: Refusal | None = None) -> None:
    """Records how sending, or preparing to send, went. A job that somebody cancelled meanwhile
    stays so.
    """
    found = work.job(job)
    if found is not None and not found.ended:
        work.set_job(spool.stopped(found, refusal) if refusal else spool.done(found))


def settle(work: Work, role: Role) -> None:
    """Whoever takes over a printer: what another was sending when it died must be looked at."""
    for job in work.jobs():
        if job.role == role and job.state == "sending":
            work.set_job(spool.interrupted(job))


def _change(work: Work, job: int, change: Callable[[Job], Job]) -> Job:
    found = work.job(job)
    if found is None:
        raise Refusal("print_unknown")
    changed = change(found)
    work.set_job(changed)
    return changed
