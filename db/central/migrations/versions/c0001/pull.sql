-- Reading: a page of the feed, marks, a digest.

CREATE TYPE bajeh.page_v1 AS (
    reply text,
    ticket text,
    office text,
    last bigint,
    now bigint,
    paused boolean,
    wants integer,
    held_incarnation text[],
    held_seq bigint[],
    held_link bytea[],
    feed bigint[],
    mark bytea[],
    node text[],
    incarnation text[],
    seq bigint[],
    id text[],
    at bigint[],
    clerk text[],
    entity text[],
    kind text[],
    version integer[],
    body bytea[],
    content bytea[],
    link bytea[],
    follows bytea[],
    signature bytea[],
    healer text[],
    received bigint[]
);

-- Lines behind a place, until a number, and not much more than 32 kB for each line asked for: a
-- picture may weigh as much as a day. What is asked for is never refused for its size alone, for
-- a batch that was brought back is believed as a whole or not at all.
CREATE FUNCTION bajeh.page(me bajeh.visitor, place bigint, until bigint) RETURNS bajeh.page_v1
LANGUAGE plpgsql AS $$
DECLARE
    page bajeh.page_v1;
BEGIN
    IF place < least(until, me.last) THEN
        SELECT
            array_agg(x.feed), array_agg(x.mark), array_agg(x.node), array_agg(x.incarnation),
            array_agg(x.seq), array_agg(x.id), array_agg(x.at), array_agg(x.clerk),
            array_agg(x.entity), array_agg(x.kind), array_agg(x.version), array_agg(x.body),
            array_agg(x.content), array_agg(x.link), array_agg(x.follows), array_agg(x.signature),
            array_agg(x.healer), array_agg(x.received_at)
        INTO
            page.feed, page.mark, page.node, page.incarnation, page.seq, page.id, page.at,
            page.clerk, page.entity, page.kind, page.version, page.body, page.content, page.link,
            page.follows, page.signature, page.healer, page.received
        FROM (
            SELECT l.*, sum(octet_length(l.body)) OVER (ORDER BY l.feed) AS size
            FROM bajeh.line l
            WHERE l.office = me.office AND l.feed > place AND l.feed <= least(until, me.last)
            ORDER BY l.feed
        ) x WHERE x.size - octet_length(x.body) <= 32768 * greatest(500, until - place);
    END IF;
    SELECT array_agg(c.incarnation), array_agg(c.last), array_agg(c.link)
        INTO page.held_incarnation, page.held_seq, page.held_link
        FROM bajeh.chain c WHERE c.office = me.office AND c.node = me.node;
    page.reply := 'page';
    page.office := me.office;
    page.last := me.last;
    page.now := me.now;
    page.paused := bajeh.is_paused(me);
    page.wants := me.wants;
    RETURN page;
END $$;

CREATE FUNCTION bajeh.pull_v1(place bigint, mark bytea, most integer, clean boolean)
RETURNS bajeh.page_v1 LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    me bajeh.visitor := bajeh.enter(false);
    page bajeh.page_v1;
BEGIN
    PERFORM bajeh.show(me);
    IF NOT bajeh.stands(me, place, mark) THEN
        page.reply := 'diverged';
        RETURN page;
    END IF;
    IF clean AND place = me.last AND me.reconciled <> me.pauses THEN
        UPDATE bajeh.node n SET reconciled = me.pauses
            WHERE n.office = me.office AND n.node = me.node;
    END IF;
    RETURN bajeh.page(me, place, place + greatest(0, least(most, 50000)));
END $$;

CREATE FUNCTION bajeh.marks_v1(numbers bigint[], OUT feed bigint[], OUT mark bytea[])
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    me bajeh.visitor := bajeh.enter(false);
BEGIN
    IF cardinality(numbers) > 500 THEN
        RAISE EXCEPTION 'more than 500 marks at once' USING ERRCODE = 'BJ010';
    END IF;
    SELECT array_agg(l.feed), array_agg(l.mark) INTO feed, mark FROM (
        SELECT l.feed, l.mark FROM bajeh.line l
            WHERE l.office = me.office AND l.feed = ANY (numbers) AND l.feed <= me.last
        UNION ALL
        SELECT 0, sha256('bajeh-feed-1') WHERE 0 = ANY (numbers)
    ) l;
END $$;

CREATE FUNCTION bajeh.digest_v1(after bigint, until bigint, OUT count bigint, OUT sum numeric)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    me bajeh.visitor := bajeh.enter(false);
    modulus CONSTANT numeric := 18446744073709551616;
BEGIN
    SELECT count(*), coalesce(sum(('x' || encode(substring(l.content FOR 8), 'hex'))::bit(64)::bigint), 0)
        INTO count, sum
        FROM bajeh.line l WHERE l.office = me.office AND l.feed > after AND l.feed <= until;
    sum := mod(mod(sum, modulus) + modulus, modulus);
END $$;
