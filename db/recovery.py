"""The recovery key: digits that a person can copy from paper, each group checked by itself."""

import secrets

from app.letters import typed_number
from app.refusal import Refusal
from app.tracking import damm

GROUPS = 8


def new_recovery_key() -> str:
    """Eight groups of six digits: five random ones (133 bits in all) and their check digit."""
    groups = (f"{secrets.randbelow(10**5):05}" for _ in range(GROUPS))
    return "-".join(f"{group}{damm(group)}" for group in groups)


def recovery_key(text: str) -> str:
    """The key as typed, in any digits and spacing.

    Refuses `recovery_key_length`, and `recovery_key_wrong` naming the group, counted from 1.
    """
    digits = typed_number(text)
    if len(digits) != GROUPS * 6 or not digits.isdigit():
        raise Refusal("recovery_key_length", n=len(digits))
    groups = [digits[i : i + 6] for i in range(0, len(digits), 6)]
    for number, group in enumerate(groups, 1):
        if damm(group) != "0":
            raise Refusal("recovery_key_wrong", group=number)
    return "-".join(groups)
