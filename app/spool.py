"""Papers on their way to a printer: what a job is, which printer takes it, what may become of it.

Commit first, print after: a job is queued in the transaction that records its paper. After the
first byte nothing is sent again by itself; a person looks at the paper and decides.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec
from msgspec.structs import replace

from app.letters import latin_digits
from app.refusal import Refusal, refusal_of
from app.value import Value

Role = Literal["roll", "page"]
JobState = Literal["queued", "sending", "sent", "unconfirmed", "failed", "held", "cancelled"]
PrinterState = Literal[
    "ready", "printing", "unreachable", "unconfirmed", "unknown", "failed", "no_printer"
]

ROLES: tuple[Role, ...] = ("roll", "page")
ENDED = ("sent", "cancelled")
PRINTERS = "printers"
"""The setting that names the printers of this PC."""

_ROLL_FIRST = ("ticket", "deficiency", "receipt")
_PAGE_ONLY = ("log", "survey")
_NOTHING_SENT = ("printer_unreachable", "paper_unwritable")
"""Troubles before the first byte that pass by themselves."""
_NO_ROAD = ("no_printer", "printer_unknown")
_PERHAPS_SENT = ("printer_refused", "print_unconfirmed")
_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)


class Printers(Value, frozen=True, kw_only=True):
    """The printers of this PC by what they print on; an empty name: there is none.

    A name is `tcp://host[:port]`, one that the system knows, or `file:FOLDER` (papers as files).
    """

    roll: str = ""
    width: Literal[80, 58] = 80
    page: str = ""

    def named(self, role: Role) -> str:
        """The printer of a role."""
        return self.roll if role == "roll" else self.page


class Job(Value, frozen=True, kw_only=True):
    """One paper on its way. `key` says of what it is, as people call it (label, tracking number,
    number of slip or answer, day, code), `title` the sub-service, `name` whose it is.

    `why` is the code of the refusal that stopped it, `printer` the one it was tried on.
    """

    id: int = 0
    kind: str
    key: str
    owner: str = ""
    title: str = ""
    name: str = ""
    copy: int = 1
    size: Literal["", "A4", "A5"] = ""
    role: Role = "page"
    made_at: datetime
    state: JobState = "queued"
    why: str = ""
    printer: str = ""
    tries: int = 0

    @property
    def ended(self) -> bool:
        """Whether nobody needs to think of it any more."""
        return self.state in ENDED

    @property
    def refusal(self) -> Refusal | None:
        """Why it does not go on, to be put in words."""
        facts = {"printer": self.printer, "path": self.printer, "kind": self.kind}
        return refusal_of(self.why, facts) if self.why else None


def printers_in(setting: str) -> Printers:
    """The printers that a setting names; none where it is empty or of another shape."""
    try:
        return msgspec.json.decode(setting, type=Printers) if setting else Printers()
    except msgspec.DecodeError:
        return Printers()


def role_of(kind: str, printers: Printers, size: str = "") -> Role:
    """Which printer takes a paper: strips for the client from the roll, sheets from the page
    printer, each from the other where it is alone; the log and the questionnaire fit no roll. Who
    asks for a size of page wants a page.
    """
    if kind in _PAGE_ONLY:
        return "page"
    if kind in _ROLL_FIRST and not size:
        return "roll" if printers.roll or not printers.page else "page"
    return "page" if printers.page or not printers.roll else "roll"


def assigned(job: Job, printers: Printers) -> Job:
    """A waiting job given to the printers there are now; held where there is none for it."""
    role = role_of(job.kind, printers, job.size)
    fresh = replace(job, role=role, state="queued", why="", printer="", tries=0)
    return fresh if printers.named(role) else stopped(fresh, Refusal("no_printer"))


def begun(job: Job, printer: str) -> Job:
    """From now on bytes may be on the paper. What stopped it last time is remembered until it has
    gone well, so that a dead printer does not look alive at every try.
    """
    return replace(job, state="sending", printer=printer)


def done(job: Job) -> Job:
    """The printer took all of it."""
    return replace(job, state="sent", why="")


def stopped(job: Job, refusal: Refusal) -> Job:
    """What becomes of a job whose printer, road or form refused.

    Before the first byte it waits for a better moment, or for another name of the printer. Where
    something may be on paper a person looks. What cannot be made into a paper has failed.
    """
    states: dict[str, JobState] = {
        **dict.fromkeys(_NOTHING_SENT, "queued"),
        **dict.fromkeys(_NO_ROAD, "held"),
        **dict.fromkeys(_PERHAPS_SENT, "unconfirmed"),
    }
    told = str(refusal.facts.get("printer") or refusal.facts.get("path") or job.printer)
    state = states.get(refusal.code, "failed")
    return replace(job, state=state, why=refusal.code, printer=told, tries=job.tries + 1)


def interrupted(job: Job) -> Job:
    """Nobody knows whether it is on paper: the program died, or the store is an older one."""
    return stopped(job, Refusal("print_unconfirmed"))


def again(job: Job, printers: Printers) -> Job:
    """A person wants it printed. Refuses `print_ended`, `print_running`."""
    _require_waiting(job)
    return assigned(job, printers)


def cancelled(job: Job) -> Job:
    """A person no longer wants it. Refuses `print_ended`, `print_running`."""
    _require_waiting(job)
    return replace(job, state="cancelled")


def confirmed(job: Job) -> Job:
    """A person has the paper in hand. Refuses `print_ended`, `print_running`."""
    _require_waiting(job)
    return done(job)


def file_name(job: Job) -> str:
    """What the job is called where only plain letters pass: in a folder, in a printer's queue."""
    key = re.sub(r"[^0-9A-Za-z]+", "-", latin_digits(job.key)).strip("-")
    return f"{job.id:03}-{job.kind}-{key}".rstrip("-")


def pause(tries: int) -> float:
    """Seconds to leave a printer alone that could not be reached so many times."""
    return _PAUSES[min(tries, len(_PAUSES)) - 1] if tries else 0.0


def first_queued(jobs: Sequence[Job], role: Role) -> Job | None:
    """Whose turn it is at a printer."""
    waiting = (job for job in jobs if job.role == role and job.state == "queued")
    return min(waiting, key=lambda job: job.id, default=None)


def printer_state(role: Role, printers: Printers, jobs: Sequence[Job]) -> PrinterState:
    """How a printer stands, as far as its jobs tell; the gravest comes first."""
    mine = [job for job in jobs if job.role == role]
    if not printers.named(role):
        return "no_printer"
    if any(job.state == "held" for job in mine):
        return "unknown"
    if any(job.state in ("queued", "sending") and job.why for job in mine):
        return "unreachable"
    for state in ("unconfirmed", "failed"):
        if any(job.state == state for job in mine):
            return state
    return "printing" if any(job.state == "sending" for job in mine) else "ready"


def _require_waiting(job: Job) -> None:
    if job.ended:
        raise Refusal("print_ended")
    if job.state == "sending":
        raise Refusal("print_running")
