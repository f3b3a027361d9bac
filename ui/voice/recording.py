"""The window in which the office records the words of its own voice."""

from pathlib import Path

from PySide6.QtGui import QCloseEvent

from app.refusal import Refusal
from ui.frame.keys import Key
from ui.frame.window import FrameWindow
from ui.frame.words import tr
from ui.look.theme import Theme
from ui.voice.apart import SoundsApart, SpeechApart
from ui.voice.bank import Bank, Mouth
from ui.voice.port import Sounds, Speech
from ui.voice.recording_page import CLOSE, DROP, PLAY, RECORD, SAMPLE, RecordingPage
from ui.voice.studio import Studio
from ui.words import Words

RECORDING_KEYS = (
    Key(combo="F1", name="Help for this page", does="Shows these keys"),
    Key(combo=RECORD, name="Record", does="Listens to the word; the same key again ends it"),
    Key(combo=PLAY, name="Listen", does="Plays the word as it was recorded"),
    Key(combo=SAMPLE, name="A call as in the hall", does="Says a call as the hall hears it now"),
    Key(combo=DROP, name="Forget this recording", does="Takes the word out of the recordings"),
    Key(
        combo=CLOSE, name="Close this window", does="Closes this window; what was recorded is kept"
    ),
)


class RecordingWindow(FrameWindow):
    """Of one data folder; anybody who stands before its screen may record."""

    def __init__(
        self,
        theme: Theme,
        data: Path,
        sounds: Sounds | None = None,
        synthetic: Speech | None = None,
    ) -> None:
        super().__init__(theme, RECORDING_KEYS)
        self.setWindowTitle(tr("Words of the voice"))
        self.status.hide()
        bank = Bank(data)
        self._studio = Studio(
            bank, sounds or SoundsApart(), Mouth(bank, synthetic or SpeechApart())
        )
        self._recording = ""
        self.recorder = RecordingPage(theme, bank)
        self.recorder.wanted.connect(self._do)
        self._studio.recording.connect(self._listen)
        self._studio.kept.connect(self.recorder.go_on)
        self._studio.refused.connect(self._refuse)
        self.go(self.recorder)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The devices are free for others."""
        self._studio.close()
        super().closeEvent(event)

    def _do(self, combo: str, name: str) -> None:
        if combo == RECORD and self._recording:
            self._studio.stop(self._recording)
        elif combo == CLOSE:
            self.close()
        else:
            wishes = {
                RECORD: self._studio.record,
                PLAY: self._studio.play,
                SAMPLE: lambda _: self._studio.sample(),
                DROP: self._studio.drop,
            }
            wishes[combo](name)

    def _listen(self, name: str) -> None:
        self._recording = name
        self.recorder.show_recording(name)

    def _refuse(self, refusal: Refusal) -> None:
        self.refuse(Words().sentence(refusal))
