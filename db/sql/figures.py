"""What figures are counted from: turns at counters, papers that lacked, steps, filled surveys.

Made by `python -m db.shape`, never by hand.
"""

from db.statement import Statement, Table

VISIT = Table(
    "visit",
    "day",
    "counter",
    "called",
    "ticket",
    "turn",
    "hour",
    "service",
    "clerk",
    "wait",
    "walk",
    "serve",
    "ended",
    "end",
)

MISSING = Table(
    "missing",
    "day",
    "ticket",
    "slip",
    "place",
    "service",
    "title",
    "again",
)

STEP = Table(
    "step",
    "day",
    "request",
    "step",
    "what",
    "hours",
    "given",
    "done",
    "done_day",
    "over",
)

SURVEY = Table(
    "survey",
    "day",
    "batch",
    "place",
    "service",
    "gender",
    "visits",
    "answers",
    "remarks",
)

VISITS_OF_DAY = Statement(
    """
    SELECT counter, clerk, service, hour, (turn < 1) + 2 * (called > 0) + 4 * ("end" =
        'no_show'), ifnull(wait, -1), ifnull(walk, -1), ifnull(serve, -1), called, ended FROM
        visit WHERE day = :day ORDER BY counter, called, ticket, turn
    """
)

PROMISES = Statement(
    """
    SELECT substr(promised, 1, 10), ready_day, state, service, count(*) FROM request WHERE
        promised >= :first AND promised < :beyond GROUP BY promised, ready_day, state, service
        ORDER BY promised
    """
)

STEPS_BY_DAYS = Statement(
    """
    SELECT done_day, over, what FROM step WHERE day = :day AND hours = 0
    """
)

STEPS_BY_HOURS = Statement(
    """
    SELECT done_day, over, what, given, done FROM step WHERE day = :day AND hours = 1
    """
)

MISSED = Statement(
    """
    SELECT service, title, count(*), count(DISTINCT ticket), sum(again) FROM missing WHERE day
        >= :first AND day <= :last GROUP BY service, title
    """
)

SLIPS = Statement(
    """
    SELECT count(*), sum(again) FROM (SELECT max(again) AS again FROM missing WHERE day >=
        :first AND day <= :last GROUP BY day, ticket, slip)
    """
)

FILLED = Statement(
    """
    SELECT survey.day, survey.service, survey.gender, survey.visits, survey.answers,
        survey.remarks
    FROM survey
    WHERE survey.day >= :first AND survey.day <= :last ORDER BY survey.day, survey.batch,
        survey.place
    """
)

STILL_HERE = Statement(
    """
    SELECT count(*) FROM ticket WHERE state IN ('called', 'serving') AND day >= :first AND day
        <= :last UNION ALL SELECT count(*) FROM ticket WHERE state = 'waiting' AND day >= :first
        AND day <= :last UNION ALL SELECT count(*) FROM ticket WHERE state = 'held' AND day >=
        :first AND day <= :last
    """
)

VISIT_LINES = Statement(
    """
    SELECT v.day, t.label, t.title, v.counter, v.clerk, v.called, v.wait, v.walk, v.serve,
        v.end, coalesce(t.outcome, '') FROM visit AS v JOIN ticket AS t ON t.id = v.ticket WHERE
        v.day >= :first AND v.day <= :last AND (:service = '' OR v.service = :service) AND
        (:counter = '' OR v.counter = :counter) AND (:clerk = '' OR v.clerk = :clerk) AND (:hour
        = -1 OR v.hour = :hour) AND (:end = '' OR v.end = :end) ORDER BY v.day, v.called,
        v.ticket LIMIT :most
    """
)

PROMISE_LINES = Statement(
    """
    SELECT tracking, name, title, state, received_day, substr(promised, 1, 10), ready_day FROM
        request WHERE promised >= :first AND promised < :beyond AND state NOT IN ('withdrawn',
        'voided') AND (:service = '' OR service = :service) AND CASE :which WHEN 'kept' THEN
        ready_day <= substr(promised, 1, 10) WHEN 'broken' THEN coalesce(ready_day, :today) >
        substr(promised, 1, 10) WHEN 'open' THEN ready_day IS NULL ELSE 1 END ORDER BY promised,
        id LIMIT :most
    """
)

STEP_LINES = Statement(
    """
    SELECT s.request, r.tracking, s.what, s.given, s.done, s.over, s.day, s.done_day FROM step
        AS s JOIN request AS r ON r.id = s.request WHERE s.day >= :first AND s.day <= :last AND
        substr(s.what, 1, length(:what)) = :what ORDER BY s.day, s.request, s.step LIMIT :most
    """
)

MISSING_LINES = Statement(
    """
    SELECT m.day, t.label, t.title, m.title, t.counter FROM missing AS m JOIN ticket AS t ON
        t.id = m.ticket WHERE m.day >= :first AND m.day <= :last AND (:service = '' OR m.service
        = :service) AND (:title = '' OR m.title = :title) ORDER BY m.day, m.ticket, m.slip,
        m.place LIMIT :most
    """
)
