"""What the windows of the office share that are no counter: head, foot, keys, the clerk's door."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.ports import Clock
from app.showing.head import HeadShown, head_shown
from app.showing.sync import SyncState
from ui.frame.door import Door
from ui.frame.keys import HELP, Key
from ui.frame.office_head import OfficeHead
from ui.frame.other_window import OTHER, Other
from ui.frame.problems import Problems
from ui.frame.sign_in import SignIn
from ui.frame.sync_words import new_alarm, sync_items
from ui.frame.window_words import day_and_time
from ui.frame.words import tr
from ui.frame.worked_window import WorkedWindow
from ui.look.parts.status_bar import StatusItem
from ui.look.theme import Theme
from ui.words import Words


def office_keys(lock: str, own: Sequence[Key] = ()) -> tuple[Key, ...]:
    """The table of keys of a window that is locked by that key and has these of its own."""
    return (
        Key(combo=HELP, name="Help for this page", does="Shows these keys"),
        *own,
        Key(combo=lock, name="Lock or hand over", does="Asks for a password; what is begun stays"),
        Key(
            combo=OTHER,
            name="To the counter",
            does="The counter of this PC, in place of this window",
        ),
        Key(combo="Ctrl++", name="Larger text", does="Larger or usual text"),
        Key(combo="Shift+F1", name="High contrast", does="High or usual contrast"),
    )


class OfficeWindow(WorkedWindow):
    """`place` is the window as accounts name it, `lock` the key that locks it."""

    def __init__(
        self,
        theme: Theme,
        door: Door,
        problems: Problems,
        clock: Clock,
        place: str,
        lock: str,
        own_keys: Sequence[Key] = (),
        rail: QWidget | None = None,
    ) -> None:
        self.head = OfficeHead(theme)
        super().__init__(theme, office_keys(lock, own_keys), door, problems, self.head, rail)
        self.clock = clock
        self.signing, self.other = SignIn(self, door, place), Other(self, door, "counter")
        self._shown, self._sync = HeadShown(), SyncState()
        self.door.happened.connect(self._read)
        self.head.lock_wanted.connect(self.signing.lock)
        self.signing.changed.connect(self._read)
        self.other.wanted.connect(self.other_wanted)
        for combo, act in (
            ("Ctrl++", self.scale_wanted.emit),
            ("Shift+F1", self.contrast_wanted.emit),
            (lock, self.signing.lock),
            (OTHER, self.other.go),
        ):
            self.on(combo, act)

    def begin(self) -> None:
        """The window is made: it begins to show who works there, and the time."""
        self.begin_to_tick()
        self._read()

    def synced(self, state: SyncState) -> None:
        """This PC and its centre stand otherwise than before."""
        before, self._sync = self._sync, state
        self.tick()
        if new := new_alarm(before, state):
            self.tell(new)

    def tick(self) -> None:
        """The time, and what somebody should look after."""
        now = self.clock.now()
        self.status.show_time(*day_and_time(now))
        self.status.show_items((*sync_items(self._sync, now), *self.told()))

    def told(self) -> Sequence[StatusItem]:
        """What the foot says beside the centre: that nobody is asked for a password, as long as
        it is so.
        """
        if self._shown.asked:
            return ()
        return (StatusItem(icon="lock", text=tr("No passwords are asked for")),)

    def _read(self) -> None:
        read = partial(head_shown, clerk=self.door.clerk)
        self.door.look(read, self._show_head, topic="head")

    def _show_head(self, shown: HeadShown) -> None:
        self._shown = shown
        self.head.show_office(shown.office, shown.agency)
        self.head.show_person(shown.person, Words().value("role", shown.role))
        self.status.show_clerk(shown.person)
        self.work_as(shown.role)
        self.tick()
