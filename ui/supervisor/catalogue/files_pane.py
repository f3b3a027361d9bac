"""The files of forms that stand in the catalogue no longer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters import search_key
from app.sub_service import FormFile
from ui.frame.list_keys import ListKeys
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme

_COLUMNS = (Column(role="body"), Column(width=230, role="body", colour="ink_2"))


class Orphans(QWidget):
    """Shown only where there are some; Delete says which is to go (`drop_wanted`)."""

    drop_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._files: tuple[FormFile, ...] = ()
        title = Section(theme, tr("Files of forms that are not in the list"))
        title.show_trailing(tr("Delete drops the file"), "ink_2")
        self.list = RowList(theme, _COLUMNS, height=30)
        self.list.setAccessibleName(title.accessibleName())
        self.list.setMinimumHeight(theme.px(60))
        self._keys = ListKeys([self.list], ("Delete",), lambda _: self._drop())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self.list)
        self.hide()

    def show_files(self, forms: Sequence[str], files: Sequence[FormFile]) -> None:
        """Those of no form."""
        known = set(map(search_key, forms))
        self._files = tuple(file for file in files if search_key(file.title) not in known)
        self.list.show_rows(
            [
                Row(cells=(Cell(text=file.title), Cell(text=file.file)), key=file.title)
                for file in self._files
            ]
        )
        self.setVisible(bool(self._files))

    def _drop(self) -> None:
        if 0 <= self.list.place < len(self._files):
            self.drop_wanted.emit(self._files[self.list.place].title)
