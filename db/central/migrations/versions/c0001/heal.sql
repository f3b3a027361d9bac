-- Writing what the centre had lost, as somebody who saw it brings it back.

-- What stands at one place of a chain; a copied PC may have written several lines there.
CREATE FUNCTION bajeh.links_at(office text, node text, incarnation text, seq bigint)
RETURNS bytea[] LANGUAGE plpgsql AS $$
BEGIN
    RETURN ARRAY(
        SELECT l.link FROM bajeh.line l
            WHERE l.office = links_at.office AND l.node = links_at.node AND l.chained
            AND l.incarnation = links_at.incarnation AND l.seq = links_at.seq
        UNION ALL
        SELECT l.link FROM bajeh.line l
            WHERE l.office = links_at.office AND l.node = links_at.node AND NOT l.chained
            AND l.node <> l.office
            AND l.incarnation = links_at.incarnation AND l.seq = links_at.seq
    );
END $$;

-- Whether a line stands here, and no worse than it is offered. Signatures are not read here: where
-- somebody brought it with a wrong one, it is taken once more with another, for replicas to judge.
CREATE FUNCTION bajeh.vouched_for(
    office text, node text, incarnation text, seq bigint, link bytea, signature bytea
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM bajeh.line l
            WHERE l.office = vouched_for.office AND l.node = vouched_for.node AND l.chained
            AND l.incarnation = vouched_for.incarnation AND l.seq = vouched_for.seq
            AND l.link = vouched_for.link AND vouched_for.signature IN ('', l.signature)
        UNION ALL
        SELECT FROM bajeh.line l
            WHERE l.office = vouched_for.office AND l.node = vouched_for.node AND NOT l.chained
            AND l.node <> l.office
            AND l.incarnation = vouched_for.incarnation AND l.seq = vouched_for.seq
            AND l.link = vouched_for.link AND vouched_for.signature IN ('', l.signature)
    );
END $$;

