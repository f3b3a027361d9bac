"""Sums in words."""

from collections.abc import Iterator

from app.refusal import Refusal

_TOO_MUCH = 10**15
"""More rials than any fee; the words for it would not fit on the form."""
_ONES = (
    *("", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده"),
    *("سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"),
)
_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS = (*("", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"),)
_SCALES = ("", "هزار", "میلیون", "میلیارد", "تریلیون")
_AND = " و "


def money_words(amount: int) -> str:
    """پانصد هزار ریال, from whole rials.

    Refuses `money_negative(amount)` and, from a thousand thousand milliards on,
    `money_too_much(amount)`.
    """
    if amount < 0:
        raise Refusal("money_negative", amount=amount)
    if amount >= _TOO_MUCH:
        raise Refusal("money_too_much", amount=amount)
    return f"{_AND.join(_thousands(amount)) or 'صفر'} ریال"


def _thousands(amount: int) -> Iterator[str]:
    for place in reversed(range(len(_SCALES))):
        share = amount // 1000**place % 1000
        if share == 1 and place == 1:
            yield _SCALES[1]
        elif share:
            yield f"{_AND.join(_below_thousand(share))} {_SCALES[place]}".rstrip()


def _below_thousand(share: int) -> Iterator[str]:
    hundreds, rest = divmod(share, 100)
    tens, ones = divmod(rest, 10) if rest >= len(_ONES) else (0, rest)
    yield from filter(None, (_HUNDREDS[hundreds], _TENS[tens], _ONES[ones]))
