"""What an administrator does at the centre, and what an analyst sees there."""

import psycopg
import pytest
from msgspec.structs import replace

from app.refusal import Refusal
from app.sync.feed import Line, Place
from app.sync.talk import Dismissed
from app.sync.wire import Lease, Leased, Push
from db.central import admin
from db.central.address import dsn_of
from tests.central.author import Author, pages
from tests.central.office import Centre, names

ONE, TWO = names(2)


def test_a_centre_is_made_once_and_again_without_harm(centre: Centre) -> None:
    centre.enrol(ONE)
    admin.init(centre.dsn)
    assert centre.one("SELECT version_num FROM bajeh.alembic_version") == "c0002"
    assert centre.client(ONE).status()["name"] == "1"


def test_enrolling_again_gives_a_new_password_and_the_old_one_is_worth_nothing(
    centre: Centre,
) -> None:
    first = centre.enrol(ONE, series="الف")
    old = centre.client(ONE)
    second = centre.enrol(ONE, series="الف")
    assert (first.centre.role, first.series) == (second.centre.role, "الف")
    with pytest.raises(Dismissed):
        old.status()
    status = centre.client(ONE).status()
    assert (status["office_name"], status["series"], status["place"]) == ("میز خدمت", "الف", 1)
    assert centre.enrol(TWO).centre.role != first.centre.role
    assert centre.client(TWO).status()["place"] == 2


def test_a_series_belongs_to_one_pc(centre: Centre) -> None:
    centre.enrol(ONE, series="الف")
    with pytest.raises(psycopg.errors.UniqueViolation):
        centre.enrol(TWO, series="الف")


def test_revoking_ends_sessions_and_voids_numbers_that_no_receipt_bears(centre: Centre) -> None:
    centre.enrol(ONE)
    client = centre.client(ONE)
    leased = client.ask(Lease(lease="a", count=5))
    assert isinstance(leased, Leased)
    author = Author(centre.office, ONE)
    used = author.line("RequestRegistered", "r", {"tracking": leased.numbers[0]})
    client.ask(Push(place=Place(), lines=author.signed(used)))
    assert admin.revoke(centre.dsn, ONE) == admin.Revoked(sessions=1, numbers=4)
    assert (
        centre.one("SELECT number FROM bajeh.tracking WHERE revoked_at IS NULL")
        == (leased.numbers[0])
    )
    (office,) = admin.status(centre.dsn)
    assert office.last == 1
    assert office.nodes[0].revoked is not None
    assert (office.nodes[0].lines, office.nodes[0].numbers) == (1, 1)


def outbox(centre: Centre) -> tuple[Author, list[Line]]:
    """What a PC could not send, after it had sent two lines and its key."""
    centre.enrol(ONE)
    client, author = centre.client(ONE), Author(centre.office, ONE)
    client.introduce(author.key_public, 1)
    client.ask(Push(place=Place(), lines=author.batch(2)))
    left = [*author.batch(250), *author.batch(3)]
    admin.revoke(centre.dsn, ONE)
    return author, left


def test_the_outbox_of_a_revoked_pc_is_admitted_once_and_marked(centre: Centre) -> None:
    _, left = outbox(centre)
    assert admin.admit(centre.dsn, ONE, left) == 253
    assert admin.admit(centre.dsn, ONE, left) == 0
    centre.enrol(TWO)
    found = [fed for page in pages(centre.client(TWO), Place()) for fed in page.lines]
    assert [fed.line for fed in found[2:]] == left
    assert {fed.healer for fed in found[2:]} == {centre.office}


def test_what_the_pc_did_not_sign_is_not_admitted(centre: Centre) -> None:
    _, left = outbox(centre)
    forger = Author(centre.office, ONE)
    changed = replace(left[5], recorded=replace(left[5].recorded, clerk="other"))
    for wrong, code in (
        (list(forger.batch(3)), "admit_unsigned"),
        ([*left[:5], changed, *left[6:250]], "admit_gap"),
        (left[:249], "admit_unsigned"),
        (left[250:], "admit_gap"),
    ):
        with pytest.raises(Refusal, match=code):
            admin.admit(centre.dsn, ONE, wrong)
    with pytest.raises(Refusal, match="admit_stranger"):
        admin.admit(centre.dsn, TWO, list(Author(centre.office, TWO).batch(3)))
    assert admin.admit(centre.dsn, ONE, left[:250]) == 250


