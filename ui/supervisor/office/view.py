"""One tab of the chapter, as a table: its rows, its keys, and what is said above it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.showing.office import OfficeShown
from ui.frame.page import Act
from ui.frame.words import tr
from ui.look.parts.row import Column, Row


class View(NamedTuple):
    """`acts` gives the keys for the row of that key (empty: none is chosen); `note` what is said
    above the rows.
    """

    which: str
    name: str
    columns: Sequence[Column]
    heads: Sequence[str]
    empty: str
    rows: Callable[[OfficeShown], Sequence[Row]]
    acts: Callable[[OfficeShown, str], Sequence[Act]]
    note: Callable[[OfficeShown], str]


def none_chosen(key: str) -> str:
    """Why a key does nothing where no row is chosen."""
    return "" if key else tr("Nothing is chosen in the list.")
