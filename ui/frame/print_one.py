"""One paper from the spool to its printer: made, recorded as begun, sent, recorded as ended."""

import logging
from collections.abc import Callable
from typing import Literal, Protocol

import msgspec

from app.deeds import spool
from app.papers import PAPERS, Paper
from app.ports import Journal, Transport
from app.refusal import Refusal
from app.spool import Job, Printers, file_name


class Maker(Protocol):
    """What makes papers."""

    def pdf(self, paper: Paper, size: Literal["A4", "A5"] | None = None) -> bytes:
        """A file for a page."""

    def thermal(self, paper: Paper, width: Literal[80, 58] = 80) -> bytes:
        """A job for a roll."""

    def warm(self) -> None:
        """Makes ready what the first paper needs."""


class Roads(Protocol):
    """Finds the road to a printer."""

    def __call__(self, name: str, *, raw: bool, job: str) -> Transport:
        """By the printer's name; `job` is what the paper is called on the way."""


def print_one(
    journal: Journal,
    job: Job,
    printers: Printers,
    press: Maker,
    roads: Roads,
    began: Callable[[], None],
) -> None:
    """Prints it once or not at all, as far as anybody can know: it is on record as begun before the
    first byte, and as ended after the last. `began` is told in between.

    Only troubles of the store pass: without it nothing can be recorded, so nothing is sent.
    """
    name = printers.named(job.role)
    with journal.look() as look:
        stored = look.job_paper(job.id)
    try:
        data = _made(stored, job, printers, press)
        road = roads(name, raw=job.role == "roll", job=file_name(job))
    except Refusal as refusal:
        _end(journal, job, refusal)
    except Exception:
        logging.getLogger("bajeh").exception("a paper could not be made")
        _end(journal, job, Refusal("unexpected"))
    else:
        with journal.work() as work:
            mine = spool.begin(work, job.id, name)
        if mine:
            began()
            _end(journal, job, _sent(road, data, job))


def _made(stored: bytes, job: Job, printers: Printers, press: Maker) -> bytes:
    paper = msgspec.json.decode(stored, type=PAPERS[job.kind])
    if job.role == "roll":
        return press.thermal(paper, printers.width)
    return press.pdf(paper, job.size or None)


def _sent(road: Transport, data: bytes, job: Job) -> Refusal | None:
    """None where the printer took it. After a bug nobody knows what is on paper."""
    try:
        road.send(data, f"bajeh-{file_name(job)}")
    except Refusal as refusal:
        return refusal
    except Exception:
        logging.getLogger("bajeh").exception("a road to a printer broke")
        return Refusal("print_unconfirmed")
    return None


def _end(journal: Journal, job: Job, refusal: Refusal | None) -> None:
    with journal.work() as work:
        spool.end(work, job.id, refusal)
