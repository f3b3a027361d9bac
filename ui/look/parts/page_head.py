"""The first line of a page: what it is, and how things stand on it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look.parts.chip import Chip, Tone
from ui.look.parts.label import Label
from ui.look.theme import Theme


class PageHead(QWidget):
    """Title at the right, a chip beside it, a short text at the far left."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.title = Label(theme, title, "question")
        self.chip = Chip(theme)
        self.trailing = Label(theme, role="secondary", colour="ink_2", align="end")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.chip)
        row.addWidget(self.trailing, 1)

    def show_title(self, title: str, chip: str = "", tone: Tone = "quiet") -> None:
        """Shows other words; without any the chip is gone."""
        self.title.show_text(title)
        self.chip.show_text(chip, tone)
        self.chip.setVisible(bool(chip))
