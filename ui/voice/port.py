"""What the voice needs of the world: something that speaks, something that sounds and hears."""

from collections.abc import Sequence
from typing import Protocol

from app.announcing import Word


class Speech(Protocol):
    """Turns words into sound. To be used by one thread."""

    def speech(self, words: Sequence[Word]) -> bytes:
        """The sound of these words in a row. Refuses `voice_missing`."""

    def close(self) -> None:
        """Says nothing any more."""


class Loudspeaker(Protocol):
    """To be used by one thread."""

    def play(self, pcm: bytes, volume: int = 100) -> None:
        """Until it has sounded, so loud of 100. Refuses `sound_missing`."""

    def close(self) -> None:
        """Lets go of it."""


class Microphone(Protocol):
    """To be used by one thread."""

    def record(self) -> None:
        """Listens from now on. Refuses `microphone_missing`."""

    def stop(self) -> bytes:
        """What was heard since then. Refuses `microphone_missing`."""


class Sounds(Loudspeaker, Microphone, Protocol):
    """Both, as one device of the system."""
