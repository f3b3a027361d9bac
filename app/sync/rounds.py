"""What a PC and the centre talk about while nobody asks for anything."""

from app.sync.comparing import compare
from app.sync.pulling import pull
from app.sync.pushing import synchronise
from app.sync.replica import Replica
from app.sync.talk import Rejected, Talk, of
from app.sync.wire import Lease, Leased

STOCK = 2_000
"""Tracking numbers of one lease: two weeks of a counter that registers 150 requests a day."""


def one_round(replica: Replica) -> Talk[None]:
    """Whatever is new on either side. Where nothing is left to send, one question tells."""
    if replica.clean():
        yield from pull(replica)
    if not replica.clean():
        yield from synchronise(replica)
    if not replica.compared_today() and not (yield from compare(replica)):
        yield from pull(replica)
    yield from refill(replica)


def refill(replica: Replica) -> Talk[None]:
    """New tracking numbers once fewer than half a lease are left. One that was asked for, and whose
    answer was lost, is asked for again.
    """
    lease = replica.lease_wanted(STOCK // 2)
    if not lease:
        return
    try:
        leased = of((yield Lease(lease=lease, count=STOCK)), Leased)
    except Rejected:  # there is a limit for a day; fall-back numbers last as long as they must
        return
    replica.lease(lease, leased.numbers)
