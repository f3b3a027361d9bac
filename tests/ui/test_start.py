"""From a data folder to the window on the screen."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.deeds.ticket import issue
from app.handing_out import hand_out
from app.ports import Work
from app.spool import Printers
from tests.ui.keyboard import focused, types
from tests.ui.shell import ROOT, HandClock, Shell
from ui import bootstrap
from ui.cli.windows import House, has_display
from ui.counter.window import CounterWindow
from ui.kiosk.window import KioskWindow
from ui.own import LARGE, SCALE, Wanted, own_of
from ui.shut import ShutWindow
from ui.start import Start
from ui.wizard.keeping import note_seen
from ui.wizard.key import KeyStep
from ui.wizard.window import WizardWindow

MINE = Wanted(office="فرمانداری نوشهر", series="الف", clerk="مریم رستمی‌زاده", name="3")
Begin = Callable[..., Start]


@pytest.fixture
def house(tmp_path: Path, own_folders: None) -> House:
    return House(tmp_path / "data", HandClock())


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, house: House) -> Iterator[Begin]:
    begun: list[Start] = []

    def begin(wish: str = "") -> Start:
        started = Start(qapp, house, wish)
        begun.append(started)
        with qtbot.waitSignal(started.shown, timeout=10_000):
            started.begin()
        return started

    yield begin
    for started in begun:
        started.end()
        if started.window is not None:
            started.window.hide()
            started.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def set_up(house: House, wanted: Wanted = MINE) -> None:
    house.set_up(wanted)
    note_seen(house)


def test_the_first_start_asks_questions(begin: Begin) -> None:
    assert isinstance(begin().window, WizardWindow)


def test_the_window_of_this_pc_comes(begin: Begin, house: House) -> None:
    set_up(house)
    started = begin()
    assert isinstance(started.window, CounterWindow)
    assert started.window.counter.state.number == "3"


def test_another_counter_can_be_wished_for(begin: Begin, house: House) -> None:
    set_up(house, Wanted(sample=True))
    started = begin("counter:2")
    assert isinstance(started.window, CounterWindow)
    assert started.window.counter.state.number == "2"


def test_a_kiosk_fills_its_screen(begin: Begin, house: House) -> None:
    set_up(house, replace(MINE, role="kiosk", name="ورودی"))
    window = begin().window
    assert isinstance(window, KioskWindow)
    assert window.isFullScreen()


def test_deeds_are_done_in_the_name_of_the_first_clerk(begin: Begin, house: House) -> None:
    set_up(house)
    started = begin()
    with closing(house.open()) as desk, desk.journal.look() as look:
        assert started._door is not None
        assert started._door.clerk == look.office.clerk("1").clerk


def test_a_key_that_nobody_has_seen_is_shown_again(begin: Begin, house: House) -> None:
    house.set_up(MINE)
    window = begin().window
    assert isinstance(window, WizardWindow)
    assert isinstance(window.page, KeyStep)


def test_the_wizard_ends_in_the_window(qtbot: QtBot, begin: Begin, house: House) -> None:
    house.set_up(MINE)
    started = begin()
    window = started.window
    assert isinstance(window, WizardWindow)
    window.activateWindow()
    step = window.page
    assert isinstance(step, KeyStep)
    qtbot.waitUntil(step.hasFocus)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    types(step._groups[step.asked])
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page is not step, timeout=10_000)
    with qtbot.waitSignal(started.shown, timeout=10_000):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert isinstance(started.window, CounterWindow)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [("key", "کلید اطلاعات این رایانه یافت نشد"), ("store", "خوانده نمی‌شود")],
)
def test_data_that_cannot_be_opened_are_spoken_of(
    begin: Begin, house: House, tmp_path: Path, spoil: str, words: str
) -> None:
    set_up(house)
    if spoil == "key":
        for file in (tmp_path / "user/config/bajeh/keys").glob("*.key"):
            file.unlink()
    else:
        store = next(file for file in house.folder.iterdir() if file.suffix in {".db", ".sqlite"})
        store.write_bytes(os.urandom(8192))
    window = begin().window
    assert isinstance(window, ShutWindow)
    assert window.page is not None
    assert words in window.page.accessibleName()


def test_it_is_tried_again_by_a_key(
    qtbot: QtBot, begin: Begin, house: House, tmp_path: Path
) -> None:
    set_up(house)
    key = next((tmp_path / "user/config/bajeh/keys").glob("*.key"))
    aside = key.rename(tmp_path / "aside")
    started = begin()
    assert isinstance(started.window, ShutWindow)
    aside.rename(key)
    with qtbot.waitSignal(started.shown, timeout=10_000):
        started.window.press("F5")
    assert isinstance(started.window, CounterWindow)


def test_larger_text_makes_the_window_anew_and_stays(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    started = begin()
    before = started.window
    assert isinstance(before, CounterWindow)
    with qtbot.waitSignal(started.shown):
        before.scale_wanted.emit()
    assert isinstance(started.window, CounterWindow)
    assert started.window.theme.scale == LARGE
    started.end()
    with closing(house.open()) as desk, desk.journal.look() as look:
        assert look.setting(SCALE) == str(LARGE)
        assert own_of(look).scale == LARGE


def test_two_windows_share_the_data_of_one_pc(qtbot: QtBot, begin: Begin, house: House) -> None:
    set_up(house, Wanted(sample=True))
    first, second = begin("counter:1").window, begin("counter:2").window
    assert isinstance(first, CounterWindow)
    assert isinstance(second, CounterWindow)
    qtbot.waitUntil(lambda: first.counter.state.loaded and second.counter.state.loaded)


def test_papers_are_printed_while_a_window_is_open(
    qtbot: QtBot, begin: Begin, house: House, tmp_path: Path
) -> None:
    folder = tmp_path / "paper"
    set_up(house, Wanted(sample=True, printers=Printers(page=f"file:{folder}")))
    started = begin()
    assert started._door is not None

    def deed(work: Work) -> None:
        hand_out(work, "ticket", issue(work, "35").id)

    started._door.do(deed)
    qtbot.waitUntil(lambda: folder.exists() and bool(list(folder.glob("*.pdf"))), timeout=20_000)


def test_set_up_from_the_shell_says_which_window_opens(nowhere: Shell) -> None:
    nowhere.done("setup", "--office", "فرمانداری", "--name", "4")
    with closing(House(nowhere.data, nowhere.clock).open()) as desk, desk.journal.look() as look:
        assert own_of(look).window == "counter:4"


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        (("counter", "--number", "۲"), "counter:2"),
        (("counter",), "counter:"),
        (("kiosk", "--name", "ورودی"), "kiosk:ورودی"),
        ((), ""),
    ],
)
def test_commands_open_windows(
    nowhere: Shell, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], wish: str
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(bootstrap, "show_windows", lambda _, wish: opened.append(wish))
    assert nowhere.done(*words)["window"] == wish
    assert opened == [wish]


def test_without_a_display_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert has_display() == (os.name == "nt")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_display()


def test_short_commands_load_no_windows(office: Shell) -> None:
    script = (
        "import sys\nfrom ui.cli.main import run\nfrom ui.bootstrap import SystemClock\n"
        f"run(['--data', {str(office.data)!r}, 'issue', '--service', '35'], SystemClock(),"
        " open('/dev/null', 'w'))\nsys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == 0
