"""Papers on their way to a printer: what a job is, and what may become of it.

Commit first, print after: a job is queued in the transaction that records its paper. After the
first byte nothing is sent again by itself; a person looks at the paper and decides.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from msgspec.structs import replace

from app.letters import latin_digits
from app.papers import TRIAL
from app.printer import STOPS, Taken
from app.refusal import Refusal, refusal_of
from app.spooling.printers import Printers, Role, role_of, roles_of
from app.value import Value

JobState = Literal[
    "queued",
    "sending",
    "confirmed",
    "sent",
    "unconfirmed",
    "failed",
    "held",
    "cancelled",
    "dropped",
]
"""`confirmed`: the printer proved it, or a person has the paper in hand. `sent`: taken by a printer
that can prove nothing. `unconfirmed`: perhaps on paper. `dropped`: it came too late to be of use.
"""

ENDED = ("confirmed", "sent", "cancelled", "dropped")

LATEST: dict[str, float] = {"ticket": 5.0}
"""Seconds after which a paper is of no use any more: a number stands on the screen too, and who
holds two papers of one number is called once. Every other paper waits for ever. Seconds before it
was made count too: the clock went back meanwhile, and nobody knows how old it is.
"""

NOTHING_SENT = ("paper_unwritable", *STOPS.values())
"""Troubles before the first byte that pass by themselves."""

PRESS_DIED = "press_died"
"""The press died over it, by its own fault or the system's; nothing was sent."""
_DEATHS = 3
"""As often it is tried with a press that dies, one after the other."""

_NO_ROAD = ("no_printer",)
_PERHAPS_SENT = ("printer_refused", "print_unconfirmed")
_BY_A_PERSON, _ELSEWHERE = "print_held", "print_moved"
_TAKEN = Taken()
_PERHAPS_ON_PAPER = ("sending", "unconfirmed", "confirmed", "sent")
_OTHERS_TRIAL = "trial_of_another"


class Job(Value, frozen=True, kw_only=True):
    """One paper on its way. `key` says of what it is, as people call it (label, tracking number,
    number of slip or answer, day, code), `title` the sub-service, `name` whose it is. `made_at` is
    when a person asked for it last, by the PC's clock.

    `why` is the code of the refusal that stopped it, or of what else is to be said of its end;
    `printer` the one it was tried on.
    """

    id: int = 0
    kind: str
    key: str
    owner: str = ""
    title: str = ""
    name: str = ""
    copy: int = 1
    size: Literal["", "A3", "A4", "A5"] = ""
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
        """Why it does not go on, or how it ended, to be put in words."""
        if self.state == "cancelled" and self.why != _OTHERS_TRIAL:
            return _given_up(self)
        facts = {"printer": self.printer, "path": self.printer, "kind": self.kind}
        return refusal_of(self.why, facts) if self.why else None


# -- by itself -----------------------------------------------------------------------------------


def takers(job: Job, printers: Printers) -> tuple[Role, ...]:
    """The printers that may take it, the first choice first. A trial is of one printer alone."""
    if job.kind == TRIAL:
        return (job.role,) if printers.named(job.role) == job.name else ()
    return roles_of(job.kind, printers, job.size)


def assigned(job: Job, printers: Printers) -> Job:
    """A waiting job given to the printers there are now; held where there is none for it. Refuses
    `trial_of_another(printer)` for a trial in whose printer's place another one stands.
    """
    if _of_another(job, printers):
        raise _others_trial(job)
    roles = takers(job, printers)
    role = roles[0] if roles else _meant(job, printers)
    fresh = replace(job, role=role, state="queued", why="", printer="", tries=0)
    return fresh if roles else stopped(fresh, Refusal("no_printer"))


def reassigned(job: Job, printers: Printers) -> Job:
    """The same, after printers were named anew; what a person holds stays held. A trial of a
    printer that made way for another one is given up: it would tell nothing true of this one.
    """
    if not (job.state == "queued" or lacks_printer(job)):
        return job
    if _of_another(job, printers):
        return _told(replace(job, printer=job.name), "cancelled", _others_trial(job))
    return assigned(job, printers)


def moved(job: Job, role: Role, printers: Printers) -> Job:
    """From a printer that does not answer to another one; nothing of it was sent."""
    there = replace(job, role=role, printer=printers.named(role))
    return _told(there, "queued", Refusal("print_moved", printer=there.printer))


def lacks_printer(job: Job) -> bool:
    """Whether it is held because no printer takes it; not because a person wants it."""
    return job.state == "held" and job.why != _BY_A_PERSON


def came_elsewhere(job: Job) -> bool:
    """Whether it went to another printer than the one that was meant for it."""
    return job.why == _ELSEWHERE


def late(job: Job, now: datetime) -> bool:
    """Whether it waited so long that nobody can use it any more; `now` is what the clock says."""
    latest = LATEST.get(job.kind)
    waits = job.state == "queued" and latest is not None
    return waits and abs(now - job.made_at) > timedelta(seconds=latest or 0)


def dropped(job: Job) -> Job:
    """It came too late, and nothing of it was sent."""
    return _told(job, "dropped", Refusal("print_too_old"))


def begun(job: Job, printer: str) -> Job:
    """From now on bytes may be on the paper. What stopped it last time is remembered until it has
    gone well, so that a dead printer does not look alive at every try.
    """
    return replace(job, state="sending", printer=printer)


def left(job: Job, refusal: Refusal) -> Job:
    """What becomes of one that a person sent to a printer of their own choice, which refused. No
    other printer is tried by itself: what is surely on no paper waits for that person.
    """
    after = stopped(job, refusal)
    return after if after.state == "unconfirmed" else set_aside(after)


