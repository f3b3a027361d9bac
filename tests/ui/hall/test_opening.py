"""The windows of the hall, opened as the command line opens them."""

import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell import HandClock, Shell
from ui import bootstrap
from ui.cli.windows import House
from ui.hall.board import BoardWindow
from ui.hall.window import HallWindow
from ui.own import Wanted
from ui.shut import OutOfOrderWindow
from ui.start import Start
from ui.supervisor.window import SupervisorWindow
from ui.voice.recording import RecordingWindow
from ui.wizard.keeping import note_seen

Begin = Callable[[str], Start]


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, tmp_path: Path, own_folders: None) -> Iterator[Begin]:
    house = House(tmp_path / "data", HandClock())
    house.set_up(Wanted(sample=True))
    note_seen(house)
    begun: list[Start] = []

    def begin(wish: str) -> Start:
        started = Start(qapp, house, wish)
        begun.append(started)
        with qtbot.waitSignal(started.shown):
            started.begin()
        return started

    yield begin
    for started in reversed(begun):
        for window in (started.window, started.windows.beside):
            if window is not None:
                window.close()
        started.end()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_display_fills_its_screen_and_has_the_voice(qtbot: QtBot, begin: Begin) -> None:
    window = begin("hall:").window
    assert isinstance(window, HallWindow)
    assert window.isFullScreen()
    qtbot.waitUntil(lambda: window.hall is not None and bool(window._announcer))
    qtbot.waitUntil(lambda: bool(window._announcer and window._announcer.mine))


def test_the_recordings_open_beside_the_display(qtbot: QtBot, begin: Begin) -> None:
    started = begin("hall:")
    assert started.window is not None
    QTest.keyClick(started.window, Qt.Key.Key_F9)
    beside = started.windows.beside
    assert isinstance(beside, RecordingWindow)
    assert beside.isVisible()
    assert started.window.isVisible()


def test_the_recordings_open_from_the_supervisors_settings_and_once(
    qtbot: QtBot, begin: Begin
) -> None:
    started = begin("supervisor")
    window = started.window
    assert isinstance(window, SupervisorWindow)
    qtbot.waitUntil(window.gate.isHidden)
    window.press("Ctrl+0")
    window.press("F7")
    beside = started.windows.beside
    assert isinstance(beside, RecordingWindow)
    assert beside.isVisible()
    assert window.isVisible()
    window.press("F7")
    assert started.windows.beside is beside


def test_the_board_of_a_counter_opens(qtbot: QtBot, begin: Begin) -> None:
    window = begin("board:2").window
    assert isinstance(window, BoardWindow)
    qtbot.waitUntil(lambda: window.board is not None)
    assert window.counter == "2"


def test_the_recordings_open_alone(begin: Begin) -> None:
    assert isinstance(begin("recording:").window, RecordingWindow)


# -- the command line ----------------------------------------------------------------------------


def test_a_board_of_an_unknown_counter_is_refused_before_any_window(
    office: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(bootstrap, "show_windows", lambda _, wish: shown.append(wish))
    code, said = office.say("board", "--counter", "۷۷")
    assert (code != 0, said.strip()) == (True, "باجه ۷۷ در این واحد تعریف نشده است.")
    assert shown == []
    office.done("board", "--counter", "۲")
    assert shown == ["board:2"]


def test_a_call_is_written_into_a_file(office: Shell) -> None:
    path = office.home / "call.wav"
    facts = office.done("voice", "say", "--label", "ب ۱۰۰۴", "--counter", "۱۲", "--to", str(path))
    assert facts["text"] == "شمارهٔ ب، هزار و چهار، به باجهٔ دوازده"
    assert not facts["recorded"]
    with wave.open(str(path)) as file:
        assert file.getnframes() / file.getframerate() == pytest.approx(facts["seconds"], abs=0.1)
    assert office.refused("voice", "say", "--to", str(path)) == "file_exists"


def test_what_is_no_number_is_refused(office: Shell) -> None:
    assert office.refused("voice", "say", "--label", "الف") == "label_unknown"


def test_the_state_of_the_recordings_is_told(office: Shell) -> None:
    facts = office.done("voice", "state")
    assert facts["words"] == len(facts["lacking"]) == 73


def test_a_board_of_a_counter_that_is_not_there_says_so(begin: Begin) -> None:
    window = begin("board:77").window
    assert isinstance(window, OutOfOrderWindow)
    said = [each.accessibleName() for each in window.findChildren(QWidget)]
    assert any("تعریف نشده" in each for each in said)
