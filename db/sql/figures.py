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
    "since",
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
    SELECT v.counter, v.clerk, v.service, v.hour, (v.turn < 1 AND v."end" <> 'kept') + 2 *
        (v.called > 0) + 4 * (v."end" = 'no_show') + 8 * (v.serve IS NOT NULL OR v."end" =
        'finished') + 16 * (v.called > 0 AND v.ended - v.called > :longest) + 32 * (v."end" =
        'kept'), ifnull(v.wait, -1), ifnull(v.walk, -1), ifnull(v.serve, -1), v.called, v.ended,
        v.ticket FROM visit AS v WHERE v.day = :day ORDER BY v.counter, v.called, v.ticket,
        v.turn
    """
)

LAST_TURNS = Statement(
    """
    SELECT max(called), counter, clerk FROM visit WHERE day = :day AND called > 0 GROUP BY
        counter
    """
)

BREAK_MARKS = Statement(
    """
    SELECT json_extract(CAST(body AS TEXT), '$.number'), at, kind = 'CounterPaused' FROM event
        INDEXED BY ix_event_break WHERE kind IN ('CounterPaused', 'CounterResumed') AND at >=
        :since AND at < :until AND superseded = 0 ORDER BY at
    """
)

PROMISES = Statement(
    """
    SELECT substr(promised, 1, 10), ready_day, state, service, count(*) FROM request WHERE
        promised >= :first AND promised < :beyond GROUP BY promised, ready_day, state, service
        ORDER BY promised, ready_day, state, service
    """
)

STEPS_OF_DAY = Statement(
    """
    SELECT done_day, over, what, nullif(since, day), CASE hours WHEN 1 THEN given END, CASE
        hours WHEN 1 THEN done END FROM step WHERE day = :day
    """
)

STEPS_LEFT = Statement(
    """
    SELECT s.day, s.done_day, s.over, s.what, nullif(s.since, s.day), CASE s.hours WHEN 1 THEN
        s.given END, CASE s.hours WHEN 1 THEN s.done END FROM request AS r CROSS JOIN step AS s
        ON s.request = r.id WHERE r.state NOT IN ('delivered', 'withdrawn', 'voided') AND
        r.waits_for IN ('hand_over', 'unit') AND s.done_day IS NULL AND s.day < :first
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

TELEPHONED = Statement(
    """
    WITH RECURSIVE each(day) AS (SELECT :first UNION ALL SELECT date(day, '+1 day') FROM each
        WHERE day < :last) SELECT t.service, count(*) FROM each JOIN ticket AS t ON t.day =
        each.day AND t.label_key = '' WHERE t.how = 'telephone' GROUP BY t.service
    """
)

VISIT_LINES = Statement(
    """
    SELECT v.day, t.label, t.title, v."end", coalesce(t.outcome, ''), v.counter, v.clerk,
        v.service, v.hour, (v.turn < 1 AND v."end" <> 'kept') + 2 * (v.called > 0) + 4 *
        (v."end" = 'no_show') + 8 * (v.serve IS NOT NULL OR v."end" = 'finished') + 16 *
        (v.called > 0 AND v.ended - v.called > :longest) + 32 * (v."end" = 'kept'),
        ifnull(v.wait, -1), ifnull(v.walk, -1), ifnull(v.serve, -1), v.called, v.ended, v.ticket
        FROM ( SELECT v.day, v.ticket, min(v.called) AS called FROM visit AS v JOIN ticket AS t
        ON t.id = v.ticket WHERE v.day >= :first AND v.day <= :last AND (:told <> '' OR v."end"
        <> 'kept') AND (:service = '' OR v.service = :service) AND (:counter = '' OR v.counter =
        :counter) AND (:clerk = '' OR v.clerk = :clerk) AND (:hour = -1 OR (v.hour = :hour AND
        v.turn < 1)) AND (:told = '' OR (t.service = :told AND v.turn = 0 AND v.called > 0 AND
        EXISTS (SELECT 1 FROM event AS e WHERE e.entity = t.id AND e.kind = 'WaitTold' AND
        e.superseded = 0))) GROUP BY v.day, v.ticket ORDER BY v.day, called, v.ticket LIMIT
        :most) AS f JOIN visit AS v ON v.ticket = f.ticket JOIN ticket AS t ON t.id = v.ticket
        ORDER BY f.day, f.called, f.ticket, v.called, v.ended
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

STEP_WHATS = Statement(
    """
    SELECT DISTINCT what FROM step WHERE day >= :first AND day <= :last UNION SELECT DISTINCT
        s.what FROM request AS r CROSS JOIN step AS s ON s.request = r.id WHERE r.state NOT IN
        ('delivered', 'withdrawn', 'voided') AND r.waits_for IN ('hand_over', 'unit') AND
        s.done_day IS NULL AND s.day < :first
    """
)

STEP_LINES = Statement(
    """
    SELECT s.request, r.tracking, s.what, s.given, s.done, s.over, ifnull(s.since, s.day),
        s.day, s.done_day, s.step FROM step AS s JOIN request AS r ON r.id = s.request WHERE
        s.day >= :first AND s.day <= :last AND s.what IN (SELECT value FROM json_each(:whats))
        UNION ALL SELECT s.request, r.tracking, s.what, s.given, s.done, s.over, ifnull(s.since,
        s.day), s.day, s.done_day, s.step FROM request AS r CROSS JOIN step AS s ON s.request =
        r.id WHERE r.state NOT IN ('delivered', 'withdrawn', 'voided') AND r.waits_for IN
        ('hand_over', 'unit') AND s.done_day IS NULL AND s.day < :first AND s.what IN (SELECT
        value FROM json_each(:left)) ORDER BY s.day, s.request, s.step LIMIT :most
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
