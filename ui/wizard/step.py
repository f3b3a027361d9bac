"""A page of the first start: a question, what to know before answering, and the answers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.boxed import Boxed
from ui.look.parts.label import Label
from ui.look.theme import Theme

_WIDE, _TOP = 640, 48


class Step(Page):
    """`forward` says that the person is done here; Enter in the last field says it too."""

    forward = Signal()

    def __init__(self, theme: Theme, title: str, lead: str) -> None:
        super().__init__(theme)
        self._fields: list[Boxed] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(20, theme.box(_TOP), 20, 12)
        sheet = QWidget()
        sheet.setMaximumWidth(theme.px(_WIDE))
        row.addStretch(1)
        row.addWidget(sheet, 8, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.column = QVBoxLayout(sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(Label(theme, title, "question"))
        self.lead = Label(theme, lead, "body", "ink_2", lines=2)
        self.column.addWidget(self.lead)
        self.column.addSpacing(4)

    def put(self, *parts: QWidget, shares: Sequence[int] = ()) -> None:
        """Sets parts side by side, the first at the right; Enter leads through the fields."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for place, part in enumerate(parts):
            row.addWidget(part, shares[place] if shares else 1)
            if isinstance(part, Boxed):
                self._fields.append(part)
                part.entered.connect(partial(self._after, part))
        self.column.addLayout(row)

    def acts(self) -> Sequence[Act]:
        """Back at the right end, forward at the left."""
        return (Act(combo="Esc", name=tr("Back")), GAP, self.onward())

    def onward(self) -> Act:
        """The key that leads on."""
        return Act(combo="F8", name=tr("Go on"), filled=True)

    def press(self, combo: str) -> bool:
        """F8 leads on, Esc back; so does Enter where nothing is to be filled."""
        if combo in {"F8", "Enter"}:
            self.forward.emit()
            return True
        return super().press(combo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the page itself; that of a field has been seen to."""
        if self.hasFocus() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.press("Enter")
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """To the first field."""
        if self._fields:
            self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().enter()

    def _after(self, field: Boxed) -> None:
        seen = [each for each in self._fields if not each.isHidden()]
        place = seen.index(field) + 1
        if place < len(seen):
            seen[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.forward.emit()
