"""What one cell may hold: text to value, value to cell, and the check that both share."""

import math
import re
from collections.abc import Mapping
from typing import Any, Protocol

from app.letters import latin_digits, search_key

LONGEST_TEXT = 4000
LONGEST_CODE = 32
LARGEST_SUM = 10**15 - 1  # what a spreadsheet keeps to the last digit
LONGEST_DURATION = 10_000.0
_PLACES = 6  # of a number that is not whole: no format keeps fewer

Cell = str | int | float

_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_THOUSANDS = re.compile(r"\d{1,3}([,٬ ]\d{3})+")
_NUMBER = re.compile(r"\d{1,18}(\.\d{1,18})?(e[+-]?\d{1,3})?")


class BadCell(Exception):
    """A cell that cannot be taken; `problem` is a short Persian phrase."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class Kind(Protocol):
    """`read` gives None for a cell that says nothing; `read` and `keep` raise BadCell."""

    numeric: bool

    def read(self, cell: str) -> Any: ...

    def show(self, value: Any) -> Cell: ...

    def keep(self, value: Any) -> Any: ...


def plain(text: str) -> str:
    """Without blanks at the ends and without letters that no paper or workbook can hold."""
    return _DROPPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


class Text:
    """Any text of at most `LONGEST_TEXT` letters."""

    numeric = False

    def read(self, cell: str) -> str:
        return self.keep(cell)

    def show(self, value: str) -> str:
        return plain(value)

    def keep(self, value: str) -> str:
        text = plain(value)
        if len(text) > LONGEST_TEXT:
            raise BadCell(f"بیش از {LONGEST_TEXT} نویسه است")
        return text


class Code(Text):
    """What clerk and kiosk type: one short word, its digits ASCII."""

    def keep(self, value: str) -> str:
        code = latin_digits(plain(value))
        if len(code) > LONGEST_CODE or re.search(r"\s", code):
            raise BadCell(f"باید بدون فاصله و حداکثر {LONGEST_CODE} نویسه باشد")
        return code if search_key(code) else ""


class Number:
    """A number from `least` to `most`, whole or not; all digit sets, thousands marked or not."""

    numeric = True

    def __init__(self, least: int, most: float, *, whole: bool) -> None:
        self._least, self._most, self._whole = least, most, whole

    def read(self, cell: str) -> int | float | None:
        text = latin_digits(plain(cell)).lower().replace("٫", ".").replace("−", "-")
        if not text:
            return None
        if _THOUSANDS.fullmatch(text):
            text = re.sub("[,٬ ]", "", text)
        if not _NUMBER.fullmatch(text.removeprefix("-")):
            raise BadCell("عدد نیست")
        return self.keep(int(text) if text.isdecimal() else float(text))

    def show(self, value: float) -> Cell:
        return int(value) if value == int(value) else value

    def keep(self, value: float) -> int | float:
        if value < self._least:
            raise BadCell("منفی است" if value < 0 else f"کمتر از {self._least} است")
        if value > self._most:
            raise BadCell("بیش از اندازه بزرگ است")
        if math.isnan(value):
            raise BadCell("عدد نیست")
        if self._whole and value != int(value):
            raise BadCell("عدد صحیح نیست")
        return int(value) if self._whole else round(float(value), _PLACES)


class Duration(Number):
    """Above zero. Where none is agreed the cell is empty; nobody promises a date by a 0."""

    def read(self, cell: str) -> int | float | None:
        read = super().read(cell)
        if read == 0:
            raise BadCell("صفر است؛ مرحله‌ای که مدت ندارد خانه‌اش خالی می‌ماند")
        return read

    def show(self, value: float) -> Cell:
        return super().show(value) if value else ""


class Word:
    """One of a few values, each with its Persian word; `also` gives further spellings."""

    numeric = False

    def __init__(self, words: Mapping[Any, str], also: Mapping[str, Any]) -> None:
        self.words = words
        spelled = {str(value): value for value in words} | {w: v for v, w in words.items()}
        self._meaning = {search_key(word): v for word, v in (spelled | dict(also)).items()}
        self._meaning |= spelled  # found without making a key

    def read(self, cell: str) -> Any:
        key = cell if cell in self._meaning else search_key(cell)
        if not key:
            return None
        if key not in self._meaning:
            raise BadCell(f"شناخته نیست؛ یکی از این‌ها باشد: {'، '.join(self.words.values())}")
        return self._meaning[key]

    def show(self, value: Any) -> str:
        return self.words[value]

    def keep(self, value: Any) -> Any:
        return value


class Words:
    """Some of a few values, their words in one cell parted by commas."""

    numeric = False

    def __init__(self, word: Word) -> None:
        self._word = word

    def read(self, cell: str) -> tuple[Any, ...]:
        found = (self._word.read(part.strip()) for part in re.split(r"[،,؛;\n]", cell))
        return tuple(value for value in found if value is not None)

    def show(self, value: tuple[Any, ...]) -> str:
        return "، ".join(map(self._word.show, value))

    def keep(self, value: tuple[Any, ...]) -> tuple[Any, ...]:
        return value
