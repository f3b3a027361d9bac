"""The queue of a counter: who waits for it, who is held, whose answer is ready."""

from datetime import datetime
from typing import Literal

from app.value import Value

WaitingMark = Literal["", "return", "carried", "priority", "collect", "guide", "sent"]
"""Why somebody waits otherwise than with a new number of today: came back with a slip, kept from
yesterday, of a priority class, to collect an answer, to ask, sent to this counter or clerk."""


class Waiting(Value, frozen=True, kw_only=True):
    """One row; `since` is the effective time's own issue, `detail` the class's title if any."""

    ticket: str
    label: str
    since: datetime
    title: str
    mark: WaitingMark = ""
    detail: str = ""
    held_until: datetime | None = None


class CounterQueue(Value, frozen=True, kw_only=True):
    """`rows` are the first of those who wait, in the order of calling; `waiting` counts all of
    them; `longest` is when the longest waiting one took the number."""

    waiting: int
    longest: datetime | None
    rows: tuple[Waiting, ...]
    held: tuple[Waiting, ...]
    ready: int
    """Answers of the office that are ready and not collected."""
