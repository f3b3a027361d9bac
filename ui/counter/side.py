"""The left column while a client is served: applicant, visit, and in short what is due."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.counter.duties_pane import DuePane
from ui.counter.keys import name_of
from ui.counter.pane import Pane, left_width
from ui.counter.person_pane import PersonPane
from ui.counter.sheet_pane import WIDTH, SheetPane
from ui.counter.state import CounterState
from ui.counter.visit_pane import VisitPane
from ui.frame.words import tr
from ui.look.parts.rule import Rule
from ui.look.parts.tabs import Tabbed
from ui.look.theme import Theme


class Side(Pane):
    """The information sheet lies over it while it is open, and takes more room; at enlarged text
    the working sheet can spare none.

    `person_wanted` is `ready`, `open` or `on_file`; `again` gives kind and key of a paper.
    """

    person_wanted = Signal(str)
    again = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, edged=True)
        self._ticket = ""
        self._before: QWidget | None = None
        self._person = PersonPane(theme, titled=not theme.large)
        self._visit = VisitPane(theme, titled=not theme.large)
        self._due = None if theme.large else DuePane(theme)
        self._sheet = SheetPane(theme)
        names = (tr("This applicant"), tr(name_of("Ctrl+5")))
        panes = (self._person, self._visit)
        self._tabs = Tabbed(theme, names, panes) if theme.large else None
        self._served = self._tabs or self._in_one()
        self._stack = QStackedWidget()
        for page in (self._served, self._sheet):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.addWidget(self._stack)
        self._person.wanted.connect(self.person_wanted)
        self._visit.again.connect(self.again)
        self._open(sheet=False)

    @property
    def sheet_open(self) -> bool:
        """Whether the information sheet is shown."""
        return self._stack.currentWidget() is self._sheet

    def show_state(self, state: CounterState) -> None:
        """Shows the state; another visit closes the information sheet."""
        ticket = state.visit.ticket.id if state.visit else ""
        for pane in (self._person, self._visit, self._due, self._sheet):
            if pane is not None:
                pane.show_state(state)
        if ticket != self._ticket:
            self._ticket = ticket
            self._open(sheet=False)

    def toggle_sheet(self) -> bool:
        """Opens the information sheet of the present sub-service with the focus in it, or closes it
        and gives the focus back; whether it is open now. Between two clients there is none.
        """
        if not self._ticket:
            return False
        if not self.sheet_open:
            self._before = QApplication.focusWidget()
            self._open(sheet=True)
            self._sheet.enter()
            return True
        had_focus = self._sheet.isAncestorOf(QApplication.focusWidget() or self)
        self._open(sheet=False)
        if had_focus and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def enter(self) -> None:
        """Puts the focus into what is shown."""
        pane = self._sheet if self.sheet_open else self._visit
        pane.enter()

    def enter_person(self) -> None:
        """Shows the applicant, with the focus there."""
        self._show_tab(0)
        self._person.enter()

    def enter_visit(self) -> None:
        """Shows the visit, with the focus there (Ctrl+5)."""
        self._show_tab(1)
        self._visit.enter()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def _open(self, *, sheet: bool) -> None:
        self._stack.setCurrentWidget(self._sheet if sheet else self._served)
        wider = sheet and not self.theme.large
        self.setFixedWidth(WIDTH if wider else left_width(self.theme))

    def _show_tab(self, place: int) -> None:
        self._open(sheet=False)
        if self._tabs is not None:
            self._tabs.choose(place)

    def _in_one(self) -> QWidget:
        """Applicant, visit and what is due, one under another; in tabs the last has no place."""
        served = QWidget()
        column = QVBoxLayout(served)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._person)
        column.addWidget(Rule(self.theme, 1))
        column.addWidget(self._visit, 1)
        if self._due is not None:
            column.addWidget(Rule(self.theme, 1))
            column.addWidget(self._due)
        return served
