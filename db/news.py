"""How a program notices what others have committed to the same store."""

from sqlcipher3 import dbapi2

from app.folds.fold import Fact
from db.connection import one
from db.journal import StoreJournal
from db.trouble import in_words


class Pulse:
    """Whether anything was written to the store, by anybody; asking costs microseconds. To be asked
    on the connection's own thread.
    """

    def __init__(self, connection: dbapi2.Connection) -> None:
        self._connection = connection
        self._cursor = connection.cursor()
        self._felt = (-1, -1)

    def stirred(self) -> bool:
        """Since the last time; true the first time."""
        before, self._felt = self._felt, self._feel()
        return self._felt != before

    def _feel(self) -> tuple[int, int]:
        """Changes when another connection commits, or when this one writes."""
        with in_words():
            version = int(one(self._cursor, "PRAGMA data_version"))
        return version, int(self._connection.total_changes)


class News:
    """Tells each fact once, own ones too, from the moment it was made. To be asked on the journal's
    own thread, between two transactions.
    """

    def __init__(self, journal: StoreJournal) -> None:
        self._reader = journal.reader
        self._cursor = journal.connection.cursor()
        self._pulse = Pulse(journal.connection)
        self._behind = False
        with in_words():
            self._last = self._reader.newest(self._cursor)

    def read(self) -> list[Fact]:
        """What was appended by anybody since the last time that it could be read."""
        self._behind = self._pulse.stirred() or self._behind
        if not self._behind:
            return []
        with in_words():
            facts, self._last = self._reader.since(self._cursor, self._last)
        self._behind = False
        return facts
