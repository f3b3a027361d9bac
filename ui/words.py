"""Persian sentences by key, and how facts look inside them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar, cast

from app.catalogue_check import Flaw
from app.decoding import decode
from app.local import local
from app.persian import format_date, format_moment, persian_digits, persian_figures
from app.refusal import Refusal
from app.tracking import grouped
from resources import path

T = TypeVar("T")
Facts = Mapping[str, object]

_CODES = {"tracking", "number", "recovery_key"}
"""Digits with joints: set apart, or a line that runs from the right turns their parts round."""

_ANSWER = re.compile("[0-9]{12}/[0-9]+")
"""The number of an answer is that of its request and one more."""

_NAMED_TO_MACHINES = {"address", "folder", "path", "place", "printer"}
_AS_IT_IS = {*_NAMED_TO_MACHINES, "combo", "event", "format"}
"""What machines read keeps its digits, so that it can be copied."""

_MACHINES_OWN = re.compile(r"[A-Za-z/\\]")
"""Which of those holds such a letter runs left to right as a whole, from a slash at its beginning
to one at its end.
"""

_TURNS_THE_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
"""What a typed name must not do to somebody's console."""


_NAMED = re.compile(r"\{(\w+)\}")


class _Facts(dict[str, str]):
    """A fact that nobody gave is a dash, never a second trouble."""

    def __missing__(self, name: str) -> str:
        return "—"


class Words:
    """The catalogue of sentences that ships with the program; each file is read when first used."""

    @cached_property
    def _refusals(self) -> Mapping[str, str]:
        return _read("refusals", dict[str, str])

    @cached_property
    def _answers(self) -> Mapping[str, str]:
        return _read("answers", dict[str, str])

    @cached_property
    def _values(self) -> Mapping[str, Mapping[str, str]]:
        return _read("values", dict[str, dict[str, str]])

    @cached_property
    def _settings(self) -> Mapping[str, Mapping[str, str]]:
        return _read("settings", dict[str, dict[str, str]])

    @cached_property
    def _flaws(self) -> Mapping[str, str]:
        return _read("flaws", dict[str, str])

    @cached_property
    def _points(self) -> Mapping[str, Mapping[str, str]]:
        return _read("points", dict[str, dict[str, str]])

    @cached_property
    def _facts(self) -> Mapping[str, Sequence[str]]:
        return _read("facts", dict[str, tuple[str, ...]])

    def refusal(self, refusal: Refusal) -> str:
        """What is not possible, why, and what to do now; of a file, a line for each further cell
        that is refused with the first one.
        """
        others = cast(Sequence[Facts], refusal.facts.get("others", ()))
        further = (self._in_sheet(cell) + self.answer("bad_cell", cell) for cell in others)
        return "\n".join([self.sentence(refusal), *further])

    def sentence(self, refusal: Refusal) -> str:
        """The same in one sentence or two."""
        return self._in_sheet(refusal.facts) + self._fill(
            self._refusals[refusal.code], refusal.facts
        )

    def trouble(self, code: str, facts: Facts) -> str:
        """What was refused once, of which only the code was kept."""
        return self._fill(self._refusals[code], facts)

    def flaw(self, flaw: Flaw) -> str:
        """What an inspector would miss, in a sentence."""
        return self._fill(self._flaws[flaw.code], flaw.facts)

    def setting(self, key: str) -> Mapping[str, str]:
        """Its `name` and `meaning`, the `unit` of its count, and the word for each of its choices;
        `empty` is what no value means.
        """
        return self._settings[key]

    def point(self, code: str, facts: Facts) -> tuple[str, str, str]:
        """Something an inspector checks: what is asked, what the record shows, where it is seen."""
        said = self._points[code]
        return said["asks"], self._fill(said["shows"], facts), said["where"]

    def unexpected(self) -> str:
        """What is said of a bug."""
        return self._refusals["unexpected"]

    def answer(self, key: str, facts: Mapping[str, object]) -> str:
        """What was done, in a sentence."""
        return self._fill(self._answers[key], facts)

    def fact(self, kind: str, facts: Facts) -> str:
        """What a kind of event says of itself; of which nothing is known is left out."""
        parts = self._facts.get(kind, ())
        told = (
            part for part in parts if any(map(facts.get, _NAMED.findall(part))) or "{" not in part
        )
        return " · ".join(self._fill(part, facts) for part in told)

    def value(self, fact: str, value: str) -> str:
        """The word for a state, an outcome, a field; the value itself where there is none."""
        return self._values.get(fact, {}).get(value, value)

    def _in_sheet(self, facts: Facts) -> str:
        """In which sheet of a workbook a cell is; other files have none."""
        return self.answer("in_sheet", facts) if "sheet" in facts else ""

    def _fill(self, sentence: str, facts: Mapping[str, object]) -> str:
        shown = {name: self._shown(name, fact) for name, fact in facts.items()}
        return sentence.format_map(_Facts(shown))

    def _shown(self, name: str, fact: object) -> str:
        if isinstance(fact, str):
            return shown(name, self.value(name, fact))
        if isinstance(fact, Sequence):
            return "، ".join(self._shown(name, item) for item in fact)
        return shown(name, fact)


def _known(part: str, facts: Facts) -> bool:
    """Whether there is a fact for every place of it."""
    return all(facts.get(name) for name in _NAMED.findall(part))


def shown(name: str, fact: object) -> str:
    """A fact of that name as people read it inside a Persian sentence."""
    if isinstance(fact, date):
        return _when(fact)
    if isinstance(fact, int | float):
        return persian_digits(str(fact)).replace(".", "٫")
    if isinstance(fact, str):
        return _written(name, fact)
    return "—" if fact is None else str(fact)


def _written(name: str, text: str) -> str:
    plain = _TURNS_THE_LINE.sub(" ", text).strip()
    if name in _CODES and plain:
        parted = grouped(plain) if name == "tracking" or _ANSWER.fullmatch(plain) else plain
        return f"\u2066{persian_digits(parted)}\u2069"
    if name in _NAMED_TO_MACHINES and _MACHINES_OWN.search(plain):
        return f"\u2066{plain}\u2069"
    return (plain if name in _AS_IT_IS else persian_figures(plain)) or "—"


def _when(fact: date) -> str:
    if isinstance(fact, datetime):
        return format_moment(local(fact) if fact.tzinfo else fact)
    return format_date(fact)


def _read(name: str, kind: type[T]) -> T:
    return decode(path("words", f"{name}.json").read_bytes(), kind)
