"""Reads pages aloud, line by line, on a thread of its own: whoever cannot read hears them."""

from collections.abc import Sequence
from threading import Condition, Thread

from PySide6.QtCore import QObject, Signal

from app.announcing import Word
from app.refusal import Refusal
from ui.voice.port import Loudspeaker, Speech


class Reader(QObject):
    """What is to be read takes the place of what was being read; it ends after the line that is
    sounding. `trouble`: the refusal for which nothing is heard.
    """

    trouble = Signal(object)

    def __init__(self, speech: Speech, loudspeaker: Loudspeaker) -> None:
        super().__init__()
        self._speech, self._loudspeaker = speech, loudspeaker
        self._changed = Condition()
        self._lines: Sequence[str] = ()
        self._over = False
        self._thread = Thread(target=self._serve, name="reader", daemon=True)
        self._thread.start()

    def read(self, text: str) -> None:
        """These lines; none: silence."""
        with self._changed:
            self._lines = text.splitlines()
            self._changed.notify()

    def stop(self) -> None:
        """Reads no more, and lets go of the voice."""
        with self._changed:
            self._over = True
            self._changed.notify()
        self._speech.close()
        self._loudspeaker.close()
        self._thread.join(3)

    def _serve(self) -> None:
        while (line := self._next()) is not None:
            try:
                self._loudspeaker.play(self._speech.speech([Word(text=line)]))
            except Refusal as refusal:
                self._give_up(refusal)

    def _next(self) -> str | None:
        """The next line once there is one; None at the end of all."""
        with self._changed:
            self._changed.wait_for(lambda: bool(self._lines) or self._over)
            if self._over:
                return None
            line, *self._lines = self._lines
            return line

    def _give_up(self, refusal: Refusal) -> None:
        with self._changed:
            self._lines = ()
            over = self._over
        if not over:
            self.trouble.emit(refusal)
