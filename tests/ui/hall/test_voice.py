"""The voice of the hall: one call after another, said by one program alone."""

from collections.abc import Callable, Iterator
from datetime import time
from functools import partial
from time import perf_counter
from typing import Protocol

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.deeds.office import set_rules
from app.settings import VOICE_VOLUME
from app.showing.hall import voice_trouble
from tests.ui.hall.pretend_sound import PretendLoudspeaker, PretendSpeech
from tests.ui.hall.watcher import Watcher
from ui.hall.window import HallWindow
from ui.voice import announcer as announcing
from ui.voice.announcer import Announcer
from ui.voice.apart import SpeechApart
from ui.voice.sound import chime, seconds

ONE = "شمارهٔ الف، یک، به باجهٔ دو"


class Speaks(Protocol):
    def __call__(
        self, window: HallWindow, loudspeaker: PretendLoudspeaker, speech: PretendSpeech = ...
    ) -> Announcer: ...


@pytest.fixture
def speaks(monkeypatch: pytest.MonkeyPatch, watcher: Watcher) -> Iterator[Speaks]:
    """Gives a window a voice."""
    monkeypatch.setattr(announcing, "BETWEEN", 0.01)
    monkeypatch.setattr(announcing, "_TRY", 50)
    made: list[Announcer] = []

    def speak(
        window: HallWindow,
        loudspeaker: PretendLoudspeaker,
        speech: PretendSpeech | None = None,
    ) -> Announcer:
        voice = Announcer(window.door, speech or PretendSpeech(), loudspeaker)
        window.speak(voice)
        made.append(voice)
        return voice

    yield speak
    for each in made:
        each.stop()


def begun(watcher: Watcher, speaks: Speaks, loudspeaker: PretendLoudspeaker) -> HallWindow:
    """A hall that has heard nothing yet, and whose voice is ready."""
    window = watcher.hall()
    voice = speaks(window, loudspeaker)
    watcher.waits(lambda: voice.mine)
    return window


def test_a_call_is_said_twice_with_a_chime_before(watcher: Watcher, speaks: Speaks) -> None:
    heard = PretendLoudspeaker()
    begun(watcher, speaks, heard)
    watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: len(heard.played) == 2)
    assert heard.played == [f"♪ {ONE}", ONE]
    assert heard.volumes == [80, 80]


def test_a_recall_says_that_it_is_one(watcher: Watcher, speaks: Speaks) -> None:
    heard = PretendLoudspeaker()
    begun(watcher, speaks, heard)
    given = watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: len(heard.played) == 2)
    watcher.recalls(given, "2")
    watcher.waits(lambda: len(heard.played) == 4)
    assert heard.played[2:] == [f"♪ تکرار می‌شود، {ONE}", ONE]


def test_two_calls_at_once_never_overlap(watcher: Watcher, speaks: Speaks) -> None:
    heard = PretendLoudspeaker()
    begun(watcher, speaks, heard)
    for counter in ("1", "2"):
        watcher.comes()
        watcher.calls(counter)
    watcher.waits(lambda: len(heard.played) == 4)
    assert heard.most == 1
    assert heard.played[0].endswith("به باجهٔ یک")
    assert heard.played[2].endswith("به باجهٔ دو")


def test_what_waits_for_its_turn_is_dropped_when_the_client_has_come(
    watcher: Watcher, speaks: Speaks
) -> None:
    heard = PretendLoudspeaker(waits=True)
    window = begun(watcher, speaks, heard)
    watcher.comes()
    watcher.calls("1")
    watcher.waits(lambda: len(heard.played) == 1)
    second = watcher.comes()
    watcher.calls("2")
    watcher.serves(second, "2")
    third = watcher.looks(lambda look: look.visit_at("1"))
    assert third
    watcher.waits(lambda: window.hall is not None and not window.hall.calls[0].waits)
    for _ in range(2):
        heard.go.set()
        watcher.waits(lambda: not heard.go.is_set())
    watcher.waits(lambda: len(heard.played) == 2)
    assert all("به باجهٔ یک" in text for text in heard.played)


