"""What a PC that belongs to a centre keeps: what is still to be sent, and numbers in stock."""

import secrets
from typing import Literal

from sqlcipher3 import dbapi2

from app.event import moment
from app.ports import Alarm, Outbox
from db.connection import one
from db.notes import ANOTHER, ASIDE, LEASING, NODE_FILE, READ, SETTLED
from db.rolled import rolled_back
from db.witness import Witness

_UNSENT = (
    "SELECT count(*), min(at) FROM event WHERE pos > ? AND node = ? AND feed IS NULL"
    " AND superseded = 0"
)
_TAKE = "SELECT number FROM stock WHERE number {} ? ORDER BY number LIMIT 1"
_BEHIND, _BEFORE = _TAKE.format(">="), _TAKE.format("<")


class StoreOutbox:
    """The part of `app.ports.Look` and `app.ports.Work` that knows of the centre."""

    node: str
    kept: bool
    _store: dbapi2.Cursor
    _witness: Witness

    @property
    def enrolled(self) -> bool:
        """Whether this PC belongs to a centre."""
        return bool(one(self._store, READ, (NODE_FILE,)))

    def outbox(self) -> Outbox:
        """What is still to be sent to the centre."""
        rolled = rolled_back(self._store)
        old = (Alarm(kind="rolled", which=rolled.at.isoformat()),) if rolled else ()
        if not self.enrolled:
            return Outbox(alarms=old, rolled=rolled)
        settled = int(one(self._store, READ, (SETTLED,)) or 0)
        unsent, oldest = self._store.execute(_UNSENT, (settled, self.node)).fetchone()
        return Outbox(
            enrolled=True,
            unsent=unsent,
            oldest=moment(oldest) if unsent else None,
            alarms=(*self._alarms("another", ANOTHER), *self._alarms("aside", ASIDE), *old),
            rolled=rolled,
        )

    def _alarms(self, kind: Literal["another", "aside"], note: str) -> tuple[Alarm, ...]:
        which = (one(self._store, READ, (note,)) or "").split()
        return tuple(Alarm(kind=kind, which=each) for each in which)

    def _leased(self) -> str:
        """A tracking number out of the stock, anywhere in it, so that the last one given does not
        tell the next; nothing where none is left.
        """
        while True:
            anywhere = f"{secrets.randbelow(10**12):012}"
            number = one(self._store, _BEHIND, (anywhere,)) or one(
                self._store, _BEFORE, (anywhere,)
            )
            if not number:
                return ""
            self.kept = True
            self._store.execute("DELETE FROM stock WHERE number = ?", (number,))
            if not self._witness.used(number):
                return str(number)


def forget_leases(cursor: dbapi2.Cursor) -> None:
    """What was leased may be in two hands: nobody gives it any more."""
    cursor.execute("DELETE FROM stock")
    cursor.execute("DELETE FROM meta WHERE key = ?", (LEASING,))
