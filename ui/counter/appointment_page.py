"""The appointments of a day (Shift+F5): who is to come, who came, and new ones."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.persian import format_date, weekday_name
from app.roles import MATRIX
from app.showing.appointment import AppointmentLine, Appointments
from ui.counter.appointment_rows import appointment_list, appointment_rows
from ui.counter.keys import name_of
from ui.counter.side_page import SidePage
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.theme import Theme

_DAY = timedelta(days=1)


class AppointmentPage(SidePage):
    """`met` gives the line of whoever stands here, `cancel_wanted` one that does not hold,
    `move_wanted` one that is to hold at another time; `turned` the day that is wanted, `new_wanted`
    the day on which somebody wants one, `list_wanted` that of which a list is wanted.
    """

    met = Signal(object)
    cancel_wanted = Signal(object)
    move_wanted = Signal(object)
    turned = Signal(object)
    other_wanted = Signal()
    list_wanted = Signal(object)
    new_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: Appointments | None = None
        self._today, self._sought = date.min, ""
        self.head = PageHead(theme, tr(name_of("Shift+F5")))
        self.table = appointment_list(theme)
        self.table.setAccessibleName(tr(name_of("Shift+F5")))
        self.table.opened.connect(lambda _: self.press("F8"))
        self.table.moved_to.connect(lambda _: self.acts_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)

    @property
    def day(self) -> date | None:
        """Which day is shown."""
        return self._shown.day if self._shown else None

    @property
    def line(self) -> AppointmentLine | None:
        """Which one is meant."""
        lines = self._shown.lines if self._shown else ()
        return lines[self.table.place] if 0 <= self.table.place < len(lines) else None

    def show_appointments(self, shown: Appointments, today: date) -> None:
        """Shows a day."""
        other = self._shown is None or self._shown.day != shown.day
        self._shown, self._today = shown, today
        day = f"{weekday_name(shown.day)} {format_date(shown.day)}"
        self.head.show_title(
            tr("Appointments of {day}", day=day), tr("today") if shown.day == today else ""
        )
        self.head.trailing.show_text(tr("{n} are still expected", n=shown.expected))
        self.table.show_rows(appointment_rows(shown, large=self.theme.large))
        ids = [line.id for line in shown.lines]
        if self._sought in ids:
            self.table.go(ids.index(self._sought))
            self._sought = ""
        elif other:
            self.table.go(self._first())
        self.acts_changed.emit()

    def seek(self, entity: str) -> None:
        """That one is the current one as soon as its day is shown."""
        self._sought = entity

    def enter(self) -> None:
        """Into the list."""
        self.table.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """The list alone."""
        return (self.table,)

    def acts(self) -> Sequence[Act]:
        """What may be done with the current one, and with days."""
        ended = self._ended()
        moved = self.theirs(MATRIX["appointment.move_appointment"]) or ended
        cancelled = self.theirs(MATRIX["appointment.cancel_appointment"]) or ended
        here = self.theirs(MATRIX["meeting.meet_appointment"]) or ended or self._another_day()
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F6", name=tr("Day before")),
            Act(combo="F7", name=tr("Next day")),
            Act(combo="F3", name=tr("Another day")),
            Act(
                combo="Shift+F8",
                name=tr("Print the list"),
                why_not=self.theirs(MATRIX["paper.print_paper"]) or self._nobody(),
            ),
            GAP,
            Act(
                combo="F4",
                name=tr("New appointment"),
                why_not=self.theirs(MATRIX["appointment.make_appointment"]),
            ),
            Act(combo="Shift+F11", name=tr("Move it"), why_not=moved),
            Act(combo="F11", name=tr("Cancel it"), why_not=cancelled),
            GAP,
            Act(combo="F8", name=tr("Is here: give a number"), why_not=here, filled=not here),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        shown, line = self._shown, self.line
        if shown is None:
            return super().press(combo)
        wishes: dict[str, Callable[[], object]] = {
            "F3": self.other_wanted.emit,
            "F4": lambda: self.new_wanted.emit(max(shown.day, self._today)),
            "F6": lambda: self.turned.emit(shown.day - _DAY),
            "F7": lambda: self.turned.emit(shown.day + _DAY),
            "F8": lambda: self.met.emit(line),
            "Shift+F8": lambda: self.list_wanted.emit(shown.day),
            "F11": lambda: self.cancel_wanted.emit(line),
            "Shift+F11": lambda: self.move_wanted.emit(line),
        }
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in wishes or combo not in possible:
            return super().press(combo)
        wishes[combo]()
        return True

    # -- how -------------------------------------------------------------------------------------

    def _ended(self) -> str:
        line = self.line
        if line is None:
            return tr("No appointment is chosen")
        if line.standing == "come":
            return tr("Is here with {label}", label=line.label)
        if line.moved_to:
            return tr("It was moved")
        return tr("It was cancelled") if line.standing == "cancelled" else ""

    def _nobody(self) -> str:
        lines = self._shown.lines if self._shown else ()
        stands = [line for line in lines if line.standing != "cancelled"]
        return "" if stands else tr("Nobody has an appointment on this day.")

    def _another_day(self) -> str:
        shown = self._shown
        return "" if shown and shown.day == self._today else tr("Only on the day itself")

    def _first(self) -> int:
        """The first who is still expected."""
        lines = self._shown.lines if self._shown else ()
        open_ = (at for at, line in enumerate(lines) if line.standing in ("expected", "late"))
        return next(open_, 0)
