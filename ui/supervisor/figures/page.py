"""The page of figures: a period, six views of it, each with its picture and its tables."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.figure_table import CellKind, FigureTable, shown
from app.roles import MATRIX
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.digit_tabs import DigitTabs
from ui.look.parts.figure_row import FigureRow
from ui.look.parts.gone import let_go
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.picture import Picture
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.supervisor.figures.spans import Spans, told
from ui.supervisor.figures.views import View, view_names

_DIGITS = tuple("123456")
_KEYS = ("Space", "PgUp", "PgDn", "Left", "Right", *_DIGITS)
_FILES = {"F7": ".xlsx", "F8": ".pdf"}
_COUNTED_ONLY = {"opinions", "telephone"}
"""Tables without rows behind their figures."""

_LEAST, _PAD, _WORDS = 48, 6, 112
_BESIDE = 8
"""Columns beside which there is room for a picture; with more it stands under the table."""
_HIGH = 210
"""Of a picture under its table: below that the names beside bars run into each other."""
_ASIDE, _UNDER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FiguresPage(Page):
    """Shows what was counted; `traced` names the table and the key of the row under Enter."""

    period_wanted = Signal()
    moved = Signal(int)
    save_wanted = Signal(str)
    survey_wanted = Signal()
    give_up_wanted = Signal()
    traced = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.head = PageHead(theme, tr("Figures"))
        self.tabs = DigitTabs(theme, view_names())
        self.figures = FigureRow(theme)
        self.picture = Picture(theme)
        self.title = Section(theme, "")
        self.note = Paragraph(theme, "", "least", "ink_2")
        self.table = RowList(theme, empty=tr("Nothing to count in this period."))
        self._views: tuple[View, ...] = ()
        self._at, self._turn, self._busy = 0, 0, False
        self._spans = Spans(theme)
        self._keys: ListKeys | None = None
        self._lay_out()
        self._renew_table(None)
        self.tabs.chosen.connect(self.choose)
        self.tabs.choose(0)

    # -- what it shows ---------------------------------------------------------------------------

    def show_period(self, name: str) -> None:
        """Which days are counted."""
        self.head.title.show_text(tr("Figures of {period}", period=name))

    def show_share(self, share: float) -> None:
        """How much of them is counted."""
        self._busy = True
        self.head.trailing.show_text(tr("Counting: {share}", share=shown(share, "share")))
        self.acts_changed.emit()

    def show_views(self, views: tuple[View, ...], trailing: str) -> None:
        """What came of it."""
        self._views, self._busy = views, False
        self.head.trailing.show_text(trailing)
        self._show()
        self.acts_changed.emit()

    def rest(self, trailing: str) -> None:
        """Counting was given up."""
        self._busy = False
        self.head.trailing.show_text(trailing)
        self.acts_changed.emit()

    def choose(self, place: int) -> None:
        """Another view."""
        self._at, self._turn = place, 0
        self._spans.rest()
        self.tabs.choose(place)
        self._show()
        self.acts_changed.emit()

    @property
    def busy(self) -> bool:
        """Whether something is being counted."""
        return self._busy

    @property
    def view(self) -> View | None:
        """What is in view."""
        return self._views[self._at] if self._views else None

    @property
    def shown_table(self) -> FigureTable | None:
        """The table in view."""
        view = self.view
        return view.tables[self._turn % len(view.tables)] if view else None

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """What can be done with them."""
        nothing = "" if self._views else tr("Nothing is counted yet.")
        one = self.view is None or len(self.view.tables) < 2
        other = tr("This view has one table.") if one else ""
        trace = "" if self._traceable() else tr("No single rows stand behind this figure.")
        stop = Act(combo="F5", name=tr("Stop counting"))
        period = Act(combo="F5", name=tr("Another period"), filled=not self._views)
        return (
            Act(combo="Enter", name=tr("Rows behind it"), why_not=trace, filled=not trace),
            Act(combo="Space", name=tr("Other table"), why_not=other),
            Act(combo="PgUp", name=tr("Period before")),
            Act(combo="PgDn", name=tr("Period after")),
            stop if self._busy else period,
            GAP,
            Act(
                combo="Shift+F6",
                name=tr("Enter a filled form"),
                why_not=self.theirs(MATRIX["survey.enter_survey"]),
                does=tr("A survey on paper"),
            ),
            Act(combo="F7", name=tr("As a workbook"), why_not=nothing),
            Act(combo="F8", name=tr("As a paper (PDF)"), why_not=nothing),
        )

    def press(self, combo: str) -> bool:
        """Does it."""
        emitted = {
            "F5": self.give_up_wanted if self._busy else self.period_wanted,
            "Shift+F6": self.survey_wanted,
        }
        if combo in emitted:
            emitted[combo].emit()
        elif combo in _FILES:
            self.save_wanted.emit(_FILES[combo])
        elif combo in ("PgUp", "PgDn"):
            self.moved.emit(-1 if combo == "PgUp" else 1)
        elif combo == "Space":
            self._turn += 1
            self._spans.rest()
            self._show()
            self.acts_changed.emit()
        elif combo in ("Left", "Right"):
            self._shift(1 if combo == "Left" else -1)
        elif combo in _DIGITS:
            self.choose(int(combo) - 1)
        elif combo == "Enter":
            self._trace(self.table.place)
        else:
            return super().press(combo)
        return True

    def enter(self) -> None:
        """Into the table."""
        self.table.setFocus()

    # -- how -------------------------------------------------------------------------------------

    def _shift(self, step: int) -> None:
        """Columns for which there was no room, further left or back to the right."""
        table = self.shown_table
        if table and self._spans.turn(step, _columns(self.theme, table), self._room(table)):
            self._show()

    def _traceable(self) -> bool:
        table = self.shown_table
        return table is not None and bool(table.rows) and table.name not in _COUNTED_ONLY

    def _trace(self, place: int) -> None:
        table = self.shown_table
        if table is not None and self._traceable() and 0 <= place < len(table.keys):
            self.traced.emit(table.name, table.keys[place])

    def _show(self) -> None:
        view, table = self.view, self.shown_table
        if view is None or table is None:
            return
        self._renew_table(table)
        under = not self._aside(table)
        self._beside.setDirection(_UNDER if under else _ASIDE)
        self._beside.setStretch(1, 52 if under else 36)
        self.picture.setMinimumHeight(self.theme.px(_HIGH) if under else 0)
        self.figures.show_figures(view.figures)
        self.picture.show_plot(view.plot)
        self.title.show_title(table.title)
        self._show_note(table)

    def _show_note(self, table: FigureTable) -> None:
        """How it was counted, where large text leaves room for it; and that there is more of it."""
        more = told(self._span(table), len(table.heads))
        self.note.show_text(more if self.theme.large else f"{more} {table.note}".strip())
        self.note.setVisible(bool(more) or not self.theme.large)

    def _renew_table(self, table: FigureTable | None) -> None:
        """Columns differ from table to table, so the list is made anew."""
        before, had = self.table, self.table.hasFocus()
        empty = tr("Nothing to count in this period.")
        if table is None:
            made = RowList(self.theme, empty="")
        else:
            places = (0, *self._span(table))
            columns = _columns(self.theme, table)
            made = RowList(
                self.theme,
                [columns[place] for place in places],
                heads=[table.heads[place] for place in places],
                empty=empty,
            )
            made.show_rows(_rows(table, places))
            made.setAccessibleName(table.title)
        self.table = made
        self._side.replaceWidget(before, made)
        made.show()
        if had:
            made.setFocus()
        let_go(before)
        made.opened.connect(self._trace)
        made.moved_to.connect(lambda _: self.acts_changed.emit())
        self._keys = ListKeys([made, self.picture], _KEYS, self._pressed)

    def _aside(self, table: FigureTable) -> bool:
        """Whether the picture stands beside it. Large text leaves no room under a table."""
        return self.theme.large or len(table.kinds) <= _BESIDE

    def _room(self, table: FigureTable) -> int:
        """How wide the table may be."""
        return round((self.width() - 40) * (0.62 if self._aside(table) else 1.0))

    def _span(self, table: FigureTable) -> range:
        """The columns that are shown beside the first."""
        return self._spans.shown(_columns(self.theme, table), self._room(table))

    def _pressed(self, combo: str) -> None:
        """As the window would take it, reasons and all."""
        act = next((act for act in self.acts() if act.combo == combo), None)
        if act is None or not act.why_not:
            self.press(combo)

    def _lay_out(self) -> None:
        tables = QWidget()
        self._side = QVBoxLayout(tables)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(2)
        self._side.addWidget(self.title)
        self._side.addWidget(self.table, 1)
        self._side.addWidget(self.note)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(16)
        self._beside.addWidget(tables, 64)
        self._beside.addWidget(self.picture, 36)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 4, 20, 4)
        page.setSpacing(6)
        page.addWidget(self.head)
        page.addWidget(self.tabs)
        page.addWidget(self.figures)
        page.addLayout(self._beside, 1)


def _columns(theme: Theme, table: FigureTable) -> tuple[Column, ...]:
    """The first takes what the others leave; these are as wide as their heads."""
    heads = (round(theme.width("label", head) / theme.scale) + _PAD for head in table.heads[1:])
    kinds = zip(heads, table.kinds[1:], strict=True)
    return (Column(role="open"), *(_column(max(head, _LEAST), kind) for head, kind in kinds))


def _column(width: int, kind: CellKind) -> Column:
    if kind == "text":
        return Column(width=_WORDS, role="body", colour="ink_2")
    return Column(width=width, align="end", role="body")


def _rows(table: FigureTable, places: Sequence[int]) -> tuple[Row, ...]:
    return tuple(
        Row(
            cells=tuple(Cell(text=shown(row[place], table.kinds[place])) for place in places),
            key=key,
        )
        for row, key in zip(table.rows, table.keys, strict=True)
    )
