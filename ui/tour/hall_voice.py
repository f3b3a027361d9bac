"""The office records the words of its voice, first without a microphone, then with one."""

from collections.abc import Sequence
from functools import partial

from app.announcing import Word
from app.refusal import Refusal
from ui.frame.words import tr
from ui.look.theme import Theme
from ui.tour.stage import Stage
from ui.voice.recording import RecordingWindow
from ui.voice.sound import chime, silence

_QUIET, _SPOKEN = 0.4, 3
"""Seconds before and after a word, and how many words are spoken."""


class Dictaphone:
    """A loudspeaker that nobody hears and, once one is `plugged`, a microphone before which
    somebody speaks. Fulfils `ui.voice.port.Sounds`.
    """

    def __init__(self) -> None:
        self.plugged = False

    def play(self, pcm: bytes, volume: int = 100) -> None:
        """At once."""

    def record(self) -> None:
        """Listens from now on. Refuses `microphone_missing`."""
        if not self.plugged:
            raise Refusal("microphone_missing")

    def stop(self) -> bytes:
        """A word, and the silence around it that everybody leaves."""
        return silence(_QUIET) + chime() + silence(_QUIET)

    def close(self) -> None:
        """Nothing is held."""


class _Mute:
    """No voice is needed here. Fulfils `ui.voice.port.Speech`."""

    def speech(self, words: Sequence[Word]) -> bytes:
        """So long as the words are many."""
        return silence(len(words) * _QUIET)

    def close(self) -> None:
        """Nothing is held."""


class HallVoice:
    """Of the data folder that the display shows."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._device = stage, Dictaphone()

    def play(self) -> None:
        """Without a microphone it is said; with one some words are recorded by one key."""
        window = RecordingWindow(Theme(), self._stage.house.folder, self._device, _Mute())
        window.show()
        try:
            self._records(window)
        finally:
            window.close()
            window.deleteLater()

    def _records(self, window: RecordingWindow) -> None:
        stage = self._stage
        stage.front(window)
        stage.take(window, "voice-words")
        self._press(window)
        stage.patience.until(lambda: window.strip.text, "that there is no microphone")
        stage.take(window, "voice-no-microphone")
        self._device.plugged = True
        for word in range(_SPOKEN):
            known = window.recorder.current
            self._press(window)
            stage.patience.until(lambda: _listens(window), "the microphone listening")
            if not word:
                stage.take(window, "voice-speak")
            self._press(window)
            stage.patience.until(partial(_went_on, window, known), "the next word")
        stage.take(window, "voice-recorded")

    def _press(self, window: RecordingWindow) -> None:
        """F5, which begins and ends."""
        self._stage.front(window)
        self._stage.hands.press("F5")


def _listens(window: RecordingWindow) -> bool:
    return window.recorder.acts()[0].name == tr("End and listen")


def _went_on(window: RecordingWindow, before: str) -> bool:
    return window.recorder.current != before and not _listens(window)
