-- Who is called: the order is the counter's, the centre says which ticket nobody has touched.

CREATE FUNCTION bajeh.answered(me bajeh.visitor, place bigint, number bigint, ticket text)
RETURNS bajeh.page_v1 LANGUAGE plpgsql AS $$
DECLARE
    page bajeh.page_v1 := bajeh.page(me, place, least(number, place + 500));
BEGIN
    page.reply := 'answered';
    page.ticket := ticket;
    IF place < number AND page.feed[cardinality(page.feed)] < number THEN
        -- The call's own line would not be in the answer: let the counter read on first.
        page := NULL;
        page.reply := 'diverged';
    END IF;
    RETURN page;
END $$;

CREATE FUNCTION bajeh.call_v1(
    place bigint, mark bytea, call text, clerk text,
    tickets text[], newest bigint[], versions integer[], bodies bytea[]
) RETURNS bajeh.page_v1 LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    me bajeh.visitor := bajeh.enter(true);
    page bajeh.page_v1;
    known record;
    called bytea;
BEGIN
    IF cardinality(tickets) > 0 THEN
        PERFORM bajeh.measure(20, ARRAY[
            cardinality(tickets), cardinality(newest), cardinality(versions), cardinality(bodies)
        ], bodies);
    END IF;
    PERFORM bajeh.show(me);
    IF NOT bajeh.stands(me, place, mark) THEN
        page.reply := 'diverged';
        RETURN page;
    END IF;
    SELECT l.feed, l.entity INTO known FROM bajeh.line l
        WHERE l.office = me.office AND l.node = l.office AND l.id = call ORDER BY l.feed LIMIT 1;
    IF FOUND THEN
        RETURN bajeh.answered(me, place, known.feed, known.entity);
    END IF;
    page.reply := 'closed';
    IF EXISTS (SELECT FROM bajeh.closed c WHERE c.office = me.office AND c.call = call_v1.call) THEN
        RETURN page;
    ELSIF cardinality(tickets) = 0 THEN
        INSERT INTO bajeh.closed VALUES (me.office, call);
        RETURN page;
    ELSIF bajeh.is_paused(me) THEN
        page.reply := 'paused';
        RETURN page;
    END IF;
    FOR i IN 1 .. cardinality(tickets) LOOP
        CONTINUE WHEN (newest[i] = (
            SELECT max(l.feed) FROM bajeh.line l
                WHERE l.office = me.office AND l.entity = tickets[i]
        )) IS NOT TRUE;
        me.last := me.last + 1;
        called := bajeh.content_of(
            call, me.now, clerk, tickets[i], 'TicketCalled', versions[i], bodies[i]
        );
        me.mark := bajeh.mark_of(me.mark, me.last, me.now, me.office, called);
        INSERT INTO bajeh.line VALUES (
            me.office, me.last, me.mark, me.office, repeat('0', 32), me.last, call, me.now, clerk,
            tickets[i], 'TicketCalled', versions[i], bodies[i], called, called, '', '', '', false,
            me.now
        );
        PERFORM bajeh.reached(me, me.last, me.mark);
        RETURN bajeh.answered(me, place, me.last, tickets[i]);
    END LOOP;
    page.reply := 'stale';
    RETURN page;
END $$;
