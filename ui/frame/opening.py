"""A kept file is shown by whichever program of the PC shows such files."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices


class Opening(QObject):
    """Lays a file aside and has it opened; `failed` where the disk or the system does not."""

    failed = Signal()
    _laid = Signal(str)

    def __init__(self, parent: QObject, show: Callable[[QUrl], bool] | None = None) -> None:
        super().__init__(parent)
        self._show = show or QDesktopServices.openUrl
        self._laid.connect(self._open)

    def open(self, name: str, data: bytes) -> None:
        """On another thread: disks are slow."""
        Thread(target=self._lay, args=(name, data), name="opening", daemon=True).start()

    def _lay(self, name: str, data: bytes) -> None:
        try:
            path = Path(mkdtemp(prefix="bajeh-")) / Path(name).name
            path.write_bytes(data)
        except OSError:
            self.failed.emit()
        else:
            self._laid.emit(str(path))

    def _open(self, path: str) -> None:
        if not self._show(QUrl.fromLocalFile(path)):
            self.failed.emit()
