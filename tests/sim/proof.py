"""For which lines of a feed their authors vouch: what everybody must believe, and nothing else."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.event import link_of
from app.sync.feed import Fed, vow
from tests.sim.office import OFFICE
from tests.sim.pc import SIGNER

Way = tuple[str, bytes]


def vouched(feed: Sequence[Fed], keys: Mapping[str, str]) -> set[Way]:
    """Node and link of all that was pushed or is signed, and of what stands before these in their
    chains.
    """
    at: dict[tuple[str, str, int], list[Fed]] = defaultdict(list)
    for fed in feed:
        recorded = fed.line.recorded
        at[recorded.node, recorded.incarnation, recorded.seq].append(fed)
    proved: set[Way] = set()
    todo = [fed for fed in feed if not fed.healer or _is_signed(fed, keys)]
    while todo:
        recorded = todo.pop().line.recorded
        if (recorded.node, recorded.link) not in proved:
            proved.add((recorded.node, recorded.link))
            place = recorded.incarnation, recorded.seq, recorded.content
            before = at[recorded.node, recorded.incarnation, recorded.seq - 1]
            todo += [o for o in before if link_of(o.line.recorded.link, *place) == recorded.link]
    return proved


def _is_signed(fed: Fed, keys: Mapping[str, str]) -> bool:
    node, link = fed.line.recorded.node, fed.line.recorded.link
    return node == OFFICE or SIGNER.holds(keys.get(node, ""), vow(link), fed.line.signature)
