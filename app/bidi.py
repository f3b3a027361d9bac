"""The one place where stretches that run left to right are set apart inside Persian text.

The standard's own rules show `140508-00127` after Persian letters with its halves exchanged, in
every engine. So each code, number with joints and Latin phrase is wrapped in U+2066 ... U+2069,
and a code cannot break over two lines.
"""

import re

LRI, PDI, JOINER, NO_BREAK_SPACE = "\u2066", "\u2069", "\u2060", "\u00a0"

_DIGIT = "0-9۰-۹٠-٩"
_JOINT = r"\-‐–/\\:.,_*@#+=&?%~٫٬"
_CODE = rf"\+?[{_DIGIT}A-Za-z](?:[{_JOINT}]*[{_DIGIT}A-Za-z])*%?"
_LATIN_WORD = rf"[{_JOINT}0-9A-Za-z]*[0-9A-Za-z]"
_APART = re.compile(
    rf"(?P<set>{LRI}[^{LRI}-{PDI}\n]*{PDI})"
    r"|(?P<url>https?://[!-~]*[0-9A-Za-z/])"
    rf"|(?P<latin>[A-Za-z][{_JOINT}0-9A-Za-z]*(?: {_LATIN_WORD})+)"
    rf"|(?P<code>{_CODE})"
)
_LETTERED = re.compile(r"(?<=[0-9۰-۹٠-٩])([/\-])([آ-ی]{1,3})([/\-])(?=[0-9۰-۹٠-٩])")
"""The joints of «۱۴۰۵/ن/۳۸۱۲»: read from the right, as letters are, but one number all the same."""
_STRAY = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAKS_AFTER = re.compile(r"([\-‐–/\\?])(?=.)")


def isolate(words: str) -> str:
    """The same words with what runs left to right set apart, and codes made unbreakable.

    Marks of direction that came with the text are dropped, so that no name can turn a line round;
    pairs of U+2066 ... U+2069 that a maker of codes set are kept.
    """
    plain = _CONTROL.sub(" ", words.replace("\r\n", "\n"))
    plain = _LETTERED.sub(rf"\1{JOINER}\2\3{JOINER}", plain)
    pieces: list[str] = []
    end = 0
    for found in _APART.finditer(plain):
        pieces += [_STRAY.sub("", plain[end : found.start()]), _apart(found)]
        end = found.end()
    return "".join([*pieces, _STRAY.sub("", plain[end:])])


def apart(code: str) -> str:
    """A code with spaces in it, as one: it keeps its order and its line."""
    return f"{LRI}{code}{PDI}"


def percent(digits: str) -> str:
    """A share: its sign stands at the left of the digits, whether there is a decimal or not."""
    return f"{apart(digits)}٪"


def _apart(found: re.Match[str]) -> str:
    kind, words = found.lastgroup, found[0]
    if kind == "set":
        return LRI + _whole(_STRAY.sub("", words)) + PDI
    if kind == "latin":
        return LRI + _BREAKS_AFTER.sub(rf"\1{JOINER}", words) + PDI
    if words.isdecimal():
        return words
    return LRI + _whole(words) + PDI


def _whole(code: str) -> str:
    joined = _BREAKS_AFTER.sub(rf"\1{JOINER}", code)
    return joined.replace(" ", NO_BREAK_SPACE)
