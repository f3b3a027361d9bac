"""Rows of a list as values, the columns they fill, and the model that hands them to Qt."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.value import Value
from ui.look.brush import Align
from ui.look.fonts import Role
from ui.look.tokens import Colour

Index = QModelIndex | QPersistentModelIndex


class Column(Value, frozen=True, kw_only=True):
    """Where the cells of a column stand and how they look; width 0 takes what the others leave.

    Widths are px at scale 1.
    """

    width: int = 0
    align: Align = "start"
    role: Role = "body"
    colour: Colour = "ink"


class Cell(Value, frozen=True, kw_only=True):
    """Words, an icon before them, or a key cap; type and colour if not the column's."""

    text: str = ""
    icon: str = ""
    cap: str = ""
    role: Role | None = None
    colour: Colour | None = None


class Row(Value, frozen=True, kw_only=True):
    """Cells from the right; `key` keeps the current row when others come and go.

    A marked row stands out ("next"). `spoken` is what a screen reader says, else its texts.
    """

    cells: tuple[Cell, ...]
    key: str = ""
    marked: bool = False
    spoken: str = ""

    def said(self) -> str:
        """What a screen reader says of it."""
        return self.spoken or "، ".join(cell.text for cell in self.cells if cell.text)


class RowModel(QAbstractListModel):
    """The rows as Qt wants them: spoken text, and by `row` the value itself."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What it holds."""
        return self._rows

    def take(self, rows: Sequence[Row]) -> None:
        """Hold other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def place(self, key: str) -> int:
        """Where the row of this key stands; -1 if nowhere."""
        return next((at for at, row in enumerate(self._rows) if key and row.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The spoken text; nothing else is asked of it."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._rows[index.row()].said()
        return None
