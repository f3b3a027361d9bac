"""Whether anybody works here who would call out of a lane: who waits there otherwise waits for
nobody.
"""

from collections.abc import Callable

from app.events.office import ClerkAdmitted
from app.folds import clerk
from app.order import clerk_lane, counter_lane
from app.ports import Look
from app.roles import DESK


def unattended(look: Look) -> Callable[[str], bool]:
    """Asked for a lane: whether nobody would ever call out of it, for its counter or clerk is gone
    or does not act, no clerk has the skill, or there is no counter at all.
    """
    office, able = look.office, _servants(look)
    everything = any(not who.skills for who in able)
    skills = frozenset(skill for who in able for skill in who.skills)
    people = frozenset(clerk_lane(who.clerk) for who in able)
    counters = frozenset(map(counter_lane, office.counters))

    def asked(lane: str) -> bool:
        kind, _, what = lane.partition(":")
        if kind == "clerk":
            return lane not in people
        if kind == "counter":
            return lane not in counters
        return not counters or not (everything or what in skills)

    return asked


def _servants(look: Look) -> list[ClerkAdmitted]:
    """Whoever serves clients; supervisors where nobody else does, for they have other work."""
    desk = [who for who in look.office.clerks.values() if who.role in DESK]
    acting = [who for who in desk if acts(look, who.clerk)]
    return [who for who in acting if who.role == "clerk"] or acting


def acts(look: Look, clerk_id: str) -> bool:
    """Whether that clerk may act here now."""
    account = look.load(clerk.FOLD, clerk_id)
    return account is None or not (account.disabled or account.over(look.at))
