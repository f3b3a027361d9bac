"""How somebody comes to work at a window of this PC."""

from typing import Literal

from app.deeds.clerk import account_of, passwords_in_use
from app.password import SAMPLE
from app.ports import Look
from app.roles import EVERYBODY, WINDOWS, by_id
from app.value import Value

SIGN_IN, AT_ONCE = "sign_in", "at_once"
"""A setting of this PC, and what it says where a sample office opens without asking."""


Stands = Literal["", "elsewhere", "disabled", "over", "gone"]
"""`elsewhere`: their role signs in at other windows."""


class Entrance(Value, frozen=True, kw_only=True):
    """`asked`: who works here says so by a password. `code` and `name` are whose window it was
    last; `stands` says what has become of them, `passing` that their account ends by itself with a
    day. After so many `minutes` that nobody touches it, the
    window asks again; 0: never. `sample` is the password that a sample office tells everybody.
    """

    asked: bool = False
    code: str = ""
    name: str = ""
    stands: Stands = ""
    passing: bool = False
    minutes: int = 0
    sample: str = ""


def entrance(look: Look, clerk: str, window: str = "") -> Entrance:
    """For whoever (an id) works at the window («counter:1»), or did last."""
    office = look.office
    who = by_id(office, clerk)
    sample = office.described.sample
    at_once = sample and look.setting(SIGN_IN) == AT_ONCE
    stands: Stands = "gone" if clerk and who is None else ""
    may = WINDOWS.get(window.partition(":")[0], EVERYBODY)
    if who and who.role not in may:
        stands = "elsewhere"
    account = account_of(look, clerk)
    if who and account.disabled:
        stands = "disabled"
    if who and account.over(look.at):
        stands = "over"
    return Entrance(
        asked=passwords_in_use(look) and not at_once,
        code=who.code if who else "",
        name=who.name if who else office.clerk_name(clerk),
        stands=stands,
        passing=account.last_day is not None,
        minutes=office.rules.lock_minutes,
        sample=SAMPLE if sample else "",
    )
