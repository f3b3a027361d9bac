"""A counter that nobody is called to for a while: prayer, lunch, meeting, a fault."""

from functools import partial

from PySide6.QtCore import QObject

from app.deeds.pause import pause_counter, resume_counter
from app.persian import format_time
from ui.counter.choices import OTHER, rest_question
from ui.counter.counter import Counter
from ui.frame.ask import Ask
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class Resting(QObject):
    """One key for both: it asks why and pauses, or opens again."""

    def __init__(self, counter: Counter, speaker: Speaker) -> None:
        super().__init__()
        self._counter, self._speaker = counter, speaker

    def turn(self) -> None:
        """Shift+F7."""
        if self._counter.state.paused:
            self._open()
        else:
            self._speaker.ask(rest_question(), self._chosen)

    def _chosen(self, reason: str) -> None:
        if reason == OTHER:
            question = tr("Why does the counter rest?")
            self._speaker.ask(Ask(question=question, kind="text"), self._pause)
        else:
            self._pause(reason)

    def _pause(self, reason: str) -> None:
        number, clerk = self._counter.state.number, self._counter.door.clerk
        self._counter.do(
            lambda work: pause_counter(work, number, reason, resting=clerk),
            lambda _: self._speaker.tell(self._paused(reason)),
        )

    def _paused(self, reason: str) -> str:
        """Who is here is served to the end."""
        visit = self._counter.state.visit
        if visit and visit.ticket.label:
            label = visit.ticket.label
            return tr("The counter rests after {label}: {reason}.", label=label, reason=reason)
        return tr("The counter rests: {reason}. Shift+F7 opens it again.", reason=reason)

    def _open(self) -> None:
        number = self._counter.state.number
        paused = self._counter.state.paused
        since = format_time(paused.at) if paused else ""
        said = tr("The counter is open again; it rested since {time}.", time=since)
        self._counter.do(partial(resume_counter, number=number), lambda _: self._speaker.tell(said))
