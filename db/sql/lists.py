"""Lists of work.

Made by `python -m db.shape`, never by hand.
"""

from db.statement import Statement

OWED_BETWEEN = Statement(
    """
    SELECT count(*) FROM request WHERE state NOT IN ('delivered', 'withdrawn', 'voided') AND
        promised >= :since AND promised < :until AND waits_for <> 'delivery'
    """
)

READY_ROWS = Statement(
    """
    SELECT id, tracking, name, mobile, title, promised, coalesce(ready_day, received_day) FROM
        request WHERE state NOT IN ('delivered', 'withdrawn', 'voided') AND waits_for =
        'delivery' ORDER BY coalesce(ready_day, received_day), id LIMIT :most
    """
)

SLIPS_SINCE = Statement(
    """
    SELECT id FROM ticket WHERE slip_for IS NOT NULL AND day >= :day ORDER BY day, issued_at, id
        LIMIT :most
    """
)

AT_UNITS = Statement(
    """
    SELECT unit, count(*) FROM request WHERE state NOT IN ('delivered', 'withdrawn', 'voided')
        AND waits_for = 'unit' GROUP BY unit ORDER BY unit
    """
)

AT_UNIT = Statement(
    """
    SELECT id FROM request WHERE state NOT IN ('delivered', 'withdrawn', 'voided') AND waits_for
        = 'unit' AND unit IN (SELECT value FROM json_each(:units)) ORDER BY promised, id LIMIT
        :most
    """
)
