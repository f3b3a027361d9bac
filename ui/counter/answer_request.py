"""Whose answer it is: the request at the right of the answer's page, and who takes the answer."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.folds.request import overdue
from app.handing.giving import Handing
from app.persian import format_date
from app.showing.answer import AnswerShown
from ui.counter.answer_steps import AnswerSteps
from ui.counter.pane import right_width
from ui.counter.receipt_card import ReceiptCard
from ui.frame.words import tr
from ui.look import brush
from ui.look.fonts import Role
from ui.look.parts.label import Label
from ui.look.parts.scroll import Scroll
from ui.look.parts.section import Section
from ui.look.parts.toggle import Toggle
from ui.look.theme import Theme
from ui.look.tokens import Colour
from ui.words import shown as shown_as

_SIDE = 24


class AnswerRequest(QWidget):
    """Number, applicant, dates and steps; once an answer is ready, its receiver and the receipt."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.number = self._label("count")
        self.title = Label(theme, "", "secondary", "ink_2", lines=2)
        self.name = Label(theme, "", "strong", lines=2)
        self.received, self.promised = self._label("strong"), self._label("strong")
        self.steps = AnswerSteps(theme)
        self.applicant = Toggle(theme, tr("Applicant"), "radio")
        self.representative = Toggle(theme, tr("Representative"), "radio")
        self.receipt = ReceiptCard(theme)
        self._way, self._handing = QWidget(), QWidget()
        self._spared: list[QWidget] = []
        """What gives way at enlarged text where it is asked who takes the answer."""
        self._lay_out()

    def show_request(self, shown: AnswerShown) -> None:
        """Shows whose answer it is, and asks who takes it if it is ready."""
        found = shown.request
        self.number.show_text(shown_as("tracking", found.tracking))
        self.title.show_text(found.title)
        self._show_name(found.applicant.name)
        self.received.show_text(format_date(found.received.date()))
        late = overdue(found.promised.date(), found.state, shown.today)
        self.promised.show_text(format_date(found.promised.date()), "brick" if late else "ink")
        self.steps.show_steps(found.steps)
        ready = shown.prepared is not None
        self._handing.setVisible(ready)
        for part in self._spared:
            part.setHidden(ready and self.theme.large)
        named = found.representative.name if found.representative else tr("Nobody is registered")
        self.representative.show_note(named)
        (self.representative if shown.represented else self.applicant).setChecked(True)
        self.receipt.show_receipt(shown.scanned)

    def handing(self) -> Handing:
        """To whom and against what, as it is ticked."""
        receiver: Literal["applicant", "representative"] = (
            "representative" if self.representative.isChecked() else "applicant"
        )
        return Handing(receiver=receiver, receipt=self.receipt.taken)

    def enter(self) -> None:
        """To the receipt: Enter hands the answer over."""
        self.receipt.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("ground"))
        painter.end()

    def _show_name(self, name: str) -> None:
        """As high as the name is long: most need one line."""
        self.name.show_text(name)
        room = right_width(self.theme) - 2 * _SIDE
        lines = brush.broken(name, self.theme.font("strong"), room, 2)
        self.name.setFixedHeight(len(lines) * self.theme.pitch("strong"))

    def _label(self, role: Role, colour: Colour = "ink", text: str = "") -> Label:
        return Label(self.theme, text, role, colour)

    def _lay_out(self) -> None:
        about = QWidget()
        inside = QVBoxLayout(about)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        head = self._label("label", "ink_2", tr("Tracking number of the request"))
        above, line = self._label("label", "ink_2", tr("Applicant")), _Line(self.theme)
        title = Section(self.theme, tr("Steps"))
        self._spared = [head, above, line, title]
        whose = self._block(
            head,
            self.number,
            *([] if self.theme.large else [self.title]),
            6,
            above,
            self.name,
        )
        whose.addSpacing(6)
        whose.addLayout(self._dates())
        inside.addLayout(whose)
        way = QVBoxLayout(self._way)
        way.setContentsMargins(0, 0, 0, 0)
        way.addWidget(line)
        way.addLayout(self._block(title, self.steps), 1)
        inside.addWidget(self._way, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(0)
        column.addWidget(Scroll(about) if self.theme.large else about, 1)
        handing = QVBoxLayout(self._handing)
        handing.setContentsMargins(0, 0, 0, 0)
        handing.setSpacing(4)
        handing.addWidget(_Line(self.theme))
        who = self._block(
            Section(self.theme, tr("Receiver of the answer")), self.applicant, self.representative
        )
        handing.addLayout(who)
        handing.addSpacing(4)
        handing.addWidget(self.receipt)
        column.addWidget(self._handing)

    def _block(self, *parts: QWidget | int) -> QVBoxLayout:
        block = QVBoxLayout()
        block.setContentsMargins(_SIDE - 16, 0, _SIDE - 16, 0)
        block.setSpacing(0)
        for part in parts:
            if isinstance(part, int):
                block.addSpacing(part)
            else:
                block.addWidget(part)
        return block

    def _dates(self) -> QBoxLayout:
        """Side by side, each under its label; where the text is large, a line for each."""
        large, down = self.theme.large, QBoxLayout.Direction.TopToBottom
        across = QBoxLayout.Direction.LeftToRight  # mirrored: from the right
        row = QBoxLayout(down if large else across)
        row.setSpacing(0 if large else 12)
        for label, value in (
            (tr("Request received on"), self.received),
            (tr("Answer due"), self.promised),
        ):
            pair = QBoxLayout(across if large else down)
            pair.setSpacing(12 if large else 0)
            pair.addWidget(self._label("label", "ink_2", label))
            pair.addWidget(value, 1)
            row.addLayout(pair, 1)
        return row


class _Line(QWidget):
    """A hairline with a little room around it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(17)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 8, self.width(), 1, self._theme.colour("line"))
        painter.end()
