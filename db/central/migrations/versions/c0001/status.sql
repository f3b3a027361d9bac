-- What a node says of itself, and asks about the office.

-- Its public key, once for all; its version, as often as it likes.
CREATE FUNCTION bajeh.introduce_v1(public_key text, version integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me bajeh.visitor := bajeh.enter(true);
BEGIN
    UPDATE bajeh.node n
        SET public_key = introduce_v1.public_key, version = introduce_v1.version
        WHERE n.office = me.office AND n.node = me.node
        AND n.public_key IN ('', introduce_v1.public_key);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this PC has another key' USING ERRCODE = 'BJ006';
    END IF;
END $$;

CREATE FUNCTION bajeh.status_v1(
    OUT office text, OUT office_name text, OUT node text, OUT name text, OUT series text,
    OUT place integer, OUT last bigint, OUT now bigint, OUT paused boolean, OUT wants integer,
    OUT waits_for text[]
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me bajeh.visitor := bajeh.enter(false);
BEGIN
    PERFORM bajeh.show(me);
    SELECT o.office, o.name, n.node, n.name, n.series, n.place
        INTO office, office_name, node, name, series, place
        FROM bajeh.office o JOIN bajeh.node n ON n.office = o.office
        WHERE n.office = me.office AND n.node = me.node;
    last := me.last;
    now := me.now;
    wants := me.wants;
    paused := bajeh.is_paused(me);
    waits_for := ARRAY(
        SELECT n.name FROM bajeh.node n
            WHERE paused AND n.office = me.office AND n.revoked_at IS NULL
            AND n.seen_at >= me.paused_at AND me.now - n.seen_at < me.patience
            AND n.reconciled <> me.pauses ORDER BY n.place
    );
END $$;

-- A supervisor ends the pause: whoever has not come back by now is not waited for.
CREATE FUNCTION bajeh.resume_v1() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me bajeh.visitor := bajeh.enter(true);
BEGIN
    UPDATE bajeh.office o SET paused_at = NULL WHERE o.office = me.office;
END $$;
