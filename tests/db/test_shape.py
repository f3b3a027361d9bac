"""SQLAlchemy says what the store looks like, in plain files that the program reads without it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import bindparam, column, literal_column, select, text
from sqlalchemy.sql import ClauseElement

from db.shape import files
from db.shape.__main__ import SQL

ROOT = Path(__file__).parents[2]
LIFE = """
import sys
from pathlib import Path

from app.applicant import Applicant
from app.deeds import call, request, ticket
from app.events import vocabulary
from db.verify import verify
from tests.bench.office import Office, reopen

folder = Path(sys.argv[1])
office = Office(folder)
office.journal.close()
journal = reopen(folder, office.key, office.node)
with journal.work() as work:
    given = ticket.issue(work, "1")
    assert call.call_next(work, "1").id == given.id
    made = request.register(work, "1", Applicant(id="0003472183", name="نگار"), ticket=given.id)
with journal.look() as look:
    assert [found.tracking for found in look.find("نگار")] == [made.tracking]
finding = verify(journal.cursor, vocabulary())
assert not finding.broken + finding.different
print(sorted({"sqlalchemy", "alembic"} & set(sys.modules)))
"""


def test_the_files_say_what_the_shape_says() -> None:
    standing = {path.name: path.read_text("utf-8") for path in SQL.glob("*.py")}
    assert standing == files.files(), "run: python -m db.shape"


def test_a_store_lives_without_sqlalchemy(tmp_path: Path) -> None:
    words = [sys.executable, "-X", "utf8", "-c", LIFE, str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, check=False, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


WORDS = " ".join(["word"] * 40)


@pytest.mark.parametrize(
    ("clause", "parts"),
    [
        (select(column("a")).where(column("b") == bindparam("c")), ["b = :c"]),
        (select(column("a")).limit(50), ["LIMIT 50"]),
        (text(f"SELECT '{WORDS}'"), [f"'{WORDS}'"]),
        (text(f"SELECT {WORDS}"), []),
        (select(literal_column(r"'\n'")), [r"'\n'"]),
    ],
)
def test_a_statement_is_read_as_it_was_meant(clause: ClauseElement, parts: list[str]) -> None:
    quoted = files._quoted(files._text(clause))
    said = ast.literal_eval(quoted.strip())
    assert said.split() == files._text(clause).split()
    assert all(part in said for part in parts)


def test_a_statement_holds_no_words_of_its_own() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        files._text(select(column("a")).where(column("b") == "کلمه"))
