"""What every chapter of the supervisor's window works with."""

from collections.abc import Callable
from typing import NamedTuple

from app.ports import Clock
from ui.frame.door import Door
from ui.frame.page import Page
from ui.frame.sign_in import SignIn
from ui.frame.speaker import Speaker
from ui.house import House
from ui.look.theme import Theme
from ui.supervisor.backup_watch import BackupWatch


class Means(NamedTuple):
    """`go` puts a page on top of the chapter's own, Esc leads back; `open` goes to the
    chapter of a key; `house` is for what is neither
    a deed nor a look: files, backups, papers;
    `backups` is what the foot says of them; `record` opens the window that records the voice.
    """

    theme: Theme
    door: Door
    speaker: Speaker
    go: Callable[[Page], None]
    open: Callable[[str], None]
    house: House
    clock: Clock
    signing: SignIn
    backups: BackupWatch
    record: Callable[[], None]
