"""Counters, lines of waiting and what gives numbers, as tables."""

from datetime import datetime, timedelta

from app.letters import persian_digits
from app.persian import format_time
from app.showing.board import Board, CounterShown, KioskStands, LineShown, SeriesShown
from app.showing.holidays import YearDue
from app.spooling.printer_state import HALTED, PrinterState
from app.spooling.printers import Role
from ui.frame.paper_words import printer_short, printer_words
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.two_lines import two_line_row
from ui.look.tokens import Colour
from ui.words import Words

LINE_COLUMNS = (
    Column(role="body"),
    Column(width=44, align="end", role="strong"),
    Column(width=84, align="end", role="body", colour="ink_2"),
)
COUNTER_COLUMNS = (
    Column(width=84, role="strong"),
    Column(width=206, role="body"),
    Column(width=84, role="open"),
    Column(role="body", colour="ink_2"),
    Column(width=56, align="end", role="open"),
)
DEVICE_COLUMNS = (
    Column(width=176, role="body"),
    Column(role="body", colour="ink_2"),
)
_ALARM = "alert-triangle"


def counter_heads() -> tuple[str, ...]:
    """What the columns of the counters hold."""
    return (tr("Counter"), tr("State"), tr("Number"), tr("Sub-service"), tr("Minutes"))


def line_heads() -> tuple[str, ...]:
    """What the columns of those who wait hold."""
    return (tr("Sub-service"), tr("people"), tr("Waits"))


