"""Bringing an older store to the present schema: forward only, behind a safe copy.

Alembic is configured here in code, and this module is loaded only when a store stands behind.
"""

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from db.connection import one

SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(connection: dbapi2.Connection, folder: Path, _key: str) -> None:
    """Copies the store aside (`before-<version>.db`, same key), then migrates all or nothing."""
    cursor = connection.cursor()
    version = one(cursor, "SELECT version_num FROM alembic_version")
    copy = folder / f"before-{version}.db"
    partial = copy.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    try:
        cursor.execute("VACUUM INTO ?", (str(partial),))
        partial.replace(copy)
    finally:
        partial.unlink(missing_ok=True)
    try:
        migrate(connection)
    except DBAPIError as error:
        raise error.orig or error from error


def migrate(connection: dbapi2.Connection) -> None:
    """Runs every migration that is missing, in one transaction."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    script = ScriptDirectory.from_config(config)

    def missing(revision: Any, _context: Any) -> Any:
        return script._upgrade_revs("head", revision)  # noqa: SLF001 as Alembic's own command does

    engine = create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connection, poolclass=StaticPool
    )
    with engine.connect() as bound, EnvironmentContext(config, script, fn=missing) as environment:
        bound.exec_driver_sql("BEGIN IMMEDIATE")
        environment.configure(connection=bound)
        environment.run_migrations()
        bound.exec_driver_sql("COMMIT")
