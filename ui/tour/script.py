"""Who comes on the day of the tour, and what they want; all of them are invented."""

import datetime as dt
from collections.abc import Mapping

from msgspec.structs import replace

from app.decoding import decode
from app.persian import parse_date
from app.sub_service import ApplicantKind
from app.value import Value
from resources import path


class Person(Value, frozen=True, kw_only=True):
    """An applicant or a representative."""

    id: str
    name: str
    kind: ApplicantKind = "person"
    father: str = ""
    mobile: str = ""
    proxy: str = ""


class Wish(Value, frozen=True, kw_only=True):
    """A request: `details` are the sub-service's own fields, `missing` the titles of papers that
    are not there.
    """

    service: str
    details: Mapping[str, str] = {}
    missing: tuple[str, ...] = ()
    remarks: str = ""


class Client(Value, frozen=True, kw_only=True):
    """Somebody who comes: `at` by the clock of the day, `priority` a class of the office."""

    story: str
    at: dt.time
    person: Person
    wishes: tuple[Wish, ...] = ()
    representative: Person | None = None
    priority: str = ""


class Before(Value, frozen=True, kw_only=True):
    """A request of an earlier day (Jalali). `steps` that were done since; `handed`: the next one is
    with its unit. `answer` is the title of the usual answer that was prepared.
    """

    story: str
    day: str
    at: dt.time
    person: Person
    wish: Wish
    representative: Person | None = None
    steps: int = 0
    handed: bool = False
    answer: str = ""

    @property
    def date(self) -> dt.date:
        """The day it was registered."""
        return parse_date(self.day)


class PastWish(Value, frozen=True, kw_only=True):
    """What many came for in earlier weeks: `missing` the papers that they often lacked, `slow` the
    unit that keeps it too long.
    """

    service: str
    details: Mapping[str, str] = {}
    missing: tuple[str, ...] = ()
    slow: str = ""


class Past(Value, frozen=True, kw_only=True):
    """The earlier weeks: parts of names, what is wished for, and who closes each day (a code)."""

    closes: str
    first: tuple[str, ...]
    last: tuple[str, ...]
    wishes: tuple[PastWish, ...]

    def person(self, number: int) -> Person:
        """Somebody of that number."""
        first, last = self.first[number % len(self.first)], self.last[number % len(self.last)]
        return Person(id=_code_of(number), name=f"{first} {last}", father=self.first[number % 7])


class Guide(Value, frozen=True, kw_only=True):
    """A sub-service as a guide on paper has it: the fields of the information sheet in their order,
    and rows of papers, steps and fees, each from its first field on.
    """

    code: str
    title: str
    department: str
    legal_basis: str
    information: tuple[str, ...]
    papers: tuple[tuple[str, ...], ...]
    steps: tuple[tuple[str, ...], ...]
    fees: tuple[tuple[str, ...], ...]


class Script(Value, frozen=True, kw_only=True):
    """The whole tour: the days (Jalali) of set-up and play, the people, what is said in words, and
    what stands under each picture.
    """

    set_up: str
    day: str
    past: Past
    guide: Guide
    before: tuple[Before, ...]
    clients: tuple[Client, ...]
    words: Mapping[str, str]
    captions: Mapping[str, str]

    @property
    def date(self) -> dt.date:
        """The day that is played."""
        return parse_date(self.day)

    def client(self, story: str) -> Client:
        """The client of a story."""
        return next(client for client in self.clients if client.story == story)


def _code_of(number: int) -> str:
    """A national code that holds against its check digit, and is nobody's."""
    nine = f"{999_400_000 + number * 37:09}"
    rest = (
        sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    )
    return f"{nine}{rest if rest < 2 else 11 - rest}"


def read_script() -> Script:
    """As it ships with the program."""
    return decode(path("sample", "tour.json").read_bytes(), Script)


class _Other(Value, frozen=True, kw_only=True):
    """What is said of another day of the same people."""

    words: Mapping[str, str]
    captions: Mapping[str, str]


def read_central_script() -> Script:
    """A day with a centre: other words, and other pictures."""
    return _other("tour-centre.json")


def read_hall_script() -> Script:
    """A morning in the hall, likewise."""
    return _other("tour-hall.json")


def _other(file: str) -> Script:
    said = decode(path("sample", file).read_bytes(), _Other)
    script = read_script()
    return replace(script, words={**script.words, **said.words}, captions=said.captions)
