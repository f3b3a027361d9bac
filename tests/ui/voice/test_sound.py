"""Sound as numbers."""

import io
import wave
from array import array

import pytest

from app.refusal import Refusal
from ui.voice.sound import RATE, as_wav, chime, from_wav, louder, seconds, silence, trimmed


def peak(pcm: bytes) -> int:
    return max(abs(each) for each in array("h", pcm))


def test_the_chime_is_short_and_ends_softly() -> None:
    sign = chime()
    assert 0.25 < seconds(sign) < 0.35
    assert 5_000 < peak(sign) < 20_000
    assert peak(sign[-40:]) < 300


def test_louder_is_cut_where_it_would_be_too_loud() -> None:
    assert peak(louder(chime(), 0.5)) == pytest.approx(peak(chime()) / 2, abs=2)
    assert peak(louder(chime(), 100)) == 32_767


def test_a_recording_loses_the_silence_around_it_and_is_as_loud_as_others() -> None:
    quiet = louder(silence(1) + chime() + silence(2), 0.1)
    kept = trimmed(quiet)
    assert 0.25 < seconds(kept) < 0.4
    assert peak(kept) == pytest.approx(32_767 * 0.75, rel=0.01)


@pytest.mark.parametrize("pcm", [b"", silence(2), louder(chime()[:400], 1)])
def test_what_holds_no_word_is_refused(pcm: bytes) -> None:
    with pytest.raises(Refusal, match="recording_empty"):
        trimmed(pcm)


def test_a_file_comes_back_as_it_was() -> None:
    assert from_wav(as_wav(chime())) == chime()


def test_a_file_of_another_kind_is_none_of_ours() -> None:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(chime())
    assert from_wav(file.getvalue()) is None
    assert from_wav(b"nonsense") is None
    assert from_wav(as_wav(chime())[:20]) is None
