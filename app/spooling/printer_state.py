"""How a printer stands, as far as it says itself and its jobs tell."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from app.decoding import decode
from app.printer import STOPS, Condition
from app.spooling.printers import Printers, Role
from app.spooling.spool import NOTHING_SENT, Job, came_elsewhere, lacks_printer, takers
from app.value import Value

PrinterState = Literal[
    "ready",
    "near_end",
    "printing",
    "unreachable",
    "silent",
    "missing",
    "offline",
    "paper_out",
    "cover_open",
    "unknown",
    "no_printer",
    "untried",
    "untold",
]
"""`ready` only where the printer itself says so, `near_end` where it says that paper is short as
well. `missing`: there is none of that name; `unknown`: its papers are held. `untried`: named, and
no paper of today says that it was ever reached; `untold`: it took papers, and nobody can ask how
it stands. What is to be decided of its papers is another matter
(`app.spooling.spool.wants_decision`).
"""

CONDITIONS = "printer_conditions"
"""The setting in which whoever serves a printer leaves what it said last, for all windows."""

_SAID: dict[str, PrinterState] = {
    "printer_offline": "offline",
    "printer_paper_out": "paper_out",
    "printer_cover_open": "cover_open",
    "printer_silent": "silent",
    "printer_unknown": "missing",
}
_STOPPED: dict[Condition, PrinterState] = {
    "unreachable": "unreachable",
    "offline": "offline",
    "paper_out": "paper_out",
    "cover_open": "cover_open",
    "silent": "silent",
    "missing": "missing",
}


HALTED: tuple[PrinterState, ...] = tuple(_STOPPED.values())
"""States in which nothing comes out, and what waits goes on waiting."""


class Heard(Value, frozen=True, kw_only=True):
    """What a printer of that name said last."""

    printer: str
    condition: Condition


def heard_in(setting: str) -> dict[Role, Heard]:
    """What the setting keeps; nothing where it is empty or of another shape."""
    try:
        return decode(setting or "{}", dict[Role, Heard])
    except msgspec.DecodeError:
        return {}


def conditions_in(setting: str, printers: Printers) -> dict[Role, Condition]:
    """How the printers that there are now said that they stand."""
    return {
        role: heard.condition
        for role, heard in heard_in(setting).items()
        if heard.printer == printers.named(role)
    }


def printer_state(
    role: Role,
    printers: Printers,
    jobs: Sequence[Job],
    conditions: Mapping[Role, Condition] | None = None,
) -> PrinterState:
    """How a printer stands: what it says that stops it, then what its jobs tell, the gravest first.
    One whose last paper went elsewhere, or was given up, does not answer unless it says otherwise.
    """
    mine = [job for job in jobs if job.role == role]
    now = (conditions or {}).get(role, "unknown")
    if not printers.named(role):
        return "no_printer"
    if any(map(lacks_printer, mine)):
        return "unknown"
    if now in STOPS:
        return _STOPPED[now]
    why = next((job.why for job in mine if _cannot_be_sent(job)), "")
    if why or (now == "unknown" and _left_by_the_last(role, printers, jobs)):
        return _SAID.get(why, "unreachable")
    return _calm(now, mine, printers.named(role))


def _calm(now: Condition, mine: Sequence[Job], printer: str) -> PrinterState:
    if now == "near_end":
        return "near_end"
    if any(job.state == "sending" for job in mine):
        return "printing"
    if now == "fine":
        return "ready"
    return "untold" if any(_came_out(job, printer) for job in mine) else "untried"


def _came_out(job: Job, printer: str) -> bool:
    return job.state in ("sent", "confirmed") and job.printer == printer


def _cannot_be_sent(job: Job) -> bool:
    return job.state in ("queued", "sending") and job.why in NOTHING_SENT


def _left_by_the_last(role: Role, printers: Printers, jobs: Sequence[Job]) -> bool:
    """Whether the last paper for it was given up: nobody has heard from it since. Those that were
    dropped without a try tell nothing.
    """
    told = (job for job in jobs if job.state != "dropped" or job.tries)
    meant = (job for job in told if job.role == role or takers(job, printers)[:1] == (role,))
    last = max(meant, key=lambda job: job.id, default=None)
    return last is not None and _given_up(last, role)


def _given_up(job: Job, role: Role) -> bool:
    if job.role != role:
        return came_elsewhere(job)
    return job.state == "dropped" or (job.state == "cancelled" and job.why in NOTHING_SENT)
