"""Facts of the journal as rows of a table."""

from collections.abc import Iterable

from app.showing.audit import Fact
from ui.fact_words import audit_cells
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.two_lines import two_line_row
from ui.words import Words

COLUMNS = (
    Column(width=128, role="secondary", colour="ink_2"),
    Column(width=148, role="open"),
    Column(width=150, role="strong"),
    Column(width=236, role="body"),
    Column(role="body", colour="ink_2"),
    Column(width=84, align="end", role="secondary", colour="ink_2"),
)


def tall_rows(facts: Iterable[Fact], words: Words) -> list[Row]:
    """A row of two lines for each, where large text leaves no room for columns."""
    return [_tall(fact, words) for fact in facts]


def rows(facts: Iterable[Fact], words: Words) -> list[Row]:
    """A row for each."""
    return [
        Row(cells=tuple(Cell(text=text) for text in audit_cells(fact, words)), key=fact.id)
        for fact in facts
    ]


def _tall(fact: Fact, words: Words) -> Row:
    when, clerk, what, whose, particulars, where = audit_cells(fact, words)
    first = " · ".join(part for part in (what, whose) if part)
    below = " · ".join(part for part in (clerk, particulars, where) if part)
    return two_line_row(fact.id, first, when=when, below=below)
