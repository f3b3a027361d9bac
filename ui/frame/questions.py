"""Asking a printer that rests how it stands. Each question runs on a thread of its own: an answer
that never comes holds up neither jobs nor whoever wants to end.
"""

import logging
from collections.abc import Callable
from threading import Thread
from time import monotonic

from app.ports import Transport
from app.printer import Condition, Printer
from app.refusal import Refusal

EVERY, SELDOM = 1.5, 10.0
"""Seconds from one question to the next; the latter where nothing new is to be expected."""

LONGEST = 2.0
"""Seconds that an answer may take; whatever takes longer is no answer, and no job waits for it."""

_SOON, _TIMES = 0.4, 3
"""Seconds in which a printer answers that did so quickly before: it is doubted after so many times
what its last answer took.
"""


class Questions:
    """One at a time, to one printer. `answered` is called on the question's thread."""

    def __init__(self, printer: Printer, answered: Callable[[], None]) -> None:
        self._promised = printer.proof != "none"
        self._answered = answered
        self._open: _Question | None = None
        self._asked_at = self._told_at = 0.0
        self._pause, self._patience = EVERY, LONGEST
        self._before: Condition | None = None
        self.answers = False
        """Whether it ever did."""

    @property
    def holds(self) -> bool:
        """Whether the printer has to do with a question, so that no job begins."""
        return self._open is not None and self._open.age < LONGEST

    @property
    def fresh(self) -> bool:
        """Whether its last answer is as new as answers are."""
        return self._open is None and monotonic() < self._told_at + EVERY

    @property
    def hangs(self) -> bool:
        """Whether it owes an answer for too long."""
        return self._open is not None and not self.holds

    def soon(self) -> None:
        """Something was printed: the next question comes at once, and what was said is old."""
        self._asked_at, self._told_at, self._pause = 0.0, 0.0, EVERY

    def left(self, *, waits: bool) -> float:
        """Seconds until there is something to do. `waits`: a job does, so the printer is asked as
        often as may be.
        """
        if self._open is not None:
            age = self._open.age
            return next((end - age for end in (self._patience, LONGEST) if end > age), SELDOM)
        return max(0.0, self._asked_at + (EVERY if waits else self._pause) - monotonic())

    def ask(self, road: Callable[[], Transport]) -> None:
        """The printer at the end of that road, unless it still owes an answer."""
        if self._open is None:
            self._asked_at = monotonic()
            self._open = _Question(road, self._answered)
            self._open.start()

    def answer(self) -> Condition | None:
        """What it has said; `silent` once it takes too long; None while there is no answer."""
        asked = self._open
        if asked is None:
            return None
        if asked.said is None:
            return self._understood("silent") if asked.age > self._patience else None
        self._open = None
        now = self._understood(asked.said)
        stale = now in ("unknown", "unreachable", "missing") and now == self._before
        self._pause = min(SELDOM, 2 * self._pause) if stale else EVERY
        lively = now not in ("unknown", "unreachable", "missing", "silent")
        self.answers = self.answers or lively
        self._patience = min(LONGEST, max(_SOON, _TIMES * asked.took)) if lively else LONGEST
        self._before, self._told_at = now, monotonic()
        return now

    def _understood(self, said: Condition) -> Condition:
        """Of a printer that never said anything, and promised nothing, silence tells nothing."""
        hoped = self._promised or self.answers
        return said if said != "silent" or hoped else "unknown"


class _Question(Thread):
    """`said` once it is answered, which `took` so many seconds."""

    def __init__(self, road: Callable[[], Transport], answered: Callable[[], None]) -> None:
        super().__init__(name="question to a printer", daemon=True)
        self.said: Condition | None = None
        self.took = 0.0
        self._road, self._answered = road, answered
        self._begun = monotonic()

    @property
    def age(self) -> float:
        """Seconds since it was asked."""
        return monotonic() - self._begun

    def run(self) -> None:
        """Asks."""
        said: Condition = "unknown"
        try:
            said = self._road().condition()
        except Refusal:  # the name leads nowhere
            said = "missing"
        except Exception:
            logging.getLogger("bajeh").exception("a printer could not be asked")
        self.took = self.age
        self.said = said
        self._answered()
