"""The counter's own page: the queue at the right, the client in the middle, what is known of them
at the left; between two clients the big key and the clerk's own list.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.counter.acts import counter_acts
from ui.counter.duties_pane import DutiesPane
from ui.counter.idle_pane import IdlePane
from ui.counter.queue_pane import QueuePane
from ui.counter.sheet import SheetBody
from ui.counter.side import Side
from ui.counter.state import CounterState
from ui.frame.page import Act, Page
from ui.look.theme import Theme


class DeskPage(Page):
    """Shows one state in all its panes; the window connects their signals and does the deeds."""

    def __init__(self, theme: Theme, state: CounterState) -> None:
        super().__init__(theme)
        self._state = state
        self.queue = QueuePane(theme)
        self.idle = IdlePane(theme)
        self.sheet = SheetBody(theme)
        self.duties = DutiesPane(theme)
        self.side = Side(theme)
        self._middle = _stack(self.idle, self.sheet)
        self._left = _stack(self.duties, self.side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.queue)
        row.addWidget(self._middle, 1)
        row.addWidget(self._left)
        self._goes: Mapping[str, Callable[[], None]] = {
            "Ctrl+1": self.queue.enter,
            "Ctrl+2": self.sheet.enter_code,
            "Ctrl+3": self.sheet.enter_documents,
            "Ctrl+4": self._turn_information,
            "Ctrl+5": self.side.enter_visit,
        }

    def show_state(self, state: CounterState) -> None:
        """All panes show it; the keys follow."""
        self._state = state
        self.queue.show_state(state)
        served = state.visit is not None
        if served:
            self.sheet.show_state(state)
            self.side.show_state(state)
        else:
            self.idle.show_state(state)
            self.duties.show_state(state)
        self._middle.setCurrentWidget(self.sheet if served else self.idle)
        self._left.setCurrentWidget(self.side if served else self.duties)
        self.acts_changed.emit()

    def acts(self) -> Sequence[Act]:
        """The key bar."""
        return counter_acts(self._state)

    def around(self) -> Sequence[Act]:
        """The keys of the visit, as other pages show them too: next, hold, call again."""
        return [act for act in self.acts() if act.combo in ("F2", "F11", "F3")]

    def tick(self, now: datetime) -> None:
        """A second has passed."""
        for pane in (self.queue, self.idle, self.duties, self.side):
            pane.tick(now)

    def press(self, combo: str) -> bool:
        """Goes to a region; deeds are the window's."""
        if combo == "Esc":
            return self._close_information()
        go = self._goes.get(combo)
        if go is None or (combo != "Ctrl+1" and self._state.visit is None):
            return False
        go()
        return True

    def enter(self) -> None:
        """Where the work begins: the code of whoever was called, else the big key."""
        if self._state.visit is None:
            self.idle.enter()
        else:
            self.sheet.enter_code()

    def _turn_information(self) -> None:
        """The information sheet lies over the left column; what is typed stays where it is."""
        if not self.side.toggle_sheet():
            self.enter()

    def _close_information(self) -> bool:
        if not self.side.sheet_open:
            return False
        self._turn_information()
        return True


def _stack(*panes: QWidget) -> QStackedWidget:
    stack = QStackedWidget()
    for pane in panes:
        stack.addWidget(pane)
    return stack
