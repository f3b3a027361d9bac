"""The rows behind a figure: who can be asked, and what can be looked up on paper."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from app.counted import MOST, MissingLine, PromiseLine, StepLine, VisitLine
from app.event import moment
from app.figure_table import shown
from app.figures.report import Report
from app.figures.visits import By
from app.local import day_of, local
from app.period import Period
from app.persian import format_date, format_moment, format_time, persian_digits
from app.ports import Look
from app.tracking import grouped
from app.value import Value
from ui.frame.page import Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
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
    by = "service" if table == "told" else table
    return lambda look: _visits(look, period, by, key, report, words)  # type: ignore[arg-type]


class TracePage(Page):
    """A list, and what it is of."""

    def __init__(self, theme: Theme, title: str, traced: Traced) -> None:
        super().__init__(theme)
        self.head = PageHead(theme, title)
        count = len(traced.rows)
        more = tr("The first {n} rows", n=count) if count >= MOST else tr("{n} rows", n=count)
        self.head.trailing.show_text(more)
        empty = tr("Nothing to count in this period.")
        self.list = RowList(theme, traced.columns, heads=traced.heads, empty=empty)
        self.list.setAccessibleName(title)
        self.list.show_rows(traced.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)

    def acts(self) -> Sequence[Act]:
        """Back to the figures."""
        return (Act(combo="Esc", name=tr("Back")),)

    def enter(self) -> None:
        """Into the list."""
        self.list.setFocus()


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


def _visits(look: Look, period: Period, by: By, key: str, report: Report, words: Words) -> Traced:
    hour = int(key) if by == "hour" else -1
    wanted = {name: key if by == name else "" for name in ("service", "counter", "clerk")}
    lines = look.visit_lines(period.first, period.last, hour=hour, **wanted)
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
    rows = tuple(_visit(each, report, words) for each in lines)
    return Traced(columns=columns, heads=heads, rows=rows)


def _visit(line: VisitLine, report: Report, words: Words) -> Row:
    end = words.value("outcome", line.outcome) if line.end == "finished" else ""
    cells = (
        Cell(text=format_date(line.day)),
        Cell(text=persian_digits(line.label) or "—"),
        Cell(text=line.title),
        Cell(text=persian_digits(line.counter) or "—"),
        Cell(text=report.names.clerks.get(line.clerk, "—")),
        Cell(text=format_time(moment(line.called)) if line.called else "—"),
        *(Cell(text=shown(each, "minutes")) for each in (line.wait, line.walk, line.serve)),
        Cell(text=end or words.value("turn_end", line.end)),
    )
    return Row(cells=cells)


def _steps(look: Look, period: Period, key: str, words: Words) -> Traced:
    lines = look.step_lines(period.first, period.last, f"{key}\t")
    columns = (
        Column(width=_CODE, role="open"),
        Column(role="body"),
        Column(role="body", colour="ink_2"),
        Column(width=_CODE, align="end"),
        Column(width=_CODE, align="end"),
        Column(width=_CODE, align="end"),
    )
    heads = (
        tr("Tracking number"),
        tr("Step"),
        tr("Unit"),
        tr("Agreed"),
        tr("Handed over"),
        tr("Done"),
    )
    rows = tuple(_step(each, words) for each in lines)
    return Traced(columns=columns, heads=heads, rows=rows)


def _step(line: StepLine, words: Words) -> Row:
    unit_of_time = words.value("catalogue_time_unit", line.unit_of_time)
    cells = (
        Cell(text=persian_digits(grouped(line.tracking))),
        Cell(text=line.title),
        Cell(text=line.unit),
        Cell(text=f"{shown(line.agreed, 'amount')} {unit_of_time}"),
        Cell(text=format_moment(local(moment(line.given)))),
        Cell(text=format_moment(local(moment(line.done))) if line.done else "—"),
    )
    return Row(cells=cells)


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
