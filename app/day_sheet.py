"""Table 2 of a day as it stands: who was received, what was answered, and the foot."""

from collections.abc import Sequence
from datetime import date

from app.papers import LogChange, LogLine, LogTotals
from app.ports import Look
from app.value import Value


class DaySheet(Value, frozen=True, kw_only=True):
    """`given` are all answers of the day, of requests received the same day too. A supplement also
    has what `changed` in rows that stand on the closed sheet.
    """

    received: tuple[LogLine, ...] = ()
    given: tuple[LogLine, ...] = ()
    changed: tuple[LogChange, ...] = ()
    totals: LogTotals = LogTotals()

    @property
    def answered(self) -> tuple[LogLine, ...]:
        """The second part: the answers to requests that do not stand in the first."""
        same_day = {line.request for line in self.received}
        return tuple(line for line in self.given if line.request not in same_day)


def day_sheet(look: Look, shown: date, counter: str = "") -> DaySheet:
    """The sheet of one counter, or of the desk (empty)."""
    sheet = sheet_of(look.day_log(shown), shown, counter)
    visits = [v for v in look.visits_of_day(shown) if counter in ("", v.counter)]
    totals = LogTotals(
        requests=len(sheet.received),
        answers=len(sheet.given),
        guidance=sum(v.outcome == "guidance" for v in visits),
        telephone=sum(v.how == "telephone" for v in visits),
        deficiencies=sum(v.deficiencies > 0 for v in visits),
        referrals=sum(v.referrals > 0 for v in visits),
        no_shows=sum(v.state == "no_show" for v in visits),
        overdue=look.overdue_on(shown, counter),
    )
    return DaySheet(received=sheet.received, given=sheet.given, totals=totals)


def sheet_of(lines: Sequence[LogLine], shown: date, counter: str) -> DaySheet:
    """Both parts without a foot, of these lines: what that counter received and answered itself."""
    received = (line for line in lines if line.row.received == shown)
    given = (line for line in lines if line.row.delivered == shown)
    return DaySheet(
        received=tuple(line for line in received if counter in ("", line.counter)),
        given=tuple(line for line in given if counter in ("", line.delivery_counter)),
    )
