"""Who is at which counter, and which counters call out of a lane."""

from collections.abc import Iterator, Mapping

from app.deeds.attended import acts
from app.deeds.looking import day_id, the_ticket, today
from app.event import micros, moment
from app.folds import clerk, day
from app.folds.clerk import SignIn
from app.local import day_of
from app.order import attending, collecting_lane, now_serving, service_lane, skilled
from app.ports import Look

_COUNTER = "counter:"


def seats(look: Look) -> Mapping[str, str]:
    """The clerk (an id) at each counter that is at work, the newest last: whoever called there last
    today, or signed in there since. Nobody is where they have signed out or in at another counter
    since, or may act no longer, or where the day of the counter is closed.
    """
    signed = {who.clerk: _signed(look, who.clerk) for who in look.office.clerks.values()}
    came = [
        (micros(last.since), last.window.removeprefix(_COUNTER), whose)
        for whose, last in signed.items()
        if last and day_of(last.since) == today(look)
    ]
    sits = {number: (at, whose) for at, number, whose in sorted([*came, *_called(look)])}
    return {
        number: whose
        for number, (at, whose) in sorted(sits.items(), key=lambda sit: sit[1])
        if number in look.office.counters
        and not _left(signed.get(whose), number, at)
        and not _closed(look, number, at)
        and (not whose or (whose in signed and acts(look, whose)))
    }


def callers(look: Look, seated: Mapping[str, str], lane: str, service: str) -> list[str]:
    """The counters that may call whoever waits in a lane. Where nobody sits, somebody may come who
    can do all that the counter serves.
    """
    kind, _, whose = lane.partition(":")
    if kind == "counter":
        return [number for number in look.office.counters if number == whose]
    if kind == "clerk":
        return [number for number, who in seated.items() if who == whose]
    return [
        number
        for number in attending(look.office, service)
        if skilled(look.office, seated.get(number, ""), service)
    ]


def counters_told(look: Look, lane: str, service: str) -> tuple[str, ...]:
    """Where a client who waits in that lane may be told to go."""
    found = callers(look, seats(look), lane, service)
    alone = lane in (service_lane(service), collecting_lane(service)) and not found
    return tuple(now_serving(look.office, service) if alone else found)


def _signed(look: Look, whose: str) -> SignIn | None:
    """Their last signing in at a counter."""
    account = look.load(clerk.FOLD, whose)
    every = reversed(account.signed) if account else ()
    return next((each for each in every if each.window.startswith(_COUNTER)), None)


def _called(look: Look) -> Iterator[tuple[int, str, str]]:
    """When, to which counter and by whom somebody was called today. What is still open may have
    been called on another day: then nobody need be there.
    """
    yield from look.last_turns(today(look))
    for entity in filter(None, map(look.visit_at, look.office.counters)):
        for call in the_ticket(look, entity).calls:
            if day_of(moment(call.at)) == today(look):
                yield call.at, call.counter, call.clerk


def _left(last: SignIn | None, number: str, at: int) -> bool:
    """Whether they have signed out, or in elsewhere, since they were seen there."""
    if last is None or (last.window == f"{_COUNTER}{number}" and last.until is None):
        return False
    return micros(last.until or last.since) >= at


def _closed(look: Look, number: str, at: int) -> bool:
    known = look.load(day.FOLD, day_id(look.office.id, today(look)))
    closing = known.closing(number) if known else None
    return closing is not None and closing.at >= at
