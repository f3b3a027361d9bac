"""An older store comes to the present schema whole or stays as it was; a newer one is left be."""

import re
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.refusal import Refusal
from db import store, upgrade
from db.connection import connect, one
from db.journal import StoreJournal
from db.store import SCHEMA
from tests.db.office import Office, a_day, assert_sound, incarnations, issue

NEXT = """
from alembic import op

revision = "9999"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE TABLE further (a TEXT)")
    op.execute("INSERT INTO further SELECT tracking FROM request")
    {then}
"""

Ship = Callable[[str], None]


@pytest.fixture
def ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ship:
    """Lets the next version of the program come, with one migration more."""

    def come(then: str = "") -> None:
        scripts = tmp_path / "migrations"
        if not scripts.exists():
            shutil.copytree(upgrade.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
        further = NEXT.format(before=SCHEMA, then=then)
        (scripts / "versions" / "9999_further.py").write_text(further)
        monkeypatch.setattr(upgrade, "SCRIPTS", scripts)
        monkeypatch.setattr(store, "SCHEMA", "9999")

    return come


@pytest.fixture
def lived(office: Office) -> Office:
    """An office with a day in it, its program ended."""
    with closing(office.found()) as journal:
        a_day(journal, office.clock)
    return office


def schema(cursor: dbapi2.Cursor) -> dict[str, str]:
    """Every table and index, spaced and quoted alike."""
    rows = cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    alike = {name: re.sub(r"\s+", " ", sql.replace('"', "")) for name, sql in rows}
    return {
        name: sql.replace("( ", "(").replace(" )", ")").strip()
        for name, sql in alike.items()
        if name != "alembic_version"
    }


def state(journal: StoreJournal) -> tuple[object, ...]:
    """Version, schema and number of events."""
    cursor = journal.cursor
    return (
        one(cursor, "SELECT version_num FROM alembic_version"),
        schema(cursor),
        one(cursor, "SELECT count(*) FROM event"),
    )


def test_migrations_make_the_schema_that_the_tables_say(
    journal: StoreJournal, tmp_path: Path
) -> None:
    with closing(connect(tmp_path / "migrated.db", "0" * 64)) as migrated:
        upgrade.migrate(migrated)
        cursor = migrated.cursor()
        assert schema(cursor) == schema(journal.cursor)
        assert one(cursor, "SELECT version_num FROM alembic_version") == SCHEMA


def test_the_newest_migration_is_the_schema_of_the_program() -> None:
    versions = sorted(path.name[:4] for path in (upgrade.SCRIPTS / "versions").glob("[0-9]*.py"))
    assert versions[-1] == SCHEMA
    assert len(set(versions)) == len(versions)


def test_migrating_what_is_migrated_changes_nothing(journal: StoreJournal) -> None:
    before = state(journal)
    upgrade.migrate(journal.connection)
    assert state(journal) == before


def test_an_older_store_is_upgraded_behind_a_safe_copy(lived: Office, ship: Ship) -> None:
    with lived.opened() as journal:
        before = state(journal)
    ship("")
    with lived.opened() as journal:
        assert one(journal.cursor, "SELECT version_num FROM alembic_version") == "9999"
        assert one(journal.cursor, "SELECT count(*) FROM further") == 2
        assert issue(journal).number == 4
        assert_sound(journal)
        assert incarnations(journal) == ["set-up"]
    copy = lived.folder / f"before-{SCHEMA}.db"
    with closing(connect(copy, lived.key)) as copied:
        cursor = copied.cursor()
        assert one(cursor, "SELECT version_num FROM alembic_version") == before[0]
        assert schema(cursor) == before[1]
        assert one(cursor, "SELECT count(*) FROM event") == before[2]
        assert one(cursor, "PRAGMA integrity_check") == "ok"
    assert not copy.read_bytes().startswith(b"SQLite")


@pytest.mark.parametrize(
    "then",
    [
        "raise ZeroDivisionError",
        'op.execute("INSERT INTO nowhere VALUES (1)")',
        'op.execute("DROP TABLE event"); op.execute("INSERT INTO nowhere VALUES (1)")',
    ],
)
def test_a_migration_that_fails_leaves_the_store_as_it_was(
    lived: Office, ship: Ship, then: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with lived.opened() as journal:
        before = state(journal)
    with monkeypatch.context() as patch:
        patch.setattr(store, "SCHEMA", SCHEMA)
        ship(then)
        with pytest.raises((ZeroDivisionError, dbapi2.OperationalError)):
            lived.open()
    monkeypatch.setattr(store, "SCHEMA", SCHEMA)
    with lived.opened() as journal:
        assert state(journal) == before
        assert_sound(journal)
        issue(journal)


def test_the_safe_copy_is_of_this_upgrade_not_of_one_that_failed_before(
    lived: Office, ship: Ship, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship("raise ZeroDivisionError")
    with pytest.raises(ZeroDivisionError):
        lived.open()
    monkeypatch.setattr(store, "SCHEMA", SCHEMA)
    with lived.opened() as journal:
        issue(journal)
        events = state(journal)[2]
    (lived.folder / f"before-{SCHEMA}.partial").write_bytes(b"half a copy")
    ship("")
    lived.open().close()
    with closing(connect(lived.folder / f"before-{SCHEMA}.db", lived.key)) as copied:
        assert one(copied.cursor(), "SELECT count(*) FROM event") == events
    assert not list(lived.folder.glob("*.partial"))


def test_a_newer_store_is_refused_and_stays_as_it_is_byte_for_byte(lived: Office) -> None:
    with lived.opened() as journal:
        journal.cursor.execute("UPDATE alembic_version SET version_num = '9999'")
    before = {file.name: file.read_bytes() for file in lived.folder.iterdir()}
    for _ in range(2):
        with pytest.raises(Refusal) as refused:
            lived.open()
        assert refused.value.code == "store_newer"
        assert refused.value.facts == {"version": "9999"}
    assert {file.name: file.read_bytes() for file in lived.folder.iterdir()} == before


def test_a_program_that_projects_differently_makes_the_rows_anew(
    lived: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with lived.opened() as journal:
        journal.cursor.execute("UPDATE request SET name = 'as an older program wrote it'")
        journal.cursor.execute("DELETE FROM request_name")
    with lived.opened() as journal:
        assert one(journal.cursor, "SELECT count(*) FROM request_name") == 0
    monkeypatch.setattr(store, "PROJECTED", "raised")
    with lived.opened() as journal:
        assert_sound(journal)
        assert journal.meta("projected") == "raised"
        changes = journal.connection.total_changes
    with lived.opened() as journal:
        assert journal.connection.total_changes < changes
