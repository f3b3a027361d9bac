"""The window of a unit: its steps, and nothing else."""

from PySide6.QtCore import QTimer, Signal

from app.local import local
from app.persian import format_date, format_time, weekday_name
from app.ports import Look
from app.showing.sync import SyncState
from ui.frame.door import Door
from ui.frame.keys import Key
from ui.frame.office_head import OfficeHead
from ui.frame.other_window import OTHER, Other
from ui.frame.problems import Problems
from ui.frame.sign_in import SignIn
from ui.frame.sync_words import alarms, sync_items
from ui.frame.window import FrameWindow
from ui.frame.words import tr
from ui.house import House
from ui.look.theme import Theme
from ui.unit.inbox import Inboxes
from ui.words import Words

_SECOND = 1000

LOCK = "Ctrl+0"

UNIT_KEYS: tuple[Key, ...] = (
    Key(combo="F1", name="Help for this page", does="Shows these keys"),
    Key(combo=LOCK, name="Lock or hand over", does="Asks for a password; what is begun stays"),
    Key(combo=OTHER, name="To the counter", does="The counter of this PC, in place of this window"),
    Key(combo="Ctrl++", name="Larger text", does="Larger or usual text"),
    Key(combo="Shift+F1", name="High contrast", does="High or usual contrast"),
)


class UnitWindow(FrameWindow):
    """Who made the window makes it anew when `scale_wanted` or `contrast_wanted` says so, and opens
    the kind of window that `other_wanted` gives in its place.
    """

    scale_wanted = Signal()
    contrast_wanted = Signal()
    other_wanted = Signal(str)

    def __init__(self, theme: Theme, door: Door, problems: Problems, house: House) -> None:
        self.head = OfficeHead(theme)
        super().__init__(theme, UNIT_KEYS, self.head)
        self.setWindowTitle(tr("Work of the unit"))
        self.door, self._time = door, house.clock
        self.signing = SignIn(self, door, "unit:")
        self.inboxes = Inboxes(theme, door, self)
        self._sync = SyncState()
        problems.told.connect(self.refuse)
        door.slow.connect(self._say_slow)
        door.expecting.connect(self.hold_keys)
        self.on("Ctrl++", self.scale_wanted.emit)
        self.on("Shift+F1", self.contrast_wanted.emit)
        self.on(LOCK, self.signing.lock)
        self.other = Other(self, door, "counter")
        self.other.wanted.connect(self.other_wanted)
        self.on(OTHER, self.other.go)
        self.head.lock_wanted.connect(self.signing.lock)
        self.signing.changed.connect(self._other_clerk)
        door.happened.connect(self._read)
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._tick()
        self._read()
        self.only(self.inboxes.page)

    def synced(self, state: SyncState) -> None:
        """This PC and its centre stand otherwise than before."""
        known = tuple(alarms(self._sync))
        self._sync = state
        self._tick()
        if new := [alarm.text for alarm in alarms(state) if alarm not in known]:
            self.tell(new[0])

    def _other_clerk(self) -> None:
        self._read()
        self.inboxes.again()

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
        now = self._time.now()
        here = local(now)
        day = f"{weekday_name(here.date())} {format_date(here.date())}"
        self.status.show_time(day, format_time(here))
        self.status.show_items(sync_items(self._sync, now))

    def _say_slow(self, slow: bool) -> None:  # noqa: FBT001 - as the signal gives it
        said = tr("Another program holds the data; this is still being recorded.")
        self.stand(said if slow else "")
