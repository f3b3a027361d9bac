"""A counter that serves nobody for a while (توقف باجه)."""

from app.deeds.lane import hand_on
from app.events.office import CounterPaused, CounterResumed
from app.folds import office
from app.folds.office import Office
from app.order import clerk_lane, counter_lane
from app.persian import clean, tidy
from app.ports import Work
from app.refusal import Refusal
from app.roles import deed


@deed
def pause_counter(work: Work, number: str, reason: str, *, resting: str = "") -> Office:
    """Nobody is called there for a while. Who is being served there is served to the end; who waits
    for this counter alone, or for the clerk who is `resting` (an id), goes to others that serve the
    same.

    Refuses `counter_unknown`, `reason_empty`.
    """
    work.office.counter(number)
    if not tidy(reason):
        raise Refusal("reason_empty")
    paused = CounterPaused(number=number, reason=tidy(clean(reason)))
    after = work.append(office.FOLD, work.office.id, paused)
    hand_on(work, counter_lane(number))
    if resting:
        hand_on(work, clerk_lane(resting))
    return after


@deed
def resume_counter(work: Work, number: str) -> Office:
    """It serves again. Refuses `counter_unknown`, `counter_not_paused`."""
    work.office.counter(number)
    if number not in work.office.paused:
        raise Refusal("counter_not_paused", counter=number)
    return work.append(office.FOLD, work.office.id, CounterResumed(number=number))


def require_serving(work: Work, number: str) -> None:
    """Refuses `counter_paused` while nobody is called to that counter."""
    if paused := work.office.paused.get(number):
        raise Refusal("counter_paused", counter=number, reason=paused.reason)
