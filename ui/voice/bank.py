"""The words that the office has recorded itself: one file for each, beside the data of this PC."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.announcing import CLIPS, Word
from app.refusal import Refusal
from ui.voice.port import Speech
from ui.voice.sound import as_wav, from_wav, silence, trimmed

FOLDER = "voice"
_BETWEEN, _REST = 0.03, 0.28
"""Seconds of silence between two words, and where the voice rests."""


class Bank:
    """Recordings by the names of `app.announcing.CLIPS`."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER

    def has(self, name: str) -> bool:
        """Whether that word was recorded."""
        return self._file(name).is_file()

    def lacking(self) -> tuple[str, ...]:
        """The names of what was not recorded yet; without the last of them nothing is used."""
        return tuple(name for name in CLIPS if not self.has(name))

    def clip(self, name: str) -> bytes | None:
        """Its sound; None where there is none, or no sound of ours."""
        try:
            return from_wav(self._file(name).read_bytes())
        except OSError:
            return None

    def keep(self, name: str, pcm: bytes) -> None:
        """In place of what was recorded before. Refuses `recording_empty`, `recording_unkept`."""
        data, file = as_wav(trimmed(pcm)), self._file(name)
        fresh = file.with_suffix(".new")
        try:
            self._folder.mkdir(exist_ok=True)
            fresh.write_bytes(data)
            fresh.replace(file)
        except OSError as error:
            raise Refusal("recording_unkept", path=str(self._folder)) from error

    def drop(self, name: str) -> None:
        """Forgets it."""
        with suppress(OSError):
            self._file(name).unlink()

    def speech(self, words: Sequence[Word]) -> bytes | None:
        """These words in a row; None where one of them was not recorded: two voices in one sentence
        would be worse than the other one alone.
        """
        said: list[bytes] = []
        for word in words:
            pcm = self.clip(word.clip) if word.clip else None
            if pcm is None:
                return None
            said += [pcm, silence(_REST if word.ends else _BETWEEN)]
        return b"".join(said)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.wav"


class Mouth:
    """Speaks with the office's own recordings where it has them, else with the synthetic voice."""

    def __init__(self, bank: Bank, synthetic: Speech) -> None:
        self._bank, self._synthetic = bank, synthetic

    def speech(self, words: Sequence[Word]) -> bytes:
        """The sound of these words in a row. Refuses `voice_missing`."""
        return self._bank.speech(words) or self._synthetic.speech(words)

    def close(self) -> None:
        """Says nothing any more."""
        self._synthetic.close()
