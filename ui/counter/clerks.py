"""Who works at the counter (Ctrl+0): another takes over with the client, or it is locked."""

from functools import partial

from PySide6.QtCore import QObject

from app.deeds.clerk import account_of
from app.letters import persian_digits
from app.ports import Look
from app.roles import WINDOWS
from ui.frame.door import Door
from ui.frame.pick import Pick, PickRow
from ui.frame.sign_in import SignIn
from ui.frame.speaker import Speaker
from ui.frame.words import tr
from ui.words import Words

LOCK, PASSWORD = "lock", "password"
"""Rows that are no clerk's."""


class Clerks(QObject):
    """Where passwords are asked, whoever takes over tells theirs."""

    def __init__(self, door: Door, speaker: Speaker, signing: SignIn) -> None:
        super().__init__()
        self._door, self._speaker, self._signing = door, speaker, signing

    def change(self) -> None:
        """Offers the clerks of the office by code and name."""
        read = partial(clerk_pick, asked=self._signing.entrance.asked)
        self._door.look(read, lambda pick: self._speaker.pick(pick, self._take), awaited=True)

    def _take(self, chosen: str) -> None:
        if chosen == LOCK:
            self._signing.lock()
        elif chosen == PASSWORD:
            self._signing.change_password()
        else:
            self._signing.hand_over(chosen)


def clerk_pick(look: Look, *, asked: bool) -> Pick:
    """All clerks who may work at a counter; ids are those in whose name deeds are done. Where
    passwords are asked, the window may be locked as well.
    """
    words = Words()
    rows = tuple(
        PickRow(
            id=clerk.clerk,
            first=persian_digits(code),
            text=clerk.name,
            trailing=words.value("role", clerk.role),
        )
        for code, clerk in look.office.clerks.items()
        if clerk.role in WINDOWS["counter"] and not account_of(look, clerk.clerk).disabled
    )
    return Pick(
        title=tr("Who takes over the counter?"),
        rows=(*rows, *(_others() if asked else ())),
        hint=tr("Code or name"),
        empty=tr("Nothing was found."),
    )


def _others() -> tuple[PickRow, ...]:
    return (
        PickRow(id=LOCK, first="", text=tr("Lock the window; the client stays")),
        PickRow(id=PASSWORD, first="", text=tr("Change my own password")),
    )
