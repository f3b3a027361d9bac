"""Papers that are counted, to a file or a printer that the command names: through the same spool as
those of the windows, so that what surely came on no paper is the original still.
"""

from argparse import Namespace
from collections.abc import Callable
from contextlib import ExitStack, suppress
from typing import Literal

from msgspec.structs import replace

from app.deeds import spool
from app.handing.by_hand import set_aside
from app.papers import Paper, Size
from app.ports import Transport
from app.printer import Condition, Printer, Taken
from app.refusal import Refusal
from app.spooling.printers import Role, roll_printer
from app.spooling.spool import Job
from ui.bootstrap import Press, printer
from ui.cli.files import write_file
from ui.cli.said import Session
from ui.frame.hand import lock_of
from ui.frame.print_one import print_one


class FileRoad:
    """Into just this file, in place of what stood there."""

    def __init__(self, path: str) -> None:
        self._path = path

    def send(self, data: bytes, title: str) -> Taken:  # noqa: ARG002 - as the port asks
        """Write it whole or not at all. Refuses `paper_unwritable`."""
        write_file(self._path, data)
        return Taken()

    def condition(self) -> Condition:
        """Nobody asks."""
        return "unknown"


class _Room:
    """The press, whose bugs pass as bugs of the command."""

    def __init__(self, room: Press) -> None:
        self._room = room
        self.bug: Exception | None = None

    def pdf(self, paper: Paper, size: Size | None = None) -> bytes:
        """As the press does."""
        return self._made(lambda: self._room.pdf(paper, size))

    def thermal(self, paper: Paper, width: Literal[80, 58] | Printer = 80) -> bytes:
        """As the press does."""
        return self._made(lambda: self._room.thermal(paper, width))

    def _made(self, make: Callable[[], bytes]) -> bytes:
        try:
            return make()
        except Refusal:
            raise
        except Exception as bug:
            self.bug = bug
            raise Refusal("unexpected") from bug


def device(args: Namespace) -> Printer:
    """The printer, or what stands for it, as the command names it."""
    return roll_printer(args.printer or args.to, args.width or 80)


def print_by_hand(session: Session, room: Press, *, roll: bool) -> None:
    """Prints what the command names, and what its form wants beside it. Refuses as the road does;
    what was not sent then waits in the queue, and is what the next command prints.
    """
    args = session.args
    role: Role = "roll" if roll else "page"
    with session.journal.work(session.clerk) as work:
        jobs = set_aside(
            work,
            args.kind,
            args.key,
            role,
            copy=args.copy,
            size=args.size or "",
            alone=bool(args.to),
        )
    with ExitStack() as lock:
        with suppress(Refusal):  # a window that serves such a printer lets what others send alone
            lock.enter_context(session.desk.alone(lock_of(role)))
        for job in jobs:
            _printed(session, room, replace(job, size=args.size or job.size))


def _printed(session: Session, room: Press, job: Job) -> None:
    press = _Room(room)
    outcome = print_one(
        session.journal,
        job,
        device(session.args),
        press,
        lambda name, *, raw, job: _road(session.args, name, raw=raw, job=job),
        began=lambda: None,
        still=lambda _: None,
        begin=spool.take,
        end=spool.leave,
    )
    if press.bug:
        raise press.bug
    if outcome is None:
        raise Refusal("print_running")
    if isinstance(outcome, Refusal):
        raise outcome


def _road(args: Namespace, name: str | Printer, *, raw: bool, job: str) -> Transport:
    return FileRoad(args.to) if args.to else printer(name, raw=raw, job=job)
