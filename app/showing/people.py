"""The people of the office and their accounts, for whoever looks after them."""

from datetime import datetime
from typing import Literal

from app.deeds.clerk import account_of, passwords_in_use
from app.events.office import Role
from app.folds.clerk import Account, SignIn
from app.order import by_code
from app.ports import Look
from app.roles import may_do
from app.value import Value

Choice = Literal["nobody", "others", "self"]
"""Who chose the password: it was never set; somebody else, and it is to be changed; its owner."""


class PersonShown(Value, frozen=True, kw_only=True):
    """`locked` is until when, `disabled` why; `signed` the last sign-ins, the newest first."""

    clerk: str
    code: str
    name: str
    role: Role
    skills: tuple[str, ...] = ()
    chosen_by: Choice = "nobody"
    locked: datetime | None = None
    disabled: str = ""
    signed: tuple[SignIn, ...] = ()


class PeopleShown(Value, frozen=True, kw_only=True):
    """In the order of their codes. `asked`: windows ask for passwords. `places` numbers the PCs.
    `editable`: whoever looks may change them; `looker` is who that is (an id).
    """

    people: tuple[PersonShown, ...]
    asked: bool
    places: dict[str, int]
    editable: bool
    looker: str


def people_shown(look: Look, clerk: str) -> PeopleShown:
    """As the store has them, for a clerk (an id) who looks."""
    office = look.office
    return PeopleShown(
        people=tuple(_person(look, code) for code in sorted(office.clerks, key=by_code)),
        asked=passwords_in_use(look),
        places=dict(office.places),
        editable=may_do(look, clerk, "office.admit_clerk"),
        looker=clerk,
    )


def _person(look: Look, code: str) -> PersonShown:
    who = look.office.clerks[code]
    account = account_of(look, who.clerk)
    return PersonShown(
        clerk=who.clerk,
        code=code,
        name=who.name,
        role=who.role,
        skills=who.skills,
        chosen_by=_chosen_by(account),
        locked=account.locked_until if account.locked(look.at) else None,
        disabled=account.disabled,
        signed=tuple(reversed(account.signed)),
    )


def _chosen_by(account: Account) -> Choice:
    if not account.hash:
        return "nobody"
    return "others" if account.must_change else "self"
