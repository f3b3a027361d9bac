"""Clerks and their sign-ins as rows of tables."""

from app.folds.clerk import SignIn
from app.letters import persian_digits
from app.local import local
from app.persian import format_moment, format_time
from app.showing.people import PeopleShown, PersonShown
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.words import Words

_COLUMNS = (
    Column(width=56, role="strong"),
    Column(role="body"),
    Column(width=132, role="body", colour="ink_2"),
    Column(width=124, role="body"),
    Column(width=180, role="body"),
    Column(width=138, role="body", colour="ink_2"),
)
SIGNED_COLUMNS = (
    Column(width=170, role="body"),
    Column(width=170, role="body"),
    Column(role="body", colour="ink_2"),
)


def people_columns(*, large: bool) -> tuple[Column, ...]:
    """Large text leaves no room for when somebody came last; it stands below all the same."""
    return _COLUMNS[:-1] if large else _COLUMNS


def people_heads(*, large: bool) -> tuple[str, ...]:
    """What the columns of the clerks hold."""
    heads = (tr("Code"), tr("Name"), tr("Role"), tr("Password"), tr("State"), tr("Came last"))
    return heads[:-1] if large else heads


def signed_heads() -> tuple[str, ...]:
    """What the columns of the sign-ins hold."""
    return (tr("Signed in"), tr("Signed out"), tr("Window"))


def people_rows(shown: PeopleShown, *, large: bool) -> tuple[Row, ...]:
    """One row for each clerk."""
    words, most = Words(), len(people_columns(large=large))
    rows = (_row(person, words) for person in shown.people)
    return tuple(Row(cells=row.cells[:most], key=row.key) for row in rows)


def signed_rows(person: PersonShown, places: dict[str, int]) -> tuple[Row, ...]:
    """One row for each time somebody came."""
    return tuple(_signed(each, places.get(each.node, 0)) for each in person.signed)


def _row(person: PersonShown, words: Words) -> Row:
    last = person.signed[0].since if person.signed else None
    cells = (
        Cell(text=persian_digits(person.code)),
        Cell(text=person.name, colour="ink_3" if person.disabled else "ink"),
        Cell(text=words.value("role", person.role)),
        _password(person),
        _state(person),
        Cell(text=format_moment(local(last)) if last else "—"),
    )
    return Row(cells=cells, key=person.code)


def _password(person: PersonShown) -> Cell:
    if person.chosen_by == "nobody":
        return Cell(text=tr("has none"), colour="amber")
    return Cell(text=tr("their own") if person.chosen_by == "self" else tr("a first one"))


def _state(person: PersonShown) -> Cell:
    if person.disabled:
        return Cell(text=tr("disabled: {why}", why=person.disabled), icon="lock", colour="brick")
    if person.locked:
        until = format_time(local(person.locked))
        return Cell(text=tr("locked until {at}", at=until), icon="clock", colour="amber")
    return Cell(text=tr("active"), colour="ink_2")


def _signed(each: SignIn, place: int) -> Row:
    kind, _, name = each.window.partition(":")
    window = tr("Counter {n}", n=name) if kind == "counter" else tr("Supervisor of the desk")
    where = tr("{window}, PC {n}", window=window, n=place) if place else window
    cells = (
        Cell(text=format_moment(local(each.since))),
        Cell(text=format_moment(local(each.until)) if each.until else "—"),
        Cell(text=where),
    )
    return Row(cells=cells, key=each.since.isoformat())
