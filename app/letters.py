"""Persian text as clerks type it: digits, invisible marks, and the spelling that search goes by."""

import re
import unicodedata
from functools import lru_cache

_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_ARABIC = "٠١٢٣٤٥٦٧٨٩"
_LATIN = "0123456789"
_TO_LATIN = str.maketrans(_PERSIAN + _ARABIC, _LATIN * 2)
_TO_PERSIAN = str.maketrans(_LATIN + _ARABIC, _PERSIAN * 2)

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_WORD = re.compile("\u2066[^\u2069]*\u2069|\\S+")
"""A code that was set apart is one word, whatever spaces it holds."""
_LATIN_LETTER = re.compile("[A-Za-z]")

_FAMILIES = {
    "ا": "ٱٲٳٵݳݴ",
    "و": "ٶٷۄۅۆۇۈۉۊۋۏ",
    "ه": "ةەہھۃۿۀۂ",
    "ک": "كڪ",
    "ی": "يىےۍێېۑؠؽؾؿٸݵݶݷݺݻ",
}
"""One letter, and what decomposition leaves of its other forms in Arabic, Kurdish and Urdu type."""

_TYPED = str.maketrans("يىك", "ییک")
"""What an Arabic keyboard types for letters of ours."""

_DROPPED = "ءٴۥۦـ"
"""Hamza on the line, high hamza, small waw and yeh, tatweel: letters to Unicode, marks to us."""

_FOLD = str.maketrans({form: one for one, forms in _FAMILIES.items() for form in forms})
_BLANK = {"Zs", "Zl", "Zp", "Cf", "Cc"}
_SILENT = _BLANK | {"Mn", "Me", "Mc", "Cs"}

_KEYS = str.maketrans(
    {
        **dict(zip("ضصثقفغعهخحشسیبلاتنمظطزرذدپئ", "qwertyuiopasdfghjklzxcvbnmm", strict=True)),
        **dict.fromkeys("\u200cإ", "b"),
        **dict.fromkeys("ةـ", "j"),
        **dict.fromkeys("\u064f،", "t"),
        **dict.fromkeys("ي\u0650", "d"),
    }
)
"""What the Persian layouts (ISIRI 9147, and Windows' older one) put in place of a key; of the upper
row only what our codes need: B, J, T and D."""

_OUR_CODE = re.compile("[0-9]{12}|[0-9]{41,}|(bj:[td]:)?([0-9a-f]{32}|[0-9a-f]{40})")
"""A tracking number, a receipt's seal, a ticket's id, a deficiency token; the latter two with their
mark or bare.
"""
_STATE = re.compile(r"(?:/t/|bj:t:)([0-9a-f]{32})$")
"""A ticket's id at the end of what tells a telephone more: an address, or words."""
_SLIP = re.compile(r"bj:d:([0-9a-f]{32}|[0-9a-f]{40})$")
"""A deficiency token behind what was typed before it was read."""


def latin_digits(text: str) -> str:
    """The same text with Persian and Arabic digits as 0-9."""
    return text.translate(_TO_LATIN)


def persian_digits(text: str) -> str:
    """The same text with Latin and Arabic digits as ۰-۹, for showing."""
    return text.translate(_TO_PERSIAN)


def persian_figures(text: str) -> str:
    """What people typed, its figures as ۰-۹; a word with Latin letters stays as it is."""
    return _WORD.sub(_figures, text)


def _figures(word: re.Match[str]) -> str:
    return word[0] if _LATIN_LETTER.search(word[0]) else persian_digits(word[0])


def clean(text: str) -> str:
    """The text without NUL and surrogates, which no store can hold; everything else stays."""
    return _UNSTORABLE.sub("", text)


def tidy(text: str) -> str:
    """`clean`, and without white space at either end: names and short fields."""
    return clean(text).strip()


def spelled(text: str) -> str:
    """A name as a Persian keyboard writes it, one space between its words."""
    return " ".join(clean(text).translate(_TYPED).split())


def unspaced(text: str) -> str:
    """The text without white space, half-spaces, direction marks and control characters."""
    return "".join(c for c in text if unicodedata.category(c) not in _BLANK)


def typed_number(text: str) -> str:
    """A number as people type it: without spaces, dashes and invisible marks, in Latin digits.

    What is no digit stays, so that the rule which asked can refuse it.
    """
    return latin_digits("".join(c for c in unspaced(text) if not _is_dash(c)))


def scanned(text: str) -> str:
    """What a bar-code reader typed, also into a Persian keyboard layout: one of our codes in ASCII,
    its mark in capitals. A text that is no such code stays as it is.
    """
    plain = latin_digits("".join(text.split())).translate(_KEYS).lower()
    if shown := _STATE.search(plain):
        return f"BJ:T:{shown[1]}"
    if slip := _SLIP.search(plain):
        return f"BJ:D:{slip[1]}"
    if not _OUR_CODE.fullmatch(plain):
        return text
    mark, colon, code = plain.rpartition(":")
    return f"{mark.upper()}{colon}{code}"


def search_key(text: str) -> str:
    """What search compares: two texts have equal keys when they are one spelling.

    Every form of yeh, kaf, heh, alef and vav is one letter; hamza, vowel marks, half-spaces,
    spaces, tatweel and direction marks are dropped; digits of every script are 0-9; Latin letters
    are small. The key of a key is itself.
    """
    return "".join(map(_letter_key, text))


@lru_cache(1024)
def _letter_key(letter: str) -> str:
    """Each letter for itself: what decomposition would put into another order is dropped."""
    plain = _skeleton(_skeleton(letter).casefold())
    return "".join(map(_folded, plain))


def _skeleton(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not _is_silent(c))


def _is_silent(letter: str) -> bool:
    return letter in _DROPPED or unicodedata.category(letter) in _SILENT


def _folded(letter: str) -> str:
    digit = unicodedata.decimal(letter, None)
    return letter.translate(_FOLD) if digit is None else str(digit)


def _is_dash(letter: str) -> bool:
    return letter in "−ـ" or unicodedata.category(letter) == "Pd"
