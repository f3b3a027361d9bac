"""The information sheet (برگ اطلاع‌رسانی) on the screen: read aloud or looked up across the desk."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout

from app.folds.catalogue import Entry
from app.persian import persian_digits
from app.showing.service import ServiceSheet
from ui.counter.keys import name_of
from ui.counter.modes import mode_name
from ui.counter.pane import Pane, side_margins
from ui.counter.sheet_lines import edition, sheet_parts
from ui.counter.state import CounterState
from ui.frame.words import tr
from ui.look.fonts import Role
from ui.look.parts.paragraph import unbroken
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.look.tokens import Colour

WIDTH = 400
_LINE = 92
"""Per cent of the font's own line."""


class SheetPane(Pane):
    """Headings and lines that scroll; arrows and page keys move it while it has the focus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._entry: Entry | None = None
        self._here, self._stale = "", False
        self._text = _Text()
        self._text.setAccessibleName(tr(name_of("Ctrl+4")))
        column = QVBoxLayout(self)
        column.setContentsMargins(*side_margins(theme))
        column.setSpacing(4)
        column.addWidget(Section(theme, tr(name_of("Ctrl+4")), "Ctrl+4"))
        column.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        """All that it says."""
        return self._text.toPlainText()

    def show_state(self, state: CounterState) -> None:
        """Shows the sheet of the present request's sub-service, once it is looked at."""
        if state.entry is not None and state.entry != self._entry:
            self._entry, self._here = state.entry, ""
            self._stale = True
            self._write_all()

    def show_sheet(self, sheet: ServiceSheet) -> None:
        """Shows a sub-service that was looked up, and where and how soon it is given here."""
        waits = [tr("Counters: {counters}", counters="، ".join(sheet.counters) or "—")]
        waits.append(tr("People ahead: {n}", n=sheet.ahead))
        if sheet.wait:
            low, high = sheet.wait
            waits.append(tr("Wait: {low} to {high} minutes", low=low, high=high))
        self._entry, self._here, self._stale = sheet.entry, " · ".join(waits), True
        self._write_all()

    def enter(self) -> None:
        """The text takes the focus."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._write_all()

    def _write_all(self) -> None:
        """Writing takes a while, and most sheets are never looked at."""
        entry = self._entry
        if entry is None or not self._stale or not self.isVisible():
            return
        self._stale = False
        self._text.clear()
        cursor = self._text.textCursor()
        sheet = entry.sheet
        number = tr("Id: {number}", number=sheet.official_id) if sheet.official_id else ""
        self._write(cursor, sheet.title, "heading", "ink", 0)
        for line in (number, mode_name(sheet.mode), self._here):
            self._write(cursor, line, "secondary", "ink_2", 4)
        for part in sheet_parts(sheet):
            self._write(cursor, part.heading, "strong", "ink", 14)
            for line in part.lines:
                self._write(cursor, line, "body", "ink", 4)
        self._write(cursor, persian_digits(sheet.note), "secondary", "ink_2", 14)
        self._write(cursor, edition(entry), "secondary", "ink_2", 4)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(
        self, cursor: QTextCursor, text: str, role: Role, colour: Colour, above: int
    ) -> None:
        if not text:
            return
        letters = QTextCharFormat()
        letters.setFont(self.theme.font(role))
        letters.setForeground(self.theme.colour(colour))
        block = QTextBlockFormat()
        block.setTopMargin(above)
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        block.setLineHeight(_LINE, kind.value)
        block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if cursor.position():
            cursor.insertBlock()
        cursor.setBlockFormat(block)
        cursor.insertText(unbroken(text), letters)


class _Text(QTextEdit):
    """Read only, without a frame, from right to left whatever a line begins with."""

    ring_radius = 6

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(6)
