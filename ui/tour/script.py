"""Who comes on the day of the tour, and what they want; all of them are invented."""

import datetime as dt
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

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


class Script(Value, frozen=True, kw_only=True):
    """The whole tour: the days (Jalali) of set-up and play, the people, what is said in words, and
    what stands under each picture.
    """

    set_up: str
    day: str
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


def read_script() -> Script:
    """As it ships with the program."""
    return msgspec.json.decode(path("sample", "tour.json").read_bytes(), type=Script)


class _Central(Value, frozen=True, kw_only=True):
    """What is said of the day with a centre."""

    words: Mapping[str, str]
    captions: Mapping[str, str]


def read_central_script() -> Script:
    """The same people on a day with a centre: other words, and other pictures."""
    said = path("sample", "tour-centre.json").read_bytes()
    central = msgspec.json.decode(said, type=_Central)
    script = read_script()
    return replace(script, words={**script.words, **central.words}, captions=central.captions)
