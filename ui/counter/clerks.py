"""Who works at the counter (Ctrl+0)."""

from PySide6.QtCore import QObject, Signal

from app.letters import persian_digits
from app.ports import Look
from ui.frame.door import Door
from ui.frame.pick import Pick, PickRow
from ui.frame.speaker import Speaker
from ui.frame.words import tr
from ui.own import keep_clerk
from ui.words import Words


class Clerks(QObject):
    """`changed`: from now on deeds are done in the name of another clerk; the client stays."""

    changed = Signal()

    def __init__(self, door: Door, speaker: Speaker, number: str) -> None:
        super().__init__()
        self._door, self._speaker, self._number = door, speaker, number

    def change(self) -> None:
        """Offers the clerks of the office by code and name."""
        self._door.look(clerk_pick, lambda pick: self._speaker.pick(pick, self._take), awaited=True)

    def _take(self, clerk: str) -> None:
        window = f"counter:{self._number}"
        self._door.clerk = clerk
        self._door.do(lambda work: keep_clerk(work, window, clerk), quietly=True)
        self.changed.emit()


def clerk_pick(look: Look) -> Pick:
    """All clerks that work here; ids are those in whose name deeds are done."""
    words = Words()
    return Pick(
        title=tr("Who takes over the counter?"),
        rows=tuple(
            PickRow(
                id=clerk.clerk,
                first=persian_digits(code),
                text=clerk.name,
                trailing=words.value("role", clerk.role),
            )
            for code, clerk in look.office.clerks.items()
        ),
        hint=tr("Code or name"),
        empty=tr("Nothing was found."),
    )
