"""Devices that hear what a test says into them."""

from app.refusal import Refusal
from ui.voice.sound import chime, silence

SPOKEN = silence(0.4) + chime() + silence(0.6)
"""A word with the silence around it that everybody leaves."""


class PretendSounds:
    """`said` is what the microphone hears; `played` what was sounded."""

    def __init__(self) -> None:
        self.said = SPOKEN
        self.played: list[bytes] = []
        self.missing = False

    def play(self, pcm: bytes, volume: int = 100) -> None:
        assert volume == 100
        self.played.append(pcm)

    def record(self) -> None:
        if self.missing:
            raise Refusal("microphone_missing")

    def stop(self) -> bytes:
        return self.said

    def close(self) -> None:
        """Nothing is held."""
