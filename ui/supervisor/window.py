"""The supervisor's window: chapters down the right side, one page of each."""

from functools import partial

from PySide6.QtCore import QTimer, Signal

from app.deeds.clerk import passwords_in_use
from app.local import local
from app.persian import format_date, format_time, weekday_name
from app.ports import Look
from app.showing.hall import voice_trouble
from app.showing.sync import SyncState
from ui.frame.door import Door
from ui.frame.keys import Key
from ui.frame.office_head import OfficeHead
from ui.frame.other_window import OTHER, Other
from ui.frame.page import Page
from ui.frame.problems import Problems
from ui.frame.sign_in import SignIn
from ui.frame.sync_words import alarms, sync_items
from ui.frame.window import FrameWindow
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
from ui.words import Words

_SECOND = 1000

LOCK = "Shift+F12"
"""Ctrl+0, which it is at a counter, opens a chapter here."""

CENTRE = "Shift+F9"

SUPERVISOR_KEYS: tuple[Key, ...] = (
    Key(combo="F1", name="Help for this page", does="Shows these keys"),
    *(Key(combo=each.combo, name=each.name, does=each.does) for each in CHAPTERS),
    Key(combo=CENTRE, name="The centre", does="How this PC, the others and the centre stand"),
    Key(combo=LOCK, name="Lock or hand over", does="Asks for a password; what is begun stays"),
    Key(combo=OTHER, name="To the counter", does="The counter of this PC, in place of this window"),
    Key(combo="Ctrl++", name="Larger text", does="Larger or usual text"),
    Key(combo="Shift+F1", name="High contrast", does="High or usual contrast"),
)


class SupervisorWindow(FrameWindow):
    """Chapters are made when they are first opened. Who made the window makes it anew when
    `scale_wanted` or `contrast_wanted` says so, and opens the kind of window that `other_wanted`
    gives in its place.
    """

    scale_wanted = Signal()
    contrast_wanted = Signal()
    other_wanted = Signal(str)

    def __init__(self, theme: Theme, door: Door, problems: Problems, house: House) -> None:
        self.head, self.rail = OfficeHead(theme), Rail(theme, CHAPTERS)
        super().__init__(theme, SUPERVISOR_KEYS, self.head, self.rail)
        self.setWindowTitle(tr("Supervisor of the desk"))
        self.door = door
        self.signing = SignIn(self, door, "supervisor:")
        self._backups = BackupWatch(self, door)
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
        )
        self._made: dict[str, Page] = {}
        self._sync = SyncState()
        self._asked, self._silent = True, ""
        problems.told.connect(self.refuse)
        door.slow.connect(self._say_slow)
        door.expecting.connect(self.hold_keys)
        for chapter in CHAPTERS:
            self.on(chapter.combo, partial(self.open, chapter.combo))
        self.on("Ctrl++", self.scale_wanted.emit)
        self.on("Shift+F1", self.contrast_wanted.emit)
        self.other = Other(self, door, "counter")
        self.other.wanted.connect(self.other_wanted)
        self.on(OTHER, self.other.go)
        self.rail.wanted.connect(self.press)
        self.on(LOCK, self.signing.lock)
        self.on(CENTRE, self.open_centre)
        self.head.lock_wanted.connect(self.signing.lock)
        self.signing.changed.connect(self._read)
        door.happened.connect(self._read)
        self._backups.changed.connect(self.tick)
        self._alarms = RailAlarms(self.rail, door)
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self.tick)
        self._clock.start()
        self.tick()
        self._read()
        self.open(CHAPTERS[0].combo)

    def open(self, combo: str) -> None:
        """The chapter of that key; nothing where there is none."""
        made = {chapter.combo: chapter.make for chapter in CHAPTERS}
        if combo not in made:
            return
        if combo not in self._made:
            self._made[combo] = made[combo](self._means)
        self.rail.choose(combo)
        self.only(self._made[combo])

    def open_centre(self) -> None:
        """How this PC, the others and their centre stand."""
        if CENTRE not in self._made:
            self._made[CENTRE] = centre(self._means)
        self.go(self._made[CENTRE])

    def synced(self, state: SyncState) -> None:
        """This PC and its centre stand otherwise than before."""
        known = tuple(alarms(self._sync))
        self._sync = state
        self.tick()
        if new := [alarm.text for alarm in alarms(state) if alarm not in known]:
            self.tell(new[0])

    def _read(self) -> None:
        clerk = self.door.clerk

        def read(look: Look) -> tuple[str, str, str, str, bool, str]:
            office, asked = look.office, passwords_in_use(look)
            who = next((each for each in office.clerks.values() if each.clerk == clerk), None)
            role = Words().value("role", who.role) if who else ""
            name = who.name if who else ""
            described, silent = office.described, voice_trouble(look)
            return described.name, described.agency, name, role, asked, silent

        self.door.look(read, self._show_head, topic="head")

    def _show_head(self, said: tuple[str, str, str, str, bool, str]) -> None:
        office, agency, person, role, self._asked, self._silent = said
        self.head.show_office(office, agency)
        self.head.show_person(person, role)
        self.status.show_clerk(person)

    def tick(self) -> None:
        """The time, and how this PC stands with its centre, its backups and its passwords."""
        now = self._means.clock.now()
        here = local(now)
        day = f"{weekday_name(here.date())} {format_date(here.date())}"
        self.status.show_time(day, format_time(here))
        self.status.show_items(
            (
                *sync_items(self._sync, now),
                *self._backups.items,
                *self._open_to_all(),
                *self._silence(),
            )
        )

    def _open_to_all(self) -> tuple[StatusItem, ...]:
        """That nobody is asked for a password is said as long as it is so."""
        if self._asked:
            return ()
        return (StatusItem(icon="lock", text=tr("No passwords are asked for")),)

    def _silence(self) -> tuple[StatusItem, ...]:
        """That nobody in the hall hears the calls of this PC."""
        said = trouble_said(self._silent)
        return (StatusItem(icon="volume", text=said, tone="warning"),) if said else ()

    def _say_slow(self, slow: bool) -> None:  # noqa: FBT001 - as the signal gives it
        said = tr("Another program holds the data; this is still being recorded.")
        self.stand(said if slow else "")
