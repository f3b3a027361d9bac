"""Where a backup lies or shall lie."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.file_name import whole_path
from ui.frame.bare import take_as_typed
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.field import Field
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.supervisor.settings.step_page import StepPage
from ui.words import shown

_MEGA = 1_000_000
_PLACES = (Column(role="strong"), Column(width=170, role="body", colour="ink_2"))


class FilePage(StepPage):
    """A name of a file or folder, typed or chosen in the system's own window with F4; `places` are
    offered: (path, free bytes).
    """

    def __init__(
        self, theme: Theme, title: str, lead: str, label: str, *, kind: str = "file"
    ) -> None:
        super().__init__(theme, title, lead)
        self._kind = kind
        self._name = ""
        self.places = RowList(
            theme,
            _PLACES,
            heads=(tr("Disks and sticks of this PC"), tr("Free")),
            empty=tr("No other disk is plugged in."),
        )
        self.places.setAccessibleName(tr("Disks and sticks of this PC"))
        self.field = Field(theme, label)
        take_as_typed(self.field)
        self.field.entered.connect(self.forward)
        self.places.opened.connect(self._take_place)
        self.column.addWidget(self.field)
        self.column.addWidget(self.places, 1)
        self.places.setVisible(kind != "file")  # inside the page: alone it would be a window
        if kind == "file":
            self.column.addStretch(1)

    def show_places(self, places: Sequence[tuple[str, int]], name: str) -> None:
        """Offers these; `name` is how the file would be called there."""
        self._name = name
        rows = [
            Row(
                cells=(
                    Cell(text=shown("path", path)),
                    Cell(text=tr("{n} MB", n=free // _MEGA)),
                ),
                key=path,
            )
            for path, free in places
        ]
        self.places.show_rows(rows)

    def said(self) -> str:
        """The whole path of what was typed."""
        return whole_path(self.field.line.text())

    def show_path(self, path: str) -> None:
        """Fills the field."""
        self.field.line.setText(path)

    def enter(self) -> None:
        """To the field."""
        self.field.setFocus()
        self.field.line.selectAll()

    def stops(self) -> Sequence[QWidget]:
        """The field, the places."""
        return (self.field.line, self.places)

    def onward(self) -> Sequence[Act]:
        """Choose elsewhere, go on."""
        return (Act(combo="F4", name=tr("Choose in a window")), GAP, *super().onward())

    def press(self, combo: str) -> bool:
        """F4 opens the system's own window."""
        if combo != "F4":
            return super().press(combo)
        dialog = QFileDialog(self, tr("Choose a place"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.ExistingFile if self._kind == "file" else modes.Directory)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()
        return True

    def _take_place(self, place: int) -> None:
        self._chosen(self.places.rows[place].key)
        self.enter()

    def _chosen(self, path: str) -> None:
        joined = f"{path.rstrip('/')}/{self._name}" if self._name else path
        self.field.line.setText(joined)
