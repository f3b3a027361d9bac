"""A centre made by the letter of the guide, and one that lacks something of it."""

import psycopg
import pytest

from app.refusal import Refusal
from db.central import admin
from db.central.address import dsn_of
from db.central.guarding import GUARD
from tests.central.guide import as_administrator
from tests.central.office import Centre, names
from tests.central.patroni_authority import guided

ONE, _ = names(2)
CLOSED = ("database", "schema", "limits")


def test_the_guide_prints_what_the_program_itself_says_as_a_superuser() -> None:
    assert guided("as postgres, in the database of the centre") == GUARD.read_text("utf-8")


def test_a_centre_of_the_guide_lacks_nothing_and_its_administrator_is_no_superuser(
    centre: Centre,
) -> None:
    centre.enrol(ONE)
    assert admin.lacks(centre.dsn) == ()
    with psycopg.connect(centre.dsn) as connection:
        assert connection.info.parameter_status("is_superuser") == "off"


def test_without_the_superusers_share_no_centre_is_made_and_nobody_let_in(centre: Centre) -> None:
    database = f"{centre.database}_open"
    with psycopg.connect(centre.server.dsn(), autocommit=True) as connection:
        connection.execute(
            f'CREATE DATABASE "{database}" OWNER administrator TEMPLATE template0'.encode()
        )
    dsn = as_administrator(centre.superuser, database)
    with pytest.raises(Refusal) as refused:
        admin.init(dsn)
    assert refused.value.code == "centre_unguarded"
    assert refused.value.facts["unguarded"] == ("functions", "languages")
    with psycopg.connect(centre.server.dsn(database)) as connection:
        assert connection.execute("SELECT to_regnamespace('bajeh')").fetchone() == (None,)
        connection.execute(GUARD.read_bytes())
    admin.init(dsn)
    assert admin.lacks(dsn) == ()


def test_what_is_granted_again_is_noticed(centre: Centre) -> None:
    centre.enrol(ONE)
    centre.do("GRANT EXECUTE ON FUNCTION lo_create(oid) TO PUBLIC")
    assert admin.lacks(centre.dsn) == ("functions",)
    with pytest.raises(Refusal):
        centre.enrol(ONE)
    centre.do("REVOKE EXECUTE ON FUNCTION lo_create(oid) FROM PUBLIC")
    centre.enrol(ONE)


def test_a_database_that_was_dumped_and_restored_is_shut_again_by_init(centre: Centre) -> None:
    role = centre.enrol(ONE).centre.role
    dump, database = centre.server.folder / "bajeh.dump", f"{centre.database}_new"
    centre.server.dump(centre.database, dump)
    centre.server.restore(database, dump, "administrator")
    dsn = as_administrator(centre.superuser, database)
    assert admin.lacks(dsn) == ("database",)
    admin.init(dsn)
    assert admin.lacks(dsn) == ()
    with psycopg.connect(centre.server.dsn(database)) as connection:
        makes = "SELECT has_database_privilege(%s, current_database(), 'TEMPORARY, CREATE')"
        assert connection.execute(makes, (role,)).fetchone() == (False,)
    assert [node.name for office in admin.status(dsn) for node in office.nodes] == ["1"]


def test_what_a_restored_database_has_lost_is_told_and_init_says_it_again(centre: Centre) -> None:
    file = centre.enrol(ONE)
    role = file.centre.role
    centre.do(
        f'GRANT ALL ON DATABASE "{centre.database}" TO PUBLIC',
        "GRANT USAGE ON SCHEMA public TO PUBLIC",
        f"ALTER ROLE {role} RESET ALL",
    )
    assert admin.lacks(centre.dsn) == CLOSED
    admin.init(centre.dsn)
    assert admin.lacks(centre.dsn) == ()
    with (
        psycopg.connect(dsn_of(file.centre, centre.server.folder / "none")) as thief,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        thief.execute("CREATE TEMP TABLE t ()")


def test_a_superuser_says_his_share_himself(centre: Centre) -> None:
    database = f"{centre.database}_his"
    with psycopg.connect(centre.server.dsn(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{database}" TEMPLATE template0'.encode())
    admin.init(centre.server.dsn(database))
    assert admin.lacks(centre.server.dsn(database)) == ()
