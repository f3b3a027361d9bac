"""The backup of a day, made by itself beside the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from app.backing import ENDING, daily_due, file_name, mark_of
from app.deeds.backup import note_made, note_trouble
from app.ports import Look, Work
from app.refusal import Refusal
from app.settings import BACKUP_FOLDER, BACKUP_KEEP, BY_KEY, value_of
from app.value import Value
from ui.frame.store_thread import OpenStore, StoreThread

BEAT = 60.0
"""Seconds between two looks at whether it is time."""

AGAIN = 15 * BEAT
"""Seconds after which what went wrong is tried again."""


class BackingStore(OpenStore, Protocol):
    """An opened data folder that can be copied."""

    def backup(self, file: Path, tell: Callable[[int, int], bool] | None = None) -> None:
        """A copy under the recovery key."""

    def keep_newest(self, folder: Path, begins: str, ending: str, most: int) -> None:
        """Of its daily copies only the last ones stay."""


class _Plan(Value, frozen=True, kw_only=True):
    folder: str
    begins: str
    name: str
    keep: int


class DailyBackup(StoreThread[BackingStore]):
    """Looks every minute; `done` follows each try, on this thread. Of several programs of one data
    folder one makes it.
    """

    trouble = "backups stopped"

    def __init__(
        self, open_store: Callable[[], BackingStore], done: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__("backup", open_store)
        self._done = done

    def serve(self, store: BackingStore) -> None:
        """Until it is stopped."""
        while not self.stopping.is_set():
            self.rest(AGAIN if self.turn(store) == "failed" else BEAT)

    def turn(self, store: BackingStore) -> str:
        """Makes it where it is time: `rest`, `made` or `failed`."""
        try:
            with store.alone("backup"):
                return self._turn(store)
        except Refusal:  # another program is at it
            return "rest"

    def _turn(self, store: BackingStore) -> str:
        with store.journal.look() as look:
            plan = _plan(look)
        if plan is None:
            return "rest"
        file = Path(plan.folder) / plan.name
        try:
            _require_there(file.parent)
            store.backup(file, self._goes_on)
        except Refusal as refusal:
            if refusal.code == "backup_stopped":
                return "rest"
            _note(store, partial(note_trouble, path=plan.folder, code=refusal.code))
            self._done()
            return "failed"
        _note(store, partial(note_made, path=str(file), daily=True))
        store.keep_newest(Path(plan.folder), plan.begins, ENDING, plan.keep)
        self._done()
        return "made"

    def _goes_on(self, _done: int, _of: int) -> bool:
        return not self.stopping.is_set()


def _plan(look: Look) -> _Plan | None:
    if not daily_due(look):
        return None
    begins = mark_of(look)
    return _Plan(
        folder=look.setting(BACKUP_FOLDER),
        begins=begins,
        name=file_name(look.now, begins),
        keep=int(value_of(look, BY_KEY[BACKUP_KEEP])),
    )


def _note(store: BackingStore, deed: Callable[[Work], None]) -> None:
    with store.journal.work() as work:
        deed(work)


def _require_there(folder: Path) -> None:
    """A folder that is away is another trouble than one that nobody may write into."""
    if not folder.is_dir():
        raise Refusal("backup_folder_gone")
