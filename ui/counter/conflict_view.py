"""One conflict: what it is, whose, and both sides."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.showing.conflict import ConflictShown
from ui.counter.conflict_words import side_facts, whose
from ui.counter.lines import Rule
from ui.frame.words import tr
from ui.look.parts.fact_lines import FactLines
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.scroll import Scroll
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.words import Words


class ConflictView(QWidget):
    """Empty while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._what = Paragraph(theme, "", "strong", "ink")
        self._whose = Paragraph(theme, "", "open", "ink")
        self._titles = (Section(theme, tr("What stood before")), Section(theme, tr("Against it")))
        self._sides = (FactLines(theme), FactLines(theme))
        self._rules = tuple(Rule(theme) for _ in range(2))
        self._lay_out()
        self._inside.hide()

    def show_conflict(self, conflict: ConflictShown | None, words: Words) -> None:
        """Shows it."""
        if conflict is None:
            self._inside.hide()
            return
        self._what.show_text(words.value("conflict", conflict.reason))
        self._whose.show_text(whose(conflict))
        before = (self._titles[0], self._sides[0], self._rules[1])
        for part in before:
            part.setVisible(conflict.other is not None)
        for lines, side in zip(self._sides, (conflict.other, conflict.this), strict=True):
            facts = side_facts(side, words) if side else ()
            lines.show_facts([(name, text, "ink") for name, text in facts])
        self._inside.show()

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 12, 20, 8)
        column.setSpacing(4)
        column.addWidget(self._what)
        column.addWidget(self._whose)
        for rule, title, side in zip(self._rules, self._titles, self._sides, strict=True):
            column.addWidget(rule)
            column.addWidget(title)
            column.addWidget(side)
        column.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scroll(self._inside))
