"""A working sheet by keys, as a clerk does it."""

from collections.abc import Callable
from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.checklist import RowMark, checklist_for
from app.sub_service import SubService
from tests.ui.counter.states import ARRIVED, ENTRY, SERVING, SHEET
from ui.counter.sheet import SheetBody
from ui.counter.state import CounterState
from ui.look.parts.field import Field

Key = Qt.Key
NOTHING = Qt.KeyboardModifier.NoModifier


class Desk:
    """Goes round with what the sheet says, as the counter does: the state comes back changed."""

    def __init__(self, qtbot: QtBot, sheet: SheetBody, state: CounterState) -> None:
        self.qtbot = qtbot
        self.sheet = sheet
        self.said: list[tuple[str, str]] = []
        self.codes: list[str] = []
        self.state = state
        sheet.edited.connect(self._edit)
        sheet.detailed.connect(self._detail)
        sheet.marked.connect(self._mark)
        sheet.code_entered.connect(self.codes.append)
        sheet.show_state(state)

    def show(self, state: CounterState) -> None:
        self.state = state
        self.sheet.show_state(state)

    def put(self, **parts: object) -> None:
        self.show(replace(self.state, sheet=replace(self.state.sheet, **parts)))

    def press(self, *keys: Key, held: Qt.KeyboardModifier = NOTHING) -> None:
        for key in keys:
            QTest.keyClick(self.focus(), key, held)

    def type(self, text: str) -> None:
        """As a keyboard of any layout does."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Key.Key_unknown, NOTHING, letter)
                QApplication.sendEvent(self.focus(), event)

    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def kind(self) -> str:
        return self.state.sheet.kind

    @property
    def row(self) -> str:
        """The title of the paper in focus."""
        rows = self.sheet.documents.rows
        assert rows.hasFocus()
        assert self.state.checklist is not None
        return self.state.checklist.rows[rows.currentIndex().row()].title

    def _edit(self, part: str, text: str) -> None:
        self.said.append((part, text))
        self.put(**{part: text})

    def _detail(self, title: str, text: str) -> None:
        self.said.append((title, text))
        self.put(details={**self.state.sheet.details, title: text})

    def _mark(self, title: str, mark: str) -> None:
        self.said.append((title, mark))
        checklist = self.state.checklist
        assert checklist is not None
        place = [row.title for row in checklist.rows].index(title)
        self.state = replace(self.state, checklist=checklist.marked(place, cast(RowMark, mark)))
        self.sheet.show_state(self.state)


def mark_of(field: Field) -> str:
    return field.state


Open = Callable[..., Desk]


def serving(sheet: SubService, **marks: RowMark) -> CounterState:
    """An arrived client of a sub-service that is like this."""
    entry = replace(ENTRY, sheet=sheet)
    papers = checklist_for(sheet, "person", {}, marks)
    return replace(ARRIVED, entry=entry, checklist=papers, promised=SERVING.promised)


FRESH = serving(SHEET)
