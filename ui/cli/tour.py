"""The tour of the windows, from the command line."""

import shutil
from datetime import datetime, time
from pathlib import Path

from app.local import day_of, instant
from app.persian import parse_date
from app.refusal import Refusal
from ui.bootstrap import play_hall, play_tour, set_up
from ui.cli.as_json import as_json
from ui.cli.files import write_file
from ui.cli.four import Four, are_equal
from ui.cli.hall_plan import hall_plan
from ui.cli.said import Argument, Command, Said, Session
from ui.cli.windows import House
from ui.sample import OPENS_AT_ONCE
from ui.tour.clock import QuickClock, SharedClock
from ui.tour.script import read_central_script, read_hall_script

_FIRST = "1405/08/04"
"""The tour's clock begins here; its script moves it on."""

_MARK = ".bajeh-tour"
"""The file by which a folder is known as one that a tour made."""

_MADE = (
    *("data", "papers", "forms", "150", "contrast", "low", "stick", "reports"),
    *("pc-1", "pc-2", "pc-3", "pc-4"),
)

_IN_THE_HALL = 4
"""A second of a morning in the hall is this many of its day: were it faster, the papers of numbers
would be too old before they are printed.
"""

_TOGETHER = 10
"""A second of a play with a centre is this many of its day: so much faster than the hall's, two
clocks that are asked one after the other still tell the same time.
"""


def _tour(session: Session) -> Said:
    to = Path(session.args.to).absolute()
    _clear(to)
    if session.args.centre:
        return _with_centre(to, session.args.centre)
    if session.args.hall:
        return _in_the_hall(to)
    clock = QuickClock(_first())
    return Said(facts=play_tour(House(to / "data", clock), clock, to), key="toured")


def _in_the_hall(to: Path) -> Said:
    """A morning of two kiosks, four counters and a display."""
    clock = QuickClock(_first(), _IN_THE_HALL)
    house = House(to / "data", clock)
    plan = hall_plan(day_of(clock.now()), read_hall_script().words)
    set_up(house.folder, plan, clock, OPENS_AT_ONCE)
    told = {**play_hall(house, clock, to), "folder": str(to)}
    return Said(facts=told, key="toured_hall")


def _with_centre(to: Path, dsn: str) -> Said:
    """A day of four PCs; their stores are compared at its end. Refuses `tour_unequal`."""
    script = read_central_script()
    clock = SharedClock(_first(), _TOGETHER)
    four = Four(to, dsn, clock, script)
    played = four.play(to)
    found = four.found()
    told = {**played, "equal": are_equal(found), "pcs": found}
    file = str(to / "centre.json")
    write_file(file, as_json(told).encode())
    if not told["equal"]:
        raise Refusal("tour_unequal", path=file)
    facts = {**told, "folder": str(to)}
    spoken = {"pcs": len(found), "events": found[0]["events"]}
    return Said(facts=facts, key="toured_centre", values=spoken)


def _first() -> datetime:
    return instant(datetime.combine(parse_date(_FIRST), time(7)))


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
        (to / "centre.json").unlink(missing_ok=True)
        (to / _MARK).touch()
    except OSError:
        raise Refusal("folder_readonly", path=str(to)) from None


COMMANDS = (
    Command(
        "tour",
        "plays a whole day in the real windows and keeps its pictures and papers",
        _tour,
        Argument("--to", required=True, metavar="DIR", type=str, help="a new folder, or a tour's"),
        Argument(
            "--hall",
            action="store_true",
            help="a morning of two kiosks, four counters and the display of a hall",
        ),
        Argument(
            "--centre",
            default="",
            metavar="DSN",
            type=str,
            help="of a database for tours: a day of four PCs and a centre, the cable pulled twice",
        ),
    ),
)
