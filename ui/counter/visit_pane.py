"""This visit: what was done in it, and what became of each paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.counter.keys import name_of
from ui.counter.lines import Lines
from ui.counter.pane import Pane, side_margins
from ui.counter.state import CounterState
from ui.counter.visit_lines import visit_lines
from ui.frame.words import tr
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.scroll import Scroll
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.words import Words

_RING = 12
"""Room at both sides in which the focus ring is not cut off where the lines scroll."""


class VisitPane(Pane):
    """A line for everything registered, delivered or asked for; the unfinished request comes last.

    `again` gives kind and key of the paper that should be printed again, as
    `app.handing.handing_out.hand_out` takes them.
    """

    again = Signal(str, str)

    def __init__(self, theme: Theme, *, titled: bool = True) -> None:
        super().__init__(theme)
        self._words = Words()
        self._shown: tuple[object, ...] = ()
        self._nothing = Paragraph(theme, tr("Nothing was recorded yet."), "body", "ink_2")
        self._lines = Lines(theme, spacing=4)
        self._lines.opened.connect(self._ask_again)
        column = QVBoxLayout(self)
        left, top, right, bottom = side_margins(theme)
        column.setContentsMargins(left - _RING, top, right - _RING, bottom)
        column.setSpacing(4)
        if titled:
            column.addWidget(_inset(Section(theme, tr(name_of("Ctrl+5")), "Ctrl+5")))
        column.addWidget(_inset(self._nothing))
        column.addWidget(Scroll(_inset(self._lines)), 1)

    def show_state(self, state: CounterState) -> None:
        """Shows the visit and its papers."""
        papers = (state.jobs, state.printers, state.conditions)
        part = (state.visit, *papers, state.begun, state.sheet.registered, state.entry)
        if part == self._shown:
            return
        self._shown = part
        lines = visit_lines(state, self._words)
        self._lines.show_lines(lines)
        self._lines.setVisible(bool(lines))
        self._nothing.setVisible(not lines)

    def enter(self) -> None:
        """The first line whose paper may be printed again takes the focus."""
        self._lines.enter()

    def _ask_again(self, paper: str) -> None:
        kind, _, key = paper.partition(" ")
        self.again.emit(kind, key)


def _inset(part: QWidget) -> QWidget:
    """With the room for the ring at its sides."""
    inset = QWidget()
    column = QVBoxLayout(inset)
    column.setContentsMargins(_RING, 0, _RING, 0)
    column.addWidget(part)
    return inset
