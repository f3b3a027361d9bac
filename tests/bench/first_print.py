"""The first paper of a process that has just begun: of the press, and of the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from printing.apart import PressApart
from tests.bench.day import own_home
from tests.bench.report import Figure, ms, quantile, timed
from tests.printing import samples

TRIES = 9
COLD, WARM = 0.6, 0.05
_BARE = (
    "from PySide6.QtGui import QGuiApplication; import reportlab.pdfbase.pdfdoc;"
    " QGuiApplication(['bare', '-platform', 'offscreen'])"
)
_REQUEST = {"service": "16", "applicant": {"id": "0012345679", "name": "محمدرضا کریمی‌نژاد"}}


def first_prints(folder: Path) -> list[Figure]:
    """In turns with a bare process that loads Qt and reportlab and makes nothing."""
    own_home(folder)
    shell = _office(folder / "data")
    page, roll = folder / "receipt.pdf", folder / "receipt.bin"
    deeds: dict[str, Callable[[], float]] = {
        "bare": lambda: timed(lambda: _run(sys.executable, "-c", _BARE)),
        "first receipt of a press, from nothing to its bytes": lambda: _press(warm=False),
        "`bajeh paper receipt --to FILE.bin`, whole process": lambda: timed(lambda: shell(roll)),
        "`bajeh paper receipt --to FILE.pdf`, whole process": lambda: timed(lambda: shell(page)),
        "first receipt of a press that has warmed up": lambda: _press(warm=True),
        "first page of a press that has warmed up": lambda: _press(warm=True, page=True),
    }
    times: dict[str, list[float]] = {what: [] for what in deeds}
    for _ in range(TRIES):
        for what, deed in deeds.items():
            times[what].append(deed())
    medians = {what: quantile(taken, 0.5) for what, taken in times.items()}
    bare = medians.pop("bare")
    return [_figure(what, seconds, bare) for what, seconds in medians.items()]


def _figure(what: str, seconds: float, bare: float) -> Figure:
    warm = what.endswith("warmed up")
    goal = WARM if warm else COLD
    return Figure(
        what=what,
        measured=ms(seconds),
        beside="" if warm else f"bare process with Qt and reportlab {ms(bare)}",
        ratio="" if warm else f"{seconds / bare:.2f}",
        goal=f"≤ {goal * 1000:.0f} ms",
        met=seconds <= goal,
    )


def _press(*, warm: bool, page: bool = False) -> float:
    """Seconds of the first paper; each time a process of its own."""
    press = PressApart([sys.executable, "-m", "printing"])
    if warm:
        press.warm()
    make = press.pdf if page else press.thermal
    taken = timed(lambda: make(samples.receipt()))
    press.close()
    return taken


def _office(data: Path) -> Callable[[Path], bytes]:
    """An office with one request; gives what makes its receipt."""
    bajeh = (sys.executable, "-m", "ui", "--data", str(data), "--json")
    _run(*bajeh, "setup", "--sample")
    said = _run(*bajeh, "register", "-", given=json.dumps(_REQUEST).encode())
    tracking = json.loads(said)["tracking"]
    return lambda file: _run(*bajeh, "paper", "receipt", tracking, "--to", str(file))


def _run(*words: str, given: bytes = b"") -> bytes:
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled, once
    done = subprocess.run(words, input=given, env=environment, check=True, capture_output=True)
    return done.stdout
