"""The conversation with a thermal printer: how do you stand, here is a job, is it on paper?"""

import secrets
from collections.abc import Callable
from time import monotonic, sleep

from app.printer import STOPS, Condition, Printer, Taken, lets_begin, not_ready
from app.refusal import Refusal
from printing.commands import STATUS, Question, ask, pieces, process
from printing.line import SILENCE, Line
from printing.status import asked, condition, meaning, of_real_time, say

BEFORE = 0.5
"""Seconds that a job waits for them: most printers that answer do so in a few milliseconds."""
AGAIN = 0.7
"""Seconds between two questions while a job is being printed."""
LONGEST = 120.0
"""Seconds after which a printer that answers, but never comes to the end, is given up."""
BRIEF = 2.0
"""The same after a job of nothing, which only asks what the printer can prove."""

STILL = 1.2
"""Seconds without a sign of life in the middle of a job after which it is said that it stands."""

_PIECE, _EVERY = 4096, 16_384
"""Bytes that are handed over at once, and after which the printer is asked whether it goes on."""
_STOPPED: tuple[Question, ...] = (2, 1)
"""Questions that tell whether it has stopped, the better first; cheap ones may not know both."""
_LETTERS = b"ABCDEFGHIJKLMNO"
"""Of a job's number; none of them looks like an answer to DLE EOT."""


def nobody(_: bool) -> None:  # noqa: FBT001 - one who is told whether it stands
    """Nobody wants to know whether it stands still."""


def hand_over(
    line: Line,
    job: bytes,
    printer: Printer,
    still: Callable[[bool], None] = nobody,
    *,
    answers: bool = False,
) -> Taken:
    """Sends the job if the printer's condition lets it, and hears what became of it.

    Refuses with one of `STOPS` before the first byte, then `printer_refused(printer, why)` when the
    line breaks or stands still, and `print_unconfirmed(printer)` when the printer could show that
    the job is on paper and did not, or says that it stopped. `still` and `answers`
    as in `app.ports.Watchful`.
    """
    talk = _Talk(line, printer, still, answers=answers)
    try:
        return talk.whole(job)
    except OSError as trouble:
        if not talk.sent:
            raise not_ready(printer.name, "unreachable") from trouble
        why = trouble.strerror or str(trouble)
        raise Refusal("printer_refused", printer=printer.name, why=why) from trouble


class _Talk:
    def __init__(
        self, line: Line, printer: Printer, still: Callable[[bool], None], *, answers: bool
    ) -> None:
        self._line, self._printer, self._tell = line, printer, still
        self._answers = answers
        self._alive_at, self._still = monotonic(), False
        self.sent = self._told = 0
        self._longest = LONGEST
        self._question: Question | None = None
        self._open = 0
        """Questions asked in the middle, and not answered yet."""
        self._early = b""
        """What was said while the last question was still being written."""

    def whole(self, job: bytes) -> Taken:
        told = asked(self._line, BEFORE)
        self._lives(signs=True)
        if not lets_begin(meaning(told), self._printer.proof, answers=self._answers):
            raise not_ready(self._printer.name, meaning(told))
        self._question = next((each for each in _STOPPED if each in told), None)
        self._longest = LONGEST if job else BRIEF
        for piece in pieces(job):
            self._write(piece)
            self._ask()
            sleep(self._printer.pause / 1000)
        if self._printer.proof != "none":
            return self._proved()
        if told:
            self._hear_all()
            self._require_going(self._condition())
        self._line.finish()
        return Taken()

    def _write(self, piece: bytes) -> None:
        at, end = 0, monotonic() + SILENCE
        while at < len(piece):
            taken = self._line.write(piece[at : at + _PIECE], min(AGAIN, SILENCE))
            at += taken
            self.sent += taken
            self._lives(signs=self._hear(0) or bool(taken))
            if taken:
                end = monotonic() + SILENCE
            elif monotonic() > end:
                raise TimeoutError("takes nothing")

    def _ask(self) -> None:
        """Now and then whether it has stopped; what it answers is heard while it is written to."""
        if self._question and self.sent - self._told > _EVERY:
            self._told = self.sent
            self._write(ask(self._question))
            self._open += 1

    def _hear(self, patience: float) -> bool:
        """Whether anything was said. Refuses if it is that the printer stopped."""
        said = self._line.read(patience) if self._open else b""
        self._early += said
        for answer in filter(of_real_time, said):
            self._open -= 1
            self._require_going(self._meaning(answer))
        return bool(said)

    def _hear_all(self) -> None:
        end = monotonic() + SILENCE
        while self._open:
            heard = self._hear(AGAIN)
            self._lives(signs=heard)
            if heard:
                end = monotonic() + SILENCE
            elif monotonic() > end:
                raise self._unconfirmed()

    def _condition(self) -> Condition:
        """At the end of a job, with patience."""
        now = condition(self._line, STILL)
        self._lives(signs=now != "silent")
        return condition(self._line, SILENCE) if now == "silent" else now

    def _lives(self, *, signs: bool) -> None:
        """Tells when it has given no sign for a while, and when it does again."""
        now = monotonic()
        self._alive_at = now if signs else self._alive_at
        still = now - self._alive_at > STILL
        if still != self._still:
            self._still = still
            self._tell(still)

    def _meaning(self, answer: int) -> Condition:
        return meaning({self._question or 1: answer})

    def _require_going(self, now: Condition) -> None:
        """A printer that stopped, or has fallen silent, has perhaps not printed all."""
        if now in STOPS:
            raise self._unconfirmed()

    def _unconfirmed(self) -> Refusal:
        return Refusal("print_unconfirmed", printer=self._printer.name)

    # -- proof -----------------------------------------------------------------------------------

    def _proved(self) -> Taken:
        """Waits for the answer at the job's end. A printer that goes on answering other questions
        is still printing.
        """
        number = bytes(secrets.choice(_LETTERS) for _ in range(4))
        by_process = self._printer.proof == "process"
        self._early = b""
        self._write(process(number) if by_process else STATUS)
        begun = heard = monotonic()
        said = b""
        while min(heard + SILENCE, begun + self._longest) > monotonic():
            fresh, self._early = self._early or self._line.read(AGAIN), b""
            said += fresh
            heard = monotonic() if fresh else heard
            if self._question:  # else it has nothing to say before it comes to the end
                self._lives(signs=bool(fresh))
            if by_process and b"\x37\x22" + number + b"\0" in said:
                return Taken(proved=True)
            for answer in fresh:
                if of_real_time(answer):
                    self._require_going(self._meaning(answer))
                elif not by_process and not answer & 0x90:
                    self._require_going("paper_out" if answer & 0x0C else "fine")
                    return Taken(proved=True)
            if not fresh and self._question:
                say(self._line, ask(self._question), monotonic() + SILENCE)
        raise self._unconfirmed()
