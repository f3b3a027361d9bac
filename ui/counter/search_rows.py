"""What a search has found, as the rows of one list in three groups."""

from collections.abc import Iterable, Iterator

from app.persian import format_time
from app.ports import Found
from app.showing.anything import Anything, TicketHit
from app.showing.service import ServiceLine
from ui.frame.modes import mode_name
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.words import Words, shown

REQUEST, TICKET, SERVICE = "request", "ticket", "service"
"""What a row's key begins with, before a colon and the number, id or code."""

SEARCH_COLUMNS = (
    Column(width=118, role="secondary", colour="ink_2"),
    Column(width=150, role="strong"),
    Column(role="open"),
    Column(role="body", colour="ink_2"),
    Column(width=176, align="end", role="secondary", colour="ink_2"),
)


def search_rows(found: Anything, words: Words) -> tuple[Row, ...]:
    """Requests, then tickets, then sub-services; the first of each group names it. Before anything
    is typed: the latest requests.
    """
    return (
        *_named(tr("Latest of today"), (_request(one, words) for one in found.latest)),
        *_named(tr("Requests"), (_request(one, words) for one in found.requests)),
        *_named(tr("Numbers of today"), (_ticket(one, words) for one in found.tickets)),
        *_named(tr("Sub-services"), map(_service, found.services)),
    )


def parted(key: str) -> tuple[str, str]:
    """Group and id of a row's key."""
    group, _, id_ = key.partition(":")
    return group, id_


def _named(group: str, rows: Iterable[Row]) -> Iterator[Row]:
    for place, row in enumerate(rows):
        cells = (Cell(text=group if not place else ""), *row.cells)
        yield Row(cells=cells, key=row.key, spoken=f"{group}، {row.said()}")


def _request(found: Found, words: Words) -> Row:
    ready = found.state == "answer_ready"
    state = Cell(text=words.value("state", found.state), colour="firuzeh_7" if ready else None)
    number = Cell(text=shown("tracking", found.tracking))
    cells = (number, Cell(text=found.name), Cell(text=found.sub_service), state)
    return Row(cells=cells, key=f"{REQUEST}:{found.tracking}")


def _ticket(found: TicketHit, words: Words) -> Row:
    state = words.value("state", found.state)
    at = tr("Counter {n}", n=found.counter) if found.counter else ""
    cells = (
        Cell(text=found.label or tr("Without a number")),
        Cell(text=tr("taken at {time}", time=format_time(found.since))),
        Cell(text=found.title),
        Cell(text="، ".join(part for part in (state, at) if part)),
    )
    return Row(cells=cells, key=f"{TICKET}:{found.ticket}")


def _service(line: ServiceLine) -> Row:
    cells = (
        Cell(text=shown("code", line.code)),
        Cell(text=line.title),
        Cell(text=line.department),
        Cell(text=mode_name(line.mode)),
    )
    return Row(cells=cells, key=f"{SERVICE}:{line.code}")
