"""Table 2 of a day as it stands: who was received, what was answered, and the foot."""

from datetime import date

from app.local import local
from app.papers import LogTotals
from app.ports import LogLine, Look
from app.value import Value


class DaySheet(Value, frozen=True, kw_only=True):
    """`given` are all answers of the day, of requests received the same day too."""

    received: tuple[LogLine, ...]
    given: tuple[LogLine, ...]
    totals: LogTotals


def day_sheet(look: Look, shown: date, counter: str = "") -> DaySheet:
    """The sheet of one counter, or of the desk (empty)."""
    lines = look.day_log(shown)
    received = [
        line for line in lines if line.row.received == shown and counter in ("", line.counter)
    ]
    given = [
        line
        for line in lines
        if line.row.delivered == shown and counter in ("", line.delivery_counter)
    ]
    visits = [v for v in look.visits_of_day(shown) if counter in ("", v.counter)]
    totals = LogTotals(
        requests=len(received),
        answers=len(given),
        guidance=sum(v.outcome == "guidance" for v in visits),
        deficiencies=sum(v.deficiencies > 0 for v in visits),
        referrals=sum(v.referrals > 0 for v in visits),
        no_shows=sum(v.state == "no_show" for v in visits),
        overdue=look.overdue(local(look.at), counter),
    )
    return DaySheet(received=tuple(received), given=tuple(given), totals=totals)
