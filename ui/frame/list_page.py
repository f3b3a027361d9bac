"""A title over one table."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from app.letters import persian_digits
from ui.frame.page import Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.rows import RowList
from ui.look.theme import Theme


class ListPage(Page):
    """A title over a table; what its keys wish is the business of whoever made it."""

    def __init__(self, theme: Theme, title: str, table: RowList) -> None:
        super().__init__(theme)
        self.head = PageHead(theme, title)
        self.table = table
        self.table.setAccessibleName(title)
        self.table.moved_to.connect(lambda _: self.acts_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)

    def say_count(self, count: int) -> None:
        """How many there are."""
        said = tr("{n} rows", n=persian_digits(str(count))) if count else ""
        self.head.trailing.show_text(said)
        self.acts_changed.emit()

    def enter(self) -> None:
        """Into the table."""
        self.table.setFocus()

    def wished(self, combo: str, wishes: dict[str, Callable[[], object]]) -> bool:
        """Does what a key wishes, where it is possible; else what every page does."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in wishes or combo not in possible:
            return super().press(combo)
        wishes[combo]()
        return True
