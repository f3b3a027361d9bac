"""A page on the way to a backup that is proven."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class StepPage(Page):
    """A title, a few words, and what is to be done. `forward`: the person is done here."""

    forward = Signal()

    def __init__(self, theme: Theme, title: str, lead: str) -> None:
        super().__init__(theme)
        self.head = PageHead(theme, title)
        self.lead = Paragraph(theme, lead, "body", "ink_2")
        self.column = QVBoxLayout()
        self.column.setContentsMargins(12, 4, 12, 4)
        self.column.setSpacing(12)
        self.column.addWidget(self.lead)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 4, 20, 4)
        outer.addWidget(self.head)
        outer.addLayout(self.column, 1)

    def acts(self) -> Sequence[Act]:
        """Back at the right end, forward at the left."""
        return (Act(combo="Esc", name=tr("Back")), GAP, *self.onward())

    def onward(self) -> Sequence[Act]:
        """The keys that lead on."""
        return (Act(combo="F8", name=tr("Go on"), filled=True),)

    def press(self, combo: str) -> bool:
        """F8 leads on, Esc back."""
        if combo == "F8":
            self.forward.emit()
            return True
        return super().press(combo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the page itself; that of a field has been seen to."""
        if self.window().focusWidget() is self and event.key() in _ENTER:
            self.press("F8")
        else:
            super().keyPressEvent(event)
