"""Somebody who did not show up when called, and has come after all."""

from app.deeds.call import called_since
from app.deeds.looking import the_ticket, today
from app.deeds.numbering import ticket_day
from app.folds import ticket
from app.ports import Look
from app.showing.queue import Waiting, waiting
from app.value import Value


class Absent(Value, frozen=True, kw_only=True):
    """A ticket that is marked as a no-show: its counter has called `n` numbers since; after `most`
    of them it comes back only for a reason.
    """

    ticket: str
    label: str
    n: int
    most: int

    @property
    def late(self) -> bool:
        """Whether the office's rule is over for it."""
        return self.n > self.most


def absentees(look: Look, counter: str) -> tuple[Waiting, ...]:
    """Who did not come when that counter called them today, the last one first: they may stand
    there after all.
    """
    every = (the_ticket(look, entity) for entity in look.no_shows(today(look)))
    return tuple(waiting(look, found.id) for found in every if found.counter == counter)


def absent(look: Look, label: str) -> Absent | None:
    """Today's no-show of that label, in any spelling, or of that id; None where it is none. Who was
    called before midnight may be one of today, too.
    """
    gone = look.no_shows(today(look))
    days = {ticket_day(look), *(the_ticket(look, each).day for each in gone)}
    named = (look.ticket_labelled(label, day) for day in sorted(days, reverse=True))
    found = look.load(ticket.FOLD, next(filter(None, named), label))
    if found is None or found.state != "no_show":
        return None
    return Absent(
        ticket=found.id,
        label=found.label,
        n=called_since(look, found),
        most=look.office.rules.tolerance,
    )
