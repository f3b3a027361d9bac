"""What whoever holds a stolen counter PC reads at the centre, and what stays shut."""

from app.sync.feed import Place
from app.sync.wire import Push
from tests.central.author import Author, end_of
from tests.central.thief import FAR, OTHER, Neighbour, Thief

DENIED = "42501"
TABLES = (
    "office", "node", "line", "chain", "closed", "tracking", "event", "request", "table_2",
    "ticket", "unit_performance", "alembic_version",
)  # fmt: skip


def test_no_table_and_no_view_is_read(thief: Thief, neighbour: Neighbour) -> None:
    for table in (*TABLES, f"line_{neighbour.centre.office}"):
        assert thief.refused(f"TABLE bajeh.{table}") == DENIED
        assert thief.refused(f"COPY bajeh.{table} TO STDOUT") == DENIED
        xml = f"SELECT query_to_xml('TABLE bajeh.{table}', true, true, '')"
        assert thief.refused(xml) == DENIED


def test_the_own_office_is_read_whole_and_no_other(thief: Thief, neighbour: Neighbour) -> None:
    lines = Author(thief.centre.office, OTHER).batch(4)
    thief.centre.client(OTHER).ask(Push(place=Place(), lines=lines))
    page = "FROM bajeh.pull_v1(0, sha256('bajeh-feed-1'), 50000, false)"
    assert thief.gets(f"SELECT cardinality(feed) {page}") == 4
    assert thief.gets(f"SELECT office {page}") == thief.centre.office
    assert thief.gets("SELECT count FROM bajeh.digest_v1(-9, 99999)") == 4
    assert thief.gets("SELECT feed FROM bajeh.marks_v1('{1,2,3,4,5,6,7}')") == [1, 2, 3, 4]
    assert neighbour.lines_count() == 3


def test_no_password_and_no_file_is_read(thief: Thief) -> None:
    for statement in (
        "SELECT rolpassword FROM pg_authid", "TABLE pg_shadow",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_ls_dir('.')", "SELECT pg_current_logfile()", "SHOW hba_file",
        "TABLE pg_hba_file_rules", "SELECT lo_import('/etc/passwd')",
        "COPY (SELECT 1) TO '/x'", "COPY (SELECT 1) TO PROGRAM 'id'",
    ):  # fmt: skip
        assert thief.refused(statement) == DENIED, statement


def test_of_other_sessions_he_sees_that_they_are_and_ends_none(
    thief: Thief, neighbour: Neighbour
) -> None:
    assert neighbour.client.status()["node"] == FAR
    others = "FROM pg_stat_activity WHERE usename <> CURRENT_USER AND usename LIKE 'bajeh%'"
    assert thief.gets(f"SELECT array_agg(DISTINCT query) {others}") == ["<insufficient privilege>"]
    for act in ("pg_cancel_backend", "pg_terminate_backend"):
        assert thief.refused(f"SELECT {act}(pid) {others}") == DENIED


def test_names_of_roles_and_offices_are_seen_and_none_of_their_values(
    thief: Thief, neighbour: Neighbour
) -> None:
    part = f"line_{neighbour.centre.office}"
    role = neighbour.centre.files[FAR].centre.role
    assert thief.gets("SELECT count(*) FROM pg_class WHERE relname = %s", part) == 1
    assert thief.gets("SELECT count(*) FROM pg_roles WHERE rolname = %s", role) == 1
    neighbour.centre.do("ANALYZE")
    assert thief.gets("SELECT count(*) FROM pg_stats WHERE schemaname = 'bajeh'") == 0
    assert thief.gets("SELECT pg_get_functiondef('bajeh.push_v1'::regproc) <> ''") is True


def test_what_waking_tells_of_another_office_is_that_something_happened(
    thief: Thief, neighbour: Neighbour
) -> None:
    thief.gets(f"LISTEN bajeh_{neighbour.centre.office}")
    lines = neighbour.author.batch(1)
    neighbour.client.ask(Push(place=end_of(neighbour.client), lines=lines))
    (heard,) = thief.connection.notifies(timeout=5, stop_after=1)
    assert heard.payload == ""
