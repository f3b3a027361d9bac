"""The supervisor's window: chapters down the right side, one page of each."""

from functools import partial

from PySide6.QtCore import QTimer, Signal

from app.local import local
from app.persian import format_date, format_time, weekday_name
from app.ports import Look
from app.showing.sync import SyncState
from ui.frame.door import Door
from ui.frame.keys import Key
from ui.frame.page import Page
from ui.frame.problems import Problems
from ui.frame.sync_words import alarms, sync_items
from ui.frame.window import FrameWindow
from ui.frame.words import tr
from ui.house import House
from ui.look.theme import Theme
from ui.supervisor.chapters import CHAPTERS
from ui.supervisor.head import Head
from ui.supervisor.means import Means
from ui.supervisor.rail import Rail
from ui.words import Words

_SECOND = 1000

SUPERVISOR_KEYS: tuple[Key, ...] = (
    Key(combo="F1", name="Help for this page", does="Shows these keys"),
    *(Key(combo=each.combo, name=each.name, does=each.does) for each in CHAPTERS),
    Key(combo="Ctrl++", name="Larger text", does="Larger or usual text"),
    Key(combo="Shift+F1", name="High contrast", does="High or usual contrast"),
)


class SupervisorWindow(FrameWindow):
    """Chapters are made when they are first opened. Who made the window makes it anew when
    `scale_wanted` or `contrast_wanted` says so.
    """

    scale_wanted = Signal()
    contrast_wanted = Signal()

    def __init__(self, theme: Theme, door: Door, problems: Problems, house: House) -> None:
        self.head, self.rail = Head(theme), Rail(theme, CHAPTERS)
        super().__init__(theme, SUPERVISOR_KEYS, self.head, self.rail)
        self.setWindowTitle(tr("Supervisor of the desk"))
        self.door = door
        self._means = Means(theme, door, self, self.go, house, house.clock)
        self._made: dict[str, Page] = {}
        self._sync = SyncState()
        problems.told.connect(self.refuse)
        door.slow.connect(self._say_slow)
        door.expecting.connect(self.hold_keys)
        for chapter in CHAPTERS:
            self.on(chapter.combo, partial(self.open, chapter.combo))
        self.on("Ctrl++", self.scale_wanted.emit)
        self.on("Shift+F1", self.contrast_wanted.emit)
        self.rail.wanted.connect(self.press)
        door.happened.connect(self._read)
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._tick()
        self._read()
        self.open(CHAPTERS[0].combo)

    def open(self, combo: str) -> None:
        """The chapter of that key."""
        if combo not in self._made:
            made = {chapter.combo: chapter.make for chapter in CHAPTERS}
            self._made[combo] = made[combo](self._means)
        self.rail.choose(combo)
        self.only(self._made[combo])

    def synced(self, state: SyncState) -> None:
        """This PC and its centre stand otherwise than before."""
        known = tuple(alarms(self._sync))
        self._sync = state
        self._tick()
        if new := [alarm.text for alarm in alarms(state) if alarm not in known]:
            self.tell(new[0])

    def _read(self) -> None:
        clerk = self.door.clerk

        def read(look: Look) -> tuple[str, str, str, str]:
            office = look.office
            who = next((each for each in office.clerks.values() if each.clerk == clerk), None)
            role = Words().value("role", who.role) if who else ""
            return office.described.name, office.described.agency, who.name if who else "", role

        self.door.look(read, self._show_head, topic="head")

    def _show_head(self, said: tuple[str, str, str, str]) -> None:
        office, agency, person, role = said
        self.head.show_office(office, agency)
        self.head.show_person(person, role)
        self.status.show_clerk(person)

    def _tick(self) -> None:
        now = self._means.clock.now()
        here = local(now)
        day = f"{weekday_name(here.date())} {format_date(here.date())}"
        self.status.show_time(day, format_time(here))
        self.status.show_items(sync_items(self._sync, now))

    def _say_slow(self, slow: bool) -> None:  # noqa: FBT001 - as the signal gives it
        said = tr("Another program holds the data; this is still being recorded.")
        self.stand(said if slow else "")
