"""The shape of the store as the Python files in which the program reads it."""

import re
from collections.abc import Iterator
from textwrap import dedent, indent, wrap
from types import ModuleType

from sqlalchemy import Executable, Table
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import ClauseElement

from db.shape import audit, beside, catalogue, figures, journal, lists, request, ticket, waiting

NOUNS = (audit, catalogue, figures, journal, lists, request, ticket, waiting)
"""Those whose tables and statements the program takes by name; every public one of them."""

_DIALECT = dialect(paramstyle="named")
_WIDTH = 92
_MADE = "Made by `python -m db.shape`, never by hand."


def files() -> dict[str, str]:
    """Every file of `db/sql` by its name."""
    return {
        "__init__.py": f'"""`db.shape` in plain SQL. {_MADE}"""\n',
        "creation.py": _creation(),
        **{f"{noun.__name__.rpartition('.')[2]}.py": _noun(noun) for noun in NOUNS},
    }


def _text(clause: ClauseElement) -> str:
    """With named parameters. Values that were given already, which are figures, stand in it."""
    compiled = clause.compile(dialect=_DIALECT)
    written = {name: int(value) for name, value in compiled.params.items() if value is not None}
    return re.sub(r":(\w+)", lambda found: str(written.get(found[1], found[0])), str(compiled))


def _noun(noun: ModuleType) -> str:
    public = [(name, value) for name, value in vars(noun).items() if not name.startswith("_")]
    tables = [_table(name, value) for name, value in public if isinstance(value, Table)]
    statements = [_statement(name, value) for name, value in public if _speaks(value)]
    kinds = [kind for kind, found in (("Statement", statements), ("Table", tables)) if found]
    head = f'"""{_title(noun)}\n\n{_MADE}\n"""\n\nfrom db.statement import {", ".join(kinds)}\n'
    return "\n".join([head, *tables, *statements])


def _speaks(value: object) -> bool:
    return isinstance(value, ClauseElement) and isinstance(value, Executable)


def _title(noun: ModuleType) -> str:
    return (noun.__doc__ or "").splitlines()[0]


def _table(name: str, table: Table) -> str:
    words = "".join(f'    "{word}",\n' for word in (table.name, *table.columns.keys()))
    return f"{name} = Table(\n{words})\n"


def _statement(name: str, clause: ClauseElement) -> str:
    return f"{name} = Statement(\n{_quoted(_text(clause))}\n)\n"


def _creation() -> str:
    made = ",\n".join(_quoted(sql) for sql in _made())
    return f'"""Every table and index. {_MADE}"""\n\nCREATION = (\n{made},\n)\n'


def _made() -> Iterator[str]:
    found = (value for module in (beside, *NOUNS) for value in vars(module).values())
    tables = [value for value in found if isinstance(value, Table)]
    for table in sorted(tables, key=lambda each: each.name):
        yield str(CreateTable(table).compile(dialect=_DIALECT))
        for index in sorted(table.indexes, key=lambda each: str(each.name)):
            yield str(CreateIndex(index).compile(dialect=_DIALECT))


def _quoted(sql: str) -> str:
    lines = "\n".join(_lines(sql)).replace("\\", "\\\\")
    return indent(f'"""\n{lines}\n"""', "    ")


def _lines(sql: str) -> Iterator[str]:
    """Its lines, none too long; what stands between quotes stays in one piece."""
    whole = re.sub(r"'[^']*'", lambda quoted: quoted[0].replace(" ", "\0"), sql.expandtabs(4))
    for line in dedent(whole).splitlines():
        lead = line[: len(line) - len(line.lstrip())]
        wrapped = wrap(
            line.strip(),
            _WIDTH,
            initial_indent=lead,
            subsequent_indent=f"{lead}    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from (part.replace("\0", " ") for part in wrapped)
