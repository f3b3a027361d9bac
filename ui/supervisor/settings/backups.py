"""Carries out what the tab of backups wishes: make, prove, set the folder of every day."""

import secrets
from contextlib import closing
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QStorageInfo

from app.backing import BackupState, Proven, backup_state, file_name
from app.deeds.backup import note_made, note_proven
from app.deeds.setting import change_setting
from app.letters import typed_number
from app.ports import Look
from app.refusal import Refusal
from app.settings import BACKUP_FOLDER
from ui.frame.errands import Errands
from ui.frame.live import Live
from ui.frame.words import tr
from ui.house import House
from ui.supervisor.means import Means
from ui.supervisor.settings.back_page import BackPage
from ui.supervisor.settings.file_page import FilePage
from ui.supervisor.settings.making_page import MakingPage
from ui.supervisor.settings.page import SettingsPage
from ui.supervisor.settings.prove_page import GROUP, ProvenPage, ProvePage
from ui.words import Words

_GROUPS = 8
_REAL = (b"/dev/", b"\\\\", b"//")
"""How devices of real disks are called, and those of other machines."""


class Backups(QObject):
    """One errand at a time, on a thread of its own; the window goes on."""

    def __init__(self, means: Means, page: SettingsPage) -> None:
        super().__init__(page)
        self._means, self._page, self._words = means, page, Words()
        theme = means.theme
        self._errands, self._stop = Errands(self), Event()
        self.where = _where(means)
        self.folder = _folder(means)
        self.file = _file(means)
        self.making, self.prove = MakingPage(theme), ProvePage(theme)
        self.proven, self.back = ProvenPage(theme), BackPage(theme)
        self._live = Live(means.door, page, self._read, page.show_backup)
        self._errands.refused.connect(self._refuse)
        self._errands.failed.connect(lambda _: self._failed())
        pane = page.backup
        pane.make_wanted.connect(self._ask_where)
        pane.prove_wanted.connect(self._ask_file)
        pane.daily_wanted.connect(self._ask_folder)
        pane.back_wanted.connect(lambda: means.go(self.back))
        self.where.forward.connect(self._make)
        self.file.forward.connect(self._prove_file)
        self.folder.forward.connect(self._keep_folder)
        self.making.stopped.connect(self._stop.set)
        self.prove.forward.connect(self._prove)
        self.proven.forward.connect(self._home)

    # -- making ----------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        name = file_name(self._means.clock.now())
        places = _places()
        self.where.show_places(places, name)
        if not self.where.said():
            self.where.show_path(f"{places[0][0].rstrip('/')}/{name}" if places else name)
        self._means.go(self.where)

    def _make(self) -> None:
        file = self.where.said()
        if not file or self._errands.busy:
            return
        self._stop.clear()
        self._means.go(self.making)
        act = partial(self._means.house.back_up, file, self._hear)
        self._errands.go(act, lambda _: self._made(file), self._not_made)

    def _hear(self, done: int, of: int) -> bool:
        self.making.hear(done, of)
        return not self._stop.is_set()

    def _made(self, file: str) -> None:
        self.where.show_path("")
        self._means.door.do(partial(note_made, path=file), lambda _: self._ask_key(file))

    def _not_made(self, refusal: Refusal) -> None:
        self._means.go(self.where)
        self._refuse(refusal)

    # -- proving ---------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        state = self._page.backup.state
        if state and state.made and not self.file.said():
            self.file.show_path(state.made.path)
        self._means.go(self.file)

    def _prove_file(self) -> None:
        if self.file.said():
            self._ask_key(self.file.said())

    def _ask_key(self, file: str) -> None:
        self.prove.show_file(file, 1 + secrets.randbelow(_GROUPS))
        self._means.go(self._page)
        self._means.go(self.prove)

    def _prove(self) -> None:
        if self._errands.busy:
            return
        page = self.prove
        page.show_busy(busy=True)
        self._means.speaker.tell(tr("The backup is being opened with the recovery key alone."))
        group = 0 if page.whole else page.group
        act = partial(proof, self._means.house, page.path, page.field.value(), group)
        self._errands.go(act, self._opened, self._not_proven)

    def _opened(self, found: Proven) -> None:
        self._means.door.look(lambda look: look.office.id, partial(self._note, found), awaited=True)

    def _note(self, found: Proven, office: str) -> None:
        if found.office != office:
            self._not_proven(Refusal("backup_of_another", name=found.name))
        elif not found.sound:
            self._not_proven(Refusal("backup_unsound"))
        else:
            deed = partial(note_proven, path=self.prove.path, whole=self.prove.whole)
            self._means.door.do(deed, lambda _: self._show(found))

    def _show(self, found: Proven) -> None:
        self._means.backups.look()
        self.prove.show_busy(busy=False)
        self.proven.show_proven(found, self.prove.path)
        self._means.go(self._page)
        self._means.go(self.proven)

    def _not_proven(self, refusal: Refusal) -> None:
        self.prove.show_busy(busy=False)
        self._refuse(refusal)

    # -- every day -------------------------------------------------------------------------------

    def _ask_folder(self) -> None:
        state = self._page.backup.state
        self.folder.show_places(_places(), "")
        self.folder.show_path(state.folder if state else "")
        self._means.go(self.folder)

    def _keep_folder(self) -> None:
        deed = partial(change_setting, key=BACKUP_FOLDER, text=self.folder.said())
        self._means.door.do(deed, self._kept)

    def _kept(self, folder: str) -> None:
        self._home()
        on = tr("The backup of every day goes there.")
        self._means.speaker.tell(on if folder else tr("No backup is made by itself any more."))

    # -- how -------------------------------------------------------------------------------------

    def _read(self, look: Look) -> BackupState:
        return backup_state(look, self._means.door.clerk)

    def _home(self) -> None:
        self._means.go(self._page)
        self._live.again()

    def _refuse(self, refusal: Refusal) -> None:
        self._means.speaker.refuse(self._words.refusal(refusal))

    def _failed(self) -> None:
        self.prove.show_busy(busy=False)
        self._means.go(self._page)
        self._means.speaker.refuse(self._words.unexpected())


