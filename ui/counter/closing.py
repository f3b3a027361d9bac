"""The daily report: looked up, printed, and closed at the end of the day."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from app.deeds.day import close_day
from app.deeds.looking import today
from app.filling.log import log_paper
from app.handing.handing_out import hand_out
from app.persian import latin_date
from app.ports import Look, Outbox, Work
from app.showing.day import DayShown, day_shown
from app.spooling.spool import Job
from ui.counter.day_page import DayPage
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.speaker import Speaker
from ui.frame.sync_words import age
from ui.frame.words import tr


class Closing(QObject):
    """`shown` gives the day, of this counter or of the desk, anew whenever anything happened
    while it is seen.
    """

    shown = Signal(object)

    def __init__(self, door: Door, speaker: Speaker, number: str) -> None:
        super().__init__()
        self._door, self._speaker, self._number = door, speaker, number
        self._day: date | None = None
        self._counter = number
        self._present: DayShown | None = None
        self._watched = False
        door.happened.connect(self._again)

    def open(self) -> None:
        """Today, of this counter."""
        self._day, self._counter = None, self._number
        self._read()

    def watch(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        """Keeps the sheet up to date while anybody sees it."""
        self._watched = seen
        self._again()

    def move(self, days: int) -> None:
        """Another day, never one that is still to come."""
        if self._present is not None:
            wanted = self._present.day + timedelta(days=days)
            self._day = None if wanted >= self._present.today else wanted
            self._read()

    def change_scope(self) -> None:
        """The desk in place of this counter, or back."""
        self._counter = "" if self._counter else self._number
        self._read()

    def print_shown(self) -> None:
        """Prints what is shown."""
        self._print(self._counter)

    def print_desk(self) -> None:
        """Prints the report of all counters."""
        self._print("")

    def print_supplement(self) -> None:
        """Prints what came after the closing."""
        self._print(self._counter, supplement=True)

    def close(self) -> None:
        """Ends the day of what is shown; it is asked once whether it shall, and told what of it the
        centre has not got.
        """
        if self._present is None:
            return
        day, counter = self._present.day, self._counter
        question = tr("Close the day {day} of all counters?", day=day)
        if counter:
            question = tr("Close the day {day} of counter {n}?", day=day, n=counter)
        said = tr("The day is closed; what comes later stands on the supplement.")

        def ask(read: tuple[Outbox, datetime]) -> None:
            unsent = bool(read[0].unsent)
            asked = _unsent_question(*read, day) if unsent else question
            self._speaker.ask(Ask(question=asked), lambda _: sure(unsent=unsent))

        def sure(*, unsent: bool) -> None:
            self._door.do(
                lambda work: close_day(work, day, counter, unsent=unsent),
                lambda _: self._speaker.tell(said),
            )

        self._door.look(lambda look: (look.outbox(), look.at), ask, awaited=True)

    # -- how -------------------------------------------------------------------------------------

    def _read(self) -> None:
        day, counter = self._day, self._counter

        def read(look: Look) -> DayShown:
            return day_shown(look, day or today(look), counter)

        self._door.look(read, self._show, topic="day")

    def _show(self, found: DayShown) -> None:
        self._present = found
        self.shown.emit(found)

    def _again(self) -> None:
        if self._watched and self._present is not None:
            self._read()

    def _print(self, counter: str, *, supplement: bool = False) -> None:
        if self._present is None:
            return
        day = self._present.day

        def act(work: Work) -> Job:
            paper = log_paper(work, day, counter, supplement=supplement)
            return hand_out(work, "log", latin_date(day), filled=paper)

        said = tr("The report goes to the printer.")
        self._door.do(act, lambda _: self._speaker.tell(said))


def _unsent_question(waiting: Outbox, now: datetime, day: date) -> str:
    return tr(
        "{n} entries of this PC have not reached the centre, the oldest {age}."
        " Close the day {day} all the same?",
        n=waiting.unsent,
        age=age(waiting.oldest or now, now),
        day=day,
    )


def join_day(page: DayPage, closing: Closing) -> None:
    """What the page wishes is carried out, and the day is shown."""
    page.moved.connect(closing.move)
    page.scope_wanted.connect(closing.change_scope)
    page.print_wanted.connect(closing.print_shown)
    page.desk_print_wanted.connect(closing.print_desk)
    page.supplement_wanted.connect(closing.print_supplement)
    page.close_wanted.connect(closing.close)
    page.seen.connect(closing.watch)
    closing.shown.connect(page.show_day)
