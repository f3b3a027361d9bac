"""The information sheet (برگ اطلاع‌رسانی) as text that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit

from app.persian import persian_digits
from app.sub_service import SubService
from ui.frame.modes import mode_name
from ui.frame.sheet_lines import sheet_parts
from ui.frame.words import tr
from ui.look.brush import unbroken
from ui.look.fonts import Role
from ui.look.theme import Theme
from ui.look.tokens import Colour

_LINE = 92
"""Per cent of the font's own line."""


class SheetText(QTextEdit):
    """Read only, without a frame, from right to left whatever a line begins with."""

    ring_radius = 6

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
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

    def show_sheet(self, sheet: SubService, foot: str, here: str = "") -> None:
        """Headings and lines, from the first on; `here` says where and how soon it is given, `foot`
        which edition it is.
        """
        self.clear()
        cursor = self.textCursor()
        number = tr("Id: {number}", number=sheet.official_id) if sheet.official_id else ""
        self._write(cursor, sheet.title, "heading", "ink", 0)
        for line in (number, mode_name(sheet.mode), here):
            self._write(cursor, line, "secondary", "ink_2", 4)
        for part in sheet_parts(sheet):
            self._write(cursor, part.heading, "strong", "ink", 14)
            for line in part.lines:
                self._write(cursor, line, "body", "ink", 4)
        self._write(cursor, persian_digits(sheet.note), "secondary", "ink_2", 14)
        self._write(cursor, foot, "secondary", "ink_2", 4)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(
        self, cursor: QTextCursor, text: str, role: Role, colour: Colour, above: int
    ) -> None:
        if not text:
            return
        letters = QTextCharFormat()
        letters.setFont(self._theme.font(role))
        letters.setForeground(self._theme.colour(colour))
        block = QTextBlockFormat()
        block.setTopMargin(above)
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        block.setLineHeight(_LINE, kind.value)
        block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if cursor.position():
            cursor.insertBlock()
        cursor.setBlockFormat(block)
        cursor.insertText(unbroken(text), letters)
