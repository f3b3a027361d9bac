"""What a password must be, and how it is read off the keyboard."""

import unicodedata
from typing import Final

from app.events.office import ClerkAdmitted
from app.letters import clean, latin_digits, search_key
from app.refusal import Refusal

LEAST, MOST = 8, 128
"""Letters."""

SAMPLE: Final = "باجه نمونه"
"""Every clerk of the sample office has it; nobody else may."""

_USUAL = frozenset(
    {
        "password", "password1", "passw0rd", "qwertyui", "qwertyuiop", "qwerty123", "iloveyou",
        "abcd1234", "abc12345", "administrator", "1q2w3e4r", "1qaz2wsx", "asdfghjk", "asdfghjkl",
        "11223344", "12341234", "12344321", "87654321", "98765432", "987654321", "0987654321",
        "گذرواژه", "رمزعبور", "باجه", "میزخدمت", "سلامسلام", "ضصثقفغعه", "شسیبلاتن", "ایرانایران",
    }
)  # fmt: skip
"""What is guessed first; spelled as `search_key` has it."""

_ROWS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")


def typed_password(text: str) -> str:
    """The same password however its digits and letters come off the keyboard: digits of any script
    are 0-9, forms of one letter are one; blanks at its ends are none of it.
    """
    return latin_digits(unicodedata.normalize("NFKC", clean(text))).translate(_ONE_FORM).strip()


def require_good(typed: str, owner: ClerkAdmitted, *, sample: bool) -> None:
    """Refuses `password_short(n)`, `password_long(n)`, `password_usual` of what is guessed first,
    `password_is_name` of the clerk's own code or name, and `password_of_sample` outside a
    sample office.
    """
    password = typed_password(typed)
    if not sample and is_sample(password):
        raise Refusal("password_of_sample")
    if len(password) < LEAST:
        raise Refusal("password_short", n=LEAST)
    if len(password) > MOST:
        raise Refusal("password_long", n=MOST)
    key = search_key(password)
    if key in _USUAL or len(set(key)) < 3 or _in_a_row(key):
        raise Refusal("password_usual")
    if _is_name(key, owner):
        raise Refusal("password_is_name")


def is_sample(typed: str) -> bool:
    """Whether it is the one that everybody knows."""
    return search_key(typed_password(typed)) == search_key(SAMPLE)


def _in_a_row(key: str) -> bool:
    return any(key in row * 2 or key[::-1] in row * 2 for row in _ROWS)


def _is_name(key: str, owner: ClerkAdmitted) -> bool:
    """Nothing but code and name, or parts of it, in whatever order."""
    rest = key
    parts = {search_key(part) for part in (owner.name, *owner.name.split(), owner.code)} - {""}
    for part in sorted(parts, key=len, reverse=True):
        rest = rest.replace(part, "")
    return len(rest) < 3


_ONE_FORM = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "\u200c": None, "\u200d": None})
