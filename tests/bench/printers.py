"""Printers that do not answer: what the window does beside one that is mute and two that are
unplugged, and how soon it is told how a printer stands.
"""

from pathlib import Path

from app.printer import Printer
from app.spooling.printers import Printers
from tests.bench.day import into_files, own_home, work_a_day
from tests.bench.large import large
from tests.bench.report import Figure, ms
from tests.bench.standing import standing
from tests.printing.pretend import pretend_printer

REQUESTS, WAITING, CLIENTS = 2000, 60, 40
NOWHERE = "tcp://192.0.2.1"
"""An address that is nobody's: whoever asks there waits for an answer."""

GOAL = 0.05


def dead_printers(folder: Path) -> list[Figure]:
    """Every receipt goes from the mute printer to its spare, to the page and back."""
    own_home(folder)
    data = folder / "data"
    large(data, REQUESTS, WAITING)
    well = work_a_day(data, into_files(folder / "papers"), CLIENTS).stall
    with pretend_printer() as mute:
        mute.troubles.mute = True
        dead = work_a_day(data, _dead(mute.name), CLIENTS).stall
    return [
        Figure(
            what=f"longest stall of the window, {CLIENTS} clients, printers mute and unplugged",
            measured=ms(dead),
            beside=f"printers well {ms(well)}",
            ratio=f"{dead / well:.2f}",
            goal=f"≤ {GOAL * 1000:.0f} ms",
            met=dead <= GOAL,
        ),
        *standing(folder),
    ]


def _dead(mute: str) -> Printers:
    nowhere = Printer(name=NOWHERE)
    return Printers(
        roll=Printer(name=mute, proof="status"),
        roll_spare=nowhere,
        page=nowhere,
        roll_to_page=True,
    )
