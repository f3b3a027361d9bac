"""The daily report: looked up, printed, and closed at the end of the day."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from app.deeds.day import close_day
from app.deeds.looking import today
from app.filling.log import log_paper
from app.handing.handing_out import hand_out
from app.persian import latin_date
from app.ports import Look, Work
from app.showing.day import ClosingAsked, DayShown, closing_asked, day_shown
from app.spooling.spool import Job
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.speaker import Speaker
from ui.frame.sync_words import age
from ui.frame.words import tr

MOST = 3
"""Other PCs that are named one by one."""


class DayLog(QObject):
    """`shown` gives the day, of one counter or of the desk, or its supplement, anew whenever
    anything happened while it is seen.
    """

    shown = Signal(object)

    def __init__(self, door: Door, speaker: Speaker) -> None:
        super().__init__()
        self._door, self._speaker = door, speaker
        self._day: date | None = None
        self._counter = ""
        self._supplement = False
        self._present: DayShown | None = None
        self._watched = False
        door.happened.connect(self._again)

    def watch(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        """Keeps the sheet up to date while anybody sees it."""
        self._watched = seen
        self._again()

    def move(self, days: int) -> None:
        """Another day, never one that is still to come."""
        if self._present is not None:
            wanted = self._present.day + timedelta(days=days)
            self.show(None if wanted >= self._present.today else wanted, self._counter)

    def show(
        self,
        day: date | None = None,
        counter: str = "",
        then: Callable[[], object] | None = None,
    ) -> None:
        """The report of that day of that counter, or of the desk (empty); None is today. `then`
        brings up the page, on which nobody sees meanwhile what stood there when it was left.
        """
        self._day, self._counter, self._supplement = day, counter, False
        self._read(then)

    def turn(self) -> None:
        """The supplement in place of the report, or back."""
        self._supplement = not self._supplement
        self._read()

    def print_shown(self) -> None:
        """Prints what is shown, the report or its supplement."""
        self._print(self._counter, supplement=self._supplement)

    def print_report(self) -> None:
        """Prints the report of what is shown, never its supplement."""
        self._print(self._counter)

    def print_desk(self) -> None:
        """Prints the report of all counters."""
        self._print("")

    def close(self) -> None:
        """Ends the day of what is shown; it is asked once whether it shall, and told what of it the
        centre has not got, and since when nothing came from other PCs.
        """
        if self._present is None:
            return
        day, counter = self._present.day, self._counter
        said = tr("The day is closed; what comes later stands on the supplement.")

        def ask(known: ClosingAsked) -> None:
            unsent = bool(known.outbox.unsent)
            asked = Ask(question=_question(known, day, counter))
            self._speaker.ask(asked, lambda _: sure(unsent=unsent))

        def sure(*, unsent: bool) -> None:
            self._door.do(
                lambda work: close_day(work, day, counter, unsent=unsent),
                lambda _: self._speaker.tell(said),
            )

        self._door.look(lambda look: closing_asked(look, counter), ask, awaited=True)

    # -- how -------------------------------------------------------------------------------------

    def _read(self, then: Callable[[], object] | None = None) -> None:
        day, counter, supplement = self._day, self._counter, self._supplement

        def read(look: Look) -> DayShown:
            return day_shown(look, day or today(look), counter, supplement=supplement)

        def show(found: DayShown) -> None:
            self._show(found)
            if then is not None:
                then()

        self._door.look(read, show, topic="day", awaited=then is not None)

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


def _question(known: ClosingAsked, day: date, counter: str) -> str:
    """Whose day it is, behind what the report cannot know."""
    return " ".join((*_unknown(known), _whose(day, counter)))


def _unknown(known: ClosingAsked) -> Iterator[str]:
    if known.outbox.unsent:
        yield tr(
            "{n} entries of this PC have not reached the centre, the oldest {age}.",
            n=known.outbox.unsent,
            age=age(known.outbox.oldest or known.at, known.at),
        )
    if named := known.others[:MOST]:
        yield tr(
            "The last that came from other PCs: {pcs}. What they have not sent is not in it.",
            pcs="، ".join(
                tr("PC {n} ({age})", n=one.place, age=age(one.at, known.at)) for one in named
            ),
        )
    if more := len(known.others) - len(named):
        yield tr("From {n} more PCs something came later.", n=more)


def _whose(day: date, counter: str) -> str:
    if counter:
        return tr("Close the day {day} of counter {n}?", day=day, n=counter)
    return tr("Close the day {day} of all counters?", day=day)
