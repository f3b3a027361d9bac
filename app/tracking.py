"""Tracking numbers: twelve digits for life, read over the phone, so the last one checks the rest.

The check digit is Damm's: it catches every single wrong digit and every swap of two neighbours.
"""

import re
from collections.abc import Callable

from app.letters import typed_number
from app.refusal import Refusal

_TWELVE = re.compile("[0-9]{12}")
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
"""Damm's table (thesis, Marburg 2004): row by what came before, column by the next digit."""


def damm(digits: str) -> str:
    """The check digit of a run of ASCII digits; of digits with their check digit it is 0."""
    before = "0"
    for digit in digits:
        before = _DAMM[int(before)][int(digit)]
    return before


def check(text: str) -> str:
    """The twelve ASCII digits of a tracking number, however spaced or dashed, in any digits.

    Refuses `tracking_wrong(text)` when the length or the check digit is wrong.
    """
    number = typed_number(text)
    if not _TWELVE.fullmatch(number) or damm(number) != "0":
        raise Refusal("tracking_wrong", text=text)
    return number


def make(randbelow: Callable[[int], int]) -> str:
    """A number not to be guessed, if `randbelow(n)` gives 0 to n-1 so (`secrets.randbelow`)."""
    return _checked(f"{1 + randbelow(9)}{randbelow(10**10):010}")


def fallback(node_number: int, randbelow: Callable[[int], int]) -> str:
    """A number made without stock: 0, the node in two digits, eight random ones, check digit.

    No leased number begins with 0, so the two kinds never meet. Refuses a node outside 0-99 with
    `node_number_wrong(number)`.
    """
    if not 0 <= node_number <= 99:
        raise Refusal("node_number_wrong", number=node_number)
    return _checked(f"0{node_number:02}{randbelow(10**8):08}")


def grouped(tracking: str) -> str:
    """4827 1930 5563, and of its answer 4827 1930 5563/1: how it is shown and read out."""
    number, mark, ordinal = tracking.partition("/")
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4)) + mark + ordinal


def answer_number(tracking: str, ordinal: int) -> str:
    """482719305563/1: the number of that request's first answer; `ordinal` counts from 1."""
    return f"{tracking}/{ordinal}"


def _checked(digits: str) -> str:
    return digits + damm(digits)
