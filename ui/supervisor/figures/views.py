"""The views of the chapter: for each its headline figures, its picture and its tables."""

from datetime import date

from msgspec.structs import replace

from app.figure_table import CellKind, FigureCell, FigureTable, shown
from app.figures.promises import Kept
from app.figures.report import Report
from app.figures.told import ToldGroup
from app.figures.visits import Group
from app.letters import persian_digits
from app.order import by_code
from app.persian import format_date
from app.value import Value
from ui.figure_tables import tables
from ui.frame.words import tr
from ui.look.plot import Plot, Series
from ui.look.tokens import Colour
from ui.words import Words

_TOP = 12
"""Bars beside long names that can still be read."""
_UNDER = 6
"""The same where the picture stands under its table."""
_LEVELS: tuple[Colour, ...] = ("firuzeh_8", "firuzeh_6", "firuzeh_2", "edge_soft", "amber")

_Figure = tuple[str, str, str]
"""Name, value, unit."""


class View(Value, frozen=True, kw_only=True):
    """Space goes through its tables."""

    figures: tuple[_Figure, ...]
    plot: Plot | None
    tables: tuple[FigureTable, ...]


def view_names() -> tuple[str, ...]:
    """What stands on the tabs."""
    return (
        tr("Answers in time"),
        tr("Waiting and serving"),
        tr("Units"),
        tr("Missing papers"),
        tr("Load"),
        tr("Opinions"),
    )


_TABLES = (
    ("promises", "promise_days"),
    ("service", "clerk", "counter", "hour", "told"),
    ("units", "steps"),
    ("lacks",),
    ("hour", "telephone"),
    ("opinions",),
)


def views(report: Report, words: Words) -> tuple[View, ...]:
    """All of them, in the order of their names."""
    made = {table.name: table for table in tables(report, words)}
    figures = (
        _promise_figures(report.promises.whole),
        _visit_figures(report.visits.whole, report.told.whole),
        _unit_figures(report),
        _lack_figures(report),
        _load_figures(report),
        (_count(tr("Filled forms"), report.opinions.filled, tr("forms")),),
    )
    plots = (
        _kept_by_days(report),
        _waits(made["service"]),
        _late_units(made["units"]),
        _lacking(made["lacks"]),
        _load(report),
        _opinions(made["opinions"]),
    )
    return tuple(
        View(figures=shown_, plot=plot, tables=tuple(made[name] for name in names))
        for shown_, plot, names in zip(figures, plots, _TABLES, strict=True)
    )


# -- headline figures ----------------------------------------------------------------------------


def _promise_figures(kept: Kept) -> tuple[_Figure, ...]:
    rate = "—" if kept.rate is None else shown(kept.rate, "share")
    return (
        (tr("Answers in time, of all due"), rate, ""),
        _count(tr("Due"), kept.due, tr("requests")),
        _count(tr("Answered late"), kept.late, tr("requests")),
        _count(tr("Past due, no answer"), kept.owed, tr("requests")),
        _count(tr("Not due yet"), kept.ahead, tr("requests")),
    )


def _visit_figures(whole: Group, told: ToldGroup) -> tuple[_Figure, ...]:
    minutes = tr("minutes")
    true = "—" if told.rate is None else shown(told.rate, "share")
    return (
        _count(tr("Came"), whole.came, tr("people")),
        (tr("Half waited at most"), _minutes(whole.wait.median), minutes),
        (tr("Nine of ten waited at most"), _minutes(whole.wait.most), minutes),
        (tr("Service, mean"), _minutes(whole.serve.mean), minutes),
        _count(tr("Did not come"), whole.no_shows, tr("people")),
        (tr("Told waits that came true"), true, ""),
    )


def _unit_figures(report: Report) -> tuple[_Figure, ...]:
    units = [unit for unit in report.units.units if unit.unit and unit.rate is not None]
    worst = units[0] if units and (units[0].late or units[0].lying) else None
    judged = sum(unit.judged for unit in units)
    kept = sum(unit.in_time for unit in units)
    rate = shown(kept / judged, "share") if judged else "—"
    return (
        (tr("Steps in the agreed time"), rate, ""),
        (tr("The latest unit"), worst.unit if worst else "—", ""),
        _count(tr("Lying past their time"), sum(u.lying for u in units), tr("steps")),
    )


def _lack_figures(report: Report) -> tuple[_Figure, ...]:
    return (
        _count(tr("Slips handed out"), report.lacks.slips, tr("slips")),
        _count(tr("Told a second time"), report.lacks.again, tr("slips")),
    )


