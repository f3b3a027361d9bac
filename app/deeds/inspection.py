"""An inspector comes for a day."""

from datetime import date, timedelta

from app.deeds.clerk import give_password
from app.deeds.looking import today
from app.deeds.office import admit_clerk
from app.events import clerk as said
from app.events.office import ClerkAdmitted
from app.folds import clerk
from app.ports import Work
from app.refusal import Refusal
from app.roles import deed

FIRST_CODE = 900
"""Codes of inspectors begin here, apart from those of clerks."""

FURTHEST = timedelta(days=30)
"""From today to the day of a pass; one for later is given later."""


@deed
def give_pass(work: Work, name: str, hashed: str, day: date | None = None) -> ClerkAdmitted:
    """An account that only reads, and on that day alone (none: today), with a first password.

    Refuses `pass_past(day)`, `pass_far(day, n)`, `name_empty`, and as `give_password` does.
    """
    valid = day or today(work)
    if valid < today(work):
        raise Refusal("pass_past", day=valid)
    if valid > today(work) + FURTHEST:
        raise Refusal("pass_far", day=valid, n=FURTHEST.days)
    code = free_code(work)
    admit_clerk(work, code, name, "inspector")
    give_password(work, code, hashed)
    who = work.office.clerk(code)
    work.append(clerk.FOLD, who.clerk, said.PassGiven(day=valid))
    return who


def free_code(work: Work) -> str:
    """The first code for an inspector that nobody has."""
    number = FIRST_CODE + 1
    while str(number) in work.office.clerks:
        number += 1
    return str(number)
