"""Says at the foot of the window what of the backups somebody should look after."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.backing import BackupState, backup_state
from app.ports import Look
from ui.frame.door import Door
from ui.frame.words import tr
from ui.look.parts.status_bar import StatusItem

_BEAT = 30_000


class BackupWatch(QObject):
    """Reads now and then: what backups do is no event. `changed` follows each reading."""

    changed = Signal()

    def __init__(self, parent: QObject, door: Door) -> None:
        super().__init__(parent)
        self._door = door
        self.items: tuple[StatusItem, ...] = ()
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self.look)
        self._beat.start()
        door.happened.connect(lambda _: self.look())
        self.look()

    def look(self) -> None:
        """Reads how things stand."""
        self._door.look(_items, self._take, topic="backups")

    def _take(self, state: BackupState) -> None:
        self.items = backup_items(state)
        self.changed.emit()


def backup_items(state: BackupState) -> tuple[StatusItem, ...]:
    """Nothing where all is well."""
    if state.trouble:
        text = tr("The daily backup fails (Ctrl+0)")
        return (StatusItem(icon="alert-triangle", text=text, tone="trouble"),)
    if state.overdue:
        text = tr("No backup was proven lately (Ctrl+0)")
        return (StatusItem(icon="alert-circle", text=text, tone="warning"),)
    return ()


def _items(look: Look) -> BackupState:
    return backup_state(look)
