"""The office in seven tabs."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.letters import persian_digits
from app.persian import format_time
from app.showing.office import OfficeShown
from app.week import month_of
from ui.frame.list_keys import ListKeys
from ui.frame.page import Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.part_tabs import PartTabs
from ui.look.theme import Theme
from ui.supervisor.office import people_views, place_views, time_views
from ui.supervisor.office.pane import ClosuresPane, Pane

_MONTHS = ("PgUp", "PgDn")


class OfficePage(Page):
    """`wanted` gives the tab, the key that was pressed there, and the key of the chosen row;
    `turned` the tab that is seen from now on. `stale`: what it shows has just been changed.
    """

    wanted = Signal(str, str, str)
    turned = Signal(str)
    stale = Signal()
    whole = True

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.shown: OfficeShown | None = None
        self.head = PageHead(theme, tr("The office"))
        views = (
            place_views.counters(),
            place_views.pcs(),
            people_views.units(),
            people_views.classes(),
            time_views.hours(),
            time_views.closures(large=theme.large),
            time_views.letterhead(),
        )
        self.tabs = PartTabs(theme, [view.name for view in views])
        self.panes = tuple(
            (ClosuresPane if view.which == "closures" else Pane)(theme, view) for view in views
        )
        self.stack = QStackedWidget()
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(4)
        for part in (self.head, self.tabs):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        self.tabs.choose(0)

    @property
    def pane(self) -> Pane:
        """The tab that is seen."""
        return self.panes[self.stack.currentIndex()]

    @property
    def calendar(self) -> ClosuresPane:
        """The tab of the closures."""
        return next(pane for pane in self.panes if isinstance(pane, ClosuresPane))

    def show_office(self, shown: OfficeShown) -> None:
        """Shows how things stand."""
        before = self.shown
        if shown.units is None and before:  # they were not counted again
            shown = replace(shown, units=before.units)
        self.shown = shown
        for pane in self.panes:
            pane.show_office(shown)
        self._show_head(shown)
        self.acts_changed.emit()

    def turn(self, place: int) -> None:
        """Another tab, and into it."""
        self.tabs.choose(place)
        self.stack.setCurrentIndex(place)
        self.enter()
        self.acts_changed.emit()
        self.turned.emit(self.pane.view.which)

    def enter(self) -> None:
        """Into the tab that is seen."""
        self.pane.stops[0].setFocus()

    def stops(self) -> Sequence[QWidget]:
        """The tabs, then what is seen."""
        return (self.tabs, *self.pane.stops)

    def acts(self) -> Sequence[Act]:
        """Those of the tab; to who only looks they say so."""
        if self.shown is None:
            return ()
        acts = self.pane.acts(self.shown)
        return acts if self.shown.editable else [_closed(act) for act in acts]

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        if combo.isdecimal() and 0 < int(combo) <= len(self.panes):
            self.turn(int(combo) - 1)
        elif combo in _MONTHS and self.pane is self.calendar:
            self.calendar.month.turn_month(1 if combo == "PgDn" else -1)
        elif any(act.combo == combo and not act.why_not for act in self.acts()):
            self.wanted.emit(self.pane.view.which, combo, self.pane.key)
        else:
            return super().press(combo)
        return True

    # -- how -------------------------------------------------------------------------------------

    def _connect(self) -> None:
        digits = [str(place) for place in range(1, len(self.panes) + 1)]
        controls = [self.tabs, *(stop for pane in self.panes for stop in pane.stops)]
        self._digits = ListKeys(controls, digits, self.press)
        for pane in self.panes:
            self.stack.addWidget(pane)
            pane.turned.connect(self.acts_changed)
            pane.opened.connect(self._open)
        self.tabs.chosen.connect(self.turn)
        self.tabs.entered.connect(self.enter)

    def _open(self) -> None:
        """Enter is the next natural act."""
        filled = next((act.combo for act in self.acts() if act.filled), "")
        if filled:
            self.press(filled)

    def _show_head(self, shown: OfficeShown) -> None:
        year, month = month_of(shown.today)
        lacking = [each for each in _years(year, month) if each not in shown.office.confirmed]
        chip = ""
        if lacking:
            years = "، ".join(persian_digits(str(each)) for each in lacking)
            chip = tr("Holidays of {years} not confirmed", years=years)
        self.head.show_title(tr("The office"), chip, "amber")
        self.head.trailing.show_text(_today(shown))


def _today(shown: OfficeShown) -> str:
    hours = shown.office.calendar.hours_of(shown.today)
    if hours is None:
        return tr("Today is no working day")
    opens, closes = map(format_time, hours)
    return tr("Open today from {opens} to {closes}", opens=opens, closes=closes)


def _years(year: int, month: int) -> tuple[int, ...]:
    """The year that runs; in its last quarter the next one too."""
    return (year, year + 1) if month > 9 else (year,)


def _closed(act: Act) -> Act:
    if not act.combo or act.combo in (*_MONTHS, "F9"):
        return act
    why = tr("Only the supervisor or the administrator changes this.")
    return Act(combo=act.combo, name=act.name, why_not=act.why_not or why, does=act.does)
