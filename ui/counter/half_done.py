"""What is half done at a counter: what was typed and ticked, and how it gets on the disk."""

from typing import Any

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from app.checklist import checklist_for
from ui.counter.reading import (
    marks_of,
    place_of,
)
from ui.counter.state import CounterState, Sheet
from ui.frame.door import Door

_KEEP = 120
"""Milliseconds of typing that a sudden end may cost."""

_ABOUT = {"name", "father", "mobile"}
"""What is filled in by itself for an applicant who is known."""

_OF_THE_REQUEST = {"marks", "details", "remarks", "ready_text"}
"""What is lost with a request that nobody registers."""


class HalfDone(QObject):
    """Holds the state of one counter; `changed` says that there is a new one."""

    changed = Signal()

    def __init__(self, door: Door, number: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.door = door
        self.state = CounterState(number=number)
        self._unsaved = 0
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP)
        self._keeping.timeout.connect(self.keep)

    def edit(self, **parts: Any) -> None:
        """Something was typed or ticked; it is kept a moment later. What was mended by hand is no
        longer what was registered last.
        """
        if not self.state.sheet.registered:
            if _ABOUT & parts.keys():
                parts = {"from_file": False, **parts}
            if _OF_THE_REQUEST & parts.keys():
                parts = {"touched": True, **parts}
            self.put(replace(self.state.sheet, **parts))

    def put(self, sheet: Sheet) -> None:
        """Another sheet in place of the present one."""
        self._unsaved += 1
        self._set(sheet=sheet)
        if not self._keeping.isActive():
            self._keeping.start()

    def stand_at(self, place: int) -> None:
        """The clerk went to that control of the sheet: no pane shows it, a restart begins there."""
        sheet = self.state.sheet
        if sheet.ticket and sheet.at != place and not sheet.registered:
            self._unsaved += 1
            self.state = replace(self.state, sheet=replace(sheet, at=place))
            if not self._keeping.isActive():
                self._keeping.start()

    def keep(self) -> None:
        """Puts what is half done on the disk, now."""
        self._keeping.stop()
        sheet = self.state.sheet
        place = place_of(sheet.ticket)
        if sheet.ticket:
            body = msgspec.json.encode(sheet)
            upto = self._unsaved
            self.door.do(
                lambda work: work.keep_draft(place, body), lambda _: self._saved(upto), quietly=True
            )

    def _saved(self, upto: int) -> None:
        """It is on the disk; typed further meanwhile, it is not yet."""
        if self._unsaved == upto:
            self._unsaved = 0

    def mark(self, title: str, mark: str) -> None:
        """A paper was settled by hand; `open` takes the mark away."""
        rest = {known: kept for known, kept in self.state.sheet.marks.items() if known != title}
        self.edit(marks=rest if mark == "open" else {**rest, title: mark})

    def detail(self, title: str, text: str) -> None:
        """A field of the sub-service's own was filled in."""
        self.edit(details={**self.state.sheet.details, title: text})

    def mark_all(self) -> None:
        """All obligatory papers are there (F6)."""
        if self.state.checklist is not None:
            rows = self.state.checklist.all_received().rows
            settled = {row.title: row.mark for row in rows if row.mark not in ("open", "on_file")}
            self.edit(marks={**self.state.sheet.marks, **settled})

    def _set(self, **parts: Any) -> None:
        state = replace(self.state, **parts)
        self.state = replace(state, checklist=_checklist(state))
        if parts.keys() != {"busy"}:  # no pane shows that alone
            self.changed.emit()


def _checklist(state: CounterState) -> Any:
    if state.entry is None or state.visit is None:
        return None
    on_file = state.person.on_file if state.person else {}
    return checklist_for(state.entry.sheet, state.sheet.kind, on_file, marks_of(state.sheet))
