"""What an inspector checks, with its figures, and a draw of requests."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.bidi import percent
from app.persian import format_date, persian_digits
from app.roles import MATRIX
from app.showing.inspection import Drawn, Inspection, Point
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.digit_tabs import DigitTabs
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.two_lines import TwoLines, two_line_row
from ui.look.theme import Theme
from ui.words import Words, shown

_DIGITS = ("1", "2")
_DRAWN = (
    Column(width=142, role="strong"),
    Column(width=132, role="open"),
    Column(role="body", colour="ink_2"),
    *(Column(width=84, align="end", role="body", colour="ink_2") for _ in range(3)),
    Column(width=128, align="end", role="open"),
)


class PackPage(Page):
    """`wished` gives the key of what is to be asked; `opened` a tracking number."""

    wished = Signal(str)
    stopped = Signal()
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self._told: Inspection | None = None
        self._busy, self._at = False, 0
        self.head = PageHead(theme, tr("Inspection"))
        self.tabs = DigitTabs(theme, [tr("Points of an inspection"), tr("Requests drawn")])
        self.note = Paragraph(theme, "", "open", "ink_2")
        self._large = theme.large
        """What is asked needs its line for itself then."""
        self.points = RowList(theme, painter=TwoLines(theme))
        self.points.setAccessibleName(tr("Points of an inspection"))
        none = tr("No request was received in this period.")
        self.drawn = RowList(theme, _DRAWN, heads=_drawn_heads(), empty=none)
        self.drawn.setAccessibleName(tr("Requests drawn"))
        self.lists = QStackedWidget()
        for each in (self.points, self.drawn):
            self.lists.addWidget(each)
            each.moved_to.connect(lambda _: self.acts_changed.emit())
        self.drawn.opened.connect(lambda _: self.press("Enter"))
        self.points.opened.connect(lambda _: self.press("Enter"))
        self.tabs.chosen.connect(self.show_list)
        self._keys = ListKeys([self.points, self.drawn], _DIGITS, self.press)
        self._lay_out()

    def show_period(self, name: str) -> None:
        """Whose days are looked at."""
        self.head.title.show_text(tr("Inspection of {period}", period=name))

    def show_share(self, share: float) -> None:
        """How far it has come."""
        self._busy = True
        done = percent(persian_digits(f"{share * 100:.0f}"))
        self.head.trailing.show_text(tr("Reading: {share}", share=done))
        self.acts_changed.emit()

    def show_inspection(self, told: Inspection) -> None:
        """What came of it."""
        self._told, self._busy = told, False
        poor = sum(point.poor for point in told.points)
        self.head.trailing.show_text("")
        self.tabs.show_count(0, persian_digits(str(poor)) if poor else "", "brick")
        self.tabs.show_count(1, persian_digits(str(len(told.draw.rows))))
        self.points.show_rows([self._point(point) for point in told.points])
        self.drawn.show_rows([self._drawn(each) for each in told.draw.rows])
        self.show_list(self._at)

    def rest(self, said: str) -> None:
        """Reading was given up."""
        self._busy = False
        self.head.trailing.show_text(said)
        self.acts_changed.emit()

    def show_list(self, place: int) -> None:
        """The points, or the draw."""
        self._at = place
        had = self._seen.hasFocus()
        self.tabs.choose(place)
        self.lists.setCurrentIndex(place)
        self.note.show_text(self._note())
        if had:
            self.enter()
        self.acts_changed.emit()

    def enter(self) -> None:
        """Into the list that is seen."""
        self._seen.setFocus()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """What is looked at, and what goes on paper."""
        nothing = "" if self._told else tr("Nothing was read yet.")
        row = "" if self._tracking else tr("Only of the requests drawn; 2 shows them.")
        stop = Act(combo="F5", name=tr("Stop reading"))
        seed = Act(combo="F5", name=tr("Seed of the draw"), does=tr("The inspector's own number"))
        return (
            Act(combo="Esc", name=tr("Back")),
            Act(combo="Enter", name=tr("Open the request"), why_not=nothing or row),
            GAP,
            Act(combo="F4", name=tr("Another period")),
            stop if self._busy else seed,
            Act(combo="F6", name=tr("How many requests")),
            GAP,
            Act(
                combo="F7",
                name=tr("Pass for an inspector"),
                why_not=self.theirs(MATRIX["inspection.give_pass"]),
                does=tr("An account that only reads"),
            ),
            Act(combo="F8", name=tr("Inspection sheet (PDF)"), why_not=nothing, filled=not nothing),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo in _DIGITS:
            self.show_list(int(combo) - 1)
        elif combo == "F5" and self._busy:
            self.stopped.emit()
        elif combo == "Enter" and combo in possible:
            self.opened.emit(self._tracking)
        elif combo in possible - {"Esc", "Enter"}:
            self.wished.emit(combo)
        else:
            return super().press(combo)
        return True

    # -- how -------------------------------------------------------------------------------------

    @property
    def _tracking(self) -> str:
        place = self.drawn.place
        rows = self._told.draw.rows if self._told and self._at == 1 else ()
        return rows[place].tracking if 0 <= place < len(rows) else ""

    @property
    def _seen(self) -> RowList:
        return self.drawn if self.lists.currentWidget() is self.drawn else self.points

    def _note(self) -> str:
        told = self._told
        if told is None:
            return ""
        if self._at == 0:
            return tr("What the record itself shows as lacking is marked; the rest is to be seen.")
        facts = {"n": len(told.draw.rows), "all": told.draw.population, "number": told.draw.seed}
        return tr("{n} of {all} requests; the seed {number} draws the same ones again.", **facts)

    def _point(self, point: Point) -> Row:
        asks, shows, where = self._words.point(point.code, point.facts)
        return two_line_row(
            point.code,
            asks,
            when="" if self._large else where,
            below=f"{shows.removesuffix('.')} · {where}" if self._large else shows,
            icon="alert-circle" if point.poor else "info-circle",
            colour="brick" if point.poor else "ink_2",
        )

    def _drawn(self, drawn: Drawn) -> Row:
        late = drawn.ready is not None and drawn.ready > drawn.promised
        cells = (
            Cell(text=shown("tracking", drawn.tracking)),
            Cell(text=drawn.name),
            Cell(text=drawn.title),
            Cell(text=format_date(drawn.received)),
            Cell(text=format_date(drawn.promised)),
            Cell(text=format_date(drawn.ready) if drawn.ready else "—"),
            Cell(
                text=self._words.value("state", drawn.state),
                colour="brick" if late else None,
            ),
        )
        return Row(cells=cells, key=drawn.tracking)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(6)
        for part in (self.head, self.tabs, self.note):
            column.addWidget(part)
        column.addWidget(self.lists, 1)
        self.tabs.choose(0)
        for place in range(len(_DIGITS)):
            self.tabs.show_count(place, "")


def _drawn_heads() -> tuple[str, ...]:
    return (
        tr("Tracking number"),
        tr("Applicant"),
        tr("Sub-service"),
        tr("Received"),
        tr("Promised"),
        tr("Answer ready"),
        tr("State"),
    )