def proof(house: House, file: str, typed: str, group: int) -> Proven:
    """What a backup holds. Of one `group` (from 1) the rest of the key is what this PC knows: that
    the paper is right is shown by it, that the backup opens by the opening. Refuses
    `group_wrong`, and as `House.prove`.
    """
    if not group:
        return house.prove(file, typed)
    with closing(house.open()) as store:
        key = store.recovery_key
    if typed_number(typed) != key.replace("-", "")[(group - 1) * GROUP : group * GROUP]:
        raise Refusal("group_wrong", group=group)
    return house.prove(file, key)


def _places() -> list[tuple[str, int]]:
    """Disks that can be written, those that were plugged in first."""
    found = [
        disk for disk in QStorageInfo.mountedVolumes() if disk.isReady() and not disk.isReadOnly()
    ]
    found.sort(key=lambda disk: (disk.isRoot(), disk.rootPath()))
    return [
        (disk.rootPath(), disk.bytesAvailable())
        for disk in found
        if disk.bytesTotal() > 0 and bytes(disk.device().data()).startswith(_REAL)
    ]


def _where(means: Means) -> FilePage:
    lead = tr(
        "A stick or a disk that can be taken away is best: a backup beside the data is lost with"
        " them. Nothing is written over."
    )
    title = tr("Where does the backup go?")
    return FilePage(means.theme, title, lead, tr("Backup file, with its folder"), kind="new")


def _file(means: Means) -> FilePage:
    lead = tr("It may lie on a stick or on a disk; it is read and not changed.")
    title = tr("Which backup is to be proven?")
    return FilePage(means.theme, title, lead, tr("Backup file, with its folder"))


def _folder(means: Means) -> FilePage:
    lead = tr(
        "A copy comes into this folder each working day after closing, or when a window is opened"
        " next. Empty: none is made by itself."
    )
    title = tr("Folder of the daily backup")
    return FilePage(means.theme, title, lead, tr("Folder, with its whole path"), kind="folder")
