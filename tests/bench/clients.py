"""One paper after another, as a day brings them: the forms are alike, what is filled in is not."""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import shake_256
from itertools import count

from msgspec.structs import replace

from app.papers import LogPaper, ReceiptPaper, TicketPaper
from tests.printing import samples

_FIRST = ("زهرا", "محمدرضا", "فاطمه", "علی", "مریم", "حسین", "سیده‌معصومه")
_LAST = ("محمدی", "کریمی‌نژاد", "رضایی", "حسینی", "احمدپور", "قلی‌زاده", "صالحی", "یوسفی", "نوری")
_TITLES = tuple(title for title in samples.TITLES if title != samples.LONG_TITLE)
_TURNS = 999
_RANDOM = 170
"""Digits of a seal that are a signature."""


def receipts() -> Iterator[ReceiptPaper]:
    """Table 3, each for somebody else, at another time, with a seal of its own."""
    usual = samples.receipt()
    for number in count(1):
        yield replace(
            usual,
            tracking=f"{482719305563 + number * 77773:012}",
            name=f"{_FIRST[number % len(_FIRST)]} {_LAST[number % len(_LAST)]}",
            id=f"{number * 7919:010}",
            sub_service=_TITLES[number % len(_TITLES)],
            at=usual.at + timedelta(minutes=number),
            received=usual.received + timedelta(minutes=number),
            promised=usual.promised + timedelta(days=number % 30),
            documents=usual.documents[number % 3 :],
            payload=_seal(number),
        )


def tickets() -> Iterator[TicketPaper]:
    """The next number each time."""
    usual = samples.ticket()
    for number in count(1):
        turn = f"{number % _TURNS:03}"
        yield replace(
            usual,
            label=f"الف {turn}",
            sub_service=_TITLES[number % len(_TITLES)],
            at=usual.at + timedelta(minutes=number),
            ahead=number % 20,
            wait=(number % 6 * 5, number % 6 * 5 + 10),
            payload=f"T:1405-08-30:A{turn}",
        )


def logs(rows: int) -> Iterator[LogPaper]:
    """Table 2, each of another day's requests."""
    usual = samples.log(rows, 0)
    for number in count(1):
        first = number * rows
        received = (
            replace(row, tracking=f"{100000000000 + (first + place) * 77773:012}")
            for place, row in enumerate(usual.received)
        )
        yield replace(usual, received=tuple(received))


def _seal(number: int) -> str:
    """As long as every seal is, and as random."""
    drawn = int.from_bytes(shake_256(str(number).encode()).digest(70), "big")
    return samples.SEAL[:-_RANDOM] + f"{drawn:0{_RANDOM}}"
