"""What whoever holds a stolen counter PC changes, makes, becomes and sets: nothing but himself."""

from app.sync.feed import Place
from app.sync.wire import Push
from tests.central.author import Author
from tests.central.thief import HIS, Neighbour, Thief

DENIED = "42501"
TABLES = ("office", "node", "line", "chain", "closed", "tracking")


def test_history_is_not_rewritten(thief: Thief) -> None:
    for table in TABLES:
        for statement in (
            "INSERT INTO bajeh.{} DEFAULT VALUES", "DELETE FROM bajeh.{}", "TRUNCATE bajeh.{}",
            "UPDATE bajeh.{} SET office = office", "DROP TABLE bajeh.{}",
            "COPY bajeh.{} FROM STDIN", "GRANT ALL ON bajeh.{} TO PUBLIC",
            "ALTER TABLE bajeh.{} DISABLE ROW LEVEL SECURITY",
            "CREATE INDEX ON bajeh.{} (office)",
            "CREATE RULE r AS ON INSERT TO bajeh.{} DO NOTHING", "BEGIN; LOCK TABLE bajeh.{}",
        ):  # fmt: skip
            assert thief.refused(statement.format(table)) == DENIED, statement
            thief.connection.rollback()


def test_what_the_functions_are_made_of_is_not_called(thief: Thief) -> None:
    granted = thief.gets(
        "SELECT array_agg(proname::text ORDER BY proname) FROM pg_proc"
        " WHERE pronamespace = 'bajeh'::regnamespace AND has_function_privilege(oid, 'EXECUTE')"
    )
    assert isinstance(granted, list)
    assert {name for name in granted if not name.endswith("_v1")} == {"my_office"}
    assert thief.refused("SELECT bajeh.enter(true)") == DENIED
    assert thief.refused("SELECT bajeh.links_at('', '', '', 1)") == DENIED


def test_nothing_is_made_that_could_shadow_or_fill_anything(thief: Thief) -> None:
    for statement in (
        "CREATE TABLE public.t ()", "CREATE SCHEMA s", "CREATE TEMP TABLE t ()",
        "CREATE TABLE pg_temp.line ()", "CREATE VIEW pg_temp.node AS SELECT 1",
        "CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql RETURN $1",
        "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql RETURN 1",
        "CREATE OPERATOR public.= (leftarg = text, rightarg = text, function = texteq)",
        "CREATE FUNCTION bajeh.my_office() RETURNS text LANGUAGE sql RETURN 'x'",
        "ALTER FUNCTION bajeh.my_office() OWNER TO CURRENT_USER", "CREATE PUBLICATION p",
        "CREATE TEMP SEQUENCE s", "DO 'BEGIN RAISE LOG ''x''; END'", "SELECT lo_create(0)",
        "SELECT lo_creat(0)", "SELECT lo_from_bytea(0, 'x')",
        "SELECT pg_logical_emit_message(false, 'a', 'b')", "SELECT pg_advisory_lock(1)",
        "SELECT pg_try_advisory_xact_lock_shared(1, 2)", "LOAD 'x'",
        "SELECT pg_create_physical_replication_slot('s')",
    ):  # fmt: skip
        assert thief.refused(statement) == DENIED, statement


def test_a_search_path_changes_nothing_of_what_functions_find(thief: Thief) -> None:
    thief.gets("SET search_path = pg_temp, public, nowhere, bajeh, pg_catalog")
    assert thief.gets("SELECT node FROM bajeh.status_v1()") == HIS
    loose = (
        "SELECT count(*) FROM pg_proc WHERE pronamespace = 'bajeh'::regnamespace AND prosecdef"
        " AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)"
    )
    assert thief.gets(loose) == 0


def test_he_becomes_nobody_else(thief: Thief) -> None:
    for statement in (
        "SET ROLE bajeh_owner", "SET ROLE postgres", "SET SESSION AUTHORIZATION postgres",
        "GRANT bajeh_owner TO CURRENT_USER", "ALTER ROLE CURRENT_USER SUPERUSER",
        "ALTER ROLE CURRENT_USER CREATEDB", "ALTER ROLE CURRENT_USER CONNECTION LIMIT -1",
        "ALTER ROLE CURRENT_USER BYPASSRLS", "ALTER ROLE postgres SET work_mem = '1MB'",
        "CREATE ROLE r", "ALTER SYSTEM SET ssl = off", "SELECT pg_reload_conf()",
        "GRANT bajeh_node TO postgres",
    ):  # fmt: skip
        assert thief.refused(statement) == DENIED, statement
    thief.gets("SET ROLE bajeh_node")
    assert thief.gets("SELECT node FROM bajeh.status_v1()") == HIS


def test_whatever_he_sets_he_is_who_signed_in(thief: Thief, neighbour: Neighbour) -> None:
    for name in ("bajeh.office", "app.office_id", "bajeh.node"):
        thief.gets("SELECT set_config(%s, %s, false)", name, neighbour.centre.office)
    for setting in (
        "row_security = off", "standard_conforming_strings = off", "client_encoding = LATIN1",
        "transform_null_equals = on", "bytea_output = escape", "array_nulls = off",
        "default_transaction_isolation = serializable", "synchronous_commit = off",
    ):  # fmt: skip
        assert thief.refused(f"SET {setting}") == ""
    lines = Author(thief.centre.office, HIS).batch(2)
    thief.program().ask(Push(place=Place(), lines=lines))
    assert thief.gets("SELECT bajeh.my_office()") == thief.centre.office
    assert thief.gets("SELECT last FROM bajeh.status_v1()") == 2
    assert neighbour.lines_count() == 3


def test_what_matters_to_all_is_not_set(thief: Thief) -> None:
    for setting in (
        "session_replication_role = replica", "temp_file_limit = -1", "log_statement = 'all'",
        "log_min_messages = panic", "zero_damaged_pages = on", "session_preload_libraries = 'x'",
        "lo_compat_privileges = on", "max_stack_depth = '1MB'",
    ):  # fmt: skip
        assert thief.refused(f"SET {setting}") == DENIED, setting
        assert thief.refused(f"ALTER ROLE CURRENT_USER SET {setting}") == DENIED, setting
