"""One call, said by this PC at once, or written into a file."""

from pathlib import Path

from app.announcing import CLIPS, Announcement, words
from app.value import Value
from ui.voice.apart import SoundsApart, SpeechApart
from ui.voice.bank import Bank, Mouth
from ui.voice.sound import as_wav, chime, seconds, silence


class Sounded(Value, frozen=True, kw_only=True):
    """A call as it sounds: with the office's own recordings, or with the synthetic voice."""

    pcm: bytes
    recorded: bool

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return round(seconds(self.pcm), 2)

    @property
    def wav(self) -> bytes:
        """A file of it."""
        return as_wav(self.pcm)


def sounded(data: Path, said: Announcement) -> Sounded:
    """With its chime. Refuses `voice_missing`."""
    bank, line = Bank(data), words(said)
    mouth = Mouth(bank, SpeechApart())
    try:
        pcm = chime() + silence(0.05) + mouth.speech(line)
    finally:
        mouth.close()
    return Sounded(pcm=pcm, recorded=bank.speech(line) is not None)


def say(sound: Sounded) -> None:
    """Aloud. Refuses `sound_missing`."""
    sounds = SoundsApart()
    try:
        sounds.play(sound.pcm)
    finally:
        sounds.close()


def lacking(data: Path) -> tuple[str, ...]:
    """The words that the office has not recorded."""
    return tuple(CLIPS[name] for name in Bank(data).lacking())
