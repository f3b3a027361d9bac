"""Requests as lists, searches and Table 2 read them.

Made by `python -m db.shape`, never by hand.
"""

from db.statement import Statement, Table

REQUEST = Table(
    "request",
    "id",
    "tracking",
    "service",
    "code",
    "title",
    "applicant_id",
    "name",
    "mobile",
    "state",
    "counter",
    "ticket",
    "registered_at",
    "received_day",
    "promised",
    "first_step_day",
    "last_step_day",
    "delivered_day",
    "delivery_ticket",
    "delivery_counter",
    "mark",
    "waits_for",
    "step",
    "unit",
    "ready_day",
)

NAME = Table(
    "request_name",
    "key",
    "newest",
    "request",
)

TRACKED = Statement(
    """
    SELECT request.id
    FROM request
    WHERE request.tracking = :tracking ORDER BY request.registered_at DESC, request.id DESC
    """
)

BY_APPLICANT = Statement(
    """
    SELECT request.id
    FROM request
    WHERE request.applicant_id = :applicant ORDER BY request.registered_at DESC, request.id DESC
    """
)

OF_VISIT = Statement(
    """
    SELECT request.id
    FROM request
    WHERE request.ticket = :ticket OR request.delivery_ticket = :ticket ORDER BY
        request.registered_at, request.id
    """
)

OF_DAY = Statement(
    """
    SELECT request.id, request.counter, request.delivery_counter, request.received_day,
        request.delivered_day
    FROM request
    WHERE request.received_day = :day OR request.delivered_day = :day ORDER BY
        request.registered_at, request.id
    """
)

LOG_OF_DAY = Statement(
    """
    SELECT request.id, request.tracking, request.title, request.received_day, request.promised,
        request.first_step_day, request.last_step_day, request.delivered_day, request.counter,
        request.delivery_counter, request.mark
    FROM request
    WHERE request.received_day = :day OR request.delivered_day = :day ORDER BY
        request.registered_at, request.id
    """
)

HANDED_OVER_BY = Statement(
    """
    SELECT id FROM request WHERE first_step_day <= :day AND CASE WHEN state IN ('withdrawn',
        'voided') THEN promised >= :not_before ELSE delivered_day IS NULL OR delivered_day >=
        :not_after END ORDER BY registered_at, id
    """
)

OWED = Statement(
    """
    SELECT waits_for, count(*), sum(promised < :today AND waits_for <> 'delivery'), sum(promised
        >= :from_today AND promised < :tomorrow AND waits_for <> 'delivery') FROM request WHERE
        state NOT IN ('delivered', 'withdrawn', 'voided') AND :counter IN ('', counter) GROUP BY
        waits_for
    """
)

OVERDUE_ON = Statement(
    """
    SELECT count(*) FROM (SELECT 1 FROM request WHERE state NOT IN ('delivered', 'withdrawn',
        'voided') AND promised < :day AND (ready_day IS NULL OR ready_day > :day) AND :counter
        IN ('', counter) UNION ALL SELECT 1 FROM request WHERE delivered_day > :day AND state =
        'delivered' AND promised < :day AND ready_day > :day AND :counter IN ('', counter))
    """
)

OWED_LINES = Statement(
    """
    SELECT id, tracking, name, title, code, state, received_day, promised, step, unit FROM
        request WHERE state NOT IN ('delivered', 'withdrawn', 'voided') AND promised >= :since
        AND promised < :until AND :waits_for IN ('', waits_for) AND (:ready OR waits_for <>
        'delivery') AND :counter IN ('', counter) ORDER BY promised, id LIMIT :most
    """
)

FOUND_BY_TRACKING = Statement(
    """
    SELECT request.id, request.tracking, request.name, request.applicant_id, request.title,
        request.state
    FROM request
    WHERE request.tracking = :text ORDER BY request.registered_at DESC, request.id DESC
     LIMIT 50 OFFSET 0
    """
)

FOUND_BY_APPLICANT = Statement(
    """
    SELECT request.id, request.tracking, request.name, request.applicant_id, request.title,
        request.state
    FROM request
    WHERE request.applicant_id = :text ORDER BY request.registered_at DESC, request.id DESC
     LIMIT 50 OFFSET 0
    """
)

FOUND_BY_MOBILE = Statement(
    """
    SELECT request.id, request.tracking, request.name, request.applicant_id, request.title,
        request.state
    FROM request
    WHERE request.mobile = :text AND mobile <> '' ORDER BY request.registered_at DESC,
        request.id DESC
     LIMIT 50 OFFSET 0
    """
)

FOUND_BY_NAME = Statement(
    """
    SELECT request.id, request.tracking, request.name, request.applicant_id, request.title,
        request.state
    FROM request JOIN request_name ON request_name.request = request.id
    WHERE request_name."key" = :text ORDER BY request_name.newest, request_name.request
     LIMIT 50 OFFSET 0
    """
)

FOUND_BY_BEGINNING = Statement(
    """
    SELECT request.id, request.tracking, request.name, request.applicant_id, request.title,
        request.state
    FROM request JOIN request_name ON request_name.request = request.id
    WHERE request_name."key" > :text AND request_name."key" < :beyond ORDER BY
        request_name."key", request_name.newest, request_name.request
     LIMIT 200 OFFSET 0
    """
)
