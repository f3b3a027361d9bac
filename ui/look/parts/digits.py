"""Digits as they are typed: Persian on the screen, whatever the keyboard makes."""

import re

from PySide6.QtGui import QValidator

from app.letters import persian_digits

_BARE = re.compile(r"(?<![A-Za-z0-9])[0-9٠-٩]+")
_NO_DIGIT = re.compile(r"[^0-9۰-۹٠-٩]")


def shown(text: str) -> str:
    """The text with Persian digits; those that end a Latin word, such as A4, stay."""
    return _BARE.sub(lambda found: persian_digits(found[0]), text)


class Digits(QValidator):
    """Turns what stands in a line, at every key, to Persian digits.

    A code keeps its digits alone, at most `most`: spaces and dashes of a pasted number go. What is
    too long is not taken.
    """

    def __init__(self, *, code: bool, most: int) -> None:
        super().__init__()
        self._code, self._most = code, most

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Give the text as it shall stand, and the cursor where it was among its letters."""
        after, before = self._taken(text), self._taken(text[:place])
        fits = not self._most or len(after) <= self._most
        state = QValidator.State.Acceptable if fits else QValidator.State.Invalid
        return state, after, min(len(before), len(after))

    def _taken(self, text: str) -> str:
        return persian_digits(_NO_DIGIT.sub("", text)) if self._code else shown(text)
