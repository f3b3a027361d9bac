-- For analysts: the log as tables. Bodies are read here and nowhere else; what is no JSON says
-- nothing. The program's own folds decide in conflicts; here the first of its kind counts.

CREATE FUNCTION bajeh.read(body bytea) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN convert_from(body, 'UTF8')::jsonb;
EXCEPTION WHEN data_exception OR program_limit_exceeded OR statement_too_complex THEN
    RETURN NULL;
END $$;

-- A text as a day or a number; what is none is nothing.
CREATE FUNCTION bajeh.day(said text) RETURNS date LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE WHEN said ~ '^\d{4}-\d\d-\d\d' THEN left(said, 10)::date END;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END $$;

-- A number of microseconds as an instant; what no calendar shows is nothing.
CREATE FUNCTION bajeh.instant(at bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE
RETURN CASE WHEN at BETWEEN 0 AND 253402300799999999 THEN to_timestamp(at / 1000000.0) END;

-- Every event once, at the first of its places.
CREATE VIEW bajeh.event AS
    SELECT DISTINCT ON (l.office, l.content)
        l.office, l.feed, l.id, bajeh.instant(l.at) AS at, l.node, l.clerk, l.entity,
        l.kind, bajeh.read(l.body) AS said
    FROM bajeh.line l ORDER BY l.office, l.content, l.feed;

CREATE VIEW bajeh.request AS
    WITH registered AS (
        SELECT DISTINCT ON (e.office, e.entity) e.*, CASE jsonb_typeof(e.said -> 'steps')
            WHEN 'array' THEN jsonb_array_length(e.said -> 'steps') ELSE 0 END AS steps
        FROM bajeh.event e WHERE e.kind = 'RequestRegistered' AND e.said ->> 'tracking' IS NOT NULL
        ORDER BY e.office, e.entity, e.feed
    ), later AS (
        SELECT r.office, r.entity,
            min(bajeh.day(e.said ->> 'day')) FILTER (
                WHERE e.kind = 'StepHandedOver' AND e.said ->> 'step' = '0') AS first_step,
            min(bajeh.day(e.said ->> 'day')) FILTER (
                WHERE e.kind = 'StepDone' AND e.said ->> 'step' = (r.steps - 1)::text) AS last_step,
            min(bajeh.day(e.said ->> 'day')) FILTER (WHERE e.kind = 'AnswerPrepared') AS answered,
            min(bajeh.day(e.said ->> 'day')) FILTER (WHERE e.kind = 'AnswerDelivered') AS delivered,
            (array_agg(e.said ->> 'result' ORDER BY e.feed DESC) FILTER (
                WHERE e.kind = 'AnswerPrepared'))[1] AS result,
            CASE WHEN bool_or(e.kind = 'RequestVoided') THEN 'voided'
                WHEN bool_or(e.kind = 'RequestWithdrawn') THEN 'withdrawn'
                WHEN bool_or(e.kind = 'RequestCorrected') THEN 'corrected' ELSE '' END AS mark
        FROM registered r JOIN bajeh.event e ON e.office = r.office AND e.entity = r.entity
        GROUP BY r.office, r.entity
    )
    SELECT r.office, r.entity AS request, r.said ->> 'tracking' AS tracking,
        r.said ->> 'code' AS code, r.said ->> 'title' AS title,
        r.said #>> '{applicant,kind}' AS applicant, coalesce(r.said ->> 'counter', '') AS counter,
        r.clerk, bajeh.day(r.said ->> 'received') AS received,
        bajeh.day(r.said ->> 'promised') AS promised, later.first_step, later.last_step,
        later.answered, later.delivered, coalesce(later.result, '') AS result, later.mark
    FROM registered r JOIN later ON later.office = r.office AND later.entity = r.entity;

-- Table 2: whoever came on a day, and what was delivered on it.
CREATE VIEW bajeh.table_2 AS
    SELECT r.office, r.received AS day, 'received' AS part, r.tracking, r.title AS sub_service,
        r.received, r.promised, r.first_step, r.last_step, r.delivered, r.mark
    FROM bajeh.request r
    UNION ALL
    SELECT r.office, r.delivered, 'answered', r.tracking, r.title,
        r.received, r.promised, r.first_step, r.last_step, r.delivered, r.mark
    FROM bajeh.request r WHERE r.delivered IS NOT NULL;

CREATE VIEW bajeh.ticket AS
    SELECT e.office, e.entity AS ticket,
        min(e.said ->> 'label') FILTER (WHERE e.kind = 'TicketIssued') AS label,
        min(bajeh.day(e.said ->> 'day')) FILTER (
            WHERE e.kind IN ('TicketIssued', 'VisitOpened')) AS day,
        (array_agg(e.said ->> 'code' ORDER BY e.feed DESC) FILTER (
            WHERE e.kind IN ('TicketIssued', 'VisitOpened', 'TicketTransferred')))[1] AS code,
        min(e.at) FILTER (WHERE e.kind = 'TicketIssued') AS issued_at,
        min(e.at) FILTER (WHERE e.kind IN ('TicketCalled', 'VisitOpened')) AS called_at,
        min(e.at) FILTER (WHERE e.kind = 'ServiceBegun') AS begun_at,
        max(e.at) FILTER (WHERE e.kind IN ('ServiceFinished', 'NoShowMarked')) AS ended_at,
        count(*) FILTER (WHERE e.kind = 'TicketCalled') AS calls,
        (array_agg(e.said ->> 'counter' ORDER BY e.feed DESC) FILTER (
            WHERE e.kind IN ('TicketCalled', 'VisitOpened')))[1] AS counter,
        (array_agg(CASE e.kind WHEN 'NoShowMarked' THEN 'no_show' ELSE e.said ->> 'outcome' END
            ORDER BY e.feed DESC) FILTER (
            WHERE e.kind IN ('ServiceFinished', 'NoShowMarked')))[1] AS outcome
    FROM bajeh.event e
    GROUP BY e.office, e.entity
    HAVING bool_or(e.kind IN ('TicketIssued', 'VisitOpened'));

-- How units do their steps of Table 1; days are those of the calendar, open steps have none yet.
CREATE VIEW bajeh.unit_performance AS
    WITH step AS (
        SELECT e.office, e.entity, e.said ->> 'step' AS step,
            min(e.said ->> 'unit') FILTER (WHERE e.kind = 'StepHandedOver') AS unit,
            min(bajeh.day(e.said ->> 'day')) FILTER (WHERE e.kind = 'StepHandedOver') AS given,
            min(bajeh.day(e.said ->> 'day')) FILTER (WHERE e.kind = 'StepDone') AS done
        FROM bajeh.event e WHERE e.kind IN ('StepHandedOver', 'StepDone')
        GROUP BY e.office, e.entity, e.said ->> 'step'
    )
    SELECT office, unit, count(*) AS steps, count(done) AS done, count(*) - count(done) AS open,
        round(avg(done - given), 2) AS average_days, max(done - given) AS longest_days
    FROM step WHERE unit IS NOT NULL GROUP BY office, unit;

GRANT USAGE ON SCHEMA bajeh TO bajeh_analyst;
GRANT SELECT ON bajeh.event, bajeh.request, bajeh.table_2, bajeh.ticket, bajeh.unit_performance
    TO bajeh_analyst;
GRANT EXECUTE ON FUNCTION bajeh.read, bajeh.day, bajeh.instant TO bajeh_analyst;