CREATE FUNCTION bajeh.bring_back(
    me bajeh.visitor, healer text,
    nodes text[], incarnations text[], seqs bigint[], ids text[], ats bigint[], clerks text[],
    entities text[], kinds text[], versions integer[], bodies bytea[], contents bytea[],
    links bytea[], follows bytea[], signatures bytea[]
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    count integer := bajeh.measure(500, ARRAY[
        cardinality(nodes), cardinality(incarnations), cardinality(seqs), cardinality(ids),
        cardinality(ats), cardinality(clerks), cardinality(entities), cardinality(kinds),
        cardinality(versions), cardinality(bodies), cardinality(contents), cardinality(links),
        cardinality(follows), cardinality(signatures)
    ], bodies);
    known text[] := ARRAY(SELECT n.node FROM bajeh.node n WHERE n.office = me.office);
    healed integer := 0;
    had bigint;
    hung bytea;
    hangs boolean;
BEGIN
    FOR i IN 1 .. count LOOP
        IF (seqs[i] > 0 AND signatures[i] IS NOT NULL AND contents[i] = bajeh.content_of(
            ids[i], ats[i], clerks[i], entities[i], kinds[i], versions[i], bodies[i]
        )) IS NOT TRUE THEN
            RAISE EXCEPTION 'line % is not what its content says', seqs[i] USING ERRCODE = 'BJ005';
        ELSIF (nodes[i] ~ '^[0-9a-f]{32}$' AND incarnations[i] ~ '^[0-9a-f]{32}$') IS NOT TRUE THEN
            RAISE EXCEPTION 'no node or no incarnation' USING ERRCODE = '22023';
        ELSIF nodes[i] = me.office AND (links[i] = contents[i] AND kinds[i] = 'TicketCalled'
            AND incarnations[i] = repeat('0', 32)) IS NOT TRUE
        THEN
            RAISE EXCEPTION 'the office never said this' USING ERRCODE = 'BJ005';
        END IF;
        CONTINUE WHEN CASE
            WHEN nodes[i] = me.office THEN EXISTS (
                SELECT FROM bajeh.line l WHERE l.office = me.office AND l.node = l.office
                    AND l.id = ids[i] AND l.link = links[i]
            )
            -- A PC that never was here has lost nothing.
            ELSE nodes[i] <> ALL (known) OR bajeh.vouched_for(
                me.office, nodes[i], incarnations[i], seqs[i], links[i], signatures[i]
            )
        END;
        hangs := false;
        IF nodes[i] <> me.office THEN
            SELECT c.last, c.link INTO had, hung FROM bajeh.chain c
                WHERE c.office = me.office AND c.node = nodes[i]
                AND c.incarnation = incarnations[i];
            hangs := seqs[i] = coalesce(had, 0) + 1 AND links[i] = bajeh.link_of(
                coalesce(hung, follows[i]), incarnations[i], seqs[i], contents[i]
            );
            -- Of a line that hangs on nothing here, whoever has not seen that could not tell its
            -- worth: it waits for the one before it.
            CONTINUE WHEN NOT hangs AND NOT EXISTS (
                SELECT FROM unnest(CASE
                    WHEN seqs[i] = 1 THEN ARRAY[follows[i]]
                    ELSE bajeh.links_at(me.office, nodes[i], incarnations[i], seqs[i] - 1)
                END) before
                WHERE links[i] = bajeh.link_of(before, incarnations[i], seqs[i], contents[i])
            );
        END IF;
        me.last := me.last + 1;
        me.mark := bajeh.mark_of(me.mark, me.last, me.now, nodes[i], links[i]);
        healed := healed + 1;
        INSERT INTO bajeh.line VALUES (
            me.office, me.last, me.mark, nodes[i], incarnations[i], seqs[i], ids[i], ats[i],
            clerks[i], entities[i], kinds[i], versions[i], bodies[i], contents[i], links[i],
            follows[i], signatures[i], healer, hangs, me.now
        );
        IF hangs THEN
            INSERT INTO bajeh.chain AS c VALUES (
                me.office, nodes[i], incarnations[i], seqs[i], links[i], follows[i]
            ) ON CONFLICT ON CONSTRAINT chain_pkey
                DO UPDATE SET last = excluded.last, link = excluded.link;
        END IF;
    END LOOP;
    IF healed > 0 THEN
        PERFORM bajeh.reached(me, me.last, me.mark);
    END IF;
    RETURN healed;
END $$;

CREATE FUNCTION bajeh.heal_v1(
    place bigint, mark bytea,
    nodes text[], incarnations text[], seqs bigint[], ids text[], ats bigint[], clerks text[],
    entities text[], kinds text[], versions integer[], bodies bytea[], contents bytea[],
    links bytea[], follows bytea[], signatures bytea[],
    OUT reply text, OUT healed integer, OUT strangers text[]
) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    me bajeh.visitor := bajeh.enter(true);
BEGIN
    PERFORM bajeh.show(me);
    IF NOT bajeh.stands(me, place, mark) THEN
        reply := 'diverged';
        RETURN;
    END IF;
    IF nodes[cardinality(nodes)] <> me.office AND octet_length(signatures[cardinality(nodes)]) = 0 THEN
        -- Whoever reads it would wait for the signature without end.
        RAISE EXCEPTION 'its last line is not signed' USING ERRCODE = 'BJ005';
    END IF;
    healed := bajeh.bring_back(
        me, me.node, nodes, incarnations, seqs, ids, ats, clerks, entities, kinds, versions, bodies,
        contents, links, follows, signatures
    );
    reply := 'healed';
    strangers := ARRAY(
        SELECT DISTINCT x.node FROM unnest(nodes) x (node) WHERE x.node <> me.office AND NOT EXISTS (
            SELECT FROM bajeh.node n WHERE n.office = me.office AND n.node = x.node
        ) ORDER BY x.node
    );
END $$;

-- The same from the hand of an administrator: the office itself vouches that somebody looked.
CREATE FUNCTION bajeh.admit(
    office text,
    nodes text[], incarnations text[], seqs bigint[], ids text[], ats bigint[], clerks text[],
    entities text[], kinds text[], versions integer[], bodies bytea[], contents bytea[],
    links bytea[], follows bytea[], signatures bytea[]
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    me bajeh.visitor;
BEGIN
    SELECT o.office, o.last, o.mark, o.wakes INTO me.office, me.last, me.mark, me.wakes
        FROM bajeh.office o WHERE o.office = admit.office FOR NO KEY UPDATE;
    me.now := bajeh.clock();
    RETURN bajeh.bring_back(
        me, office, nodes, incarnations, seqs, ids, ats, clerks, entities, kinds, versions, bodies,
        contents, links, follows, signatures
    );
END $$;
