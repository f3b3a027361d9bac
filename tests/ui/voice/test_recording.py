"""The office records the words of its own voice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.announcing import CLIPS, Announcement, words
from app.refusal import Refusal
from tests.ui.hall.pretend_sound import PretendSpeech
from tests.ui.voice.pretend_studio import SPOKEN, PretendSounds
from ui.frame.words import speak_persian
from ui.look.theme import Theme
from ui.voice.bank import Bank, Mouth
from ui.voice.recording import RecordingWindow
from ui.voice.sound import chime, seconds

NAMES = tuple(CLIPS)
CALL = Announcement(key="", series="الف", number=17, counter="3")


@pytest.fixture
def sounds() -> PretendSounds:
    return PretendSounds()


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, sounds: PretendSounds
) -> Iterator[RecordingWindow]:
    if not qapp.property("speaks"):
        speak_persian(qapp)
        qapp.setProperty("speaks", True)
    theme = Theme()
    theme.apply(qapp)
    made = RecordingWindow(theme, tmp_path, sounds, PretendSpeech())
    made.resize(1366, 728)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.setStyleSheet("")


def state(window: RecordingWindow, name: str) -> str:
    row = next(row for row in window.recorder.table.rows if row.key == name)
    return row.cells[-1].text


def records(qtbot: QtBot, window: RecordingWindow) -> None:
    """One word."""
    with qtbot.waitSignal(window._studio.recording):
        window.press("F5")
    with qtbot.waitSignal(window._studio.kept):
        window.press("F5")


def test_a_word_is_recorded_and_the_next_one_that_lacks_is_current(
    qtbot: QtBot, window: RecordingWindow, sounds: PretendSounds, tmp_path: Path
) -> None:
    assert window.recorder.current == NAMES[0]
    assert state(window, NAMES[0]) == "مانده"
    records(qtbot, window)
    assert state(window, NAMES[0]) == "ضبط شده"
    assert window.recorder.current == NAMES[1]
    bank = Bank(tmp_path)
    assert len(bank.lacking()) == len(NAMES) - 1
    qtbot.waitUntil(lambda: sounds.played == [bank.clip(NAMES[0])])


def test_while_it_listens_nothing_else_can_be_done(qtbot: QtBot, window: RecordingWindow) -> None:
    with qtbot.waitSignal(window._studio.recording):
        window.press("F5")
    assert state(window, NAMES[0]) == "بگویید …"
    window.press("F7")
    assert window.strip.text == "نخست ضبط را پایان دهید."
    window.press("F12")
    assert window.isVisible()


def test_silence_is_no_word(
    qtbot: QtBot, window: RecordingWindow, sounds: PretendSounds, tmp_path: Path
) -> None:
    sounds.said = bytes(20_000)
    with qtbot.waitSignal(window._studio.recording):
        window.press("F5")
    with qtbot.waitSignal(window._studio.refused):
        window.press("F5")
    assert "صدایی شنیده نشد" in window.strip.text
    assert len(Bank(tmp_path).lacking()) == len(NAMES)
    sounds.said = SPOKEN
    records(qtbot, window)


def test_no_microphone_is_said_in_words(
    qtbot: QtBot, window: RecordingWindow, sounds: PretendSounds
) -> None:
    sounds.missing = True
    with qtbot.waitSignal(window._studio.refused):
        window.press("F5")
    assert "میکروفونی" in window.strip.text


def test_a_word_can_be_heard_and_forgotten(
    qtbot: QtBot, window: RecordingWindow, sounds: PretendSounds, tmp_path: Path
) -> None:
    window.press("F6")
    assert window.strip.text == "این واژه هنوز ضبط نشده است."
    records(qtbot, window)
    window.recorder.table.go(0)
    window.press("F6")
    qtbot.waitUntil(lambda: len(sounds.played) == 2)
    with qtbot.waitSignal(window._studio.kept):
        window.press("Shift+F4")
    assert len(Bank(tmp_path).lacking()) == len(NAMES)


def test_a_call_can_be_heard_as_in_the_hall(
    qtbot: QtBot, window: RecordingWindow, sounds: PretendSounds
) -> None:
    window.press("F7")
    qtbot.waitUntil(lambda: len(sounds.played) == 1)
    assert "هزار".encode() in sounds.played[0]


def test_keys_of_the_keyboard_reach_it(qtbot: QtBot, window: RecordingWindow) -> None:
    window.recorder.table.setFocus()
    with qtbot.waitSignal(window._studio.recording):
        QTest.keyClick(window.recorder.table, Qt.Key.Key_F5)


# -- the bank ------------------------------------------------------------------------------------


def test_recordings_are_used_once_none_of_the_sentence_lacks(tmp_path: Path) -> None:
    bank, needed = Bank(tmp_path), {word.clip for word in words(CALL)}
    for name in sorted(needed)[1:]:
        bank.keep(name, SPOKEN)
    assert bank.speech(words(CALL)) is None
    bank.keep(min(needed), SPOKEN)
    said = Mouth(bank, PretendSpeech()).speech(words(CALL))
    assert seconds(said) > len(words(CALL)) * seconds(chime()) * 0.8


def test_a_spoiled_recording_is_as_none(tmp_path: Path) -> None:
    bank = Bank(tmp_path)
    for name in CLIPS:
        bank.keep(name, SPOKEN)
    (tmp_path / "voice" / "number.wav").write_bytes(b"nonsense")
    assert Mouth(bank, PretendSpeech()).speech(words(CALL)).decode().startswith("شمارهٔ")


def test_a_recording_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "voice").write_text("a file, where the folder should be")
    with pytest.raises(Refusal, match="recording_unkept"):
        Bank(tmp_path).keep(NAMES[0], SPOKEN)
