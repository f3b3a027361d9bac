"""The rows behind a figure: who can be asked, and what can be looked up on paper."""

from collections.abc import Callable, Sequence
from typing import Literal, cast

from msgspec.structs import replace
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from app.counted import FORGOTTEN, MOST, MissingLine, PromiseLine, StepLine
from app.event import moment
from app.figure_table import shown
from app.figures.report import Report
from app.figures.stays import NOT_MEASURED, By
from app.figures.traces import Person, people_behind, steps_behind
from app.figures.units import Taken
from app.local import day_of, local
from app.period import Period
from app.persian import format_date, format_moment, format_time, persian_digits
from app.ports import Look
from app.tracking import grouped
from app.value import Value
from ui.frame.list_keys import ListKeys
from ui.frame.page import Act, Page
from ui.frame.words import tr
from ui.look.parts.gone import let_go
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.supervisor.figures.spans import Spans, told
from ui.words import Words

_DATE, _TIME, _CODE, _SHORT = 92, 70, 140, 96


class Traced(Value, frozen=True, kw_only=True):
    """What stands behind a figure, ready to be shown."""

    columns: tuple[Column, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def trace(report: Report, table: str, key: str, words: Words) -> Callable[[Look], Traced]:
    """A reading of the rows that the figures of a row were counted from."""
    period = report.period
    if table in ("promises", "promise_days"):
        return lambda look: _promises(look, period, table, key, words)
    if table in ("units", "steps"):
        return lambda look: _steps(look, period, key, words)
    if table == "lacks":
        return lambda look: _missing(look, period, key)
    return lambda look: _visits(look, period, table, key, report, words)


class TracePage(Page):
    """A list, and what it is of."""

    def __init__(self, theme: Theme, title: str, traced: Traced) -> None:
        super().__init__(theme)
        self.head = PageHead(theme, title)
        count = len(traced.rows)
        more = tr("The first {n} rows", n=count) if count >= MOST else tr("{n} rows", n=count)
        self.head.trailing.show_text(more)
        self._traced, self._title, self._spans = traced, title, Spans(theme)
        self._keys: ListKeys | None = None
        self.note = Paragraph(theme, "", "least", "ink_2")
        self.list = RowList(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 4)
        self._column.addWidget(self.head)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.note)

    def acts(self) -> Sequence[Act]:
        """Back to the figures."""
        return (Act(combo="Esc", name=tr("Back")),)

    def press(self, combo: str) -> bool:
        """Turns to columns for which there was no room."""
        if combo not in ("Left", "Right"):
            return super().press(combo)
        step = 1 if combo == "Left" else -1
        if self._spans.turn(step, self._traced.columns, self._width):
            self._show()
        return True

    def enter(self) -> None:
        """Into the list."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._show()

    @property
    def _width(self) -> int:
        return self.width() - 40

    def _show(self) -> None:
        """The first column, and others beside it."""
        traced, before = self._traced, self.list
        span = self._spans.shown(traced.columns, self._width)
        places = (0, *span)
        made = RowList(
            self.theme,
            [traced.columns[place] for place in places],
            heads=[traced.heads[place] for place in places],
            empty=tr("Nothing to count in this period."),
        )
        made.setAccessibleName(self._title)
        made.show_rows(_at_places(traced.rows, places))
        self.list = made
        self._column.replaceWidget(before, made)
        self._keys = ListKeys([made], ("Left", "Right"), self.press)
        if before.hasFocus():
            made.setFocus()
            made.go(before.place)
        let_go(before)
        self.note.show_text(told(span, len(traced.columns)))


def _at_places(rows: Sequence[Row], places: Sequence[int]) -> tuple[Row, ...]:
    return tuple(replace(row, cells=tuple(row.cells[place] for place in places)) for row in rows)


def _promises(look: Look, period: Period, table: str, key: str, words: Words) -> Traced:
    today = day_of(look.at)
    first, last = period.first, period.last
    if table == "promise_days":
        first = last = type(first).fromisoformat(key)
        key = ""
    lines = look.promise_lines(first, last, "due", today, key)
    columns = (
        Column(width=_CODE, role="open"),
        Column(role="body"),
        Column(role="body", colour="ink_2"),
        *(Column(width=_DATE, align="end") for _ in range(3)),
        Column(width=_CODE, align="end", role="open"),
    )
    heads = (
        tr("Tracking number"),
        tr("Applicant"),
        tr("Sub-service"),
        tr("Received"),
        tr("Promised"),
        tr("Answer ready"),
        tr("State"),
    )
    rows = tuple(_promise(each, today.isoformat(), words) for each in lines)
    return Traced(columns=columns, heads=heads, rows=rows)


def _promise(line: PromiseLine, today: str, words: Words) -> Row:
    ready = line.ready.isoformat() if line.ready else None
    promised = line.promised.isoformat()
    late = (ready or today) > promised
    state = tr("Late") if late else words.value("state", line.state)
    cells = (
        Cell(text=persian_digits(grouped(line.tracking))),
        Cell(text=line.name),
        Cell(text=line.title),
        Cell(text=format_date(line.received)),
        Cell(text=format_date(line.promised)),
        Cell(text=format_date(line.ready) if line.ready else "—"),
        Cell(text=state, colour="brick" if late else "ink"),
    )
    return Row(cells=cells, key=line.tracking)


def _visits(
    look: Look, period: Period, table: str, key: str, report: Report, words: Words
) -> Traced:
    people = people_behind(look, period, cast("By | Literal['told']", table), key)
    columns = (
        Column(width=_DATE),
        Column(width=_TIME, role="open"),
        Column(role="body"),
        Column(width=_TIME),
        Column(width=_CODE),
        *(Column(width=_TIME, align="end") for _ in range(4)),
        Column(width=_SHORT, align="end"),
    )
    heads = (
        tr("Day"),
        tr("Number"),
        tr("Sub-service"),
        tr("Counter"),
        tr("Clerk"),
        tr("Called"),
        tr("Wait"),
        tr("Walk"),
        tr("Service"),
        tr("Came of it"),
    )
    rows = tuple(_visit(each, report, words) for each in people)
    return Traced(columns=columns, heads=heads, rows=rows)


def _visit(person: Person, report: Report, words: Words) -> Row:
    line, stay = person.line, person.stay
    counter, clerk, called = line.turn[0], line.turn[1], line.turn[8]
    end = words.value("outcome", line.outcome) if line.end == "finished" else ""
    cells = (
        Cell(text=format_date(line.day)),
        Cell(text=persian_digits(line.label) or "—"),
        Cell(text=line.title),
        Cell(text=persian_digits(counter) or "—"),
        Cell(text=report.names.clerks.get(clerk, "—")),
        Cell(text=format_time(moment(called)) if called else "—"),
        *(Cell(text=_minutes(each)) for each in (stay.wait, stay.walk)),
        _served(stay.serve, forgotten=bool(stay.flags & FORGOTTEN)),
        Cell(text=end or words.value("turn_end", line.end)),
    )
    return Row(cells=cells)


def _served(seconds: int, *, forgotten: bool) -> Cell:
    """Who was forgotten is marked: that time stands in no figure."""
    if forgotten:
        return Cell(text=tr("Left open"), colour="brick")
    return Cell(text=_minutes(seconds))


def _minutes(seconds: int) -> str:
    return shown(None if seconds == NOT_MEASURED else seconds, "minutes")


def _steps(look: Look, period: Period, key: str, words: Words) -> Traced:
    columns = (
        Column(width=_CODE, role="open"),
        Column(role="body"),
        Column(role="body", colour="ink_2"),
        *(Column(width=width, align="end") for width in (_SHORT, _CODE, _CODE, _SHORT, _SHORT)),
    )
    heads = (
        tr("Tracking number"),
        tr("Step"),
        tr("Unit"),
        tr("Time agreed"),
        tr("Handed over") if key else tr("To hand over since"),
        tr("Done") if key else tr("Handed over"),
        tr("Took"),
        tr("Late by"),
    )
    behind = steps_behind(look, period, key)
    rows = tuple(_step(line, taken, words, desk=not key) for line, taken in behind)
    return Traced(columns=columns, heads=heads, rows=rows)


def _step(line: StepLine, taken: Taken, words: Words, *, desk: bool) -> Row:
    unit_of_time = words.value("catalogue_time_unit", "working_day" if desk else line.unit_of_time)
    agreed = 0 if desk else line.agreed
    begun, ended = _moment(line.given), _moment(line.done)
    if desk:
        begun, ended = format_date(line.since), _moment(line.given) if line.unit else "—"
    cells = (
        Cell(text=persian_digits(grouped(line.tracking))),
        Cell(text=line.title or "—"),
        Cell(text=line.unit or "—"),
        Cell(text=f"{shown(agreed, 'amount')} {unit_of_time}"),
        Cell(text=begun),
        Cell(text=ended),
        Cell(text=shown(taken.time, "amount")),
        Cell(text=shown(taken.late or None, "amount"), colour="brick" if taken.late else "ink"),
    )
    return Row(cells=cells)


def _moment(at: int | None) -> str:
    return format_moment(local(moment(at))) if at else "—"


def _missing(look: Look, period: Period, title: str) -> Traced:
    lines = look.missing_lines(period.first, period.last, "", title)
    columns = (
        Column(width=_DATE),
        Column(width=_SHORT, role="open"),
        Column(role="body"),
        Column(role="body", colour="ink_2"),
        Column(width=_TIME, align="end"),
    )
    heads = (tr("Day"), tr("Number"), tr("Paper"), tr("Sub-service"), tr("Counter"))
    return Traced(columns=columns, heads=heads, rows=tuple(_lack(each) for each in lines))


def _lack(line: MissingLine) -> Row:
    cells = (
        Cell(text=format_date(line.day)),
        Cell(text=persian_digits(line.label) or "—"),
        Cell(text=line.title),
        Cell(text=line.service),
        Cell(text=persian_digits(line.counter)),
    )
    return Row(cells=cells)
