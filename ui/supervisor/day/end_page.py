"""Before the day is closed: what stands open, and where each of it is settled."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters import persian_digits
from app.persian import format_date, format_time, long_date
from app.roles import MATRIX
from app.showing.day_end import DayEnd, Matter
from ui.frame.page import GAP, Act, Page
from ui.frame.sync_words import age
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme

MATTERS: tuple[Matter, ...] = ("visits", "handover", "papers", "sheets", "conflicts", "unsent")


class EndPage(Page):
    """`wanted` gives the matter that shall be seen; the others are wishes."""

    wanted = Signal(str)
    print_wanted = Signal()
    all_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._end: DayEnd | None = None
        self.head = PageHead(theme, tr("End of the day"))
        height = 32 if theme.large else 44
        self.matters = RowList(theme, _columns(theme), height=height, empty="")
        self.matters.setAccessibleName(tr("What stands open"))
        self.matters.opened.connect(lambda place: self.wanted.emit(MATTERS[place]))
        self.matters.moved_to.connect(lambda _: self.acts_changed.emit())
        self.counters = Paragraph(theme, "", "body", "ink_2")
        self.advice = Paragraph(theme, "", "open", "ink")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.matters, 100)
        for said in (self.counters, self.advice):
            framed = QVBoxLayout()
            framed.setContentsMargins(12, 0, 12, 0)
            framed.addWidget(said)
            column.addLayout(framed)
        column.addStretch(1)

    def show_end(self, end: DayEnd) -> None:
        """Shows how things stand."""
        self._end = end
        day = long_date(end.day)
        title = tr("End of the day {day}, all counters", day=day)
        if end.counter:
            title = tr("End of the day {day}, counter {n}", day=day, n=end.counter)
        if end.closed_at:
            at = tr("Closed at {time}", time=format_time(end.closed_at))
            self.head.show_title(title, at, "firuzeh")
        else:
            self.head.show_title(title, tr("Still open"), "quiet")
        self.matters.show_rows([_row(matter, end) for matter in MATTERS])
        self.matters.setMaximumHeight(self.matters.sizeHint().height())
        self.counters.show_text(_counters(end))
        self.advice.show_text(_advice(end))
        self.acts_changed.emit()

    def enter(self) -> None:
        """To what stands open."""
        self.matters.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """The matters alone."""
        return (self.matters,)

    def acts(self) -> Sequence[Act]:
        """Settling, printing, closing."""
        end = self._end
        if end is None:
            return (Act(combo="Esc", name=tr("Back")),)
        why, paper = why_not_closed(end), self.theirs(MATRIX["paper.print_paper"])
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="Shift+F8", name=tr("Print all counters"), why_not=paper),
            Act(
                combo="F8",
                name=tr("Print the report"),
                why_not=paper,
                filled=bool(why) and not paper,
            ),
            GAP,
            Act(combo="F12", name=tr("Close the day"), why_not=why, filled=not why),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        wishes: dict[str, Callable[[], object]] = {
            "F8": self.print_wanted.emit,
            "Shift+F8": self.all_wanted.emit,
            "F12": self.close_wanted.emit,
        }
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in wishes or combo not in possible:
            return super().press(combo)
        wishes[combo]()
        return True


def _columns(theme: Theme) -> tuple[Column, ...]:
    name, count = (190, 36) if theme.large else (290, 60)
    return (
        Column(width=name, role="strong"),
        Column(width=count, role="strong"),
        Column(role="body", colour="ink_2"),
    )


def why_not_closed(end: DayEnd) -> str:
    """Why the day cannot be closed now; empty where it can."""
    if end.closed_at:
        return tr(
            "The report of {date} is closed and is not opened again;"
            " what comes later stands on its supplement.",
            date=format_date(end.day),
        )
    if not end.closable:
        return tr("Only the supervisor and the clerks of the desk close a day.")
    if end.visits:
        return tr("Somebody is still called or served; end these visits first.")
    return ""


def matter_name(matter: Matter) -> str:
    """A matter as its row and its page call it."""
    names: dict[Matter, str] = {
        "visits": tr("Open visits"),
        "handover": tr("Not handed over to a unit"),
        "papers": tr("Papers to be decided about"),
        "sheets": tr("Blank receipts that are out"),
        "conflicts": tr("Conflicts to settle"),
        "unsent": tr("Not sent to the centre"),
    }
    return names[matter]


def _row(matter: Matter, end: DayEnd) -> Row:
    count = end.count(matter)
    grave = matter == "visits"
    calm = not count
    cells = (
        Cell(
            text=matter_name(matter),
            icon="circle-check" if calm else "alert-triangle",
            colour="ink_2" if calm else "brick" if grave else "amber",
        ),
        Cell(text=persian_digits(str(count)), colour="ink_3" if calm else None),
        Cell(text=_said(matter, end)),
    )
    return Row(cells=cells, key=matter)


def _said(matter: Matter, end: DayEnd) -> str:
    if matter == "unsent":
        return _sent(end)
    calm: dict[Matter, str] = {
        "visits": tr("Nobody is called or served."),
        "handover": tr("Every request was handed over to its unit."),
        "papers": tr("Every paper of this PC came out."),
        "sheets": tr("No blank receipt is out."),
        "conflicts": tr("Nothing is to be settled."),
    }
    open_: dict[Matter, str] = {
        "visits": tr("Keeps the day from being closed; Enter shows who they are."),
        "handover": tr("Enter shows them; F6 there hands them over, F8 prints the list."),
        "papers": tr("Enter shows them; look at the paper and say whether it is there."),
        "sheets": tr("Enter shows them; what was given out by hand is entered there."),
        "conflicts": tr("Enter leads to them."),
    }
    return open_[matter] if end.count(matter) else calm[matter]


def _sent(end: DayEnd) -> str:
    if not end.outbox.enrolled:
        return tr("This desk works by itself, without a centre.")
    if not end.outbox.unsent:
        return tr("Everything is sent.")
    oldest = age(end.outbox.oldest or end.at, end.at)
    return tr("The oldest is of {age}; whoever closes now is asked about it.", age=oldest)


def _counters(end: DayEnd) -> str:
    if not end.open_counters:
        return tr("All counters have closed this day.")
    numbers = "، ".join(persian_digits(number) for number in end.open_counters)
    return tr("Not closed yet: counters {numbers}.", numbers=numbers)


def _advice(end: DayEnd) -> str:
    closing = tr("Closing the desk closes all its counters; later work stands on the supplement.")
    return why_not_closed(end) or closing
