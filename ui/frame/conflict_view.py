"""One conflict: what it is, whose, and both sides."""

from itertools import chain

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.showing.conflict import ConflictShown
from ui.frame.conflict_words import covering, side_facts, whose
from ui.frame.words import tr
from ui.look.parts.fact_lines import FactLines
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.rule import Rule
from ui.look.parts.scroll import Scroll
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.words import Words


class ConflictView(QWidget):
    """Empty while there is none. In little room each side is said in a few words, so that both
    are seen.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._what = Paragraph(theme, "", "strong", "ink")
        self._whose = Paragraph(theme, "", "open", "ink")
        self._titles = (Section(theme, tr("What stood before")), Section(theme, tr("Against it")))
        self._sides = (FactLines(theme), FactLines(theme))
        self._brief = tuple(Paragraph(theme, "", "open", "ink") for _ in range(2))
        self._two = False
        self._rules = tuple(Rule(theme) for _ in range(2))
        self._lay_out()
        self._inside.hide()

    def show_conflict(self, conflict: ConflictShown | None, words: Words) -> None:
        """Shows it."""
        if conflict is None:
            self._inside.hide()
            return
        self._what.show_text(words.value("conflict", conflict.reason))
        self._whose.show_text("\n".join((whose(conflict), *covering(conflict))))
        self._two = conflict.other is not None
        for part in (self._titles[0], self._rules[1]):
            part.setVisible(self._two)
        for place, side in enumerate((conflict.other, conflict.this)):
            facts = side_facts(side, words) if side else ()
            self._sides[place].show_facts([(name, text, "ink") for name, text in facts])
            self._brief[place].show_text(" · ".join(text for _, text in facts))
        self._inside.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._say(brief=False)
        self._column.activate()
        if self._column.totalHeightForWidth(self.width()) > self.height():
            self._say(brief=True)

    def _say(self, *, brief: bool) -> None:
        for place in range(2):
            seen = self._two or place == 1
            self._sides[place].setVisible(seen and not brief)
            self._brief[place].setVisible(seen and brief)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._column = column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 12, 20, 8)
        column.setSpacing(4)
        column.addWidget(self._what)
        column.addWidget(self._whose)
        sides = zip(self._rules, self._titles, self._sides, self._brief, strict=True)
        for part in chain.from_iterable(sides):
            column.addWidget(part)
        column.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scroll(self._inside))
