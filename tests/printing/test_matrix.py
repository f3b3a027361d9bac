"""The fault matrix: every road against every trouble, as one table.

A cell says how the printer stands while it lasts (asked within two seconds), and what becomes of a
job: nothing was sent (`printer_…`, it may be tried again or go elsewhere), perhaps something
(`printer_refused`, `print_unconfirmed`: a person looks), or it was `taken`. Where a road can prove
a job, the second word is what becomes of it with proof.
"""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from time import monotonic
from typing import Literal, NamedTuple, get_args

import pytest

from app.ports import Transport
from app.printer import Printer, Proof
from app.refusal import Refusal
from printing.ipp import Address
from printing.transports import cups, ipp, network, serial
from printing.transports.cups import CupsTransport
from printing.transports.file import FileTransport
from printing.transports.ipp import IppTransport
from printing.transports.network import NetworkTransport
from printing.transports.system import UNTAKEN, SystemTransport
from printing.transports.windows import meaning
from tests.printing.pretend import Machine, on_a_pty, pretend_printer
from tests.printing.pretend_ipp import ABORTED, STOPPED, pretend_ipp
from tests.printing.test_transports import script, usb
from tests.printing.test_transports import serial as on_serial

if sys.platform == "win32":
    pytest.skip("its roads are of Linux; Windows' own needs a printer", allow_module_level=True)

Road = Literal["network", "usb", "serial", "windows", "cups", "ipp", "system", "file"]
Trouble = Literal[
    "unplugged", "refuses", "mute", "stalls", "drops", "paper out", "cover open", "slow"
]
ROADS: tuple[Road, ...] = get_args(Road)
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)

STRIP = b"\x1dv0\x00" + bytes((72, 0, 128, 0)) + bytes(range(1, 73)) * 128
JOB = b"\x1b@\x1dP\xcb\xcb" + STRIP * 40 + b"\x1dVB\x00"
"""370 kB: more than a printer, a pty or a kernel takes before anything is printed."""
QUICK = 0.4
"""Seconds of silence that end a job here, instead of five."""


class Cell(NamedTuple):
    """What is expected: the condition, the job's end without proof, and with it."""

    condition: str
    end: str
    proved: str = ""


class Not(NamedTuple):
    """Why a cell cannot be filled here."""

    why: str


OUT, REFUSED = "printer_unreachable", "printer_refused"
LOOK, TAKEN, PROVED = "print_unconfirmed", "taken", "proved"
PAPER, COVER = "printer_paper_out", "printer_cover_open"
BITS = "only Windows has its spooler; its word for this is tried below"
NO_WORD = "only Windows has its spooler, and it has no word for this"
BLIND = "a folder has neither paper nor cover"
AT_ONCE = "the disk is written whole or not at all"

TALK: dict[Trouble, Cell | Not] = {
    "unplugged": Cell("unreachable", OUT, OUT),
    "refuses": Cell("unreachable", OUT, OUT),
    "mute": Cell("silent", TAKEN, "printer_silent"),
    "stalls": Cell("fine", REFUSED, REFUSED),
    "drops": Cell("fine", REFUSED, REFUSED),
    "paper out": Cell("paper_out", PAPER, PAPER),
    "cover open": Cell("cover_open", COVER, COVER),
    "slow": Cell("fine", TAKEN, PROVED),
}
"""What every road tells on which the printer itself can be talked to."""

