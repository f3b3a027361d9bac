"""The working sheet of the counter: applicant, papers and details, one under the other."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from ui.counter.applicant_pane import ApplicantPane
from ui.counter.details_pane import DetailsPane
from ui.counter.documents_pane import DocumentsPane
from ui.counter.pane import Pane
from ui.counter.registered_pane import RegisteredPane
from ui.counter.state import CounterState
from ui.look.parts.scroll import Scroll
from ui.look.theme import Theme

_SEEN = 12


class SheetBody(Pane):
    """Only this sheet scrolls; where little is lacking its rows go a step denser instead.

    `edited` gives the part of the state's sheet and its text; `detailed` the title of one of the
    sub-service's own fields and its text; `marked` the title of a paper and its mark;
    `code_entered` the code as typed; `finished` follows Enter in the last field; `refused` gives
    the `Refusal` of what was entered into an own field and nobody can read; `came_to` the place in
    `order` of the control in which the clerk now is.
    """

    edited = Signal(str, str)
    detailed = Signal(str, str)
    marked = Signal(str, str)
    code_entered = Signal(str)
    refused = Signal(object)
    finished = Signal()
    came_to = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self.applicant = ApplicantPane(theme)
        self.documents = DocumentsPane(theme)
        self.details = DetailsPane(theme)
        self.registered = RegisteredPane(theme)
        self._state: CounterState | None = None
        self._dense = False
        self._at_work = ""
        self._content = QWidget()
        self._fill()
        self._scroll = Scroll(self._content)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.registered)
        self._connect()

    def show_state(self, state: CounterState) -> None:
        """Shows the request that is half done, or what was registered."""
        if state == self._state:
            return
        if self._state and self._state.sheet.ticket != state.sheet.ticket:
            self.rest()
        self._state = state
        for pane in (self.applicant, self.documents, self.details, self.registered):
            pane.show_state(state)
        self._turn(self.registered if state.sheet.registered else self._scroll)
        self._fit()

    def rest(self) -> None:
        """Nobody is served: where the focus is means nothing until the work goes on."""
        self._at_work = ""

    # -- where the work goes on ------------------------------------------------------------------

    def enter(self) -> None:
        """Where the work begins: at the code."""
        self.enter_code()

    def enter_code(self) -> None:
        """Ctrl+2."""
        if self._is_open():
            self.applicant.enter()

    def enter_documents(self) -> None:
        """Ctrl+3: to the first unsettled paper; where none is asked for, to the details."""
        if not self._is_open():
            return
        if self.documents.reachable:
            self.documents.enter()
        else:
            self.details.enter()

    def enter_details(self) -> None:
        """To the first field of the sub-service that is empty."""
        if self._is_open():
            self.details.enter()

    def applicant_known(self, known: bool) -> None:  # noqa: FBT001 - a slot
        """The code is looked up: a known applicant's papers come next, a new one's name."""
        if not self._is_open():
            return
        self._begin_work()
        if not known:
            self.applicant.enter_name()
        elif self.documents.unsettled:
            self.documents.enter()
        else:
            self.details.enter()

    def go_on(self, known: bool) -> None:  # noqa: FBT001 - a slot
        """After a restart: to the control in which the clerk was, if it is still there."""
        place, order = self._state.sheet.at if self._state else -1, self.order
        found = order[place] if 0 <= place < len(order) else None
        if found is None or not self._is_open() or not found.isVisible():
            self.applicant_known(known)
            return
        self._begin_work()
        found.setFocus(Qt.FocusReason.OtherFocusReason)

    def code_wrong(self) -> None:
        """The code that was entered is wrong."""
        self.applicant.show_wrong()

    def first_missing(self) -> bool:
        """To the first thing that is needed before registering; False where nothing is missing."""
        if self._state is None or not self._is_open():
            return False
        field = self.applicant.first_missing()
        checklist = self._state.checklist
        papers = checklist.unsettled or checklist.missing if checklist else ()
        if field is None and papers:
            self.documents.enter_at(papers[0])
            return True
        field = field or self.details.first_missing()
        if field is not None:
            field.setFocus()
        return field is not None

    def enter_wrong(self) -> bool:
        """To the first field that is filled with what nobody can read, and says why; False where
        there is none.
        """
        if not self._is_open():
            return False
        found = self.applicant.first_wrong() or self.details.first_wrong()
        if found is not None:
            field, refusal = found
            field.mark("wrong")
            field.setFocus()
            self.refused.emit(refusal)
        return found is not None

    @property
    def order(self) -> tuple[QWidget, ...]:
        """The controls as Tab goes through them."""
        return (*self.applicant.order, self.documents.rows, *self.details.order)

    # -- how -------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever makes the sheet higher may make its rows denser."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _is_open(self) -> bool:
        return self._stack.currentWidget() is self._scroll

    def _turn(self, page: QWidget) -> None:
        """The focus stays on the sheet, whatever it shows."""
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            if held and page is self.registered:
                page.setFocus()

    def _fit(self) -> None:
        """Rows go a step denser where the sheet need not scroll then."""
        saved = self.documents.rows.count * (self.theme.box(31) - self.theme.box(28))
        needed = self._content.sizeHint().height() + (saved if self._dense else 0)
        room = self._scroll.viewport().height()
        self._dense = needed - saved <= room < needed
        self.documents.show_dense(dense=self._dense)

    def _fill(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for pane in (self.applicant, self.documents, self.details):
            if column.count():
                column.addWidget(self._line())
            column.addWidget(pane)
        column.addStretch(1)

    def _line(self) -> QWidget:
        line = QWidget()
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        palette = line.palette()
        palette.setColor(line.backgroundRole(), self.theme.colour("line"))
        line.setPalette(palette)
        return line

    def _connect(self) -> None:
        self._content.installEventFilter(self)
        self.applicant.edited.connect(self.edited)
        self.applicant.code_entered.connect(self.code_entered)
        self.applicant.left_down.connect(self.enter_documents)
        self.applicant.refused.connect(self.refused)
        self.documents.marked.connect(self.marked)
        self.documents.left_down.connect(self.enter_details)
        self.documents.rows.ring_moved.connect(self._see_row)
        self.details.edited.connect(self.edited)
        self.details.detailed.connect(self.detailed)
        self.details.refused.connect(self.refused)
        self.details.finished.connect(self._see_end)
        self.details.finished.connect(self.finished)
        self.details.rebuilt.connect(self._order)
        for touched in (self.applicant.edited, self.documents.marked, self.details.detailed):
            touched.connect(self._begin_work)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._see_row)
            application.focusChanged.connect(self._tell_place)
        self._order()

    def _order(self) -> None:
        """Tab goes right to left and downward, from the applicant to the last field."""
        for before, after in pairwise(self.order):
            QWidget.setTabOrder(before, after)

    def _begin_work(self) -> None:
        """From now on the focus is where the clerk put it, not where a client's arrival did."""
        self._at_work = self._state.sheet.ticket if self._state else ""
        self._tell_place()

    def _tell_place(self) -> None:
        ticket = self._state.sheet.ticket if self._state else ""
        focused, order = QApplication.focusWidget(), self.order
        if ticket and ticket == self._at_work and focused in order:
            self.came_to.emit(order.index(focused))

    def _see_end(self) -> None:
        """Everything is filled in: the promised date must be seen before it is registered."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _see_row(self) -> None:
        """A list higher than the sheet is scrolled by its row."""
        if self.documents.rows.hasFocus():
            rect: QRect = self.documents.current_rect.translated(self.documents.pos())
            self._scroll.ensureVisible(rect.left(), rect.top(), 0, _SEEN)
            self._scroll.ensureVisible(rect.left(), rect.bottom(), 0, _SEEN)
