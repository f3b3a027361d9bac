"""Records and plays beside the window: a device that hangs holds up nothing but itself."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Signal

from app.announcing import Announcement, words
from app.refusal import Refusal
from ui.voice.bank import Bank
from ui.voice.port import Sounds, Speech
from ui.voice.sound import chime, silence

SAMPLE = Announcement(key="", series="الف", number=1234, counter="5")
"""What is said to hear how it sounds in the hall."""


class Studio(QObject):
    """One thing after another. `recording`: from now on the microphone listens to that word, or no
    longer (empty). `kept`: that word was recorded, or forgotten. `refused` with what is to be said.
    """

    recording = Signal(str)
    kept = Signal(str)
    refused = Signal(object)

    def __init__(self, bank: Bank, sounds: Sounds, speech: Speech) -> None:
        super().__init__()
        self._bank, self._sounds, self._speech = bank, sounds, speech
        self._wishes: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = Thread(target=self._serve, name="studio", daemon=True)
        self._thread.start()

    def record(self, name: str) -> None:
        """Listens to that word from now on."""

        def begin() -> None:
            self._sounds.record()
            self.recording.emit(name)

        self._wishes.put(begin)

    def stop(self, name: str) -> None:
        """Keeps what was heard, and plays it."""

        def end() -> None:
            self.recording.emit("")
            self._bank.keep(name, self._sounds.stop())
            self.kept.emit(name)
            self._play(name)

        self._wishes.put(end)

    def play(self, name: str) -> None:
        """That word as it was recorded; where it was not, as the other voice says it."""
        self._wishes.put(lambda: self._play(name))

    def sample(self) -> None:
        """A call as the hall would hear it now."""

        def say() -> None:
            self._sounds.play(chime() + silence(0.05) + self._speech.speech(words(SAMPLE)))

        self._wishes.put(say)

    def drop(self, name: str) -> None:
        """Forgets that word."""

        def forget() -> None:
            self._bank.drop(name)
            self.kept.emit(name)

        self._wishes.put(forget)

    def close(self) -> None:
        """Does nothing any more."""
        self._wishes.put(None)
        self._sounds.close()
        self._speech.close()
        self._thread.join(3)

    def _play(self, name: str) -> None:
        pcm = self._bank.clip(name)
        if pcm is None:
            raise Refusal("recording_missing")
        self._sounds.play(pcm)

    def _serve(self) -> None:
        while (wish := self._wishes.get()) is not None:
            try:
                wish()
            except Refusal as refusal:
                self.refused.emit(refusal)
