"""Sound as numbers: sixteen bits, one channel, always at the same rate."""

import io
import math
import sys
import wave
from array import array

from app.refusal import Refusal

RATE = 22_050
"""Samples a second; what the synthetic voice speaks at."""
WIDTH = 2

_PEAK = 32_767
_TONES = ((880.0, 0.11), (659.3, 0.18))
"""The chime: hertz and seconds of each of its two tones."""
_CHIME = 0.5
_QUIET = 0.02
_MARGIN, _LEAST = 0.03, 0.12
_RECORDED = 0.75


def seconds(pcm: bytes) -> float:
    """How long it lasts."""
    return len(pcm) / WIDTH / RATE


def silence(length: float) -> bytes:
    """So many seconds of nothing."""
    return bytes(WIDTH * round(length * RATE))


def chime() -> bytes:
    """Two falling tones, each dying away, so that heads turn before the number is said."""
    return b"".join(_tone(hertz, length) for hertz, length in _TONES)


def louder(pcm: bytes, share: float) -> bytes:
    """The same, so many times as loud; what would be too loud is cut."""
    samples = _samples(pcm)
    return _bytes(array("h", (_held(each * share) for each in samples)))


def trimmed(pcm: bytes) -> bytes:
    """What was recorded, without the silence around it and as loud as all others. Refuses
    `recording_empty`.
    """
    samples = _samples(pcm)
    peak = max((abs(each) for each in samples), default=0)
    floor = max(peak * _QUIET * 4, _PEAK * _QUIET / 4)
    loud = [place for place, each in enumerate(samples) if abs(each) > floor]
    if not loud or (loud[-1] - loud[0]) / RATE < _LEAST:
        raise Refusal("recording_empty")
    margin = round(_MARGIN * RATE)
    kept = samples[max(loud[0] - margin, 0) : loud[-1] + margin]
    return louder(_bytes(kept), _RECORDED * _PEAK / peak)


def as_wav(pcm: bytes) -> bytes:
    """A file that any program plays."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(WIDTH)
        out.setframerate(RATE)
        out.writeframes(pcm)
    return file.getvalue()


def from_wav(data: bytes) -> bytes | None:
    """The sound of such a file; None of what is none, or was recorded otherwise."""
    try:
        with wave.open(io.BytesIO(data)) as file:
            shape = file.getnchannels(), file.getsampwidth(), file.getframerate()
            pcm = file.readframes(file.getnframes())
    except (wave.Error, EOFError):
        return None
    return pcm if shape == (1, WIDTH, RATE) and pcm else None


def _tone(hertz: float, length: float) -> bytes:
    count = round(length * RATE)
    fade = max(1, round(0.008 * RATE))

    def at(place: int) -> int:
        rising = min(1.0, place / fade, (count - place) / fade)
        dying = math.exp(-3.0 * place / count)
        wave_ = math.sin(2 * math.pi * hertz * place / RATE)
        return round(_CHIME * _PEAK * rising * dying * wave_)

    return _bytes(array("h", (at(place) for place in range(count))))


def _held(value: float) -> int:
    return max(-_PEAK, min(_PEAK, round(value)))


def _samples(pcm: bytes) -> "array[int]":
    samples = array("h", pcm[: len(pcm) // WIDTH * WIDTH])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _bytes(samples: "array[int]") -> bytes:
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()
