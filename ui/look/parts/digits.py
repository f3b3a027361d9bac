"""Digits as they are typed: Persian on the screen, whatever the keyboard makes."""

import re
from typing import Literal

from PySide6.QtGui import QValidator

from app.letters import persian_digits

_BARE = re.compile(r"(?<![A-Za-z0-9])[0-9٠-٩]+")
_JOINTS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")
_THOUSANDS = "٬"
_MOBILE = 11
_NO_DIGIT = re.compile(r"[^0-9۰-۹٠-٩]")

Grouping = Literal["", "mobile", "money"]
"""How a long number that nobody is typing in is parted."""


def shown(text: str) -> str:
    """The text with Persian digits; those that end a Latin word, such as A4, stay."""
    return _BARE.sub(lambda found: persian_digits(found[0]), text)


class Digits(QValidator):
    """Turns what stands in a line, at every key, to Persian digits.

    A code keeps its digits alone, at most `most`: spaces and dashes of a pasted number go. What is
    too long is not taken. While it is `resting`, a long number stands in groups.
    """

    def __init__(self, *, code: bool, most: int, grouping: Grouping = "") -> None:
        super().__init__()
        self._code, self._most = code, most
        self.grouping = grouping
        self.resting = True

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Give the text as it shall stand, and the cursor where it was among its letters."""
        after, before = self.bare(text), self.bare(text[:place])
        fits = not self._most or len(after) <= self._most
        state = QValidator.State.Acceptable if fits else QValidator.State.Invalid
        stands = _parted(after, self.grouping) if self.resting else after
        return state, stands, min(len(before), len(stands))

    def bare(self, text: str) -> str:
        """The text without the joints of its groups."""
        if self._code:
            return persian_digits(_NO_DIGIT.sub("", text))
        return shown(text.replace(_THOUSANDS, "") if self.grouping == "money" else text)


def _parted(number: str, grouping: Grouping) -> str:
    """۰۹۱۱ ۲۳۴ ۵۶۷۸, ۵۰۰٬۰۰۰; what is no such number stays."""
    if grouping == "mobile" and len(number) == _MOBILE:
        return f"{number[:4]} {number[4:7]} {number[7:]}"
    if grouping == "money" and number.isdecimal():
        return _JOINTS.sub(_THOUSANDS, number)
    return number
