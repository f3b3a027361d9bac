"""The tour of the windows, from the command line."""

import shutil
from datetime import datetime, time
from pathlib import Path

from app.local import instant
from app.persian import parse_date
from app.refusal import Refusal
from ui.bootstrap import play_tour
from ui.cli.said import Argument, Command, Said, Session
from ui.cli.windows import House
from ui.tour.clock import QuickClock

_FIRST = "1405/08/04"
"""The tour's clock begins here; its script moves it on."""

_MARK = ".bajeh-tour"
"""The file by which a folder is known as one that a tour made."""

_MADE = ("data", "papers", "forms", "150")


def _tour(session: Session) -> Said:
    to = Path(session.args.to).absolute()
    _clear(to)
    clock = QuickClock(instant(datetime.combine(parse_date(_FIRST), time(7))))
    told = play_tour(House(to / "data", clock), clock, to)
    return Said(facts=told, key="toured")


def _clear(to: Path) -> None:
    """An earlier tour makes way; anything else is left alone. Refuses `tour_folder_taken`."""
    try:
        to.mkdir(parents=True, exist_ok=True)
        if any(to.iterdir()) and not (to / _MARK).exists():
            raise Refusal("tour_folder_taken", path=str(to))
        for name in _MADE:
            shutil.rmtree(to / name, ignore_errors=True)
        for picture in to.glob("*.png"):
            picture.unlink()
        (to / _MARK).touch()
    except OSError:
        raise Refusal("folder_readonly", path=str(to)) from None


COMMANDS = (
    Command(
        "tour",
        "plays a whole day in the real windows and keeps its pictures and papers",
        _tour,
        Argument("--to", required=True, metavar="DIR", type=str, help="a new folder, or a tour's"),
    ),
)
