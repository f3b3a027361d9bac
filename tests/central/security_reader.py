"""One more PC, with a real store: what it believes of all that stands in the feed."""

from pathlib import Path

from app.folds import office
from app.folds.office import Office
from app.sync.drive import carry
from app.sync.pulling import pull
from app.sync.pushing import synchronise
from db import store
from db.central.client import PgCentre
from db.keys import new_key
from db.replica import StoreReplica
from db.work import DOUBTED
from tests.db.office import RECOVERY
from tests.db.office import Office as Desk

READER = "ee" * 16


class Reader:
    """Reads; says nothing."""

    def __init__(self, base: Path, office_id: str, client: PgCentre, node: str = READER) -> None:
        base.mkdir(exist_ok=True)
        desk = Desk(base)
        notes = {"office": office_id, "node": node, "recovery_key": RECOVERY}
        self._office = office_id
        self._client = client
        self.journal = store.make(desk.folder, new_key(), notes, desk.around())
        self.replica = StoreReplica(self.journal)

    def read(self) -> Office:
        """All that is new; gives the office as it stands then."""
        carry(pull(self.replica), self._client)
        with self.journal.look() as look:
            found = look.load(office.FOLD, self._office)
        assert found is not None
        return found

    def synchronise(self) -> None:
        """What the centre has lost is brought back, too."""
        carry(synchronise(self.replica), self._client)

    def knows(self, event: str) -> bool:
        """Whether it has the line at all."""
        return self.counted(event) is not None

    def counted(self, event: str) -> int | None:
        """At which place of the feed it counts, or stands first."""
        query = "SELECT feed FROM event WHERE id = ? ORDER BY superseded, feed"
        with self.journal.look() as look:
            row = look.cursor.execute(query, (event,)).fetchone()
        return row[0] if row else None

    def believes(self, event: str) -> bool:
        """Whether a line counts."""
        query = "SELECT superseded FROM event WHERE id = ?"
        with self.journal.look() as look:
            rows = look.cursor.execute(query, (event,)).fetchall()
        return any(row != (DOUBTED,) for row in rows)
