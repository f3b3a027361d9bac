"""The two ways a file of the catalogue is refused."""

from app.letters import search_key
from app.refusal import Refusal

LARGEST = 32 * 2**20
"""Bytes of a file that is still read."""

MOST_ROWS = 100_000
"""A sheet with rows further down is no catalogue."""

_LONGEST_HEAD = 80  # of a column's head within a sentence


def bad(row: int, column: str, problem: str, **facts: object) -> Refusal:
    """One cell is not acceptable: its row as the spreadsheet shows it, its head, what is wrong."""
    return Refusal(
        "catalogue_row_bad", row=row, column=column[:_LONGEST_HEAD], problem=problem, **facts
    )


def check_row(row: int, **facts: object) -> None:
    """Refuses a row further down than any catalogue goes."""
    if row > MOST_ROWS:
        raise bad(row, "1", f"بیش از {MOST_ROWS} سطر دارد", **facts)


def unreadable(form: str) -> Refusal:
    """The bytes are no sound file of this format (json, csv or xlsx)."""
    return Refusal("catalogue_unreadable", format=form)


def check_new(code: str, row: int, found: dict[str, int], column: str, **facts: object) -> None:
    """Notes the code's key and row in `found`; a code that looks up the same is refused."""
    key = search_key(code)
    if key in found:
        raise bad(row, column, f"کد {code} پیش‌تر در سطر {found[key]} آمده است", **facts)
    found[key] = row