EXPECTED: dict[Road, dict[Trouble, Cell | Not]] = {
    "network": TALK,
    "usb": TALK,
    "serial": TALK,
    "windows": {
        "unplugged": Not(BITS),
        "refuses": Not(NO_WORD),
        "mute": Not(NO_WORD),
        "stalls": Not(NO_WORD),
        "drops": Not(NO_WORD),
        "paper out": Not(BITS),
        "cover open": Not(BITS),
        "slow": Not(NO_WORD),
    },
    "cups": {
        "unplugged": Cell("unreachable", OUT),
        "refuses": Cell("unknown", REFUSED),
        "mute": Cell("silent", OUT),
        "stalls": Cell("unknown", LOOK),
        "drops": Cell("unknown", REFUSED),
        "paper out": Cell("paper_out", TAKEN),
        "cover open": Cell("cover_open", TAKEN),
        "slow": Cell("unknown", TAKEN),
    },
    "ipp": {
        "unplugged": Cell("unreachable", OUT, OUT),
        "refuses": Cell("fine", REFUSED, REFUSED),
        "mute": Cell("silent", OUT, OUT),
        "stalls": Cell("fine", REFUSED, REFUSED),
        "drops": Cell("fine", REFUSED, REFUSED),
        "paper out": Cell("paper_out", PAPER, PAPER),
        "cover open": Cell("cover_open", COVER, COVER),
        "slow": Cell("fine", TAKEN, PROVED),
    },
    "system": {
        "unplugged": Cell("unreachable", OUT),
        "refuses": Cell("unknown", REFUSED),
        "mute": Cell("silent", OUT),
        "stalls": Cell("unknown", LOOK),
        "drops": Cell("unknown", LOOK),
        "paper out": Cell("paper_out", TAKEN),
        "cover open": Cell("cover_open", TAKEN),
        "slow": Cell("unknown", TAKEN),
    },
    "file": {
        "unplugged": Cell("unreachable", "paper_unwritable"),
        "refuses": Cell("fine", "paper_unwritable"),
        "mute": Not(AT_ONCE),
        "stalls": Not(AT_ONCE),
        "drops": Not(AT_ONCE),
        "paper out": Not(BLIND),
        "cover open": Not(BLIND),
        "slow": Not(AT_ONCE),
    },
}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is waited for long."""
    for module in (serial, ipp, "printing.talk"):
        name = module if isinstance(module, str) else module.__name__
        monkeypatch.setattr(f"{name}.SILENCE", QUICK)
    monkeypatch.setattr("printing.talk.AGAIN", QUICK / 4)
    monkeypatch.setattr("printing.talk.BEFORE", QUICK / 2)
    monkeypatch.setattr(network, "ANSWER", QUICK)
    monkeypatch.setattr(network, "LAST_WORD", QUICK)
    monkeypatch.setattr(ipp, "QUICK", QUICK)
    monkeypatch.setattr(cups, "PATIENCE", QUICK)
    monkeypatch.setattr(cups, "QUICK", QUICK)


@contextmanager
def networked(trouble: Trouble, proof: Proof, _folder: Path) -> Iterator[Transport]:
    """Port 9100."""
    with pretend_printer(busy="refused" if trouble == "refuses" else "waits") as printer:
        road = NetworkTransport("127.0.0.1", printer.port, Printer(proof=proof))
        if trouble == "unplugged":
            printer.turn_off()
        with socket.socket() as other:
            if trouble == "refuses":
                other.connect(("127.0.0.1", printer.port))
            suffer(printer, trouble)
            yield road


@contextmanager
def on_device(
    make: Callable[[Path, Printer, Path], Transport], trouble: Trouble, proof: Proof, folder: Path
) -> Iterator[Transport]:
    """A device file: gone, or closed to us (a socket cannot be opened), or with a printer."""
    if trouble == "unplugged":
        yield make(folder / "gone", Printer(proof=proof), folder)
    elif trouble == "refuses":
        with socket.socket(socket.AF_UNIX) as closed:
            closed.bind(str(folder / "closed"))
            yield make(folder / "closed", Printer(proof=proof), folder)
    else:
        with on_a_pty() as (machine, place):
            suffer(machine, trouble)
            yield make(place, Printer(proof=proof), folder)


def suffer(machine: Machine, trouble: Trouble) -> None:
    """The trouble, in a printer that speaks ESC/POS."""
    troubles = machine.troubles
    troubles.mute = trouble == "mute"
    troubles.stalls_after = 20_000 if trouble == "stalls" else None
    troubles.drops_after = 20_000 if trouble == "drops" else None
    troubles.paper = "out" if trouble == "paper out" else "full"
    troubles.cover_open = trouble == "cover open"
    troubles.speed = 400_000 if trouble == "slow" else None


LPSTAT: dict[Trouble, str] = {
    "unplugged": "echo 'lpstat: Scheduler is not running' >&2; exit 1",
    "mute": "exec sleep 5",
    "paper out": "echo 'printer a is idle.'; echo '\tAlerts: media-empty-error'",
    "cover open": "echo 'printer a is idle.'; echo '\tAlerts: cover-open-error media-empty'",
}
LP: dict[Trouble, str] = {
    "refuses": "cat > /dev/null; echo 'lp: no such printer' >&2; exit 1",
    "stalls": "head -c 20000 > /dev/null; exec sleep 5",
    "drops": "head -c 20000 > /dev/null; exit 1",
    "slow": "cat > /dev/null; sleep 0.2",
}
DRIVER = {
    "refuses": f"import sys; sys.exit({UNTAKEN})",
    "stalls": "import time; time.sleep(9)",
    "drops": "import os; os.abort()",
    "slow": "import sys, time; sys.stdin.buffer.read(); time.sleep(0.2)",
}


def queued(trouble: Trouble, folder: Path) -> AbstractContextManager[Transport]:
    """CUPS, with programs that say what its own say."""
    script(folder, "lpstat", LPSTAT.get(trouble, "echo 'printer a is idle.'"))
    script(folder, "lp", LP.get(trouble, "cat > /dev/null"))
    return nullcontext(CupsTransport("a", raw=True))


def painted(trouble: Trouble, folder: Path) -> AbstractContextManager[Transport]:
    """The system's driver, with a process that does what drivers do."""
    queued(trouble, folder)
    does = DRIVER.get(trouble, "import sys; sys.stdin.buffer.read()")
    return nullcontext(SystemTransport("a", command=(sys.executable, "-c", does), patience=1))


