"""Conflicts: looked up, and settled by whoever has looked into them."""

from typing import cast, get_args

from PySide6.QtCore import QObject, Signal

from app.deeds.conflict import settle
from app.events.conflict import How
from app.showing.conflict import conflicts_shown
from ui.frame.ask import Ask
from ui.frame.conflict_page import ConflictPage
from ui.frame.door import Door
from ui.frame.speaker import Speaker
from ui.frame.words import tr
from ui.words import Words


class Settling(QObject):
    """`shown` gives what is to be settled, anew whenever anything happened while it is seen."""

    shown = Signal(object)

    def __init__(self, door: Door, speaker: Speaker) -> None:
        super().__init__()
        self._door, self._speaker = door, speaker
        self._watched = False
        door.happened.connect(self._again)

    def watch(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        """Keeps the list up to date while anybody sees it."""
        self._watched = seen
        self._again()

    def settle(self, event: str) -> None:
        """Asks what is so and what was done, and records it."""
        words = Words()
        choices = tuple((how, words.value("how", how)) for how in get_args(How))
        question = tr("What is so of this conflict?")
        asked = Ask(question=question, kind="choice", choices=choices)
        self._speaker.ask(asked, lambda how: self._note(event, cast("How", how)))

    def _note(self, event: str, how: How) -> None:
        said = tr("The conflict is settled and stays on record.")
        asked = Ask(question=tr("What was seen, and what was done?"), kind="text")
        self._speaker.ask(
            asked,
            lambda note: self._door.do(
                lambda work: settle(work, event, how, note), lambda _: self._speaker.tell(said)
            ),
        )

    def _again(self) -> None:
        if self._watched:
            self._door.with_store(lambda store: conflicts_shown(store.journal), self.shown.emit)


def join_conflicts(page: ConflictPage, settling: Settling) -> None:
    """What the page wishes is carried out, and what is to be settled is shown."""
    page.settle_wanted.connect(settling.settle)
    page.seen.connect(settling.watch)
    settling.shown.connect(page.show_conflicts)
