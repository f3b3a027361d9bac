-- Tracking numbers in advance: eleven random digits, the first not 0, and Damm's check digit.

CREATE FUNCTION bajeh.checked(number bigint) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    damm CONSTANT text := '0317598642709215486342068713591750983426612304597836742095815869720134'
        '894536201794386172052581436790';
    digits text := number::text;
    before integer := 0;
BEGIN
    FOR i IN 1 .. length(digits) LOOP
        before := substr(damm, 10 * before + substr(digits, i, 1)::integer + 1, 1)::integer;
    END LOOP;
    RETURN digits || before;
END $$;

CREATE FUNCTION bajeh.lease_v1(lease text, count integer) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me bajeh.visitor := bajeh.enter(true);
    numbers text[];
    missing integer := count;
    made integer;
BEGIN
    IF (count BETWEEN 1 AND 10000) IS NOT TRUE THEN
        RAISE EXCEPTION '% numbers at once, not 1 to 10000', count USING ERRCODE = 'BJ010';
    END IF;
    SELECT array_agg(t.number ORDER BY t.number) INTO numbers FROM bajeh.tracking t
        WHERE t.office = me.office AND t.node = me.node AND t.lease = lease_v1.lease;
    IF numbers IS NOT NULL THEN
        RETURN numbers;
    ELSIF (
        SELECT count(*) FROM bajeh.tracking t WHERE t.office = me.office AND t.node = me.node
            AND t.leased_at > me.now - 86400000000
    ) + count > 50000 THEN
        RAISE EXCEPTION 'more than 50000 numbers in a day' USING ERRCODE = 'BJ010';
    END IF;
    WHILE missing > 0 LOOP
        INSERT INTO bajeh.tracking
            SELECT bajeh.checked(10000000000 + (
                    ('x' || encode(substring(sha256(uuid_send(gen_random_uuid())) FOR 8), 'hex'))
                    ::bit(64)::bigint & 9223372036854775807
                ) % 90000000000), me.office, me.node, lease_v1.lease, me.now
            FROM generate_series(1, missing)
            ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS made = ROW_COUNT;
        missing := missing - made;
    END LOOP;
    RETURN (SELECT array_agg(t.number ORDER BY t.number) FROM bajeh.tracking t
        WHERE t.office = me.office AND t.node = me.node AND t.lease = lease_v1.lease);
END $$;
