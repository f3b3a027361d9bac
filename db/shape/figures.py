"""What figures are counted from: turns at counters, papers that lacked, steps, filled surveys.

Each table stands in the order of its days, so that a period is one stretch of the disk.
"""

from sqlalchemy import Column, Integer, Table, Text, bindparam, select, text

from db.shape.metadata import METADATA
from db.shape.ticket import EACH_DAY

# One turn of a ticket at a counter, or (`called` 0) a wait that no call ended. Seconds; `hour` is
# that in which it came. `called` and `ended` in microseconds UTC. It ends as `kept` where the night
# kept the place: the visit stands under the ticket of the next day.
VISIT = Table(
    "visit",
    METADATA,
    Column("day", Text, primary_key=True),
    Column("counter", Text, primary_key=True),
    Column("called", Integer, primary_key=True),
    Column("ticket", Text, primary_key=True, index=True),
    Column("turn", Integer, primary_key=True),
    Column("hour", Integer, nullable=False),
    Column("service", Text, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("wait", Integer),
    Column("walk", Integer),
    Column("serve", Integer),
    Column("ended", Integer, nullable=False),
    Column("end", Text, nullable=False),
    sqlite_with_rowid=False,
)

# One paper of a deficiency slip; `again` tells a slip that was not the first of its visit.
MISSING = Table(
    "missing",
    METADATA,
    Column("day", Text, primary_key=True),
    Column("ticket", Text, primary_key=True, index=True),
    Column("slip", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("service", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("again", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# A step of Table 1 that was handed over, on `day`; or that can be, since then. `since` is the day
# on which it could be, `given` and `done` are in microseconds UTC. `what` is unit, title, agreed
# duration and unit of time, tabs between: most often it is counted whole.
STEP = Table(
    "step",
    METADATA,
    Column("day", Text, primary_key=True),
    Column("request", Text, primary_key=True, index=True),
    Column("step", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("hours", Integer, nullable=False),
    Column("given", Integer, nullable=False),
    Column("done", Integer),
    Column("done_day", Text),
    Column("over", Integer, nullable=False),
    Column("since", Text),
    sqlite_with_rowid=False,
)

# One filled survey: `answers` has a digit for each question, 1 to 5, 0 where none was given.
SURVEY = Table(
    "survey",
    METADATA,
    Column("day", Text, primary_key=True),
    Column("batch", Text, primary_key=True, index=True),
    Column("place", Integer, primary_key=True),
    Column("service", Text, nullable=False),
    Column("gender", Text, nullable=False),
    Column("visits", Text, nullable=False),
    Column("answers", Text, nullable=False),
    Column("remarks", Text, nullable=False),
    sqlite_with_rowid=False,
)
_F = SURVEY.c

# A turn as it is counted. Flags: 1 it came then, 2 it was called, 4 it did not show up, 8 it stood
# at the counter, 16 nobody ended it in time, 32 the visit goes on the next day; what was not
# measured is -1.
_TURN = (
    "v.counter, v.clerk, v.service, v.hour, (v.turn < 1 AND v.\"end\" <> 'kept')"
    " + 2 * (v.called > 0) + 4 * (v.\"end\" = 'no_show')"
    " + 8 * (v.serve IS NOT NULL OR v.\"end\" = 'finished')"
    " + 16 * (v.called > 0 AND v.ended - v.called > :longest) + 32 * (v.\"end\" = 'kept'),"
    " ifnull(v.wait, -1), ifnull(v.walk, -1), ifnull(v.serve, -1), v.called, v.ended, v.ticket"
)
# In the order of the table itself.
VISITS_OF_DAY = text(
    f"SELECT {_TURN} FROM visit AS v WHERE v.day = :day"  # noqa: S608 our own names
    " ORDER BY v.counter, v.called, v.ticket, v.turn"
)
# The other columns are those of the latest row.
LAST_TURNS = text(
    "SELECT max(called), counter, clerk FROM visit WHERE day = :day AND called > 0 GROUP BY counter"
)
BREAK_MARKS = text(
    "SELECT json_extract(CAST(body AS TEXT), '$.number'), at, kind = 'CounterPaused' FROM event"
    " INDEXED BY ix_event_break WHERE kind IN ('CounterPaused', 'CounterResumed')"
    " AND at >= :since AND at < :until AND superseded = 0 ORDER BY at"
)
# In the order of its index, so that nothing has to be sorted.
PROMISES = text(
    "SELECT substr(promised, 1, 10), ready_day, state, service, count(*) FROM request"
    " WHERE promised >= :first AND promised < :beyond"
    " GROUP BY promised, ready_day, state, service ORDER BY promised, ready_day, state, service"
)
# Days are enough where a step is agreed in days; hours need the instants.
STEPS_OF_DAY = text(
    "SELECT done_day, over, what, nullif(since, day), CASE hours WHEN 1 THEN given END,"
    " CASE hours WHEN 1 THEN done END FROM step WHERE day = :day"
)
# Those that are still undone, from the few requests that wait for a unit or for the desk: in any
# other order SQLite would read all steps that ever were.
_LEFT = (
    "request AS r CROSS JOIN step AS s ON s.request = r.id"
    " WHERE r.state NOT IN ('delivered', 'withdrawn', 'voided')"
    " AND r.waits_for IN ('hand_over', 'unit') AND s.done_day IS NULL AND s.day < :first"
)
STEPS_LEFT = text(
    "SELECT s.day, s.done_day, s.over, s.what, nullif(s.since, s.day),"  # noqa: S608 our own names
    f" CASE s.hours WHEN 1 THEN s.given END, CASE s.hours WHEN 1 THEN s.done END FROM {_LEFT}"
)
MISSED = text(
    "SELECT service, title, count(*), count(DISTINCT ticket), sum(again) FROM missing"
    " WHERE day >= :first AND day <= :last GROUP BY service, title"
)
SLIPS = text(
    "SELECT count(*), sum(again) FROM (SELECT max(again) AS again FROM missing"
    " WHERE day >= :first AND day <= :last GROUP BY day, ticket, slip)"
)
FILLED = (
    select(_F.day, _F.service, _F.gender, _F.visits, _F.answers, _F.remarks)
    .where(_F.day >= bindparam("first"), _F.day <= bindparam("last"))
    .order_by(_F.day, _F.batch, _F.place)
)
STILL_HERE = text(
    "SELECT count(*) FROM ticket WHERE state IN ('called', 'serving') AND day >= :first"
    " AND day <= :last UNION ALL SELECT count(*) FROM ticket WHERE state = 'waiting'"
    " AND day >= :first AND day <= :last UNION ALL SELECT count(*) FROM ticket"
    " WHERE state = 'held' AND day >= :first AND day <= :last"
)
# Who telephones has no label: day by day these few are found in the index of labels.
TELEPHONED = text(
    f"{EACH_DAY} SELECT t.service, count(*) FROM each JOIN ticket AS t ON t.day = each.day"  # noqa: S608 our own names
    " AND t.label_key = '' WHERE t.how = 'telephone' GROUP BY t.service"
)

# All turns of a visit of which one is asked for.
VISIT_LINES = text(
    f"SELECT v.day, t.label, t.title, v.\"end\", coalesce(t.outcome, ''), {_TURN} FROM ("  # noqa: S608
    " SELECT v.day, v.ticket, min(v.called) AS called FROM visit AS v"
    " JOIN ticket AS t ON t.id = v.ticket"
    " WHERE v.day >= :first AND v.day <= :last AND (:told <> '' OR v.\"end\" <> 'kept')"
    " AND (:service = '' OR v.service = :service)"
    " AND (:counter = '' OR v.counter = :counter) AND (:clerk = '' OR v.clerk = :clerk)"
    " AND (:hour = -1 OR (v.hour = :hour AND v.turn < 1))"
    " AND (:told = '' OR (t.service = :told AND v.turn = 0 AND v.called > 0 AND EXISTS ("
    "SELECT 1 FROM event AS e WHERE e.entity = t.id AND e.kind = 'WaitTold'"
    " AND e.superseded = 0)))"
    " GROUP BY v.day, v.ticket ORDER BY v.day, called, v.ticket LIMIT :most) AS f"
    " JOIN visit AS v ON v.ticket = f.ticket JOIN ticket AS t ON t.id = v.ticket"
    " ORDER BY f.day, f.called, f.ticket, v.called, v.ended"
)
PROMISE_LINES = text(
    "SELECT tracking, name, title, state, received_day, substr(promised, 1, 10), ready_day"
    " FROM request WHERE promised >= :first AND promised < :beyond"
    " AND state NOT IN ('withdrawn', 'voided')"
    " AND (:service = '' OR service = :service)"
    " AND CASE :which WHEN 'kept' THEN ready_day <= substr(promised, 1, 10)"
    " WHEN 'broken' THEN coalesce(ready_day, :today) > substr(promised, 1, 10)"
    " WHEN 'open' THEN ready_day IS NULL ELSE 1 END"
    " ORDER BY promised, id LIMIT :most"
)
STEP_WHATS = text(
    "SELECT DISTINCT what FROM step WHERE day >= :first AND day <= :last"  # noqa: S608 our own names
    f" UNION SELECT DISTINCT s.what FROM {_LEFT}"
)
_STEP_LINE = (
    "SELECT s.request, r.tracking, s.what, s.given, s.done, s.over, ifnull(s.since, s.day),"
    " s.day, s.done_day, s.step"
)
STEP_LINES = text(
    f"{_STEP_LINE} FROM step AS s JOIN request AS r ON r.id = s.request"  # noqa: S608 our own names
    " WHERE s.day >= :first AND s.day <= :last"
    " AND s.what IN (SELECT value FROM json_each(:whats))"
    f" UNION ALL {_STEP_LINE} FROM {_LEFT} AND s.what IN (SELECT value FROM json_each(:left))"
    " ORDER BY s.day, s.request, s.step LIMIT :most"
)
MISSING_LINES = text(
    "SELECT m.day, t.label, t.title, m.title, t.counter FROM missing AS m"
    " JOIN ticket AS t ON t.id = m.ticket WHERE m.day >= :first AND m.day <= :last"
    " AND (:service = '' OR m.service = :service) AND (:title = '' OR m.title = :title)"
    " ORDER BY m.day, m.ticket, m.slip, m.place LIMIT :most"
)
