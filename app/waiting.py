"""How long somebody will wait, as a range that the office's own past vouches for.

The line of this instant is played through with the turns of the last days, and what comes of it is
widened by how wrong it was before. Nothing is told where too little is known: a wrong number on a
paper is worse than none.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from random import Random

from app.awaited import Range, Standing, Told
from app.deeds.looking import the_ticket, today
from app.order import service_lane
from app.ports import Look
from app.waits.habits import Habits, count_habits
from app.waits.hall import Hall, hall
from app.waits.honesty import errors, forecast, told
from app.waits.play import NEVER, play

LONGEST = 500
"""Behind so many nobody is told anything."""

_KEPT, _SINCE = 200, timedelta(days=10)


def expected_wait(look: Look, ticket_id: str) -> Range | None:
    """Until that ticket is called, in minutes (from, to); None of one that does not wait, and while
    too little is known. Refuses `ticket_unknown`.
    """
    found = told_wait(look, ticket_id)
    return found.range if found else None


def told_wait(look: Look, ticket_id: str) -> Told | None:
    """The same with what it rests on."""
    if the_ticket(look, ticket_id).state != "waiting":
        return None
    standing = look.standing(look.at, LONGEST)
    place = next((n for n, each in enumerate(standing) if each.ticket == ticket_id), None)
    return None if place is None else _of_the_last(look, standing[: place + 1])


def newcomer_wait(look: Look, service: str) -> Range | None:
    """Until somebody is called who takes a number for that sub-service (an id) now."""
    standing = look.standing(look.at, LONGEST)
    if len(standing) == LONGEST:
        return None
    found = _of_the_last(look, [*standing, Standing("", service_lane(service), service)])
    return found.range if found else None


def waits_in_line(look: Look) -> Mapping[str, Range]:
    """Of everybody who waits, as far as anything can be told."""
    habits = count_habits(look, today(look))
    standing = look.standing(look.at, LONGEST)
    if not habits.enough or not standing:
        return {}
    by_place = zip(*_rounds(look, hall(look, habits, standing), habits), strict=True)
    wrong = _wrong(look)
    return {
        each.ticket: told(forecast(times), wrong).range
        for each, times in zip(standing, by_place, strict=True)
        if NEVER not in times
    }


def _of_the_last(look: Look, standing: Sequence[Standing]) -> Told | None:
    habits = count_habits(look, today(look))
    if not habits.enough:
        return None
    rounds = _rounds(look, hall(look, habits, standing).about_the_last(), habits)
    times = [each[-1] for each in rounds]
    return None if NEVER in times else told(forecast(times), _wrong(look))


def _rounds(look: Look, there: Hall, habits: Habits) -> Sequence[Sequence[float]]:
    """The same question at the same instant has the same answer."""
    return play(there.line, there.desks, habits, Random(f"{look.at} {len(there.line)}"))  # noqa: S311 no secret


def _wrong(look: Look) -> tuple[float, float]:
    return errors(look.kept_waits(look.at - _SINCE, look.at, _KEPT))
