"""Counters and lines of waiting as tables."""

from datetime import datetime, timedelta

from app.letters import persian_digits
from app.showing.board import Board, CounterShown, LineShown
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.words import Words

COUNTER_COLUMNS = (
    Column(width=84, role="strong"),
    Column(width=150, role="body"),
    Column(width=96, role="open"),
    Column(role="body", colour="ink_2"),
    Column(width=72, align="end", role="open"),
)
LINE_COLUMNS = (
    Column(role="body"),
    Column(width=64, align="end", role="strong"),
    Column(width=84, align="end", role="body", colour="ink_2"),
)


def counter_heads() -> tuple[str, ...]:
    """What the columns of the counters hold."""
    return (tr("Counter"), tr("State"), tr("Number"), tr("Sub-service"), tr("Minutes"))


def line_heads() -> tuple[str, ...]:
    """What the columns of those who wait hold."""
    return (tr("Sub-service"), tr("Waiting"), tr("Longest wait"))


def minutes(since: datetime | None, at: datetime) -> str:
    """Whole minutes since then, in Persian digits."""
    passed = max(at - since, timedelta()) if since else timedelta()
    return persian_digits(str(passed // timedelta(minutes=1)))


def counter_rows(board: Board) -> tuple[Row, ...]:
    """One row for each counter."""
    words = Words()
    return tuple(_counter(each, board.at, words) for each in board.counters)


def line_rows(board: Board) -> tuple[Row, ...]:
    """One row for each line of waiting."""
    return tuple(_line(each, board.at) for each in board.lines)


def _counter(shown: CounterShown, at: datetime, words: Words) -> Row:
    state = words.value("counter_state", shown.state)
    who = tr("{state}, {clerk}", state=state, clerk=shown.clerk) if shown.clerk else state
    cells = (
        Cell(text=tr("Counter {n}", n=shown.number)),
        Cell(text=who, colour="ink" if shown.clerk else "ink_3"),
        Cell(text=shown.label),
        Cell(text=shown.service),
        Cell(text=minutes(shown.since, at) if shown.since else ""),
    )
    return Row(cells=cells, key=shown.number)


def _line(shown: LineShown, at: datetime) -> Row:
    title = shown.title if shown.code else tr("Sent to counter {n}", n=shown.title)
    cells = (
        Cell(text=title),
        Cell(text=persian_digits(str(shown.count))),
        Cell(text=tr("{n} minutes", n=minutes(shown.since, at))),
    )
    return Row(cells=cells, key=shown.code or f"counter:{shown.title}")
