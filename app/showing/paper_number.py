"""What stands on a client's paper, as somebody types it: a label, or its number alone."""

from collections.abc import Iterator
from typing import Literal

from app.deeds.numbering import ticket_day
from app.folds import ticket
from app.folds.ticket import Ticket
from app.letters import search_key
from app.ports import Look
from app.showing.anything import TicketHit, find_anything
from app.value import Value

Meant = Literal["ticket", "several", "unknown", "incomplete"]


class PaperNumber(Value, frozen=True, kw_only=True):
    """`ticket`: `hits` is the one that is meant; `several`: one of them, they wait. `unknown` has
    the form of a label and no ticket here; `incomplete` has not.
    """

    meant: Meant
    hits: tuple[TicketHit, ...] = ()


def paper_number(look: Look, text: str) -> PaperNumber:
    """A label of today in any spelling, or what a reader reads of the paper. Of a number without
    its letters those are meant that wait; where none does, whoever else has it.
    """
    if found := find_anything(look, text).tickets[:1]:
        return PaperNumber(meant="ticket", hits=found)
    key = search_key(text)
    letters = key.rstrip("0123456789")
    if not key.isdecimal():
        named = letters != key and letters.isalpha() and not letters.isascii()
        return PaperNumber(meant="unknown" if named else "incomplete")
    known = tuple(_numbered(look, key))
    waiting = tuple(one for one in known if not one.calls and not one.ended)
    labels = [one.label for one in waiting or known]
    hits = tuple(hit for label in labels for hit in find_anything(look, label).tickets)
    if len(hits) == 1:
        return PaperNumber(meant="ticket", hits=hits)
    return PaperNumber(meant="several" if waiting else "incomplete", hits=hits if waiting else ())


def _numbered(look: Look, number: str) -> Iterator[Ticket]:
    """Every ticket of the day with that number, of whatever letters."""
    for letters in sorted(set(look.office.series.values())):
        entity = look.ticket_labelled(f"{letters} {number}", ticket_day(look))
        found = look.load(ticket.FOLD, entity) if entity else None
        if found:
            yield found
