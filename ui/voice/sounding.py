"""Loudspeaker and microphone in a process of their own: `python -m ui.voice.sounding`, asked line
by line on its standard input. Drivers may hang or die with it, and what they print goes nowhere. It
ends when its standard input does.

Asked is a line of JSON (`do`: play, record, stop) and, to play, so many bytes of sound; answered is
a line of JSON, and after `stop` so many bytes.
"""

import json
import sys
from collections.abc import Generator
from threading import Event, Thread
from typing import Any, BinaryIO

import miniaudio

from ui.voice.sound import RATE, WIDTH, louder, seconds

_FORMAT = miniaudio.SampleFormat.SIGNED16
_REAL = [each for each in miniaudio.Backend if each is not miniaudio.Backend.NULL]
_BUFFER = 60
"""Milliseconds that are handed to the device at once."""
_PATIENCE = 3.0
_LONGEST = 10.0
"""Seconds of a recording; nobody says one word for longer."""


class Sounds:
    """The system's own loudspeaker and microphone, as they are plugged in at each time."""

    def __init__(self) -> None:
        self._recording: miniaudio.CaptureDevice | None = None
        self._recorded = bytearray()

    def play(self, pcm: bytes) -> bool:
        """Until it has sounded; False where nothing can sound."""
        done = Event()
        stream = _stream(pcm, done)
        next(stream)
        try:
            device = miniaudio.PlaybackDevice(_FORMAT, 1, RATE, _BUFFER, backends=_REAL)
        except miniaudio.MiniaudioError:
            return False
        try:
            device.start(stream)
            return done.wait(seconds(pcm) + _PATIENCE)
        except miniaudio.MiniaudioError:
            return False
        finally:
            _close(device)

    def record(self) -> bool:
        """From now on; False where nothing can be heard."""
        self.stop()
        self._recorded.clear()
        try:
            device = miniaudio.CaptureDevice(_FORMAT, 1, RATE, _BUFFER, backends=_REAL)
            device.start(_kept(self._recorded))
        except miniaudio.MiniaudioError:
            return False
        self._recording = device
        return True

    def stop(self) -> bytes:
        """What was heard since `record`."""
        if self._recording is not None:
            _close(self._recording)
            self._recording = None
        return bytes(self._recorded)


def serve(asked: BinaryIO, said: BinaryIO) -> None:
    """One wish after another."""
    sounds = Sounds()
    for line in asked:
        wish: dict[str, Any] = json.loads(line)
        sound = b""
        if wish["do"] == "play":
            well = sounds.play(louder(asked.read(wish["bytes"]), wish["volume"] / 100))
        elif wish["do"] == "record":
            well = sounds.record()
        else:
            sound, well = sounds.stop(), True
        answer = {"well": well, "bytes": len(sound)}
        said.write(json.dumps(answer).encode() + b"\n" + sound)
        said.flush()


def main() -> None:
    """Answers until nobody asks any more."""
    serve(sys.stdin.buffer, sys.stdout.buffer)


def _stream(pcm: bytes, done: Event) -> Generator[bytes, int, None]:
    """As the device asks for it; `done` once it has asked for what is behind the end."""
    place = 0
    frames = yield b""
    while place < len(pcm):
        part = pcm[place : place + frames * WIDTH]
        place += len(part)
        frames = yield part
    frames = yield bytes(frames * WIDTH)
    done.set()
    while True:
        frames = yield bytes(frames * WIDTH)


def _kept(recorded: bytearray) -> Generator[None, bytes, None]:
    def kept() -> Generator[None, bytes, None]:
        while True:
            part = yield
            if len(recorded) < _LONGEST * RATE * WIDTH:
                recorded.extend(part)

    begun = kept()
    next(begun)
    return begun


def _close(device: "miniaudio.PlaybackDevice | miniaudio.CaptureDevice") -> None:
    """A driver that hangs while it closes does not hold up the next sound for ever."""
    closing = Thread(target=device.close, daemon=True)
    closing.start()
    closing.join(_PATIENCE)


if __name__ == "__main__":
    main()
