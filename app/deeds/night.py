"""The night rule: whoever still waited yesterday is cleared, or keeps the place (a setting)."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from app.deeds.by_paper import clear_served
from app.deeds.centre import offset_of
from app.deeds.looking import the_ticket, today
from app.deeds.numbering import keep_number
from app.event import moment
from app.events.ticket import TicketCleared
from app.folds import catalogue, ticket
from app.folds.catalogue import Entry
from app.folds.ticket import Ticket
from app.ids import named_id
from app.local import day_of, instant
from app.order import own_lane, standing_lane
from app.ports import Look, Work


def settle_night(work: Work, *, heard: bool = False) -> None:
    """Ends the wait of earlier days, in the transaction of the first deed that meets it. `heard`:
    the centre has answered just now, and what its clock said is known.

    Unless it was, a PC of a centre ends the wait of its own tickets alone: nobody tells it that its
    clock is still as right as it was when the centre was last heard.
    """
    clear_served(work)
    for entity in to_settle(work, heard=heard):
        old = the_ticket(work, entity)
        entry = work.load(catalogue.FOLD, old.service)
        keep = work.office.rules.night == "keep" and entry and not entry.retired
        carried = _carry_over(work, old, entry).id if keep and entry else ""
        work.append(ticket.FOLD, entity, TicketCleared(carried_to=carried))


def to_settle(look: Look, *, heard: bool = False) -> Sequence[str]:
    """Whose wait this PC may end now, first to last."""
    mine = look.office.series.get(look.node, "")
    certain = heard or not look.outbox().enrolled
    if look.office.rules.night != "keep" and certain:
        return left_over(look)
    if not mine:
        return ()  # nobody to carry over: a PC without letters has no label to give
    return tuple(each for each in left_over(look) if the_ticket(look, each).series == mine)


def left_over(look: Look) -> Sequence[str]:
    """Who still waits since an earlier day."""
    day = queue_day(look)
    found = (the_ticket(look, entity) for entity in look.open_before(day))
    return tuple(each.id for each in found if not each.calls and standing_day(each) < day)


def over(look: Look) -> Sequence[str]:
    """Whose wait the night has ended, also where nobody has settled it yet: they are not offered.
    Who keeps the place waits on.
    """
    return left_over(look) if look.office.rules.night == "clear" else ()


def carried_id(look: Look, old: Ticket) -> str:
    """The ticket of today under which somebody waits on."""
    return named_id(look.office.id, "carried", old.id)


def queue_day(look: Look) -> date:
    """The day that has surely begun: by this PC's clock and by the centre's, as far as that is
    known. A PC whose clock is hours ahead ends nobody's wait.
    """
    return min(today(look), day_of(look.now + offset_of(look)))


def night_ends(look: Look) -> datetime:
    """When, by this PC's clock, the next day has surely begun."""
    midnight = datetime.combine(queue_day(look) + timedelta(days=1), time())
    return instant(midnight) + max(-offset_of(look), timedelta())


def standing_day(found: Ticket) -> date:
    """The day as one of which it waits: that on which it was taken, by the centre's clock, for the
    PC's own may have been behind. Who was at a counter over midnight, and was put back, is one of
    the day on which that was: somebody saw them there.
    """
    taken = day_of(found.effective_at + timedelta(minutes=found.credit))
    left = (day_of(moment(turn.ended)) for turn in found.turns[-1:])
    return max((found.day, taken, *left))


def of_earlier_day(look: Look, found: Ticket) -> bool:
    """Whether the day as one of which it waits, or was called, is surely over."""
    return standing_day(found) < queue_day(look)


def _carry_over(work: Work, old: Ticket, entry: Entry) -> Ticket:
    """Who waited through the night waits on today: under the number on the paper, at the old
    place.
    """
    return keep_number(
        work,
        carried_id(work, old),
        entry,
        old,
        lane=own_lane(old, standing_lane(work.office, old.lane, old.service)),
        effective_at=old.effective_at,
        priority=old.priority,
        credit=old.credit,
        purpose=old.comes_for,
        continues=old.id,
        request=old.request,
    )