def _load_figures(report: Report) -> tuple[_Figure, ...]:
    days = report.visits.days
    busiest = max(report.visits.groups("hour"), key=lambda group: group.came, default=None)
    hour = persian_digits(f"{busiest.key} - {int(busiest.key) + 1}") if busiest else "—"
    mean = shown(report.visits.whole.came / days, "amount") if days else "—"
    return (
        (tr("Came a day, mean"), mean, tr("people")),
        (tr("Busiest hour"), hour, ""),
        _count(tr("Days with visits"), days, tr("days")),
        _count(tr("Telephone calls"), report.telephone, tr("calls")),
    )


def _count(name: str, value: int, unit: str) -> _Figure:
    return name, shown(value, "count"), unit


def _minutes(seconds: float | None) -> str:
    return shown(seconds, "minutes")


# -- pictures ------------------------------------------------------------------------------------


def _kept_by_days(report: Report) -> Plot | None:
    """Months where the period is long, so that a line can be read."""
    days = [day for day in report.promises.days if day.due]
    if not days:
        return None
    long = report.period.days > 62
    by: dict[str, list[Kept]] = {}
    for day in days:
        name = format_date(date.fromisoformat(day.key))
        by.setdefault(name[:7] if long else name[5:], []).append(day)
    rates = [sum(d.kept for d in some) / sum(d.due for d in some) for some in by.values()]
    return Plot(
        title=tr("Answers in time"),
        kind="line" if len(rates) > 2 else "columns",
        labels=tuple(by),
        series=(Series(values=tuple(rates)),),
        unit="share",
        most=1.04,
    )


def _waits(table: FigureTable) -> Plot | None:
    drawn = _rows(tr("Mean wait by sub-service"), table, ("wait",), "amount", _UNDER)
    if drawn is None:
        return None
    seconds = drawn.series[0]
    minutes = replace(seconds, values=tuple(value / 60 for value in seconds.values))
    return replace(drawn, series=(minutes,))


def _late_units(table: FigureTable) -> Plot | None:
    return _rows(tr("Steps past the agreed time by unit"), table, ("late", "lying"), "count")


def _lacking(table: FigureTable) -> Plot | None:
    return _rows(tr("Papers that lacked"), table, ("times",), "count")


_PLACES = {"wait": 4, "late": 4, "lying": 5, "times": 1}
"""Of a column in its table."""
_BAR_COLOURS: dict[str, Colour] = {"late": "amber", "lying": "brick"}


def _rows(
    title: str,
    table: FigureTable,
    columns: tuple[str, ...],
    unit: CellKind,
    most: int = _TOP,
) -> Plot | None:
    """The longest bars first."""
    places = [_PLACES[column] for column in columns]
    found = [row for row in table.rows if any(_number(row[place]) for place in places)]
    found.sort(key=lambda row: -sum(_number(row[place]) for place in places))
    if not found:
        return None
    series = tuple(
        Series(
            values=tuple(_number(row[_PLACES[column]]) for row in found[:most]),
            colour=_BAR_COLOURS.get(column, "firuzeh_6"),
        )
        for column in columns
    )
    labels = tuple(str(row[0]) for row in found[:most])
    return Plot(title=title, kind="rows", labels=labels, series=series, unit=unit)


def _load(report: Report) -> Plot | None:
    groups = sorted(report.visits.groups("hour"), key=lambda group: by_code(group.key))
    if not groups or not report.visits.days:
        return None
    return Plot(
        title=tr("Who came in which hour, a day's mean"),
        kind="columns",
        labels=tuple(persian_digits(group.key) for group in groups),
        series=(Series(values=tuple(group.came / report.visits.days for group in groups)),),
        unit="amount",
    )


def _opinions(table: FigureTable) -> Plot | None:
    """The questions that anybody answered."""
    asked = [(key, row) for key, row in zip(table.keys, table.rows, strict=True) if row[-1]]
    if not asked:
        return None
    series = tuple(
        Series(
            values=tuple(_number(row[level + 1]) / _number(row[-1]) for _, row in asked),
            name=table.heads[level + 1],
            colour=colour,
        )
        for level, colour in enumerate(_LEVELS)
    )
    labels = tuple(persian_digits(key) for key, _ in asked)
    title = tr("Answers to each question")
    return Plot(title=title, kind="rows", labels=labels, series=series, unit="share", most=1)


def _number(cell: FigureCell) -> float:
    return float(cell) if isinstance(cell, int | float) else 0.0
