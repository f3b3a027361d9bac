"""What is done with papers on their way to a printer. Nothing of it is an event: it belongs to
this PC alone.
"""

from collections.abc import Callable, Mapping

import msgspec
from msgspec.structs import replace

from app.ports import Look, Work
from app.printer import Condition, Taken
from app.refusal import Refusal
from app.roles import deed
from app.spooling import spool
from app.spooling.printer_state import CONDITIONS, Heard, conditions_in, heard_in
from app.spooling.printers import PRINTERS, Printers, Role, printers_in
from app.spooling.spool import Job
from app.spooling.turns import next_turn
from app.spooling.wish import template_in, wished


def printers_of(look: Look) -> Printers:
    """The printers that this PC has."""
    return printers_in(look.setting(PRINTERS))


def conditions_of(look: Look) -> Mapping[Role, Condition]:
    """How its printers said last that they stand, as far as anybody asked them."""
    return conditions_in(look.setting(CONDITIONS), printers_of(look))


@deed
def set_printers(work: Work, printers: Printers) -> None:
    """From now on these print; what waits goes to them, what was held for want of one as well."""
    work.set_setting(PRINTERS, msgspec.json.encode(printers).decode())
    for job in work.jobs():
        fresh = spool.reassigned(job, printers)
        _keep(work, job, fresh if fresh is job else _wished(work, fresh))


# -- by a person ---------------------------------------------------------------------------------


@deed
def retry(work: Work, job: int) -> Job:
    """It is not on paper: prints it after all, the same as it was. Whoever is not sure prints a
    copy (`app.handing.handing_out.print_again`).

    Refuses `print_unknown`, `print_ended`, `print_running`.
    """
    return _change(
        work, job, lambda found: _wished(work, spool.again(found, printers_of(work), work.now))
    )


@deed
def cancel(work: Work, job: int) -> Job:
    """Prints it no more. Refuses as `retry` does."""
    return _change(work, job, spool.cancelled)


@deed
def confirm(work: Work, job: int) -> Job:
    """The paper is there, a person has seen it. Refuses as `retry` does."""
    return _change(work, job, spool.confirmed)


@deed
def hold(work: Work, job: int) -> Job:
    """It waits until it is released, whatever printers there are. Refuses `print_not_queued`, and
    as `retry` does.
    """
    return _change(work, job, spool.held)


@deed
def release(work: Work, job: int) -> Job:
    """What was held goes on. Refuses `print_not_held`, and as `retry` does."""
    return _change(
        work, job, lambda found: _wished(work, spool.released(found, printers_of(work), work.now))
    )


# -- by the hands --------------------------------------------------------------------------------


def make_way(work: Work, role: Role, silent: float | None) -> None:
    """Drops what came too late for a printer, and sends elsewhere what waits for it in vain.
    `silent` as `app.spooling.turns.next_turn` has it.
    """
    printers = printers_of(work)
    turn = next_turn(work.queued(role), role, printers, work.now, silent)
    for job in turn.late:
        work.set_job(spool.dropped(job))
    for job, other in turn.moved:
        work.set_job(spool.moved(job, other, printers))


def begin(work: Work, job: int, printer: str) -> bool:
    """Takes a job for sending; False where it is no longer queued, or has become too old."""
    found = work.job(job)
    if found is None or found.state != "queued":
        return False
    late = spool.late(found, work.now)
    work.set_job(spool.dropped(found) if late else spool.begun(found, printer))
    return not late


def end(work: Work, job: int, outcome: Taken | Refusal) -> None:
    """Records how sending, or preparing to send, went. A job that somebody cancelled or holds
    meanwhile stays so.
    """
    found = work.job(job)
    if found is None or found.state not in ("queued", "sending"):
        return
    if isinstance(outcome, Refusal):
        work.set_job(spool.stopped(found, outcome))
    else:
        work.set_job(spool.done(found, outcome))


def take(work: Work, job: int, printer: str) -> bool:
    """The same as `begin` for a printer that a person has named for it alone: nothing is too late
    for it. False where it is, or may be, on paper by now, and where nobody wants it any more.
    """
    found = work.job(job)
    if found is None or found.ended or spool.perhaps_on_paper(found):
        return False
    work.set_job(replace(spool.begun(found, printer), why=""))
    return True


def leave(work: Work, job: int, outcome: Taken | Refusal) -> None:
    """Records how that went; where nothing was sent it waits for that person."""
    found = work.job(job)
    if found is None or found.state not in ("held", "sending"):
        return
    if isinstance(outcome, Refusal):
        work.set_job(spool.left(found, outcome))
    else:
        work.set_job(spool.done(found, outcome))


def settle(work: Work, role: Role) -> None:
    """Whoever takes over a printer: what another was sending when it died must be looked at."""
    for job in work.jobs():
        if job.role == role and job.state == "sending":
            work.set_job(spool.interrupted(job))


def hear(work: Work, role: Role, printer: str, condition: Condition | None) -> None:
    """A printer has said how it stands; None: nobody knows any more."""
    heard = heard_in(work.setting(CONDITIONS))
    rest = {other: said for other, said in heard.items() if other != role}
    fresh = {role: Heard(printer=printer, condition=condition)} if condition else {}
    work.set_setting(CONDITIONS, msgspec.json.encode({**rest, **fresh}).decode())


def _change(work: Work, job: int, change: Callable[[Job], Job]) -> Job:
    found = work.job(job)
    if found is None:
        raise Refusal("print_unknown")
    changed = change(found)
    work.set_job(changed)
    return changed


def _wished(work: Work, job: Job) -> Job:
    """At the printer that the form of its paper names."""
    return wished(job, template_in(work.job_paper(job.id)), printers_of(work))


def _keep(work: Work, before: Job, after: Job) -> None:
    if after != before:
        work.set_job(after)
