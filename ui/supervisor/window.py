"""The supervisor's window: chapters down the right side, one page of each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from app.showing.hall import voice_trouble
from ui.counter.booking import Booking
from ui.frame.door import Door
from ui.frame.keys import Key
from ui.frame.office_window import OfficeWindow
from ui.frame.page import Page
from ui.frame.problems import Problems
from ui.frame.words import tr
from ui.hall.said import trouble_said
from ui.house import House
from ui.look.parts.status_bar import StatusItem
from ui.look.theme import Theme
from ui.supervisor.alarms import RailAlarms
from ui.supervisor.backup_watch import BackupWatch
from ui.supervisor.centre.centre import centre
from ui.supervisor.chapters import CHAPTERS
from ui.supervisor.means import Means
from ui.supervisor.rail import Rail

LOCK = "Shift+F12"
"""Ctrl+0, which it is at a counter, opens a chapter here."""

CENTRE, APPOINTMENTS = "Shift+F9", "Shift+F5"

_KEYS: tuple[Key, ...] = (
    *(Key(combo=each.combo, name=each.name, does=each.does) for each in CHAPTERS),
    Key(
        combo=APPOINTMENTS,
        name="Appointments",
        does="The appointments of a day: who is to come, who came, and new ones",
    ),
    Key(combo=CENTRE, name="The centre", does="How this PC, the others and the centre stand"),
)


class SupervisorWindow(OfficeWindow):
    """Chapters are made when they are first opened. `recording_wanted`: the words of the voice are
    to be recorded.
    """

    recording_wanted = Signal()

    def __init__(self, theme: Theme, door: Door, problems: Problems, house: House) -> None:
        self.rail = Rail(theme, CHAPTERS)
        super().__init__(theme, door, problems, house.clock, "supervisor:", LOCK, _KEYS, self.rail)
        self.setWindowTitle(tr("Supervisor of the desk"))
        self._backups, self._silent = BackupWatch(self, door), ""
        self._means = Means(
            theme,
            door,
            self,
            self.go,
            self.open,
            house,
            house.clock,
            self.signing,
            self._backups,
            self.recording_wanted.emit,
        )
        self._booking = Booking(door, self, problems, shuts=frozenset())
        self._made: dict[str, Page] = {}
        self._chapter = CHAPTERS[0].combo
        self.pages.currentChanged.connect(lambda _: self._mark())
        for chapter in CHAPTERS:
            self.on(chapter.combo, partial(self.open, chapter.combo))
        self.on(CENTRE, self.open_centre)
        self.on(APPOINTMENTS, self._booking.open)
        self.rail.wanted.connect(self.press)
        self._backups.changed.connect(self.tick)
        door.happened.connect(self._listen)
        self._alarms = RailAlarms(self.rail, door)
        self.begin()
        self._listen()
        self.open(self._chapter)

    def open(self, combo: str) -> None:
        """The chapter of that key; nothing where there is none."""
        made = {chapter.combo: chapter.make for chapter in CHAPTERS}
        if combo not in made:
            return
        if combo not in self._made:
            self._made[combo] = made[combo](self._means)
        self._chapter = combo
        self.only(self._made[combo])

    def open_centre(self) -> None:
        """How this PC, the others and their centre stand."""
        if CENTRE not in self._made:
            self._made[CENTRE] = centre(self._means)
        self.go(self._made[CENTRE])

    def _mark(self) -> None:
        """The rail names the chapter in which the page on top is; some pages are in none."""
        beside = {self._booking.page, self._booking.form, self._made.get(CENTRE)}
        self.rail.choose("" if beside & set(self._trail) else self._chapter)

    def told(self) -> Sequence[StatusItem]:
        """Backups, passwords, the voice of the hall."""
        return (*self._backups.items, *super().told(), *self._silence())

    def _silence(self) -> tuple[StatusItem, ...]:
        """That nobody in the hall hears the calls of this PC."""
        said = trouble_said(self._silent)
        return (StatusItem(icon="volume", text=said, tone="warning"),) if said else ()

    def _listen(self) -> None:
        self.door.look(voice_trouble, self._hear, topic="voice")

    def _hear(self, silent: str) -> None:
        self._silent = silent
        self.tick()
