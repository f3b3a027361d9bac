"""Sums in words. On its own because its library takes 30 ms to load."""

from num2words import num2words

from app.refusal import Refusal

_TOO_MUCH = 10**15
"""More rials than any fee; the words for it would not fit on the form."""


def money_words(amount: int) -> str:
    """پانصد هزار ریال, from whole rials.

    Refuses `money_negative(amount)` and, from a thousand thousand milliards on,
    `money_too_much(amount)`.
    """
    if amount < 0:
        raise Refusal("money_negative", amount=amount)
    if amount >= _TOO_MUCH:
        raise Refusal("money_too_much", amount=amount)
    return f"{num2words(amount, lang='fa')} ریال"
