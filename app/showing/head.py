"""Whose office a window is of, and who works at it."""

from app.deeds.clerk import passwords_in_use
from app.ports import Look
from app.roles import by_id
from app.value import Value


class HeadShown(Value, frozen=True, kw_only=True):
    """`role` as the roles are called in events, empty where nobody works there; `asked`: who does
    says so by a password.
    """

    office: str = ""
    agency: str = ""
    person: str = ""
    role: str = ""
    asked: bool = True


def head_shown(look: Look, clerk: str) -> HeadShown:
    """For the window at which that clerk (an id) works."""
    described, who = look.office.described, by_id(look.office, clerk)
    return HeadShown(
        office=described.name,
        agency=described.agency,
        person=who.name if who else "",
        role=who.role if who else "",
        asked=passwords_in_use(look),
    )
