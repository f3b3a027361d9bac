"""The information sheet (برگ اطلاع‌رسانی) on the screen: read aloud or looked up across the desk."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from app.folds.catalogue import Entry
from app.showing.service import ServiceSheet
from ui.counter.keys import name_of
from ui.counter.pane import Pane, side_margins
from ui.counter.state import CounterState
from ui.frame.sheet_lines import edition
from ui.frame.sheet_text import SheetText
from ui.frame.words import tr
from ui.look.parts.section import Section
from ui.look.theme import Theme

WIDTH = 400


class SheetPane(Pane):
    """Headings and lines that scroll; arrows and page keys move it while it has the focus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._entry: Entry | None = None
        self._here, self._stale = "", False
        self._text = SheetText(theme)
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
        if entry is not None and self._stale and self.isVisible():
            self._stale = False
            self._text.show_sheet(entry.sheet, edition(entry), self._here)
