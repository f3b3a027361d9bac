"""The line and the counters of this instant, as they are played through."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.awaited import AtCounter, Standing
from app.deeds.seats import callers, seats
from app.event import micros
from app.local import local
from app.ports import Look
from app.value import Value
from app.waits.habits import Habits
from app.waits.play import Desk, InLine

LATELY = timedelta(minutes=45)
"""A counter at which nobody was for longer is not at work."""
COMING = timedelta(minutes=30)
"""So long after the first call of a day those are awaited that were at work the day before."""

_SECOND = 1_000_000


class Hall(Value, frozen=True, kw_only=True):
    """Who waits, and the counters that are at work."""

    line: tuple[InLine, ...]
    desks: tuple[Desk, ...]

    def about_the_last(self) -> "Hall":
        """What bears upon the last of the line: those whom the same counters may call, those whom
        these may call beside them, and so on.
        """
        groups, grown = frozenset[int](), frozenset({self.line[-1].group})
        while groups != grown:
            groups = grown
            found = [desk.takes for desk in self.desks if not groups.isdisjoint(desk.takes)]
            grown = groups.union(*found)
        return Hall(
            line=tuple(each for each in self.line if each.group in groups),
            desks=tuple(desk for desk in self.desks if not groups.isdisjoint(desk.takes)),
        )


def hall(look: Look, habits: Habits, standing: Sequence[Standing]) -> Hall:
    """Reads it. Counters that pause take nobody, those that nobody works at neither."""
    seated, lanes = seats(look), dict.fromkeys(each[1:] for each in standing)
    able = {lane: frozenset(callers(look, seated, lane, of)) for lane, of in lanes}
    kinds = list(dict.fromkeys(able.values()))
    line = tuple(InLine(group=kinds.index(able[lane]), service=of) for _, lane, of in standing)
    busy = {each.counter: each for each in look.at_counters()}
    desks = []
    for number in at_work(look, habits, busy):
        takes = tuple(n for n, kind in enumerate(kinds) if number in kind)
        desks.append(_desk(look, number, habits, busy.get(number), takes))
    return Hall(line=line, desks=tuple(desks))


def at_work(look: Look, habits: Habits, busy: dict[str, AtCounter]) -> list[str]:
    """The counters that will call."""
    now = micros(look.at)
    lately, coming = now - LATELY // _MICRO, now - COMING // _MICRO
    begun = habits.since or min((each.since for each in busy.values()), default=0)
    usual = frozenset[str]() if begun and begun < coming else habits.usual
    return [
        number
        for number in look.office.counters
        if number not in look.office.paused
        and (number in busy or number in usual or habits.ends.get(number, 0) >= lately)
    ]


def until_opening(look: Look) -> float:
    """Seconds, 0 once the office is open, or where it set no hours."""
    now = local(look.at)
    hours = look.office.calendar.hours_of(now.date()) if look.office.hours else None
    opens = datetime.combine(now.date(), hours[0]) if hours else now
    return max((opens - now).total_seconds(), 0)


_MICRO = timedelta(microseconds=1)


def _desk(
    look: Look, number: str, habits: Habits, busy: AtCounter | None, takes: tuple[int, ...]
) -> Desk:
    now = micros(look.at)
    if busy:
        elapsed = max(now - busy.since, 0) / _SECOND
        return Desk(takes=takes, serving=busy.service, elapsed=elapsed)
    if not habits.since and (after := until_opening(look)):
        return Desk(takes=takes, after=after)
    idle = max(now - habits.ends.get(number, now), 0) / _SECOND
    return Desk(takes=takes, elapsed=idle)
