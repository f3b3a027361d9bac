"""A PC and its centre, and the centre itself."""

from collections.abc import Callable
from typing import Any, TypeVar

from ui.bootstrap.desk import Desk

T = TypeVar("T")


def sync_thread(desk: Desk) -> Any:
    """What keeps a PC and its centre the same (`ui.frame.sync_thread`), to be used on the caller's
    own thread, in a process without windows.
    """
    from ui.frame.sync_gently import BESIDE
    from ui.frame.sync_thread import SyncThread

    return SyncThread(lambda: desk, lambda _: None, pace=BESIDE)


def administer(deed: Callable[[Any], T]) -> T:
    """Something of `db.central.admin`. Refuses `centre_unreachable`, `centre_refuses`."""
    from db.central import admin, trouble

    with trouble.in_words():
        return deed(admin)
