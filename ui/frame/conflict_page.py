"""What does not fit: a list, both sides of each, and a way to settle it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.roles import MATRIX
from app.showing.conflict import ConflictShown, ConflictsShown
from ui.frame.conflict_view import ConflictView
from ui.frame.conflict_words import conflict_row
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.parts.two_lines import TwoLines
from ui.look.theme import Theme
from ui.words import Words

_LEFT = (420, 560)


class ConflictPage(Page):
    """`settle_wanted` gives the event that makes a conflict, `request_wanted` a tracking number."""

    whole = True
    settle_wanted = Signal(str)
    request_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self._shown = ConflictsShown()
        self.head = PageHead(theme, tr("Conflicts"))
        self.list = RowList(
            theme,
            painter=TwoLines(theme),
            empty=tr("Nothing is to be settled."),
            keeps_current=True,
        )
        self.list.setAccessibleName(tr("Conflicts"))
        self.view = ConflictView(theme)
        self._todo = Section(theme, tr("What to do"))
        self._advice = Paragraph(theme, "", "open", "ink")
        self._lay_out()
        self.list.moved_to.connect(lambda _: self._moved())
        self.list.opened.connect(lambda _: self.press("Enter"))

    @property
    def conflict(self) -> ConflictShown | None:
        """The one that is meant."""
        place = self.list.place
        found = self._shown.conflicts
        return found[place] if 0 <= place < len(found) else None

    def show_conflicts(self, shown: ConflictsShown) -> None:
        """Shows what is to be settled."""
        self._shown = shown
        self.list.show_rows([conflict_row(one, self._words) for one in shown.conflicts])
        chip = tr("{n} to settle", n=shown.count) if shown.count else ""
        self.head.show_title(tr("Conflicts"), chip, "amber")
        self._moved()

    def enter(self) -> None:
        """Into the list."""
        self.list.setFocus()

    def acts(self) -> Sequence[Act]:
        """What may be done with the current one."""
        conflict = self.conflict
        none = "" if conflict else tr("Nothing is to be settled.")
        settle = self.theirs(MATRIX["conflict.settle"]) or none
        other = conflict is not None and conflict.subject != "request"
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(
                combo="Enter",
                name=tr("Open the request"),
                why_not=none or (tr("This conflict is not of a request.") if other else ""),
            ),
            GAP,
            Act(combo="F8", name=tr("Settle"), why_not=settle, filled=not settle),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        conflict = self.conflict
        if conflict is None or combo not in possible & {"F8", "Enter"}:
            return super().press(combo)
        if combo == "F8":
            self.settle_wanted.emit(conflict.event)
        else:
            self.request_wanted.emit(conflict.name)
        return True

    def _moved(self) -> None:
        conflict = self.conflict
        self.view.show_conflict(conflict, self._words)
        for part in (self._todo, self._advice):
            part.setVisible(conflict is not None)
        self._advice.show_text(self._words.value("advice", conflict.reason) if conflict else "")
        self.acts_changed.emit()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        for part in (self._todo, self._advice):
            framed = QHBoxLayout()
            framed.setContentsMargins(12, 2, 12, 6)
            framed.addWidget(part)
            column.addLayout(framed)
        self.view.setFixedWidth(_LEFT[self.theme.large])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(right, 1)
        row.addWidget(self.view)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.view.geometry()
        painter.fillRect(side, self.theme.colour("ground"))
        painter.fillRect(side.right(), 0, 1, self.height(), self.theme.colour("line"))
        painter.end()
