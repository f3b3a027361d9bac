"""Lists of work."""

from sqlalchemy import text

# Said in just these words, so that SQLite sees that the index of what is owed serves.
_OWED = "state NOT IN ('delivered', 'withdrawn', 'voided')"

OWED_BETWEEN = text(
    f"SELECT count(*) FROM request WHERE {_OWED}"  # noqa: S608 our own words
    " AND promised >= :since AND promised < :until AND waits_for <> 'delivery'"
)
READY_ROWS = text(
    "SELECT id, tracking, name, mobile, title, promised, coalesce(ready_day, received_day)"  # noqa: S608
    f" FROM request WHERE {_OWED} AND waits_for = 'delivery'"
    " ORDER BY coalesce(ready_day, received_day), id LIMIT :most"
)
SLIPS_SINCE = text(
    "SELECT id FROM ticket WHERE slip_for IS NOT NULL AND day >= :day"
    " ORDER BY day, issued_at, id LIMIT :most"
)
AT_UNITS = text(
    f"SELECT unit, count(*) FROM request WHERE {_OWED} AND waits_for = 'unit'"  # noqa: S608
    " GROUP BY unit ORDER BY unit"
)
AT_UNIT = text(
    f"SELECT id FROM request WHERE {_OWED} AND waits_for = 'unit'"  # noqa: S608
    " AND unit IN (SELECT value FROM json_each(:units))"
    " ORDER BY promised, id LIMIT :most"
)
