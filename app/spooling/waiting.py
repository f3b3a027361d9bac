"""What waits at the printers, and what it waits for."""

from collections.abc import Mapping, Sequence

from app.printer import Condition
from app.spooling.printer_state import HALTED, PrinterState, printer_state
from app.spooling.printers import ROLES, Printers, Role
from app.spooling.spool import Job, lacks_printer, wants_decision
from app.value import Value

_ON_ITS_WAY = ("queued", "sending")


class Waiting(Value, frozen=True, kw_only=True):
    """How many papers wait: for one printer, and for any other, named or not."""

    here: int = 0
    elsewhere: int = 0


class Tally(Value, frozen=True, kw_only=True):
    """Papers that are not ended: those that a person must decide about, those that go on by
    themselves once they can, and those that a person holds.
    """

    decide: int = 0
    wait: int = 0
    held: int = 0


class Stop(Value, frozen=True, kw_only=True):
    """Why a paper does not come out: how its printer stands, and the paper that is to come out
    before it; None where it is the first itself.
    """

    state: PrinterState
    behind: Job | None = None


def waiting_for(role: Role, jobs: Sequence[Job]) -> Waiting:
    """What waits for a printer and for the others; what a person holds waits for that person."""
    waits = [job for job in jobs if job.state == "queued" or lacks_printer(job)]
    here = sum(job.role == role and job.state == "queued" for job in waits)
    return Waiting(here=here, elsewhere=len(waits) - here)


def tally(jobs: Sequence[Job]) -> Tally:
    """What is not ended, by what it waits for."""
    decide = sum(map(wants_decision, jobs))
    wait = sum(job.state in _ON_ITS_WAY or lacks_printer(job) for job in jobs)
    going = sum(not job.ended for job in jobs)
    return Tally(decide=decide, wait=wait, held=going - decide - wait)


def stops(
    printers: Printers, jobs: Sequence[Job], conditions: Mapping[Role, Condition]
) -> Mapping[int, Stop]:
    """What each paper on its way waits for, by its number; of those that go on by themselves
    nothing is told.
    """
    found: dict[int, Stop] = {}
    for role in ROLES:
        state = printer_state(role, printers, jobs, conditions)
        waits = [job for job in jobs if job.role == role and job.state in _ON_ITS_WAY]
        if waits and state in HALTED:
            first = min(waits, key=lambda job: job.id)
            found |= {
                job.id: Stop(state=state, behind=None if job is first else first) for job in waits
            }
    return found
