"""A synthetic voice in a process of its own: `python -m ui.voice.speaking`, asked line by line on
its standard input. It alone loads eSpeak NG, which comes under the GPL; nothing else of the program
is linked with it. It ends when its standard input does.

A line asked is text as JSON; answered is a line with the number of bytes, then the sound, sixteen
bits at 22,050 Hz. Asked for `phonemes` as its one argument it answers what it would say instead.
"""

import ctypes
import json
import sys
from typing import BinaryIO

import espeakng_loader

_RETRIEVE, _UTF8, _IPA = 1, 1, 2
_RATE, _VOLUME = 1, 2
_WORDS_A_MINUTE, _LOUD = 140, 100
_VOICE = b"fa"

_HEARS = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


class Speaker:
    """eSpeak NG, which is one voice for a process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
        if self._library.espeak_Initialize(_RETRIEVE, 0, data, 0) <= 0:
            raise OSError("the voice's data cannot be read")
        if self._library.espeak_SetVoiceByName(_VOICE):
            raise OSError("there is no Persian among the voice's data")
        self._library.espeak_SetParameter(_RATE, _WORDS_A_MINUTE, 0)
        self._library.espeak_SetParameter(_VOLUME, _LOUD, 0)
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self._said = bytearray()
        self._heard = _HEARS(self._hear)  # kept: the library calls it as long as it lives
        self._library.espeak_SetSynthCallback(self._heard)

    def say(self, text: str) -> bytes:
        """The sound of it."""
        self._said.clear()
        line = text.encode()
        self._library.espeak_Synth(line, len(line) + 1, 0, 0, 0, _UTF8, None, None)
        self._library.espeak_Synchronize()
        return bytes(self._said)

    def phonemes(self, text: str) -> bytes:
        """What it would say, in the letters of phonetics."""
        rest = ctypes.c_char_p(text.encode())
        at = ctypes.pointer(rest)
        said: list[bytes] = []
        while at.contents.value:
            place = ctypes.cast(at, ctypes.POINTER(ctypes.c_void_p))
            said.append(self._library.espeak_TextToPhonemes(place, _UTF8, _IPA))
        return b" ".join(said)

    def _hear(self, samples: "ctypes._Pointer[ctypes.c_short]", count: int, _: object) -> int:
        if count > 0:
            self._said += ctypes.string_at(samples, 2 * count)
        return 0


def serve(asked: BinaryIO, said: BinaryIO, *, phonemes: bool = False) -> None:
    """One text after another."""
    speaker = Speaker()
    for line in asked:
        text = json.loads(line)
        answer = speaker.phonemes(text) if phonemes else speaker.say(text)
        said.write(b"%d\n" % len(answer) + answer)
        said.flush()


def main() -> None:
    """Answers until nobody asks any more."""
    serve(sys.stdin.buffer, sys.stdout.buffer, phonemes="phonemes" in sys.argv[1:])


if __name__ == "__main__":
    main()
