-- What every function does first, and what several share. None of this is granted to anybody; it
-- runs inside the functions below, as their owner and with their search path.

CREATE FUNCTION bajeh.clock() RETURNS bigint LANGUAGE sql VOLATILE
RETURN (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;

CREATE FUNCTION bajeh.started() RETURNS timestamptz LANGUAGE sql STABLE
RETURN pg_postmaster_start_time();

CREATE TYPE bajeh.visitor AS (
    office text,
    node text,
    seen_at bigint,
    reconciled bigint,
    now bigint,
    last bigint,
    mark bytea,
    paused_at bigint,
    pauses bigint,
    patience bigint,
    wakes boolean,
    wants integer
);

-- Who asks, and for what office. `writes`: locks node, then office, until the end.
CREATE FUNCTION bajeh.enter(writes boolean) RETURNS bajeh.visitor LANGUAGE plpgsql AS $$
DECLARE
    me bajeh.visitor;
    revoked bigint;
    began timestamptz;
    begins timestamptz := bajeh.started();
BEGIN
    SELECT n.office, n.node, n.seen_at, n.reconciled, n.revoked_at
        INTO me.office, me.node, me.seen_at, me.reconciled, revoked
        FROM bajeh.node n WHERE n.role_name = session_user;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no PC comes under this name' USING ERRCODE = 'BJ002';
    ELSIF revoked IS NOT NULL THEN
        RAISE EXCEPTION 'this PC was revoked' USING ERRCODE = 'BJ001';
    END IF;
    IF writes THEN
        IF current_setting('synchronous_commit') IN ('off', 'local') THEN
            PERFORM set_config('synchronous_commit', 'on', true);
        END IF;
        PERFORM FROM bajeh.node n
            WHERE n.office = me.office AND n.node = me.node FOR NO KEY UPDATE;
        PERFORM FROM bajeh.office o WHERE o.office = me.office FOR NO KEY UPDATE;
    END IF;
    SELECT o.last, o.mark, o.paused_at, o.pauses, o.patience, o.wakes, o.wants, o.started
        INTO me.last, me.mark, me.paused_at, me.pauses, me.patience, me.wakes, me.wants, began
        FROM bajeh.office o WHERE o.office = me.office;
    me.now := bajeh.clock();
    IF began IS DISTINCT FROM begins THEN
        PERFORM FROM bajeh.node n
            WHERE n.office = me.office AND n.node = me.node FOR NO KEY UPDATE;
        UPDATE bajeh.office o
            SET started = begins, paused_at = me.now, pauses = o.pauses + 1
            WHERE o.office = me.office AND o.started IS DISTINCT FROM begins;
        SELECT o.paused_at, o.pauses INTO me.paused_at, me.pauses
            FROM bajeh.office o WHERE o.office = me.office;
    END IF;
    RETURN me;
END $$;

-- The node has shown itself. That matters during a pause only; else a glance now and then will do.
CREATE FUNCTION bajeh.show(me bajeh.visitor) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF me.paused_at IS NOT NULL OR abs(me.now - me.seen_at) > 5000000 THEN
        UPDATE bajeh.node n SET seen_at = me.now
            WHERE n.office = me.office AND n.node = me.node;
    END IF;
END $$;

-- Whether a place is in the feed; where it is not, calls wait until all is reconciled. That is so
-- after a restore, which one PC does not see twice in an hour: whoever says so again is not heard.
CREATE FUNCTION bajeh.stands(me bajeh.visitor, place bigint, vouched bytea) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    found_mark bytea;
    doubts boolean;
BEGIN
    IF place = me.last THEN
        found_mark := me.mark;
    ELSIF place = 0 THEN
        found_mark := sha256('bajeh-feed-1');
    ELSE
        SELECT l.mark INTO found_mark
            FROM bajeh.line l WHERE l.office = me.office AND l.feed = place;
    END IF;
    IF found_mark = vouched THEN
        RETURN true;
    END IF;
    UPDATE bajeh.node n SET seen_at = me.now, doubted_at = CASE
            WHEN me.paused_at IS NULL AND abs(me.now - n.doubted_at) >= 3600000000 THEN me.now
            ELSE n.doubted_at END
        WHERE n.office = me.office AND n.node = me.node
        RETURNING me.paused_at IS NULL AND n.doubted_at = me.now INTO doubts;
    IF doubts THEN
        UPDATE bajeh.office o SET paused_at = me.now, pauses = o.pauses + 1
            WHERE o.office = me.office AND o.paused_at IS NULL;
    END IF;
    RETURN false;
END $$;

-- Until every node that has shown itself since, and is not silent again, brought all it holds; for
-- whoever has not in twenty times its patience, nobody waits any more.
CREATE FUNCTION bajeh.is_paused(me bajeh.visitor) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    IF me.paused_at IS NULL THEN
        RETURN false;
    ELSIF me.now - me.paused_at < me.patience OR me.now - me.paused_at < 20 * me.patience AND EXISTS (
        SELECT FROM bajeh.node n
            WHERE n.office = me.office AND n.revoked_at IS NULL AND n.seen_at >= me.paused_at
            AND me.now - n.seen_at < me.patience AND n.reconciled <> me.pauses
    ) THEN
        RETURN true;
    END IF;
    UPDATE bajeh.office o SET paused_at = NULL
        WHERE o.office = me.office AND o.paused_at = me.paused_at AND o.pauses = me.pauses;
    RETURN false;
END $$;

CREATE FUNCTION bajeh.content_of(
    id text, at bigint, clerk text, entity text, kind text, version integer, body bytea
) RETURNS bytea LANGUAGE sql STABLE
RETURN sha256(convert_to(
    'bajeh-content-1' || E'\n' || id || E'\n' || at || E'\n' || clerk || E'\n' || entity || E'\n'
    || kind || E'\n' || version || E'\n', 'UTF8'
) || body);

CREATE FUNCTION bajeh.link_of(before bytea, incarnation text, seq bigint, content bytea)
RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN sha256(before || decode(incarnation, 'hex') || int8send(seq) || content);

-- With the time of receipt: a line that was brought back is another one, to be read anew.
CREATE FUNCTION bajeh.mark_of(
    before bytea, feed bigint, received bigint, node text, link bytea
) RETURNS bytea LANGUAGE sql STABLE
RETURN sha256(
    before || int8send(feed) || int8send(received) || convert_to(node, 'UTF8') || link
);

-- The end of the feed after lines were appended; one waking for all of them. Where somebody fills
-- the queue of wakings, nobody is woken rather than nothing written.
CREATE FUNCTION bajeh.reached(me bajeh.visitor, feed bigint, reached_mark bytea) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE bajeh.office o SET last = feed, mark = reached_mark WHERE o.office = me.office;
    IF me.wakes AND pg_notification_queue_usage() < 0.5 THEN
        PERFORM pg_notify('bajeh_' || me.office, '');
    END IF;
END $$;

-- Refuses what is too much for one request, or not of one length.
CREATE FUNCTION bajeh.measure(most integer, lengths integer[], bodies bytea[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    count integer := lengths[1];
BEGIN
    IF (count = ALL (lengths)) IS NOT TRUE THEN
        RAISE EXCEPTION 'arrays of unequal length' USING ERRCODE = '22023';
    ELSIF count < 1 OR count > most THEN
        RAISE EXCEPTION '% lines at once, not 1 to %', count, most USING ERRCODE = 'BJ010';
    ELSIF (SELECT sum(octet_length(b)) FROM unnest(bodies) b) > 8 * 1024 * 1024 THEN
        RAISE EXCEPTION 'more than 8 MB at once' USING ERRCODE = 'BJ010';
    END IF;
    RETURN count;
END $$;
