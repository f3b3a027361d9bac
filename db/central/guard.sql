-- as postgres, in the database of the centre
DO $$
DECLARE
    owner regrole;
    harmful regprocedure;
BEGIN
    SELECT datdba INTO owner FROM pg_database WHERE datname = current_database();
    FOR harmful IN
        SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND (
            proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'pg_logical_emit_message')
            OR proname ~ '^pg_(try_)?advisory_'
        )
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', harmful);
    END LOOP;
    REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
    EXECUTE format('GRANT USAGE ON LANGUAGE plpgsql TO %s WITH GRANT OPTION', owner);
    EXECUTE format('GRANT SET ON PARAMETER temp_file_limit TO %s', owner);
END $$;
