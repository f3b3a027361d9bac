"""What the voice of the hall says: the words of a call, and whose turn it is to be said."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import time
from typing import Final

from msgspec.structs import replace

from app.letters import latin_digits, search_key
from app.value import Value

_ONES = (
    *("یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده"),
    *("سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"),
)
_TENS = ("بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS = ("صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_LETTERS = [
    "الف",
    "ب",
    "پ",
    "ت",
    "ث",
    "ج",
    "چ",
    "ح",
    "خ",
    "د",
    "ذ",
    "ر",
    "ز",
    "ژ",
    "س",
    "ش",
    "ص",
    "ض",
    "ط",
    "ظ",
    "ع",
    "غ",
    "ف",
    "ق",
    "ک",
    "گ",
    "ل",
    "م",
    "ن",
    "و",
    "ه",
    "ی",
]
_NUMBERS: Final[Mapping[str, str]] = {
    **{f"n{place}": word for place, word in enumerate(_ONES, 1)},
    **{f"n{place * 10}": word for place, word in enumerate(_TENS, 2)},
    **{f"n{place * 100}": word for place, word in enumerate(_HUNDREDS, 1)},
    "n1000": "هزار",
}
NUMBER, COUNTER, AGAIN, AND = "number", "counter", "again", "and"
CLIPS: Final[Mapping[str, str]] = {
    NUMBER: "شمارهٔ",
    COUNTER: "به باجهٔ",
    AGAIN: "تکرار می‌شود",
    AND: "و",
    **{f"letter{place}": letter for place, letter in enumerate(_LETTERS, 1)},
    **_NUMBERS,
}
"""Every word out of which all calls are put together, by the name of its recording."""

_BY_LETTER = {search_key(letter): f"letter{place}" for place, letter in enumerate(_LETTERS, 1)}
_BY_LETTER[search_key("ا")] = "letter1"
_MOST = 999_999
_PARTS = re.compile(r"\d+|[^\W\d_]+")
"""Digits or letters that stand together."""


class Word(Value, frozen=True, kw_only=True):
    """One word; `clip` names its recording, empty where the program knows none. After a word that
    `ends`, the voice rests for a moment.
    """

    text: str
    clip: str = ""
    ends: bool = False


class Announcement(Value, frozen=True, kw_only=True):
    """A call that is to be said. `key` is of this saying alone: said again it has another."""

    key: str
    series: str
    number: int
    counter: str
    again: bool = False


class Heard(Value, frozen=True, kw_only=True):
    """A call as the hall knows it; `waits`: its client is called still and has not come."""

    said: Announcement
    waits: bool


class Turns(Value, frozen=True, kw_only=True):
    """Who is to be said next, first to last; `known` are the keys that were ever considered."""

    waiting: tuple[Announcement, ...] = ()
    known: frozenset[str] = frozenset()
    begun: bool = False


def words(said: Announcement) -> tuple[Word, ...]:
    """«شمارهٔ الف، هفده، به باجهٔ سه», word by word."""
    return (
        *((_clip(AGAIN, ends=True),) if said.again else ()),
        _clip(NUMBER),
        *_ended(_series(said.series)),
        *_ended(_number(said.number)),
        _clip(COUNTER),
        *_ended(_counter(said.counter)),
    )


def called_label(label: str) -> str:
    """«الف، هفده»: a label as it is called."""
    series, _, number = label.rpartition(" ")
    return written((*_ended(_series(series)), *_ended(_number(int(number)))))


def sentence(said: Announcement) -> str:
    """The same as it is written."""
    return written(words(said))


def written(all_words: Sequence[Word]) -> str:
    """Words as a line, with a comma where the voice rests."""
    line = " ".join(f"{word.text}،" if word.ends else word.text for word in all_words)
    return line.removesuffix("،")


def heard(turns: Turns, calls: Sequence[Heard], said: Collection[str]) -> Turns:
    """After a look at the hall: `calls` from the oldest to the newest, `said` the keys of what was
    said here last, by whichever program. Who came meanwhile, was called again, or is not among the
    calls any more, is not said. Who has never said anything says nothing of what was before.
    """
    standing = {call.said.key for call in calls if call.waits and call.said.key not in said}
    kept = tuple(each for each in turns.waiting if each.key in standing)
    keys = frozenset(call.said.key for call in calls)
    if not turns.begun and not said:
        return Turns(known=keys, begun=True)
    known = turns.known if turns.begun else _before(calls, said)
    fresh = tuple(
        call.said for call in calls if call.said.key in standing and call.said.key not in known
    )
    return Turns(waiting=(*kept, *fresh), known=(known & keys) | keys, begun=True)


def taken(turns: Turns) -> tuple[Turns, Announcement | None]:
    """The next one, whose turn it is now."""
    if not turns.waiting:
        return turns, None
    first, *rest = turns.waiting
    return Turns(waiting=tuple(rest), known=turns.known, begun=turns.begun), first


def unsaid(turns: Turns, said: Announcement) -> Turns:
    """After nobody could hear it: it keeps its turn, as long as its client is waited for."""
    return replace(turns, waiting=(said, *turns.waiting))


def quiet(now: time, since: time | None, until: time | None) -> bool:
    """Whether nothing is said at this time of day; the voice speaks from `since` to before `until`,
    also over midnight; without them always.
    """
    if since is None and until is None:
        return False
    begin, end = since or time.min, until or time.max
    return not (begin <= now < end if begin <= end else now >= begin or now < end)


def _before(calls: Sequence[Heard], said: Collection[str]) -> frozenset[str]:
    """What came before the last one that was said: another program had its chance."""
    places = [place for place, call in enumerate(calls) if call.said.key in said]
    return frozenset(call.said.key for call in calls[: max(places, default=-1) + 1])


def _clip(name: str, *, ends: bool = False) -> Word:
    return Word(text=CLIPS[name], clip=name, ends=ends)


def _ended(all_words: Sequence[Word]) -> tuple[Word, ...]:
    if not all_words:
        return ()
    last = all_words[-1]
    return (*all_words[:-1], Word(text=last.text, clip=last.clip, ends=True))


def _series(series: str) -> tuple[Word, ...]:
    """The name of its letter, or letter by letter."""
    found: list[Word] = []
    for part in series.split():
        each = (part,) if search_key(part) in _BY_LETTER else tuple(part)
        found += [_letter(letter) for letter in each]
    return tuple(found)


def _letter(letter: str) -> Word:
    clip = _BY_LETTER.get(search_key(letter), "")
    return _clip(clip) if clip else Word(text=letter)


def _counter(counter: str) -> tuple[Word, ...]:
    """Its digits as numbers, a letter by its name; another word as it is written."""
    parts = _PARTS.findall(latin_digits(counter))
    return tuple(word for part in parts for word in _part(part)) or (Word(text=counter),)


def _part(part: str) -> tuple[Word, ...]:
    if part.isdecimal():
        return _number(int(part))
    clip = _BY_LETTER.get(search_key(part), "")
    return (_clip(clip) if clip else Word(text=part),)


def _number(number: int) -> tuple[Word, ...]:
    """«هزار و سیصد و پنج»; what is no number of a ticket is left in digits."""
    if not 0 < number <= _MOST:
        return (Word(text=str(number)),)
    found: list[Word] = []
    for share in _shares(number):
        if found:
            found.append(_clip(AND))
        found += share
    return tuple(found)


def _shares(number: int) -> Iterator[list[Word]]:
    thousands, rest = divmod(number, 1000)
    if thousands:
        *before, last = _below_thousand(thousands) if thousands > 1 else [[]]
        yield from before
        yield [*last, _clip("n1000")]
    yield from _below_thousand(rest)


def _below_thousand(number: int) -> list[list[Word]]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10) if rest > len(_ONES) else (0, rest)
    places = (hundreds * 100, tens * 10, ones)
    return [[_clip(f"n{place}")] for place in places if place]