def minutes(since: datetime | None, at: datetime) -> str:
    """Whole minutes since then, in Persian digits."""
    passed = max(at - since, timedelta()) if since else timedelta()
    return persian_digits(str(passed // timedelta(minutes=1)))


def counter_rows(board: Board, *, tall: bool = False) -> tuple[Row, ...]:
    """One row for each counter; `tall` ones have two lines, where columns leave no room."""
    words = Words()
    made = (_counter(each, board.at, words) for each in board.counters)
    return tuple(map(_tall_counter, made) if tall else made)


def line_rows(board: Board, *, tall: bool = False) -> tuple[Row, ...]:
    """One row for each line of waiting."""
    made = (_line(each, board) for each in board.lines)
    return tuple(map(_tall_line, made) if tall else made)


def _tall_counter(row: Row) -> Row:
    number, who, label, service, passed = row.cells
    return two_line_row(
        row.key,
        " · ".join(part for part in (number.text, label.text) if part),
        when=tr("{n} minutes", n=passed.text) if passed.text else "",
        below=" · ".join(part for part in (who.text, service.text) if part),
        icon=who.icon,
        colour=passed.colour or "ink_2",
    )


def _tall_line(row: Row) -> Row:
    title, many, waits = row.cells
    return two_line_row(
        row.key,
        title.text,
        below=f"{tr('{n} people', n=many.text)} · {waits.text}",
        icon=title.icon,
        colour=title.colour or "ink_2",
    )


def device_rows(board: Board) -> tuple[Row, ...]:
    """What gives numbers in the office, and the printers of this PC."""
    series = [_series(each) for each in board.series]
    kiosks = [_kiosk(each) for each in board.kiosks]
    return (*kiosks, *series, *(_printer(role, state) for role, state in board.printers))


def line_title(shown: LineShown) -> str:
    """What those of a line wait for."""
    if shown.of == "counter":
        return tr("Sent to counter {n}", n=shown.title)
    if shown.of == "answers":
        return tr("Collecting: {service}", service=shown.title)
    return tr("Sent to {clerk}", clerk=shown.title) if shown.of == "clerk" else shown.title


def alarm_words(board: Board) -> str:
    """What is wrong, in a sentence; empty while all is well."""
    rules = board.rules
    kinds = [kind for kind, _ in board.alarms]
    said = (
        ("nobody", tr("nobody here calls them")),
        ("wait", tr("waits longer than {n} minutes", n=rules.alarm_wait)),
        ("crowd", tr("more than {n} in one line", n=rules.alarm_crowd)),
        ("called", tr("called and not there after {n} minutes", n=rules.alarm_called)),
        ("idle", tr("free for {n} minutes while people wait", n=rules.alarm_idle)),
    )
    kiosks = tr("a kiosk needs somebody") if board.kiosks else ""
    alarms = (f"{words}: {_count(kinds.count(kind))}" for kind, words in said if kind in kinds)
    holidays = map(_holidays, board.holidays)
    return " · ".join(each for each in (kiosks, *holidays, *alarms) if each)


def _holidays(due: YearDue) -> str:
    year = persian_digits(str(due.year))
    if due.listed:
        return tr("holidays of {year} not confirmed (Ctrl+7)", year=year)
    if due.promised:
        return tr("promised into {year} without its holidays (Ctrl+7)", year=year)
    return tr("holidays of {year} missing (Ctrl+7)", year=year)


def _count(many: int) -> str:
    return persian_digits(str(many))


def _counter(shown: CounterShown, at: datetime, words: Words) -> Row:
    state = words.value("counter_state", shown.state)
    who = tr("{state}, {clerk}", state=state, clerk=shown.clerk) if shown.clerk else state
    colour: Colour = "ink" if shown.clerk else "ink_3"
    if shown.alarm == "called":
        who, colour = tr("not there yet, {clerk}", clerk=shown.clerk), "brick"
    elif shown.alarm == "idle":
        who, colour = tr("free while people wait"), "amber"
    late: Colour | None = colour if shown.alarm else None
    cells = (
        Cell(text=tr("Counter {n}", n=shown.number)),
        Cell(text=who, icon=_ALARM if shown.alarm else "", colour=colour),
        Cell(text=shown.label),
        Cell(text=shown.service),
        Cell(text=minutes(shown.since, at) if shown.since else "", colour=late),
    )
    return Row(cells=cells, key=shown.number)


def _line(shown: LineShown, board: Board) -> Row:
    wait: Colour | None = "brick" if shown.alarm in ("nobody", "wait") else None
    crowd: Colour | None = "amber" if 0 < board.rules.alarm_crowd < shown.count else None
    icon = _ALARM if shown.alarm else ""
    cells = (
        Cell(text=_title(shown), icon=icon, colour=wait or crowd),
        Cell(text=_count(shown.count), colour=crowd),
        Cell(text=tr("{n} minutes", n=minutes(shown.since, board.at)), colour=wait),
    )
    return Row(cells=cells, key=shown.lane)


def _title(shown: LineShown) -> str:
    """A line that nobody calls says so itself: no minutes tell it."""
    title = line_title(shown)
    return tr("{title}: nobody here calls them", title=title) if shown.alarm == "nobody" else title


def _series(shown: SeriesShown) -> Row:
    name = tr("Series {series}", series=shown.series)
    if shown.here:
        name = tr("Series {series} (this PC)", series=shown.series)
    said = tr("no number today")
    if shown.last:
        at = format_time(shown.last)
        said = tr("{n} numbers, the last at {time}", n=shown.count, time=at)
    cells = (
        Cell(text=name, icon="ticket"),
        Cell(text=said, colour=None if shown.last else "ink_3"),
    )
    return Row(cells=cells, key=f"series:{shown.series}")


def _kiosk(shown: KioskStands) -> Row:
    at = format_time(shown.since)
    said = {
        "paper": tr("numbers come without paper since {time}", time=at),
        "storm": tr("numbers are taken too fast since {time}", time=at),
    }
    cells = (
        Cell(text=tr("Kiosk {name}", name=shown.name), icon=_ALARM, colour="brick"),
        Cell(text=said[shown.trouble], colour="brick"),
    )
    return Row(cells=cells, key=f"kiosk:{shown.name}:{shown.trouble}")


def _printer(role: Role, state: PrinterState) -> Row:
    halted = state in HALTED
    colour: Colour | None = "brick" if halted else "amber" if state == "near_end" else None
    cells = (
        Cell(text=printer_short(role), icon="printer-off" if halted else "printer"),
        Cell(text=printer_words(state), colour=colour),
    )
    return Row(cells=cells, key=f"printer:{role}")