def done(job: Job, taken: Taken = _TAKEN) -> Job:
    """The printer took all of it. That it was another one than was meant stays on record."""
    why = job.why if came_elsewhere(job) else ""
    return replace(job, state="confirmed" if taken.proved else "sent", why=why)


def stopped(job: Job, refusal: Refusal) -> Job:
    """What becomes of a job whose printer, road or form refused.

    Before the first byte it waits for a better moment, or for another name of the printer. Where
    something may be on paper a person looks. What cannot be made into a paper has failed, and so
    has what the press died over again and again.
    """
    died = refusal.code == PRESS_DIED
    tries = job.tries + 1 if job.why == PRESS_DIED or not died else 1
    states: dict[str, JobState] = {
        PRESS_DIED: "queued" if tries < _DEATHS else "failed",
        **dict.fromkeys(NOTHING_SENT, "queued"),
        **dict.fromkeys(_NO_ROAD, "held"),
        **dict.fromkeys(_PERHAPS_SENT, "unconfirmed"),
    }
    told = str(refusal.facts.get("printer") or refusal.facts.get("path") or job.printer)
    state = states.get(refusal.code, "failed")
    return replace(job, state=state, why=refusal.code, printer=told, tries=tries)


def interrupted(job: Job) -> Job:
    """Nobody knows whether it is on paper: the program died, or the store is an older one."""
    return stopped(job, Refusal("print_unconfirmed"))


# -- by a person ---------------------------------------------------------------------------------


def again(job: Job, printers: Printers, now: datetime) -> Job:
    """It is not on paper, says a person, and it is wanted: the same once more, not marked. What was
    dropped, or cancelled before its first byte, is on no paper either. Refuses `print_ended`,
    `print_running`, and as `assigned` does.
    """
    if perhaps_on_paper(job):
        _require_waiting(job)
    return assigned(replace(job, made_at=now), printers)


def cancelled(job: Job) -> Job:
    """A person no longer wants it. Why it stood still stays on record, for that tells whether a
    byte of it was sent. Refuses `print_ended`, `print_running`.
    """
    _require_waiting(job)
    return replace(job, state="cancelled")


def confirmed(job: Job) -> Job:
    """A person has the paper in hand. Refuses `print_ended`, `print_running`."""
    _require_waiting(job)
    return done(job, Taken(proved=True))


def held(job: Job) -> Job:
    """A person wants it to wait until it is released. Refuses `print_not_queued`, `print_ended`,
    `print_running`.
    """
    _require_waiting(job)
    if job.state not in ("queued", "held"):
        raise Refusal("print_not_queued")
    return _told(job, "held", Refusal("print_held"))


def set_aside(job: Job) -> Job:
    """What is surely on no paper waits for a person, who wants it on a printer of their choice."""
    return _told(job, "held", Refusal("print_held"))


def released(job: Job, printers: Printers, now: datetime) -> Job:
    """It goes on. Refuses `print_not_held`, and as `again` does."""
    _require_waiting(job)
    if job.state != "held":
        raise Refusal("print_not_held")
    return again(job, printers, now)


def repeated(job: Job) -> Job:
    """A copy with its mark is printed in its place, for nobody knows whether it is on paper. Its
    own end says so for ever.
    """
    return _told(job, "sent", Refusal("print_repeated"))


def perhaps_on_paper(job: Job) -> bool:
    """Whether one more of it might be the second, so that it must bear the mark of a copy."""
    doubted = job.state == "cancelled" and job.why in _PERHAPS_SENT
    return doubted or job.state in _PERHAPS_ON_PAPER


def wants_decision(job: Job) -> bool:
    """Whether it goes on only when a person has looked at it, or mended what it is of."""
    return job.state in ("unconfirmed", "failed")


# -- what is told of it --------------------------------------------------------------------------


def newest_of(jobs: Sequence[Job], kind: str, key: str) -> Job | None:
    """The last job of a paper; None where nothing is known of one any more."""
    found = [job for job in jobs if (job.kind, job.key) == (kind, key)]
    return max(found, key=lambda job: job.id, default=None)


def waits_to_be_printed(job: Job) -> bool:
    """Whether it is on no paper yet, and is still to be."""
    return not job.ended and not perhaps_on_paper(job)


def file_name(job: Job) -> str:
    """What the job is called where only plain letters pass: in a folder, in a printer's queue."""
    key = re.sub(r"[^0-9A-Za-z]+", "-", latin_digits(job.key)).strip("-")
    return f"{job.id:03}-{job.kind}-{key}".rstrip("-")


def _meant(job: Job, printers: Printers) -> Role:
    """Where it would go if there were such a printer."""
    return job.role if job.kind == TRIAL else role_of(job.kind, printers, job.size)


def _of_another(job: Job, printers: Printers) -> bool:
    """Whether it is the trial of a printer in whose place another one stands."""
    return job.kind == TRIAL and printers.named(job.role) not in ("", job.name)


def _others_trial(job: Job) -> Refusal:
    return Refusal("trial_of_another", printer=job.name)


def _given_up(job: Job) -> Refusal:
    """How it ended that was cancelled; what held it before is over."""
    return Refusal("print_doubted") if perhaps_on_paper(job) else Refusal("print_given_up")


def _told(job: Job, state: JobState, refusal: Refusal) -> Job:
    return replace(job, state=state, why=refusal.code)


def _require_waiting(job: Job) -> None:
    if job.ended:
        raise Refusal("print_ended")
    if job.state == "sending":
        raise Refusal("print_running")
