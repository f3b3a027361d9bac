"""What the thread that speaks with the centre needs of a data folder, and what it notes there."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from app.deeds.centre import STANDING, Standing, is_news, note_offset, note_standing
from app.ports import Clock, Journal
from app.sync.line import Line
from app.sync.replica import Replica
from ui.frame.store_thread import OpenStore


class OpenFolder(OpenStore, Protocol):
    """An opened data folder."""

    @property
    def replica(self) -> Replica:
        """Its journal, as the centre's side sees it."""

    @property
    def clock(self) -> Clock:
        """The PC's clock."""

    @property
    def catching_up(self) -> Sequence[str]:
        """What starts one round in a process of its own; empty where none can be."""

    def centre(self) -> Line | None:
        """A new line to the centre that this PC belongs to, None where it works by itself."""


def note(journal: Journal, standing: Standing, offset: timedelta | None) -> bool:
    """How the centre stands, and how far its clock is ahead if that was measured, for the windows
    of all programs. Only what is new is written; whether it stood otherwise before.
    """
    with journal.look() as look:
        known = look.setting(STANDING) == standing
        if known and (offset is None or not is_news(look, offset)):
            return False
    with journal.work() as work:
        note_standing(work, standing)
        if offset is not None:
            note_offset(work, offset)
    return not known


def key_of(journal: Journal) -> str:
    """The public key by which this PC signs."""
    with journal.look() as look:
        return look.seal_key


def unsent(journal: Journal) -> int:
    """Lines of this PC that the centre is not known to have."""
    with journal.look() as look:
        return look.outbox().unsent
