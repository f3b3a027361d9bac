"""A report as tables in Persian, for the screen, for paper and for a workbook."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from app.figure_table import CellKind, FigureCell, FigureTable
from app.figures.lacking import Lack
from app.figures.opinions import LEVELS, Asked
from app.figures.promises import Kept
from app.figures.report import Report
from app.figures.spread import Spread
from app.figures.stays import By
from app.figures.told import ToldGroup
from app.figures.units import UnitStep
from app.figures.visits import Group
from app.order import by_code, by_number
from resources import path
from ui.words import Words

_Rows = Sequence[tuple[str, tuple[FigureCell, ...]]]

_PROMISES: tuple[tuple[str, CellKind], ...] = (
    ("due", "count"),
    ("rate", "share"),
    ("kept", "count"),
    ("late", "count"),
    ("owed", "count"),
    ("ahead", "count"),
    ("late_days", "days"),
)
_CAME: tuple[tuple[str, CellKind], ...] = (("came", "count"), ("no_shows", "count"))
_LEFT: tuple[tuple[str, CellKind], ...] = (("left", "count"),)
_TIMES: tuple[tuple[str, CellKind], ...] = (
    ("wait", "minutes"),
    ("wait_median", "minutes"),
    ("wait_most", "minutes"),
    ("walk", "minutes"),
    ("serve", "minutes"),
    ("serve_median", "minutes"),
    ("serve_most", "minutes"),
    ("forgotten", "count"),
)
_GAPS: tuple[tuple[str, CellKind], ...] = (("idle_total", "minutes"), ("rest_total", "minutes"))
_TOLD: tuple[tuple[str, CellKind], ...] = (
    ("told", "count"),
    ("true", "share"),
    ("before_range", "count"),
    ("after_range", "count"),
    ("width", "minutes"),
)
_TELEPHONE: tuple[tuple[str, CellKind], ...] = (("telephone", "count"),)
_UNITS: tuple[tuple[str, CellKind], ...] = (
    ("judged", "count"),
    ("rate", "share"),
    ("in_time", "count"),
    ("late", "count"),
    ("lying", "count"),
    ("open", "count"),
)
_STEPS: tuple[tuple[str, CellKind], ...] = (
    ("unit", "text"),
    ("agreed", "amount"),
    ("taken", "amount"),
    ("time_unit", "text"),
    *_UNITS,
)
_LACKS: tuple[tuple[str, CellKind], ...] = (
    ("times", "count"),
    ("clients", "count"),
    ("again", "count"),
)
_LEVELS: tuple[tuple[str, CellKind], ...] = (
    *((f"level{level}", "count") for level in range(LEVELS, 0, -1)),
    ("answered", "count"),
)


def tables(report: Report, words: Words) -> tuple[FigureTable, ...]:
    """All of them, the headline's first."""
    return (
        promises(report, words),
        promise_days(report, words),
        *(visits(report, by, words) for by in ("service", "clerk", "counter", "hour")),
        told(report, words),
        telephone(report, words),
        units(report, words),
        steps(report, words),
        lacks(report, words),
        opinions(report, words),
    )


def promises(report: Report, words: Words) -> FigureTable:
    """Sub-services by how their promises were kept, the worst first."""
    kept = sorted(report.promises.services, key=_worst_first)
    rows = [(each.key, (_service(report, each.key), *_kept(each))) for each in kept]
    return _table("promises", "service", _PROMISES, rows, words, "promises")


def promise_days(report: Report, words: Words) -> FigureTable:
    """The days of the period for which anything was promised."""
    days = report.promises.days
    rows = [(each.key, (date.fromisoformat(each.key), *_kept(each))) for each in days]
    return _table("promise_days", "day", _PROMISES, rows, words, "promises", first="date")


def visits(report: Report, by: By, words: Words) -> FigureTable:
    """Waiting, walking up and serving by one kind of key; idling and breaks of who can idle, and
    who was never called where that is known.
    """
    groups = sorted(report.visits.groups(by), key=_in_order(by))
    works = by in ("clerk", "counter")
    rows = [
        (group.key, (_name(report, by, group.key), *_visited(group, works=works)))
        for group in groups
    ]
    columns = (*_CAME, *_TIMES, *_GAPS) if works else (*_CAME, *_LEFT, *_TIMES)
    return _table(by, by, columns, rows, words, "works" if works else "visits")


def told(report: Report, words: Words) -> FigureTable:
    """Waits that were told, by sub-service, the most wrong first."""
    rows = [(each.key, (_service(report, each.key), *_true(each))) for each in report.told.services]
    return _table("told", "service", _TOLD, rows, words, "told")


