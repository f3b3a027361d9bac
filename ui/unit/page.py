"""The steps that a unit has, what is due first on top."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.persian import format_date, format_moment, persian_digits
from app.showing.unit import Inbox, StepWork
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.words import shown

_COLUMNS = (
    Column(width=142, role="strong"),
    Column(width=140, role="open"),
    Column(role="body", colour="ink_2"),
    Column(width=210, role="body"),
    Column(width=118, role="secondary", colour="ink_2"),
    Column(width=136, align="end", role="body"),
    Column(width=86, align="end", role="secondary", colour="ink_2"),
)


class InboxPage(Page):
    """`opened` and `done_wanted` give tracking numbers."""

    opened = Signal(str)
    done_wanted = Signal(str)
    unit_wanted = Signal()
    find_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._inbox = Inbox(unit="", units=())
        self.head = PageHead(theme, tr("Work of the unit"))
        heads = (
            tr("Tracking number"),
            tr("Applicant"),
            tr("Sub-service"),
            tr("Step"),
            tr("Handed over"),
            tr("To be done by"),
            tr("Promised date"),
        )
        none = tr("Nothing was handed over to this unit.")
        self.table = RowList(theme, _COLUMNS, heads=heads, empty=none, keeps_current=True)
        self.table.setAccessibleName(tr("Work of the unit"))
        self.table.opened.connect(lambda _: self.press("Enter"))
        self.table.moved_to.connect(lambda _: self.acts_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)

    @property
    def inbox(self) -> Inbox:
        """What is shown."""
        return self._inbox

    def show_inbox(self, inbox: Inbox) -> None:
        """Shows how things stand."""
        self._inbox = inbox
        late = sum(work.late for work in inbox.works)
        chip = tr("{n} late", n=late) if late else ""
        self.head.show_title(inbox.unit or tr("Work of the unit"), chip, "brick")
        self.head.trailing.show_text(tr("{n} steps", n=inbox.count) if inbox.count else "")
        self.table.show_rows([_row(work) for work in inbox.works])
        self.acts_changed.emit()

    def go_to(self, tracking: str) -> None:
        """Makes that request's row the current one."""
        places = [at for at, work in enumerate(self._inbox.works) if work.tracking == tracking]
        if places:
            self.table.go(places[0])

    def enter(self) -> None:
        """Into the table."""
        self.table.setFocus()

    def acts(self) -> Sequence[Act]:
        """What may be done with a step."""
        none = "" if self._current else tr("Nothing was handed over to this unit.")
        return (
            Act(combo="Enter", name=tr("Open the request"), why_not=none),
            Act(combo="F9", name=tr("Find")),
            GAP,
            Act(combo="F4", name=tr("Another unit")),
            GAP,
            Act(combo="F6", name=tr("It is done"), why_not=none, filled=not none),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in possible:
            return super().press(combo)
        if combo == "Enter":
            self.opened.emit(self._current)
        elif combo == "F6":
            self.done_wanted.emit(self._current)
        elif combo == "F4":
            self.unit_wanted.emit()
        else:
            self.find_wanted.emit()
        return True

    @property
    def _current(self) -> str:
        works, place = self._inbox.works, self.table.place
        return works[place].tracking if 0 <= place < len(works) else ""


def _row(work: StepWork) -> Row:
    step = "، ".join(part for part in (work.step, work.post) if part)
    letter = tr("letter {number}", number=work.letter) if work.letter else ""
    cells = (
        Cell(text=shown("tracking", work.tracking)),
        Cell(text=persian_digits(work.name)),
        Cell(text=work.title),
        Cell(text=" · ".join(part for part in (step, letter) if part)),
        Cell(text=format_moment(work.given)),
        Cell(
            text=format_moment(work.due),
            icon="alert-circle" if work.late else "",
            colour="brick" if work.late else None,
        ),
        Cell(text=format_date(work.promised)),
    )
    return Row(cells=cells, key=work.tracking)
