"""What stands open, one by one: visits, requests without a unit, papers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.persian import format_date, format_moment, format_time
from app.roles import MATRIX
from app.showing.day_end import DayEnd, OpenVisit
from ui.frame.list_page import ListPage
from ui.frame.page import GAP, Act
from ui.frame.tick_rows import TickList
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.supervisor.day.end_page import matter_name
from ui.words import shown


def _visits(theme: Theme) -> tuple[Column, ...]:
    counter, number, clerk, since = (66, 88, 128, 182) if theme.large else (96, 110, 200, 224)
    return (
        Column(width=counter, role="strong"),
        Column(width=number, role="open"),
        Column(role="body", colour="ink_2"),
        Column(width=clerk, role="body"),
        Column(width=since, align="end", role="body", colour="ink_2"),
    )


def _requests(theme: Theme) -> tuple[Column, ...]:
    number, name, step, day = (128, 104, 150, 84) if theme.large else (142, 190, 230, 96)
    return (
        Column(width=number, role="strong"),
        Column(width=name, role="open"),
        Column(role="body", colour="ink_2"),
        Column(width=step, role="body", colour="ink_2"),
        Column(width=day, align="end", role="body", colour="ink_2"),
    )


class VisitsPage(ListPage):
    """Whoever is called or served now. `end_wanted` and `back_wanted` mean the visit of the current
    row, whose clerk is away.
    """

    end_wanted = Signal(object)
    back_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        heads = (tr("Counter"), tr("Number"), tr("Sub-service"), tr("Clerk"), tr("Since"))
        nobody = tr("Nobody is called or served.")
        table = RowList(theme, _visits(theme), heads=heads, empty=nobody)
        super().__init__(theme, matter_name("visits"), table)
        self._visits: tuple[OpenVisit, ...] = ()

    def show_end(self, end: DayEnd) -> None:
        """Shows them."""
        rows = []
        self._visits = end.visits
        for visit in end.visits:
            at = (format_moment if visit.earlier else format_time)(visit.since)
            since = tr("served since {time}", time=at)
            if not visit.begun:
                since = tr("called at {time}", time=at)
            cells = (
                Cell(text=tr("Counter {n}", n=visit.counter)),
                Cell(text=visit.label or tr("without a number")),
                Cell(text=visit.title),
                Cell(text=visit.clerk),
                Cell(text=since),
            )
            rows.append(Row(cells=cells, key=visit.counter))
        self.table.show_rows(rows)
        self.say_count(len(rows))

    @property
    def current(self) -> OpenVisit | None:
        """Whose visit the keys mean."""
        place = self.table.place
        return self._visits[place] if 0 <= place < len(self._visits) else None

    def acts(self) -> Sequence[Act]:
        """Whoever serves them ends the visit; where that clerk is away, the supervisor."""
        found = self.current
        nobody = "" if found else tr("Nobody is called or served.")
        end = self.theirs(MATRIX["absence.end_visit"]) or nobody
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(
                combo="F6",
                name=tr("Back to the queue"),
                why_not=self.theirs(MATRIX["absence.send_back"]) or nobody or _stays(found),
                does=tr("The clerk is away: the client waits at the old place"),
            ),
            Act(
                combo="F12",
                name=tr("End the visit"),
                why_not=end,
                does=tr("The clerk is away: the visit is over"),
                filled=not end,
            ),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        return self.wished(
            combo,
            {
                "F6": lambda: self.back_wanted.emit(self.current),
                "F12": lambda: self.end_wanted.emit(self.current),
            },
        )


def _stays(found: OpenVisit | None) -> str:
    """Why it does not wait again."""
    if found and not found.label:
        return tr("Who came without a number does not wait.")
    return tr("The visit is of an earlier day; end it.") if found and found.earlier else ""


class HandoverPage(ListPage):
    """`hand_over_wanted` gives the numbers of what is ticked, else of the current row."""

    hand_over_wanted = Signal(object)
    list_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        heads = (
            tr("Tracking number"),
            tr("Applicant"),
            tr("Sub-service"),
            tr("Next step, unit"),
            tr("Promised date"),
        )
        done = tr("Every request was handed over to its unit.")
        self.ticks = TickList(theme, _requests(theme), heads, done)
        super().__init__(theme, matter_name("handover"), self.ticks)
        self.ticks.ticks_changed.connect(self.acts_changed)

    def show_end(self, end: DayEnd) -> None:
        """Shows them."""
        rows = []
        for line in end.lines:
            cells = (
                Cell(text=shown("tracking", line.tracking)),
                Cell(text=line.name),
                Cell(text=line.title),
                Cell(text="، ".join(part for part in (line.step, line.unit) if part)),
                Cell(text=format_date(line.promised)),
            )
            rows.append(Row(cells=cells, key=line.tracking))
        self.ticks.show_table(rows)
        self.say_count(end.handover)

    def acts(self) -> Sequence[Act]:
        """Ticking, handing over, the list that the liaison signs."""
        none = "" if self.ticks.rows else tr("Every request was handed over to its unit.")
        hand = self.theirs(MATRIX["step.hand_over_all"]) or none
        paper = self.theirs(MATRIX["paper.print_paper"])
        many = len(self.ticks.ticked)
        note = tr("{n} ticked", n=many) if many else tr("this row")
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="Space", name=tr("Tick"), why_not=none),
            Act(combo="F7", name=tr("Tick all"), why_not=none),
            GAP,
            Act(combo="F8", name=tr("Print the hand-over list"), why_not=paper),
            Act(combo="F6", name=tr("Hand over"), why_not=hand, note=note, filled=not hand),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        return self.wished(
            combo,
            {
                "Space": self.ticks.tick,
                "F7": self.ticks.tick_all,
                "F6": lambda: self.hand_over_wanted.emit(self.ticks.meant),
                "F8": self.list_wanted.emit,
            },
        )
