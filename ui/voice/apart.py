"""Asks the processes that speak and that sound; a dead one is begun anew with the next wish."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from subprocess import DEVNULL, PIPE, Popen
from threading import Timer
from typing import IO, TypeVar

from app.announcing import Word
from app.refusal import Refusal
from ui.voice.sound import seconds
from ui.voice.spelling import spelled

T = TypeVar("T")

_UNSEEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_PATIENCE = 10.0
"""Seconds after which a process that does not answer is ended."""

SPEAKING: Sequence[str] = (sys.executable, "-m", "ui.voice.speaking")
SOUNDING: Sequence[str] = (sys.executable, "-m", "ui.voice.sounding")


class Child:
    """A process that is asked over its standard input, one question at a time. Whoever ends it may
    be another thread than the one that asks.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._child: Popen[bytes] | None = None
        self._over = False

    def ask(self, asked: bytes, read: Callable[[IO[bytes]], T], patience: float = _PATIENCE) -> T:
        """Its answer, as `read` takes it. Raises `OSError` where it dies, or is ended because it
        does not answer in time.
        """
        child = self._begun()
        assert child.stdin is not None
        assert child.stdout is not None
        timer = Timer(patience, child.kill)
        timer.daemon = True
        timer.start()
        try:
            child.stdin.write(asked)
            child.stdin.flush()
            return read(child.stdout)
        except (OSError, ValueError) as error:
            child.kill()
            raise OSError("the process has ended") from error
        finally:
            timer.cancel()

    def close(self) -> None:
        """Ends it for ever."""
        self._over = True
        if self._child is not None:
            _end(self._child)

    def _begun(self) -> Popen[bytes]:
        if self._over:
            raise OSError("the process was ended")
        if self._child is not None and self._child.poll() is not None:
            _end(self._child)
            self._child = None
        if self._child is None:
            self._child = Popen(  # noqa: S603 - our own program
                self._command,
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                start_new_session=True,
                creationflags=_UNSEEN,
            )
        return self._child


class SpeechApart:
    """The synthetic voice. Fulfils `ui.voice.port.Speech`."""

    def __init__(self, command: Sequence[str] = SPEAKING) -> None:
        self._child = Child(command)

    def speech(self, words: Sequence[Word]) -> bytes:
        """The sound of these words in a row."""
        asked = json.dumps(spelled(words)).encode() + b"\n"
        try:
            pcm = self._child.ask(asked, _sized)
        except OSError:
            raise Refusal("voice_missing") from None
        if not pcm:
            raise Refusal("voice_missing")
        return pcm

    def close(self) -> None:
        """Says nothing any more."""
        self._child.close()


class SoundsApart:
    """The system's loudspeaker and microphone. Fulfils `ui.voice.port.Sounds`."""

    def __init__(self, command: Sequence[str] = SOUNDING) -> None:
        self._child = Child(command)

    def play(self, pcm: bytes, volume: int = 100) -> None:
        """Until it has sounded."""
        said = {"do": "play", "bytes": len(pcm), "volume": volume}
        wish = json.dumps(said).encode() + b"\n"
        if not self._well(wish + pcm, seconds(pcm) + _PATIENCE)[0]:
            raise Refusal("sound_missing")

    def record(self) -> None:
        """Listens from now on."""
        if not self._well(b'{"do": "record"}\n')[0]:
            raise Refusal("microphone_missing")

    def stop(self) -> bytes:
        """What was heard since then."""
        well, pcm = self._well(b'{"do": "stop"}\n')
        if not well:
            raise Refusal("microphone_missing")
        return pcm

    def close(self) -> None:
        """Lets go of it."""
        self._child.close()

    def _well(self, wish: bytes, patience: float = _PATIENCE) -> tuple[bool, bytes]:
        try:
            return self._child.ask(wish, _answered, patience)
        except OSError:
            return False, b""


def _sized(said: IO[bytes]) -> bytes:
    return _read(said, int(_line(said)))


def _answered(said: IO[bytes]) -> tuple[bool, bytes]:
    answer = json.loads(_line(said))
    return bool(answer["well"]), _read(said, int(answer["bytes"]))


def _line(said: IO[bytes]) -> bytes:
    line = said.readline()
    if not line.endswith(b"\n"):
        raise OSError("the process has ended")
    return line


def _read(said: IO[bytes], count: int) -> bytes:
    read = said.read(count)
    if len(read) < count:
        raise OSError("the process has ended")
    return read


def _end(child: Popen[bytes]) -> None:
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(OSError, ValueError):
                pipe.close()