def test_analysts_read_the_log_as_tables(centre: Centre) -> None:
    centre.enrol(ONE)
    author = Author(centre.office, ONE)
    registered = {
        "tracking": "123", "code": "7", "title": "مجوز", "received": "2026-11-21T08:00:00",
        "promised": "2026-11-24T14:00:00", "counter": "1", "steps": [{}, {}],
        "applicant": {"kind": "person", "id": "1", "name": "ن"},
    }  # fmt: skip
    lines = [
        author.line("TicketIssued", "t", {"label": "الف ۱", "day": "2026-11-21", "code": "7"}),
        author.line("TicketCalled", "t", {"counter": "1"}),
        author.line("ServiceFinished", "t", {"outcome": "request"}),
        author.line("RequestRegistered", "r", registered),
        author.line("StepHandedOver", "r", {"step": 0, "unit": "فنی", "day": "2026-11-21"}),
        author.line("StepDone", "r", {"step": 0, "day": "2026-11-23"}),
        author.line("StepHandedOver", "r", {"step": 1, "unit": "فنی", "day": "2026-11-23"}),
        author.line("AnswerDelivered", "r", {"day": "2026-11-24"}),
        author.line("RequestRegistered", "x", body=b"no json \xff"),
        author.line("RequestRegistered", "y", {"tracking": "\0", "steps": 3}),
        author.line("RequestRegistered", "z", {"tracking": "9", "steps": 3, "received": "0000-99"}),
    ]
    centre.client(ONE).ask(Push(place=Place(), lines=author.signed(*lines)))
    seen = (
        "SELECT array_agg(part || tracking || coalesce(first_step::text, '-')"
        " || coalesce(last_step::text, '-') ORDER BY part, tracking) FROM bajeh.table_2"
    )
    assert centre.one(seen) == ["answered1232026-11-21-", "received1232026-11-21-", "received9--"]
    assert centre.one("SELECT label || counter || outcome || calls FROM bajeh.ticket") == (
        "الف ۱1request1"
    )
    assert centre.one(
        "SELECT concat_ws(' ', unit, steps, done, open, average_days) FROM bajeh.unit_performance"
    ) == ("فنی 2 1 1 2.00")
    with psycopg.connect(centre.superuser) as connection:
        connection.execute("SET ROLE bajeh_analyst")
        assert connection.execute("SELECT count(*) FROM bajeh.request").fetchone() == (2,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT count(*) FROM bajeh.line")


def test_a_pc_may_execute_what_it_needs_and_see_nothing(centre: Centre) -> None:
    role = centre.enrol(ONE).centre.role
    executes = centre.one(
        "SELECT array_agg(p.proname::text ORDER BY p.proname) FROM pg_proc p"
        " JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'bajeh'"
        " AND has_function_privilege(%s, p.oid, 'EXECUTE')",
        role,
    )
    assert executes == [
        "call_v1", "digest_v1", "heal_v1", "introduce_v1", "lease_v1", "marks_v1", "my_office",
        "pull_v1", "push_v1", "resume_v1", "status_v1",
    ]  # fmt: skip
    sees = centre.one(
        "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'bajeh' AND c.relkind IN ('r', 'p', 'v')"
        " AND has_table_privilege(%s, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')",
        role,
    )
    assert sees == 0
    makes = centre.one(
        "SELECT has_schema_privilege(r, 'public', 'CREATE, USAGE')"
        " OR has_schema_privilege(r, 'bajeh', 'CREATE')"
        " OR has_database_privilege(r, current_database(), 'TEMPORARY, CREATE')"
        " OR has_function_privilege(r, 'lo_create(oid)', 'EXECUTE') FROM (SELECT %s::name AS r) x",
        role,
    )
    assert makes is False


def test_whoever_is_let_see_the_log_by_mistake_sees_the_own_office(centre: Centre) -> None:
    file = centre.enrol(ONE)
    centre.client(ONE).ask(Push(place=Place(), lines=Author(centre.office, ONE).batch(2)))
    other = Centre(centre.server, centre.database, "0e" * 16)
    other.enrol(TWO)
    other.client(TWO).ask(Push(place=Place(), lines=Author(other.office, TWO).batch(3)))
    other.close()
    centre.do("GRANT SELECT ON bajeh.line TO bajeh_node")
    with psycopg.connect(dsn_of(file.centre, centre.server.folder / "none")) as connection:
        assert connection.execute("SELECT count(*) FROM bajeh.line").fetchone() == (2,)


def test_enrolling_does_not_wait_for_whoever_reads_the_log(centre: Centre) -> None:
    centre.enrol(ONE)
    with psycopg.connect(centre.superuser) as analyst:
        analyst.execute("SELECT count(*) FROM bajeh.line")
        centre.do("ALTER ROLE administrator SET lock_timeout = '2s'")
        try:
            Centre(centre.server, centre.database, "0e" * 16).enrol(TWO)
        finally:
            centre.do("ALTER ROLE administrator RESET lock_timeout")
