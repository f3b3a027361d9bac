"""Bringing the centre's schema to the present revision.

Two branches: `expand` adds, and may run while older programs work; `contract` takes away what no
program needs any more, begins with its first revision (`branch_labels = ("contract",)`, hanging on
the expansion that replaced what it takes), and is run by its name alone.
"""

from pathlib import Path
from typing import Any

import psycopg
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(connection: psycopg.Connection[Any], branch: str = "expand") -> None:
    """Runs every migration of that branch that is missing, in one transaction, as the owner."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    script = ScriptDirectory.from_config(config)

    def missing(revision: Any, _context: Any) -> Any:
        return script._upgrade_revs(f"{branch}@head", revision)  # noqa: SLF001 as Alembic's own command does

    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: connection, poolclass=StaticPool
    )
    with engine.begin() as bound, EnvironmentContext(config, script, fn=missing) as environment:
        bound.exec_driver_sql("SET LOCAL ROLE bajeh_owner")
        environment.configure(connection=bound, version_table_schema="bajeh")
        environment.run_migrations()
