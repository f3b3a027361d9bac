"""Four PCs of one office and their centre, made by what the commands of an administrator do."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from app.deeds.spool import set_printers
from app.ids import new_id
from app.local import day_of
from app.showing.sync import sync_state
from app.spooling.printers import named_printers
from app.sync.node_file import NodeFile, NodeRole
from ui.bootstrap import (
    Desk,
    administer,
    cable_to,
    join,
    open_desk,
    play_centre,
    set_up,
    sync_thread,
    tell_centre,
)
from ui.cli.windows import House
from ui.own import WINDOW, keep_clerk
from ui.sample import OPENS_AT_ONCE, sample_plan
from ui.tour.clock import SharedClock
from ui.tour.earlier import Earlier
from ui.tour.script import Script

_OTHERS: tuple[tuple[NodeRole, str, str], ...] = (
    ("counter", "2", "پ"),
    ("kiosk", "", "ک"),
    ("hall", "سالن", ""),
)
"""Role, name and letters of the PCs that join the first one; the kiosk is the office's own."""


class Four:
    """Lies in a folder, with its centre at a DSN."""

    def __init__(self, folder: Path, dsn: str, clock: SharedClock, script: Script) -> None:
        self._folder, self._dsn, self._clock, self._script = folder, dsn, clock, script
        self._houses = [House(folder / f"pc-{n}", clock) for n in range(1, 5)]

    def play(self, to: Path) -> Mapping[str, object]:
        """The centre is made, all PCs are enrolled, and their day is played; pictures come into
        that folder. Refuses `tour_centre_taken`, and as the commands and the play do.
        """
        administer(lambda admin: admin.init(self._dsn))
        tell_centre(self._dsn, self._clock.now(), 1)  # refuses before anything is made
        trackings = self._first_pc()
        self._clock.heard_by(lambda at, faster: tell_centre(self._dsn, at, faster))
        node = self._enrolled(self._this())
        with closing(cable_to(node.centre.hosts[0])) as cable:
            self._adopt(_through(node, cable.host))
            for (role, name, series), house in zip(_OTHERS, self._houses[1:], strict=True):
                wish = {"role": role, "name": name or self._script.words["kiosk"]}
                other = self._other({**wish, "series": series})
                join(house.folder, _through(self._enrolled(other), cable.host), self._clock)
            for house in self._houses:
                self._set(house)
            return play_centre(self._houses, cable, trackings, self._clock, to)

    def found(self) -> Sequence[dict[str, object]]:
        """What stands in each store now, and how far it has read the feed: the mark is a running
        hash of every line before it, in their order.
        """
        return [self._found(house) for house in self._houses]

    # -- how -------------------------------------------------------------------------------------

    def _first_pc(self) -> dict[str, str]:
        """As `setup --sample`, and some weeks of work before there was a centre."""
        folder, clock = self._houses[0].folder, self._clock
        set_up(folder, sample_plan(day_of(clock.now())), clock, {WINDOW: "counter:1"})
        with closing(open_desk(folder, clock)) as desk:
            earlier = Earlier(desk.journal, clock, self._script.date)
            earlier.play(self._script.before)
        return earlier.trackings

    def _this(self) -> dict[str, str]:
        """As `central enrol --this` tells of the first PC."""
        with self._first() as desk, desk.journal.look() as look:
            series = look.office.series.get(look.node, "")
            return {"node": look.node, "name": "1", "role": "counter", "series": series}

    def _other(self, wish: dict[str, str]) -> dict[str, str]:
        return {"node": new_id(self._clock.now()), **wish}

    def _enrolled(self, pc: dict[str, str]) -> NodeFile:
        with self._first() as desk, desk.journal.look() as look:
            office = {"office": look.office.id, "office_name": look.office.described.name}
        node: NodeFile = administer(lambda admin: admin.enrol(self._dsn, **office, **pc))
        return node

    def _adopt(self, node: NodeFile) -> None:
        with self._first() as desk:
            desk.adopt(node)
            sync_thread(desk).once(desk)

    def _first(self) -> closing[Desk]:
        return closing(open_desk(self._houses[0].folder, self._clock))

    def _set(self, house: House) -> None:
        """Its printers, and who works there, without asking: another clerk at each counter."""
        papers = f"file:{self._folder / 'papers' / house.folder.name}"
        with closing(house.open()) as desk, desk.journal.work() as work:
            set_printers(work, named_printers(roll=papers, page=papers))
            for name, value in OPENS_AT_ONCE.items():
                work.set_setting(name, value)
            codes = sorted(work.office.clerks)
            for n, code in enumerate(codes[: len(work.office.counters)], 1):
                keep_clerk(work, f"counter:{n}", work.office.clerk(code).clerk)

    def _found(self, house: House) -> dict[str, object]:
        with closing(house.open()) as desk:
            with desk.journal.look() as look:
                unsent, open_conflicts = sync_state(look).unsent, look.open_conflict_count()
            place, finding = desk.replica.place(), desk.verify()
            assert desk.enrolled is not None
            return {
                "pc": desk.enrolled.window,
                "events": finding.events,
                "feed": place.cursor,
                "mark": place.mark.hex(),
                "unsent": unsent,
                "chain": "broken" if finding.broken else "whole",
                "projections": "different" if finding.different else "equal",
                "conflicts": finding.conflicts,
                "open_conflicts": open_conflicts,
            }


def are_equal(found: Sequence[dict[str, object]]) -> bool:
    """Whether the stores say the same of everything, hold, and have nothing left to send."""
    first = {name: said for name, said in found[0].items() if name != "pc"}
    same = all({**first, "pc": each["pc"]} == each for each in found)
    return same and (first["unsent"], first["chain"], first["projections"]) == (0, "whole", "equal")


def _through(node: NodeFile, host: str) -> NodeFile:
    """The centre is found at the other end of the cable."""
    return replace(node, centre=replace(node.centre, hosts=(host,)))
