"""Lists of what is due: looked up, handed over to the units, taken back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.deeds.step import hand_over_all, take_back_all
from app.handing.handing_out import hand_out
from app.local import local
from app.papers import Kind
from app.persian import latin_date
from app.ports import Look, Work
from app.showing.duties import Duties, duties, with_later
from app.spooling.spool import Job
from ui.counter.due_page import DuePage
from ui.counter.request_questions import letter_of, no_number
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class HandingOver(QObject):
    """`shown` gives the lists and the day, anew whenever anything happened while it is seen."""

    shown = Signal(object, object)

    def __init__(self, door: Door, speaker: Speaker) -> None:
        super().__init__()
        self._door, self._speaker = door, speaker
        self._watched = False
        door.happened.connect(self._again)

    def open(self) -> None:
        """Looks the lists up."""
        self._door.look(_read, lambda read: self.shown.emit(*read), topic="due")

    def watch(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        """Keeps the lists up to date while anybody sees them."""
        self._watched = seen
        self._again()

    def hand_over(self, trackings: Sequence[str]) -> None:
        """All to their units under one letter number, which is asked once: all of it or none."""
        question = tr("Letter number for {n} requests?", n=len(trackings))

        def give(typed: str) -> None:
            letter = letter_of(typed)
            said = tr("{n} requests were handed over; F8 prints their list.", n=len(trackings))
            self._door.do(
                lambda work: hand_over_all(work, trackings, letter=letter),
                lambda _: self._speaker.tell(said),
            )

        if trackings:
            self._speaker.ask(Ask(question=question, kind="text", given=no_number()), give)

    def take_back(self, trackings: Sequence[str]) -> None:
        """The results of all of them came back: all of it or none."""
        said = tr("The results of {n} requests are recorded.", n=len(trackings))
        self._door.do(
            lambda work: take_back_all(work, trackings), lambda _: self._speaker.tell(said)
        )

    def print_list(self) -> None:
        """What was handed over today, for the liaison to sign."""

        def act(work: Work) -> Job:
            return hand_out(work, "handover", latin_date(local(work.at).date()))

        said = tr("The hand-over list goes to the printer.")
        self._door.do(act, lambda _: self._speaker.tell(said))

    def print_covers(self, trackings: Sequence[str]) -> None:
        """The sheet on the papers of each."""
        self._print("cover", trackings, tr("{n} cover sheets are printed.", n=len(trackings)))

    def print_steps(self, trackings: Sequence[str]) -> None:
        """Table 1 of each, to go with its papers."""
        self._print("steps", trackings, tr("{n} tables of steps are printed.", n=len(trackings)))

    def _print(self, kind: Kind, trackings: Sequence[str], said: str) -> None:
        def act(work: Work) -> None:
            for tracking in trackings:
                hand_out(work, kind, tracking)

        self._door.do(act, lambda _: self._speaker.tell(said))

    def _again(self) -> None:
        if self._watched:
            self.open()


def join_due(page: DuePage, handing: HandingOver) -> None:
    """What the page wishes is carried out, and the lists are shown."""
    page.hand_over_wanted.connect(handing.hand_over)
    page.take_back_wanted.connect(handing.take_back)
    page.covers_wanted.connect(handing.print_covers)
    page.steps_wanted.connect(handing.print_steps)
    page.list_wanted.connect(handing.print_list)
    page.seen.connect(handing.watch)
    handing.shown.connect(page.show_duties)


def _read(look: Look) -> tuple[Duties, date]:
    return with_later(look, duties(look)), local(look.at).date()
