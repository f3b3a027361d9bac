"""The counter's own page: the queue at the right, the client in the middle, what is known of them
at the left; between two clients the big key and the clerk's own list.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.counter.acts import counter_acts, why_not
from ui.counter.duties_pane import DutiesPane
from ui.counter.idle_pane import IdlePane
from ui.counter.queue_pane import QueuePane
from ui.counter.sheet import SheetBody
from ui.counter.side import Side
from ui.counter.state import CounterState
from ui.frame.page import Act, Page
from ui.look.parts.key_button import KeyButton
from ui.look.theme import Theme

_OF_A_CLIENT = ("Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5")


class DeskPage(Page):
    """Shows one state in all its panes; the window connects their signals and does the deeds.

    What a client needs is made with the first client, or when `warm` says that there is time; then
    `sheet_made` and `side_made` give the panes to whoever connects them.
    """

    sheet_made = Signal(object)
    side_made = Signal(object)

    def __init__(self, theme: Theme, state: CounterState) -> None:
        super().__init__(theme)
        self._state = state
        self.queue = QueuePane(theme)
        self.idle = IdlePane(theme)
        self.duties = DutiesPane(theme)
        self._middle, self._left = QStackedWidget(), QStackedWidget()
        self._middle.addWidget(self.idle)
        self._left.addWidget(self.duties)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.queue)
        row.addWidget(self._middle, 1)
        row.addWidget(self._left)

    @cached_property
    def sheet(self) -> SheetBody:
        """Applicant, papers and fields."""
        made = SheetBody(self.theme)
        self._middle.addWidget(made)
        self.sheet_made.emit(made)
        return made

    @cached_property
    def side(self) -> Side:
        """What is known of the applicant, and what was done in this visit."""
        made = Side(self.theme)
        self._left.addWidget(made)
        self.side_made.emit(made)
        return made

    def warm(self) -> None:
        """Makes what the first client will need, a part at a time."""
        for part in ("sheet", "side"):
            if part not in self.__dict__:
                getattr(self, part)
                return

    def show_state(self, state: CounterState) -> None:
        """All panes show it; the keys follow."""
        self._state = state
        self.queue.show_state(state)
        served = state.visit is not None
        if served:
            self.sheet.show_state(state)
            self.side.show_state(state)
        else:
            if "sheet" in self.__dict__:
                self.sheet.rest()
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
        for pane in (self.queue, self.idle, self.duties):
            pane.tick(now)
        if self._state.visit is not None:
            self.side.tick(now)

    def press(self, combo: str) -> bool:
        """Goes to a region; deeds are the window's."""
        if combo == "Esc":
            return self._close_information()
        if combo == "Ctrl+1":
            self.queue.enter()
            return True
        possible = self._state.visit is not None and not why_not(self._state, combo)
        if combo not in _OF_A_CLIENT or not possible:
            return False
        goes = {
            "Ctrl+2": self.sheet.enter_code,
            "Ctrl+3": self.sheet.enter_documents,
            "Ctrl+4": self._turn_information,
            "Ctrl+5": self.side.enter_visit,
        }
        goes[combo]()
        return True

    def stops(self) -> Sequence[QWidget]:
        """The sheet from the code to the last field; queue and side are reached by their keys."""
        if self._state.visit is None:
            return self.idle.findChildren(KeyButton)
        return (*self.sheet.order, self.sheet.registered)

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
        if self._state.visit is None or not self.side.sheet_open:
            return False
        self._turn_information()
        return True