def test_the_second_time_is_left_out_when_the_client_has_come(
    watcher: Watcher, speaks: Speaks, qtbot: QtBot
) -> None:
    heard = PretendLoudspeaker(waits=True)
    window = watcher.hall()
    voice = speaks(window, heard)
    watcher.waits(lambda: voice.mine)
    given = watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: len(heard.played) == 1)
    watcher.serves(given, "2")
    watcher.waits(lambda: window.hall is not None and not window.hall.calls[0].waits)
    with qtbot.waitSignal(voice.trouble):
        heard.go.set()
    assert len(heard.played) == 1


def test_the_notice_rests_while_a_number_is_spoken(watcher: Watcher, speaks: Speaks) -> None:
    watcher.does(
        lambda work: set_rules(work, replace(work.office.rules, hall_notice="اطلاعیه " * 12))
    )
    heard = PretendLoudspeaker(waits=True)
    window = begun(watcher, speaks, heard)
    watcher.waits(lambda: window.notice.moves)
    watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: not window.notice.moves)
    heard.close()
    watcher.waits(lambda: window.notice.moves)


def test_of_two_displays_one_alone_speaks_and_the_other_takes_over(
    watcher: Watcher, speaks: Speaks
) -> None:
    first, second = PretendLoudspeaker(), PretendLoudspeaker()
    one, two = watcher.hall(), watcher.hall()
    speaking = speaks(one, first)
    watcher.waits(lambda: speaking.mine)
    waiting = speaks(two, second)
    watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: len(first.played) == 2)
    watcher.waits(lambda: bool(watcher.looks(lambda look: look.setting("voice_spoken"))))
    speaking.stop()
    watcher.waits(lambda: waiting.mine)
    assert second.played == []
    watcher.comes()
    watcher.calls("1")
    watcher.waits(lambda: len(second.played) == 2)
    assert second.played[0].endswith("به باجهٔ یک")
    assert len(first.played) == 2


def test_who_takes_over_says_what_the_dead_one_had_not_ended(
    watcher: Watcher, speaks: Speaks
) -> None:
    first, second = PretendLoudspeaker(waits=True), PretendLoudspeaker()
    one, two = watcher.hall(), watcher.hall()
    speaking = speaks(one, first)
    watcher.waits(lambda: speaking.mine)
    waiting = speaks(two, second)
    watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: len(first.played) == 1)
    watcher.waits(lambda: two.hall is not None and bool(two.hall.calls))
    speaking.stop()
    watcher.waits(lambda: waiting.mine)
    watcher.waits(lambda: len(second.played) == 2)
    assert second.played[0] == f"♪ {ONE}"


def changed(watcher: Watcher, **changes: object) -> None:
    watcher.does(lambda work: set_rules(work, replace(work.office.rules, **changes)))


SILENCES: list[tuple[str, Callable[[Watcher], object]]] = [
    ("never", lambda w: changed(w, voice_times=0)),
    ("before the hour", lambda w: changed(w, voice_since=time(12))),
    ("after the hour", lambda w: changed(w, voice_until=time(10))),
    ("not loud", lambda w: w.does(lambda work: work.set_setting(VOICE_VOLUME, "0"))),
]


@pytest.mark.parametrize("silent", [each for _, each in SILENCES], ids=[n for n, _ in SILENCES])
def test_a_silent_hall_says_nothing_and_does_not_say_it_later(
    watcher: Watcher, speaks: Speaks, silent: Callable[[Watcher], object]
) -> None:
    silent(watcher)
    heard = PretendLoudspeaker()
    begun(watcher, speaks, heard)
    watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: bool(watcher.looks(lambda look: look.setting("voice_spoken"))))
    changed(watcher, voice_times=1, voice_since=None, voice_until=None)
    watcher.does(lambda work: work.set_setting(VOICE_VOLUME, "50"))
    watcher.comes()
    watcher.calls("1")
    watcher.waits(lambda: bool(heard.played))
    assert heard.played == ["♪ شمارهٔ الف، دو، به باجهٔ یک"]
    assert heard.volumes == [50]


