"""Comparing, once a day, what both hold of the feed (P10): marks vouch for what was read, not for
what a disk has made of it since.
"""

from app.sync.replica import Replica
from app.sync.talk import Talk, of
from app.sync.wire import Digest, Digested

STRETCH = 5_000
"""Lines that one digest covers."""


def compare(replica: Replica) -> Talk[bool]:
    """Where one stretch is not the same, it and all behind it is read anew; gives whether all was.
    A day that was compared is not compared again.
    """
    last = replica.place().cursor
    for after in range(0, last, STRETCH):
        until = min(after + STRETCH, last)
        theirs = of((yield Digest(after=after, until=until)), Digested)
        if theirs != replica.digest(after, until):
            replica.lose_after(after)
            return False
    replica.compared()
    return True
