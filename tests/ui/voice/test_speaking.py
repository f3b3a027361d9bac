"""The synthetic voice and the devices, each in the process where they really run."""

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from subprocess import PIPE, Popen
from time import perf_counter

import miniaudio
import pytest

from app.announcing import CLIPS, Announcement, words
from app.refusal import Refusal
from tests.timing import quickest
from ui.voice import sounding
from ui.voice.apart import SPEAKING, SoundsApart, SpeechApart
from ui.voice.sound import RATE, WIDTH, chime, seconds, silence
from ui.voice.spelling import spelled


class Reader:
    """What the voice would say, in the letters of phonetics."""

    def __init__(self) -> None:
        self._child = Popen((*SPEAKING, "phonemes"), stdin=PIPE, stdout=PIPE)

    def reads(self, text: str) -> str:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(json.dumps(text).encode() + b"\n")
        self._child.stdin.flush()
        count = int(self._child.stdout.readline())
        said = self._child.stdout.read(count).decode()
        return "".join(letter for letter in said if letter not in "ˈˌː")

    def close(self) -> None:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.close()
        self._child.wait()
        self._child.stdout.close()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    made = Reader()
    yield made
    made.close()


@pytest.fixture
def voice() -> Iterator[SpeechApart]:
    made = SpeechApart()
    yield made
    made.close()


def call(number: int, *, series: str = "الف", counter: str = "3") -> Announcement:
    return Announcement(key="", series=series, number=number, counter=counter)


def read(reader: Reader, said: Announcement) -> str:
    return reader.reads(spelled(words(said)))


# Checked by hand against how people in Tehran say them, stress and length left out.
NUMBERS = (
    *("jek", "do", "se", "tʃɑhɑr", "pandʒ", "ʃeʃ", "haft", "haʃt", "noh", "dah"),
    *("jɑzdah", "davɑzdah", "sizdah", "tʃɑhɑrdah", "pɑnzdah", "ʃɑnzdah", "hefdah", "hedʒdah"),
    "nuzdah",
)
TENS = ("bist", "si", "tʃehel", "pandʒɑh", "ʃast", "haftɑd", "haʃtɑd", "navad")
HUNDREDS = (
    *("sad", "devist", "sisad", "tʃɑhɑrsad", "pɑnsad"),
    *("ʃeʃsad", "haftsad", "haʃtsad", "nohsad"),
)


def sound(number: int) -> str:
    """How a number is said: its parts joined by a short «o»."""
    thousands, rest = divmod(number, 1000)
    parts = []
    if thousands:
        parts.append(f"{NUMBERS[thousands - 1]} hezɑr" if thousands > 1 else "hezɑr")
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        parts.append(HUNDREDS[hundreds - 1])
    if rest >= 20:
        parts.append(TENS[rest // 10 - 2])
        rest %= 10
    if rest:
        parts.append(NUMBERS[rest - 1])
    return " ".join([f"{part}o" for part in parts[:-1]] + parts[-1:])


def test_every_number_is_read_as_people_say_it(reader: Reader) -> None:
    for number in range(1, 10_000):
        expected = f"ʃomɑreje alef {sound(number)} be bɑdʒeje se"
        assert read(reader, call(number)) == expected, number


def test_every_counter_is_read_as_people_say_it(reader: Reader) -> None:
    for counter in range(1, 100):
        said = read(reader, call(17, counter=str(counter)))
        assert said == f"ʃomɑreje alef hefdah be bɑdʒeje {sound(counter)}", counter


def test_no_two_letters_sound_alike(reader: Reader) -> None:
    letters = [text for name, text in CLIPS.items() if name.startswith("letter")]
    said = {letter: read(reader, call(17, series=letter)) for letter in letters}
    assert len(set(said.values())) == len(letters)


def test_a_recall_is_read(reader: Reader) -> None:
    again = Announcement(key="", series="الف", number=1, counter="1", again=True)
    assert read(reader, again).startswith("tekrɑr miʃavad ʃomɑreje alef")


def test_the_voice_speaks_quickly_and_as_long_as_there_is_to_say(voice: SpeechApart) -> None:
    lengths = [seconds(voice.speech(words(call(number)))) for number in (7, 777, 7777)]
    assert all(shorter < longer for shorter, longer in pairwise(lengths))
    assert 1.5 < lengths[0] < 4
    numbers = iter(range(9999, 1, -1))
    assert quickest(lambda: voice.speech(words(call(next(numbers), counter="99"))), 0.5) < 0.5


def test_the_same_words_are_said_anew_after_the_voice_has_died(voice: SpeechApart) -> None:
    before = voice.speech(words(call(1)))
    child = voice._child._child
    assert child is not None
    child.kill()
    child.wait()
    assert seconds(voice.speech(words(call(1)))) == pytest.approx(seconds(before), abs=0.1)


def test_a_voice_that_cannot_begin_is_missing() -> None:
    voice = SpeechApart((sys.executable, "-c", "raise SystemExit(1)"))
    with pytest.raises(Refusal, match="voice_missing"):
        voice.speech(words(call(1)))
    voice.close()


def test_devices_that_die_are_missing() -> None:
    sounds = SoundsApart((sys.executable, "-c", "raise SystemExit(1)"))
    with pytest.raises(Refusal, match="sound_missing"):
        sounds.play(chime())
    with pytest.raises(Refusal, match="microphone_missing"):
        sounds.record()
    sounds.close()
    with pytest.raises(Refusal, match="sound_missing"):
        sounds.play(chime())


def test_a_pc_without_a_loudspeaker_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sounding, "_REAL", [miniaudio.Backend.JACK])
    sounds = sounding.Sounds()
    assert not sounds.play(chime())
    assert not sounds.record()
    assert sounds.stop() == b""


def test_a_sound_lasts_as_long_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a device that swallows everything at the speed of a real one."""
    monkeypatch.setattr(sounding, "_REAL", [miniaudio.Backend.NULL])
    pcm = chime() + silence(0.6)
    wishes = json.dumps({"do": "play", "bytes": len(pcm), "volume": 50}).encode() + b"\n" + pcm
    said = BytesIO()
    begun = perf_counter()
    sounding.serve(BytesIO(wishes + b'{"do": "record"}\n{"do": "stop"}\n'), said)
    assert seconds(pcm) - 0.2 < perf_counter() - begun < seconds(pcm) + 3
    played, recorded, stopped = said.getvalue().split(b"\n", 2)
    assert json.loads(played) == {"well": True, "bytes": 0}
    assert json.loads(recorded)["well"]
    line, _, heard = stopped.partition(b"\n")
    assert len(heard) == json.loads(line)["bytes"] < RATE * WIDTH
