"""`python -m db.shape` writes `db/sql`."""

from pathlib import Path

from db.shape.files import files

SQL = Path(__file__).parents[1] / "sql"

if __name__ == "__main__":
    for name, text in files().items():
        (SQL / name).write_text(text, "utf-8", newline="\n")