def test_a_missing_voice_is_said_in_words_and_the_next_call_is_tried_again(
    watcher: Watcher, speaks: Speaks
) -> None:
    heard, speech = PretendLoudspeaker(), PretendSpeech()
    speech.missing = True
    window = watcher.hall()
    voice = speaks(window, heard, speech)
    watcher.waits(lambda: voice.mine)
    watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: "بی‌صدا" in window.notice.accessibleName())
    speech.missing = False
    watcher.comes()
    watcher.calls("1")
    watcher.waits(lambda: len(heard.played) == 2)
    watcher.waits(lambda: "بی‌صدا" not in window.notice.accessibleName())


def test_what_was_called_without_a_loudspeaker_is_said_when_it_is_back_if_it_is_waited_for(
    watcher: Watcher, speaks: Speaks
) -> None:
    heard = PretendLoudspeaker()
    heard.missing = True
    window = begun(watcher, speaks, heard)
    watcher.comes()
    watcher.comes()
    came = watcher.calls("1")
    watcher.waits(lambda: "بی‌صدا" in window.notice.accessibleName())
    watcher.calls("2")
    watcher.serves(came, "1")
    watcher.waits(lambda: window.hall is not None and len(window.hall.calls) == 2)
    watcher.waits(lambda: window.hall is not None and not window.hall.calls[1].waits)
    heard.missing = False
    window.tick()
    watcher.clock.seconds += 3
    window.tick()
    watcher.waits(lambda: len(heard.played) == 2)
    assert {said.removeprefix("♪ ") for said in heard.played} == {
        "شمارهٔ الف، دو، به باجهٔ دو",
    }
    watcher.waits(lambda: "بی‌صدا" not in window.notice.accessibleName())


def test_the_notice_goes_when_the_loudspeaker_is_back_though_nobody_is_called(
    watcher: Watcher, speaks: Speaks
) -> None:
    heard = PretendLoudspeaker()
    heard.missing = True
    window = begun(watcher, speaks, heard)
    watcher.comes()
    called = watcher.calls("2")
    watcher.waits(lambda: watcher.looks(voice_trouble) == "sound_missing")
    watcher.serves(called, "2")
    heard.missing = False
    watcher.clock.seconds += 3
    window.tick()
    watcher.waits(lambda: watcher.looks(voice_trouble) == "")
    watcher.waits(lambda: "بی‌صدا" not in window.notice.accessibleName())
    assert heard.played == []


def test_a_display_that_starts_anew_says_nothing_twice(watcher: Watcher, speaks: Speaks) -> None:
    heard, again = PretendLoudspeaker(), PretendLoudspeaker()
    window = begun(watcher, speaks, heard)
    watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: len(heard.played) == 2)
    watcher.waits(lambda: bool(watcher.looks(lambda look: look.setting("voice_spoken"))))
    window.close()
    begun(watcher, speaks, again)
    watcher.comes()
    watcher.calls("1")
    watcher.waits(lambda: bool(again.played))
    assert again.played[0].endswith("به باجهٔ یک")


def test_a_silent_hall_is_told_to_the_supervisor(watcher: Watcher, speaks: Speaks) -> None:
    heard = PretendLoudspeaker()
    heard.missing = True
    begun(watcher, speaks, heard)
    watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: watcher.looks(voice_trouble) == "sound_missing")
    heard.missing = False
    watcher.comes()
    watcher.calls("1")
    watcher.waits(lambda: watcher.looks(voice_trouble) == "")


def _begun(heard: PretendLoudspeaker, times: int) -> bool:
    return len(heard.begun) == times


def test_speech_starts_soon_after_its_turn(
    watcher: Watcher, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(announcing, "BETWEEN", 0.0)
    heard, turns = PretendLoudspeaker(), list[float]()
    window = watcher.hall()
    voice = Announcer(window.door, SpeechApart(), heard)
    voice.speaking.connect(lambda speaks: turns.append(perf_counter()) if speaks else None)
    window.speak(voice)
    watcher.waits(lambda: voice.mine)
    for turn in range(6):
        watcher.comes()
        called = watcher.calls("2")
        watcher.waits(partial(_begun, heard, 2 * turn + 2))
        watcher.serves(called, "2")
        watcher.ends(called, "2")
    voice.stop()
    word = seconds(chime()) + announcing.PAUSE
    took = [begun - turn + word for begun, turn in zip(heard.begun[::2], turns, strict=True)]
    assert sorted(took)[len(took) // 2] <= 0.5, took
