"""What stands on a client's paper, as somebody types it: a label, or its number alone."""

from collections.abc import Iterator
from typing import Literal

from app.letters import search_key
from app.ports import Look
from app.showing.anything import TicketHit, find_anything, labelled
from app.value import Value

Meant = Literal["ticket", "several", "unknown", "incomplete"]


class PaperNumber(Value, frozen=True, kw_only=True):
    """`ticket`: `hits` is the one that is meant; `several`: one of them. `unknown` has
    the form of a label and no ticket here; `incomplete` has not.
    """

    meant: Meant
    hits: tuple[TicketHit, ...] = ()


def paper_number(look: Look, text: str) -> PaperNumber:
    """A label of today in any spelling, or what a reader reads of the paper. Of a number without
    its letters those are meant that wait; where none does, whoever else has it.
    """
    if found := find_anything(look, text).tickets:
        return PaperNumber(meant="ticket" if len(found) == 1 else "several", hits=found)
    key = search_key(text)
    letters = key.rstrip("0123456789")
    if not key.isdecimal():
        named = letters != key and letters.isalpha() and not letters.isascii()
        return PaperNumber(meant="unknown" if named else "incomplete")
    known = tuple(_numbered(look, key))
    waiting = tuple(hit for hit in known if hit.state in ("waiting", "held"))
    hits = waiting or known
    if len(hits) == 1:
        return PaperNumber(meant="ticket", hits=hits)
    return PaperNumber(meant="several" if waiting else "incomplete", hits=hits if waiting else ())


def _numbered(look: Look, number: str) -> Iterator[TicketHit]:
    """Every ticket of the day with that number, of whatever letters."""
    for letters in sorted(set(look.office.series.values())):
        yield from labelled(look, f"{letters} {number}")