@contextmanager
def by_ipp(trouble: Trouble, proof: Proof) -> Iterator[Transport]:
    """A page printer's own address."""
    with pretend_ipp() as printer:
        address = Address(host="127.0.0.1", port=printer.port)
        printer.status = 0x0403 if trouble == "refuses" else 0
        printer.mute, printer.stalls = trouble == "mute", trouble == "stalls"
        printer.drops, printer.slow = trouble == "drops", 0.2 if trouble == "slow" else 0
        reasons = {"paper out": ("media-empty-error",), "cover open": ("cover-open-error",)}
        printer.reasons = reasons.get(trouble, ("none",))
        if trouble != "unplugged":
            yield IppTransport(address, Printer(name="a", proof=proof))
    if trouble == "unplugged":
        yield IppTransport(address, Printer(name="a", proof=proof))


def filed(trouble: Trouble, folder: Path) -> AbstractContextManager[Transport]:
    """A folder that is gone, or in which a folder has the file's name."""
    if trouble == "refuses":
        (folder / "a.pdf").mkdir()
    return nullcontext(
        FileTransport(folder / ("gone/a.pdf" if trouble == "unplugged" else "a.pdf"))
    )


def laid(
    road: Road, trouble: Trouble, proof: Proof, folder: Path
) -> AbstractContextManager[Transport]:
    """The road, with that trouble on it."""
    if road == "network":
        return networked(trouble, proof, folder)
    if road in ("usb", "serial"):
        return on_device(usb if road == "usb" else on_serial, trouble, proof, folder)
    if road == "ipp":
        return by_ipp(trouble, proof)
    return {"cups": queued, "system": painted, "file": filed}[road](trouble, folder)


def end_of(road: Transport) -> str:
    """What becomes of a job."""
    try:
        return PROVED if road.send(JOB, "receipt 1").proved else TAKEN
    except Refusal as refusal:
        return refusal.code


def proofs(cell: Cell) -> Iterator[tuple[Proof, str]]:
    """What the printer can prove, and how the job ends then."""
    yield "none", cell.end
    if cell.proved:
        yield "status", cell.proved
        yield "process", cell.proved


CELLS = [
    pytest.param(
        road,
        trouble,
        cell,
        id=f"{road}, {trouble}",
        marks=[pytest.mark.skip(reason=cell.why)] if isinstance(cell, Not) else [],
    )
    for road, row in EXPECTED.items()
    for trouble, cell in row.items()
]


def test_no_cell_is_empty() -> None:
    assert {road: set(row) for road, row in EXPECTED.items()} == {
        road: set(TROUBLES) for road in ROADS
    }


@pytest.mark.parametrize(("road", "trouble", "cell"), CELLS)
def test_a_trouble_is_told_in_time_and_no_job_is_lost_or_doubled_in_silence(
    road: Road, trouble: Trouble, cell: Cell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    for proof, end in proofs(cell):
        folder = tmp_path / proof
        folder.mkdir()
        with laid(road, trouble, proof, tmp_path if road in ("cups", "system") else folder) as way:
            begun = monotonic()
            assert way.condition() == cell.condition
            assert monotonic() - begun < 2
            assert (proof, end_of(way)) == (proof, end)


def test_the_spooler_of_windows_has_words_for_some_of_it() -> None:
    said = {0: "unknown", 0x80: "unreachable", 0x10: "paper_out", 0x400000: "cover_open"}
    said |= {0x2: "offline", 0x1: "offline", 0x20000: "unknown", 0x400010: "cover_open"}
    assert {bits: meaning(bits) for bits in said} == said


def test_an_ipp_job_that_the_printer_gives_up_is_looked_at() -> None:
    with pretend_ipp() as printer:
        way = IppTransport(
            Address(host="127.0.0.1", port=printer.port), Printer(name="a", proof="status")
        )
        printer.job_state = ABORTED
        assert end_of(way) == LOOK
        printer.state = STOPPED
        assert (way.condition(), end_of(way)) == ("offline", "printer_offline")
        printer.state, printer.status = 3, 0x0507
        assert end_of(way) == OUT
    assert printer.jobs == [JOB, JOB]
