"""A lock between the programs of one PC, which its holder's death lets go, however it dies."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from db.trouble import in_words


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Nobody else holds this file meanwhile. Refuses `store_busy` while somebody does.

    It is SQLite's lock, because that is the same on every system. Any thread may let it go.
    """
    with ExitStack() as stack:
        with in_words():
            file.parent.mkdir(parents=True, exist_ok=True)
            lock = dbapi2.connect(
                str(file), isolation_level=None, timeout=0, check_same_thread=False
            )
            stack.callback(lock.close)
            lock.execute("BEGIN EXCLUSIVE")
        yield
