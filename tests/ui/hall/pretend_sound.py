"""A loudspeaker that nobody hears, and a voice that says what it was given."""

from collections.abc import Sequence
from threading import Event, Lock
from time import perf_counter

from app.announcing import Word, written
from app.refusal import Refusal


class PretendSpeech:
    """Its sound is the sentence itself."""

    def __init__(self) -> None:
        self.missing = False

    def speech(self, words: Sequence[Word]) -> bytes:
        if self.missing:
            raise Refusal("voice_missing")
        return written(words).encode()

    def close(self) -> None:
        """Nothing is held."""


class PretendLoudspeaker:
    """Sounds as long as the test wants: `go` lets the present sound end. `played` are all, `most`
    how many ever sounded at once.
    """

    def __init__(self, *, waits: bool = False) -> None:
        self.played: list[str] = []
        self.volumes: list[int] = []
        self.begun: list[float] = []
        self.most = self._now = 0
        self.missing = False
        self.go = Event()
        self._waits, self._lock = waits, Lock()

    def play(self, pcm: bytes, volume: int = 100) -> None:
        if self.missing:
            raise Refusal("sound_missing")
        if not any(pcm):
            return  # tried, and nothing said
        with self._lock:
            self.begun.append(perf_counter())
            self._now += 1
            self.most = max(self.most, self._now)
            self.played.append(_said(pcm))
            self.volumes.append(volume)
        if self._waits:
            self.go.wait(10)
            self.go.clear()
        with self._lock:
            self._now -= 1

    def close(self) -> None:
        self._waits = False
        self.go.set()


def _said(pcm: bytes) -> str:
    """The sentence, behind the chime if there is one."""
    text = pcm.decode("utf-8", "ignore")
    begins = [text.rfind(word) for word in ("تکرار", "شمارهٔ") if word in text]
    chimed = "♪ " if len(pcm) > 1000 else ""
    return chimed + text[min(begins) :] if begins else text
