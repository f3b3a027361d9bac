-- Writing what a node says for itself.

CREATE FUNCTION bajeh.push_v1(
    place bigint, mark bytea, author text, incarnation text,
    seqs bigint[], ids text[], ats bigint[], clerks text[], entities text[], kinds text[],
    versions integer[], bodies bytea[], contents bytea[], links bytea[],
    follows bytea[], signatures bytea[],
    OUT reply text, OUT seq bigint
) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    me bajeh.visitor := bajeh.enter(true);
    count integer;
    had bigint;
    hung bytea;
    hangs_on bytea;
    fresh bytea[] := '{}';
    feeds bigint[];
    marks bytea[];
BEGIN
    count := bajeh.measure(500, ARRAY[
        cardinality(seqs), cardinality(ids), cardinality(ats), cardinality(clerks),
        cardinality(entities), cardinality(kinds), cardinality(versions), cardinality(bodies),
        cardinality(contents), cardinality(links), cardinality(follows), cardinality(signatures)
    ], bodies);
    IF author IS DISTINCT FROM me.node THEN
        RAISE EXCEPTION 'lines of another PC' USING ERRCODE = 'BJ003';
    ELSIF (incarnation ~ '^[0-9a-f]{32}$') IS NOT TRUE THEN
        RAISE EXCEPTION 'no incarnation' USING ERRCODE = '22023';
    END IF;
    PERFORM bajeh.show(me);
    IF NOT bajeh.stands(me, place, mark) THEN
        reply := 'diverged';
        RETURN;
    END IF;
    SELECT c.last, c.link, c.follows INTO had, hung, hangs_on FROM bajeh.chain c
        WHERE c.office = me.office AND c.node = me.node AND c.incarnation = push_v1.incarnation;
    had := coalesce(had, 0);
    seq := had;
    feeds := array_fill(NULL::bigint, ARRAY[count]);
    marks := array_fill(NULL::bytea, ARRAY[count]);
    FOR i IN 1 .. count LOOP
        IF (seqs[i] > 0 AND signatures[i] IS NOT NULL AND contents[i] = bajeh.content_of(
            ids[i], ats[i], clerks[i], entities[i], kinds[i], versions[i], bodies[i]
        )) IS NOT TRUE THEN
            RAISE EXCEPTION 'line % is not what its content says', seqs[i] USING ERRCODE = 'BJ005';
        END IF;
        IF seqs[i] <= seq THEN
            IF links[i] IS DISTINCT FROM coalesce(fresh[seqs[i] - had], (
                SELECT l.link FROM bajeh.line l
                    WHERE l.office = me.office AND l.node = me.node AND l.chained
                    AND l.incarnation = push_v1.incarnation AND l.seq = seqs[i]
            )) THEN
                reply := 'forked';
                seq := seqs[i] - 1;
                RETURN;
            END IF;
            CONTINUE;
        END IF;
        IF seq = 0 THEN
            hung := follows[i];
            hangs_on := follows[i];
        END IF;
        IF seqs[i] <> seq + 1
            OR links[i] IS DISTINCT FROM bajeh.link_of(hung, incarnation, seqs[i], contents[i])
        THEN
            reply := 'forked';
            RETURN;
        END IF;
        seq := seqs[i];
        hung := links[i];
        fresh[seq - had] := hung;
        me.last := me.last + 1;
        me.mark := bajeh.mark_of(me.mark, me.last, me.now, me.node, hung);
        feeds[i] := me.last;
        marks[i] := me.mark;
    END LOOP;
    reply := 'pushed';
    IF seq = had THEN
        RETURN;
    END IF;
    INSERT INTO bajeh.line
        SELECT me.office, x.feed, x.mark, me.node, push_v1.incarnation, x.seq, x.id, x.at, x.clerk,
            x.entity, x.kind, x.version, x.body, x.content, x.link, x.follows, x.signature, '', true,
            me.now
        FROM unnest(
            feeds, marks, seqs, ids, ats, clerks, entities, kinds, versions, bodies, contents, links,
            push_v1.follows, signatures
        ) x (
            feed, mark, seq, id, at, clerk, entity, kind, version, body, content, link, follows,
            signature
        ) WHERE x.feed IS NOT NULL;
    INSERT INTO bajeh.chain AS c VALUES (me.office, me.node, incarnation, seq, hung, hangs_on)
        ON CONFLICT ON CONSTRAINT chain_pkey DO UPDATE SET last = excluded.last, link = excluded.link;
    PERFORM bajeh.reached(me, me.last, me.mark);
END $$;
