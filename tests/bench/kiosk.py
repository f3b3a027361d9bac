"""The kiosk while its centre is away: how soon a touched number is with the printer."""

import os
import subprocess
import sys
from datetime import time
from pathlib import Path

from msgspec.structs import replace

from app.deeds.office import set_rules
from app.deeds.spool import set_printers
from app.deeds.ticket import issue
from app.local import day_of
from app.spooling.printers import Printers
from app.sync.node_file import Address, NodeFile
from tests.bench.day import into_files, own_home
from tests.bench.kiosk_taps import MARK
from tests.bench.machine import Undisturbed, bare
from tests.bench.report import Figure, ms, quantile
from ui.bootstrap import SystemClock, open_desk, set_up
from ui.sample import sample_plan

TAPS, WAITING = 150, 170
GOAL = 0.05
SYNCS = 2
PAUSE = 0.3
_NOWHERE = "192.0.2.1:5432"
"""An address that nobody has."""


def kiosk(folder: Path, taps: int = TAPS) -> list[Figure]:
    """From the finger to the last byte of the number's paper, through the very program; what a
    printer does with it, and how long its cable is, is not the kiosk's.
    """
    own_home(folder)
    _office(folder / "data", into_files(folder / "papers"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with Undisturbed() as alone:
        said = subprocess.run(
            [sys.executable, "-m", "tests.bench.kiosk_taps", str(folder / "data"), str(taps)],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=60 + 3 * taps,
        )
    lines = [line.split() for line in said.stdout.splitlines() if line.startswith(MARK)]
    times = [(float(begun), float(painted)) for _, begun, painted in lines]
    came = sorted(paper.stat().st_mtime for paper in (folder / "papers").iterdir())
    ways = [(begun, at) for (begun, _), at in zip(times, came, strict=True)]
    papers = [at - begun for begun, at in ways]
    ours = [at - begun for begun, at in ways if alone.between(begun, at)]
    shown = [painted - begun for begun, painted in times]
    return [
        _figure(
            folder, f"kiosk, centre away: tap → paper's bytes at the printer, {taps} taps", papers
        ),
        *_undisturbed(ours),
        _figure(folder, "the same: tap → the number on the screen", shown),
    ]


def _undisturbed(took: list[float]) -> list[Figure]:
    """What is the program's, where other machines want the same processor."""
    if not took:
        return []
    slow = quantile(took, 0.99)
    return [
        Figure(
            what=f"the same, of the {len(took)} taps in which other machines took no tick, p99",
            measured=ms(slow),
            beside=f"median {ms(quantile(took, 0.5))}; longest {ms(max(took))}",
            ratio="",
            goal=f"≤ {GOAL * 1000:.0f} ms",
            met=slow <= GOAL,
        )
    ]


def _figure(folder: Path, what: str, took: list[float]) -> Figure:
    """Beside what the machine alone makes of as much reckoning, and of the two syncs after which
    alone a number may be on paper.
    """
    slow, usual = quantile(took, 0.99), quantile(took, 0.5)
    floor = quantile(bare(folder, usual, SYNCS, len(took), PAUSE), 0.99)
    return Figure(
        what=f"{what}, p99",
        measured=ms(slow),
        beside=f"median {ms(usual)}; a bare machine, as much reckoning: p99 {ms(floor)}",
        ratio=f"{slow / floor:.1f}",
        goal=f"≤ {GOAL * 1000:.0f} ms",
        met=slow <= GOAL,
    )


def _office(data: Path, printers: Printers) -> None:
    """Open all day, with people waiting, and a centre that does not answer."""
    clock = SystemClock()
    plan = sample_plan(day_of(clock.now()))
    always = {day: (time(0), time(23, 59)) for day in range(7)}
    set_up(data, replace(plan, hours=always, closures={}), clock)
    desk = open_desk(data, clock)
    with desk.journal.work() as work:
        set_printers(work, printers)
        set_rules(work, replace(work.office.rules, kiosk_pace=0))
    for number in range(WAITING):
        with desk.journal.work() as work:
            issue(work, str(number % 38 + 1))
    with desk.journal.look() as look:
        away = Address(hosts=(_NOWHERE,), database="bajeh", role="pc", password="none")
        node = NodeFile(
            centre=away,
            office=look.office.id,
            office_name=look.office.described.name,
            node=look.node,
            name=min(look.office.kiosks),
            role="kiosk",
            series=look.office.series[look.node],
        )
    desk.adopt(node)
    desk.close()
