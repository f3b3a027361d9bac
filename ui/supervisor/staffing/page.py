"""The page of staffing: the goal and the what-ifs above, hours and their picture below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.figure_table import shown
from app.persian import persian_digits
from app.staffing.advice import Advice, HourAdvice
from ui.frame.list_keys import ListKeys
from ui.frame.page import Act, Page
from ui.frame.words import tr
from ui.look.parts.figure_row import FigureRow
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.picture import Picture
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.plot import Plot, Series
from ui.look.theme import Theme
from ui.supervisor.staffing.wish import WishRow

_COLUMNS = (
    Column(role="open"),
    *(Column(width=wide, align="end", role="body") for wide in (76, 66, 92)),
    Column(width=76, align="end", role="strong"),
    *(Column(width=wide, align="end", role="body") for wide in (84, 84, 84)),
)


_USUAL, _LOW = 34, 28
"""Heights of a row: enlarged ones stand closer, so that the hours of a day are seen."""


class StaffingPage(Page):
    """Shows advice and says on what it rests."""

    period_wanted = Signal()
    moved = Signal(int)
    give_up_wanted = Signal()
    wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.head = PageHead(theme, tr("Counters needed"))
        self.wish = WishRow(theme)
        self.figures = FigureRow(theme)
        nobody = tr("Nobody came in this period.")
        high = _LOW if theme.large else _USUAL
        self.hours = RowList(theme, _COLUMNS, heads=_heads(), height=high, empty=nobody)
        self.hours.setAccessibleName(tr("Hour by hour"))
        self.picture = Picture(theme)
        self.assumptions = Paragraph(theme, _assumptions(), "least", "ink_2")
        self._busy = False
        self._keys = ListKeys(self.stops(), ("PgUp", "PgDn"), self.press)
        self.wish.changed.connect(self.wished)
        self._lay_out()

    @property
    def busy(self) -> bool:
        """Whether something is being played through."""
        return self._busy

    def show_period(self, name: str) -> None:
        """Of which days people and times are taken."""
        self.head.title.show_text(tr("Counters needed, by {period}", period=name))

    def show_share(self, share: float) -> None:
        """How much is played through."""
        self._busy = True
        self.hours.show_empty(tr("It is still counting."))
        self.head.trailing.show_text(tr("Playing it through: {share}", share=shown(share, "share")))
        self.acts_changed.emit()

    def rest(self, text: str) -> None:
        """Nothing is played any more."""
        self._busy = False
        self.hours.show_empty(text or tr("Nobody came in this period."))
        self.head.trailing.show_text(text)
        self.acts_changed.emit()

    def show_advice(self, advice: Advice) -> None:
        """Shows it."""
        load = advice.load
        day = sum(hour.came for hour in advice.hours)
        busiest = max((hour.load for hour in advice.hours), default=0.0)
        self.figures.show_figures(
            (
                (tr("Counters in the busiest hour"), _count(advice.needed), tr("counters")),
                (tr("People a day"), shown(round(day, 1), "amount"), tr("people")),
                (tr("Time at the counter"), shown(load.mean_service, "minutes"), tr("minutes")),
                (tr("Never idle in the busiest hour"), shown(busiest, "amount"), tr("counters")),
                (tr("Days with visits"), _count(load.days), tr("days")),
            )
        )
        self.hours.show_rows(tuple(_row(hour) for hour in advice.hours))
        self.picture.show_plot(_plot(advice))
        self.rest("")

    def acts(self) -> Sequence[Act]:
        """What can be asked."""
        stop = Act(combo="F5", name=tr("Stop counting"))
        other = Act(combo="F5", name=tr("Another period"))
        shown = tr("Hours") if self.hours.isHidden() else tr("Assumptions")
        assumed = (Act(combo="F6", name=shown),) if self.theme.large else ()
        return (
            Act(combo="F2", name=tr("Goal and what-if")),
            Act(combo="PgUp", name=tr("Period before")),
            Act(combo="PgDn", name=tr("Period after")),
            stop if self._busy else other,
            *assumed,
        )

    def press(self, combo: str) -> bool:
        """Does it."""
        if combo == "F2":
            self.wish.share.choice.setFocus()
        elif combo in ("PgUp", "PgDn"):
            self.moved.emit(-1 if combo == "PgUp" else 1)
        elif combo == "F5":
            (self.give_up_wanted if self._busy else self.period_wanted).emit()
        elif combo == "F6" and self.theme.large:
            self._turn()
        else:
            return super().press(combo)
        return True

    def stops(self) -> Sequence[QWidget]:
        """The wishes from the right, then the hours."""
        return (*(field.choice for field in self.wish.fields()), self.hours)

    def enter(self) -> None:
        """To the goal."""
        self.wish.share.choice.setFocus()

    def _lay_out(self) -> None:
        hours = QVBoxLayout()
        hours.setSpacing(2)
        hours.addWidget(Section(self.theme, tr("Hour by hour")))
        hours.addWidget(self.hours, 1)
        hours.addWidget(self.assumptions)
        hours.addStretch()
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addLayout(hours, 64)
        beside.addWidget(self.picture, 36)
        if self.theme.large:
            self.picture.hide()  # the table says the same
            self.assumptions.hide()  # F6 shows them in place of the hours
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 4, 20, 4)
        page.setSpacing(6)
        page.addWidget(self.head)
        page.addWidget(self.wish)
        page.addWidget(self.figures)
        page.addLayout(beside, 1)

    def _turn(self) -> None:
        """The hours, or on what they rest."""
        hours = self.hours.isHidden()
        self.assumptions.setVisible(not hours)
        self.hours.setVisible(hours)
        self.acts_changed.emit()


def _heads() -> tuple[str, ...]:
    return (
        tr("Hour"),
        tr("Came"),
        tr("Never idle"),
        tr("At work so far"),
        tr("Needed"),
        tr("Within goal"),
        tr("Mean wait"),
        tr("Nine of ten"),
    )


def _assumptions() -> str:
    return tr(
        "Assumed: each hour by itself, as if it went on; people come by chance at that hour's mean"
        " of the period; one line, any free counter takes whoever is next; nobody leaves; serving"
        " takes as long as it was measured. Breaks are not counted: add them."
    )


def _row(hour: HourAdvice) -> Row:
    found = hour.reached
    never = tr("The line grows without end") if hour.needed and found is None else "—"
    cells = (
        Cell(text=persian_digits(f"{hour.hour} - {hour.hour + 1}")),
        Cell(text=shown(hour.came, "amount")),
        Cell(text=shown(hour.load, "amount")),
        Cell(text=shown(hour.worked, "amount")),
        Cell(text=_count(hour.needed)),
        Cell(text=shown(found.within, "share") if found else never),
        Cell(text=shown(found.mean, "minutes") if found else "—"),
        Cell(text=shown(found.most, "minutes") if found else "—"),
    )
    return Row(cells=cells, key=str(hour.hour))


def _plot(advice: Advice) -> Plot | None:
    if not advice.hours:
        return None
    return Plot(
        title=tr("Needed counters by hour"),
        kind="columns",
        labels=tuple(persian_digits(str(hour.hour)) for hour in advice.hours),
        series=(Series(values=tuple(float(hour.needed) for hour in advice.hours)),),
        unit="count",
    )


def _count(number: int) -> str:
    return shown(number, "count")
