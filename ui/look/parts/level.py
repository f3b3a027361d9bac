"""Lists one below the other, whose columns stand in line whichever of them scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.look.parts.rows import RowList


class Level(QObject):
    """Where one list has a scroll bar, the others keep its room free."""

    def __init__(self, lists: Sequence[RowList]) -> None:
        super().__init__()
        self._lists = tuple(lists)
        for rows in self._lists:
            rows.verticalScrollBar().rangeChanged.connect(self._keep)

    def _keep(self) -> None:
        bars = [rows.verticalScrollBar() for rows in self._lists]
        wide = max(bar.sizeHint().width() if bar.maximum() else 0 for bar in bars)
        for rows, bar in zip(self._lists, bars, strict=True):
            top, free = rows.viewportMargins().top(), 0 if bar.maximum() else wide
            rows.setViewportMargins(free, top, 0, 0)