def telephone(report: Report, words: Words) -> FigureTable:
    """Who telephoned, by sub-service, the most first."""
    rows = [(key, (_service(report, key), many)) for key, many in report.telephoned]
    return _table("telephone", "service", _TELEPHONE, rows, words, "telephone")


def units(report: Report, words: Words) -> FigureTable:
    """The units, the latest first, and the desk's handing over."""
    desk = words.value("figure_row", "hand_over")
    rows = [(unit.unit, (unit.unit or desk, *_judged(unit))) for unit in report.units.units]
    return _table("units", "unit", _UNITS, rows, words, "units")


def steps(report: Report, words: Words) -> FigureTable:
    """Each step of each unit, and the desk's handing over."""
    desk = words.value("figure_row", "hand_over")
    rows = [
        (
            f"{step.unit}\t{step.title}" if step.unit else "",
            (
                step.title or desk,
                step.unit or words.value("figure_row", "desk"),
                step.agreed,
                step.taken,
                words.value("catalogue_time_unit", step.unit_of_time),
                *_judged(step),
            ),
        )
        for step in report.units.steps
    ]
    return _table("steps", "step", _STEPS, rows, words, "units")


def lacks(report: Report, words: Words) -> FigureTable:
    """Papers that lacked, the most frequent first."""
    rows = [(lack.title, (lack.title, *_lacked(lack))) for lack in report.lacks.papers]
    return _table("lacks", "paper", _LACKS, rows, words, "lacks")


def opinions(report: Report, words: Words) -> FigureTable:
    """The questions of Table 5 in their order; none where nobody has answered."""
    asked = report.opinions.questions if report.opinions.filled else ()
    texts = questions()
    rows = [
        (str(each.question + 1), (f"{each.question + 1}. {texts[each.question]}", *_spread(each)))
        for each in asked
    ]
    return _table("opinions", "question", _LEVELS, rows, words, "opinions")


def questions() -> tuple[str, ...]:
    """The questions of Table 5 as the form words them."""
    form = msgspec.json.decode(path("forms", "survey.json").read_bytes())
    return tuple(question["text"] for question in form["questions"])


def _table(
    name: str,
    about: str,
    columns: Sequence[tuple[str, CellKind]],
    rows: _Rows,
    words: Words,
    note: str,
    *,
    first: CellKind = "text",
) -> FigureTable:
    heads = (words.value("figure_head", key) for key, _ in ((about, first), *columns))
    return FigureTable(
        name=name,
        title=words.value("figure_table", name),
        heads=tuple(heads),
        kinds=(first, *(kind for _, kind in columns)),
        rows=tuple(row for _, row in rows),
        keys=tuple(key for key, _ in rows),
        note=words.value("figure_note", note),
    )


def _service(report: Report, key: str) -> str:
    return report.names.services.get(key, key)


def _name(report: Report, by: By, key: str) -> str:
    match by:
        case "service":
            return _service(report, key)
        case "clerk":
            return report.names.clerks.get(key, "—")
        case "hour":
            return f"{key} تا {int(key) + 1}"
        case _:
            return key


def _in_order(by: By) -> Callable[[Group], tuple[bool, int, str]]:
    """Counters and hours as people count them, the others by how many came."""
    if by == "counter":
        return lambda group: (False, *by_number(group.key))
    if by == "hour":
        return lambda group: by_code(group.key)
    return lambda group: (False, -group.came, group.key)


def _worst_first(kept: Kept) -> tuple[float, int, str]:
    return 2 if kept.rate is None else kept.rate, -kept.due, kept.key


def _kept(each: Kept) -> tuple[FigureCell, ...]:
    late = each.mean_late if each.late else None
    return each.due, each.rate, each.kept, each.late, each.owed, each.ahead, late


def _visited(group: Group, *, works: bool) -> tuple[FigureCell, ...]:
    times = *_three(group.wait), group.walk.mean, *_three(group.serve), group.forgotten
    if works:
        return group.came, group.no_shows, *times, group.idle, group.rest
    return group.came, group.no_shows, group.left, *times


def _true(group: ToldGroup) -> tuple[FigureCell, ...]:
    return group.told, group.rate, group.before, group.after, group.width * 60


def _three(spread: Spread) -> tuple[FigureCell, ...]:
    return spread.mean, spread.median, spread.most


def _judged(step: UnitStep) -> tuple[FigureCell, ...]:
    return step.judged, step.rate, step.in_time, step.late, step.lying, step.open


def _lacked(lack: Lack) -> tuple[FigureCell, ...]:
    return lack.times, lack.clients, lack.again


def _spread(asked: Asked) -> tuple[FigureCell, ...]:
    return *asked.levels, asked.answered
