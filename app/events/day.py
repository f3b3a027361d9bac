"""What happens to a day of the desk."""

from datetime import date

from app.event import Event
from app.papers import LogLine, LogTotals


class DayClosed(Event, frozen=True, kw_only=True):
    """The daily log (Table 2) was closed; later work of that day goes on a supplement.

    `counter` empty: the whole desk. It names the requests that stand on the sheet, and carries its
    foot: what a merge brings later belongs to the supplement, whatever its time. `head` is the head
    of the chain of the node that closed. `feet`, by counter, are what each counter's own sheet had
    at its foot when the desk was closed. `lines` are the rows themselves as they were signed:
    whatever becomes of a request, its closed sheet says what it said.
    """

    day: date
    counter: str
    received: tuple[str, ...]
    answered: tuple[str, ...]
    totals: LogTotals
    head: str
    feet: tuple[tuple[str, LogTotals], ...] = ()
    lines: tuple[LogLine, ...] = ()
