"""One paper from the spool to its printer: made, recorded as begun, sent, recorded as ended."""

import logging
from collections.abc import Callable
from typing import Literal, Protocol

from app.decoding import decode
from app.deeds import spool
from app.papers import STORED, Paper, TrialPaper
from app.ports import Journal, Transport, Watchful, Work
from app.printer import Printer, Taken, as_promised
from app.refusal import Refusal
from app.spooling.printers import Role
from app.spooling.spool import Job, file_name

Begin = Callable[[Work, int, str], bool]
"""Records that a job begins at a printer; False where it shall not."""
End = Callable[[Work, int, Taken | Refusal], None]
"""Records how it went."""


class Maker(Protocol):
    """What makes papers."""

    def pdf(self, paper: Paper, size: Literal["A3", "A4", "A5"] | None = None) -> bytes:
        """A file for a page."""

    def thermal(self, paper: Paper, width: Literal[80, 58] | Printer = 80) -> bytes:
        """A job for a roll."""


class Beside(Maker, Protocol):
    """What makes them beside the windows."""

    def warm(self) -> None:
        """Makes ready what the first paper needs."""


class Roads(Protocol):
    """Finds the road to a printer."""

    def __call__(self, name: str | Printer, *, raw: bool, job: str) -> Transport:
        """By the printer, or its name; `job` is what the paper is called on the way."""


def print_one(
    journal: Journal,
    job: Job,
    printer: Printer,
    press: Maker,
    roads: Roads,
    *,
    began: Callable[[], None],
    still: Callable[[bool], None],
    answers: bool = False,
    begin: Begin = spool.begin,
    end: End = spool.end,
) -> Taken | Refusal | None:
    """Prints it once or not at all, as far as anybody can know: it is on record as begun before the
    first byte, and as ended after the last. `began` is told in between, and `still` when the
    printer stands still meanwhile or goes on. `answers`: it used to, so that nothing begins while
    it is silent. Gives how it went; None where somebody cancelled it before. `begin` and `end`
    record it, as for a printer of this PC.

    Only troubles of the store pass: without it nothing can be recorded, so nothing is sent.
    """
    raw = on_roll(job.role)
    with journal.look() as look:
        stored = look.job_paper(job.id)
    try:
        data = _made(stored, job, printer, press)
        road = roads(printer, raw=raw, job=file_name(job))
    except Refusal as refusal:
        return ended(journal, job, refusal, end)
    except Exception:
        logging.getLogger("bajeh").exception("a paper could not be made")
        return ended(journal, job, Refusal("unexpected"), end)
    if isinstance(road, Watchful):
        road.still, road.answers = still, answers
    with journal.work() as work:
        mine = begin(work, job.id, printer.name)
    if not mine:
        return None
    began()
    return ended(journal, job, _sent(road, data, job, printer), end)


def ended(
    journal: Journal, job: Job, outcome: Taken | Refusal, end: End = spool.end
) -> Taken | Refusal:
    """Records how it went."""
    with journal.work() as work:
        end(work, job.id, outcome)
    return outcome


def on_roll(role: Role) -> bool:
    """Whether what goes there goes to a roll; else to a page."""
    return role in ("roll", "roll_spare")


def _made(stored: bytes, job: Job, printer: Printer, press: Maker) -> bytes:
    paper = decode(stored, STORED[job.kind])
    if on_roll(job.role):  # a trial says what it shows: the record for which it was made
        return press.thermal(paper, paper.printer if isinstance(paper, TrialPaper) else printer)
    return press.pdf(paper, job.size or None)


def _sent(road: Transport, data: bytes, job: Job, printer: Printer) -> Taken | Refusal:
    """What the road says. After a bug, and without a promised proof, nobody knows."""
    try:
        return as_promised(road.send(data, f"bajeh-{file_name(job)}"), printer)
    except Refusal as refusal:
        return refusal
    except Exception:
        logging.getLogger("bajeh").exception("a road to a printer broke")
        return Refusal("print_unconfirmed")
