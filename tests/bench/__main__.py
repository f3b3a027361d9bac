"""Every figure of the README, measured now: `python -m tests.bench [part …]`."""

import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.centre import syncing
from tests.bench.contest import contest
from tests.bench.deeds import calling, issuing
from tests.bench.display import displaying
from tests.bench.failover import failing_over
from tests.bench.figures import reporting, staying_quick
from tests.bench.hall import hall
from tests.bench.kiosk import kiosk
from tests.bench.machine import Processor
from tests.bench.paper import papers
from tests.bench.printers import dead_printers
from tests.bench.race import racing
from tests.bench.records import bulk, searching
from tests.bench.report import Figure, table
from tests.bench.shell import shell
from tests.bench.supervisor_day import supervisor_day
from tests.bench.waiting import waiting
from tests.bench.week import week
from tests.bench.windows import windows

PARTS: Mapping[str, Callable[[Path], list[Figure]]] = {
    "issue": issuing,
    "race": racing,
    "contest": contest,
    "call-1000": partial(calling, queue=1000, goal=0.005),
    "call-10000": partial(calling, queue=10_000, goal=0.005),
    "call-100000": partial(calling, queue=100_000, goal=0.010),
    "find": partial(searching, count=300_000),
    "bulk": bulk,
    "figures": reporting,
    "figures-10": partial(reporting, count=3_000_000, goal=30.0),
    "figures-stall": staying_quick,
    "paper": papers,
    "shell": shell,
    "centre": syncing,
    "week": week,
    "hall": hall,
    "waiting": waiting,
    "kiosk": kiosk,
    "display": displaying,
    "windows": windows,
    "supervisor": supervisor_day,
    "printers": dead_printers,
    "failover": failing_over,
}


def main(wanted: list[str]) -> int:
    """Measures the parts named, or all; 1 when a goal is missed."""
    figures: list[Figure] = []
    processor = Processor()
    for name in wanted or PARTS:
        with TemporaryDirectory(prefix="bajeh-bench-") as folder:
            figures += PARTS[name](Path(folder))
            print(f"{name} done", file=sys.stderr, flush=True)
    print(f"Measured {datetime.now(UTC):%Y-%m-%d}, Python {sys.version.split()[0]}. {processor}\n")
    print(table(figures))
    return 1 if any(figure.met is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
