"""From a data folder to the window on the screen."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.deeds.clerk import account_of, passwords_in_use
from app.deeds.setting import change_setting
from app.deeds.ticket import issue
from app.handing import kiosk
from app.handing.handing_out import hand_out
from app.persian import persian_digits
from app.ports import Work
from app.refusal import Refusal
from app.signing_in import enter, give
from app.spooling.printers import named_printers
from tests.ui.keyboard import focused, types
from tests.ui.shell import ROOT, HandClock, Shell
from ui import bootstrap, shut
from ui.cli.windows import House, has_display
from ui.counter.window import CounterWindow
from ui.frame.public_window import LEAVE
from ui.hall.window import HallWindow
from ui.kiosk.window import KioskWindow
from ui.kiosk.wishes import Take
from ui.own import LARGE, SCALE, Wanted, own_of
from ui.shut import OpeningWindow, OutOfOrderWindow, SentenceWindow, ShutWindow
from ui.start import Start
from ui.supervisor.window import SupervisorWindow
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
    for started in reversed(begun):
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


def test_a_kiosk_that_is_not_named_is_the_only_one_of_its_office(
    begin: Begin, house: House
) -> None:
    set_up(house, replace(MINE, sample=True, role="counter", name="1"))
    window = begin("kiosk:").window
    assert isinstance(window, KioskWindow)
    assert window.accessibleName() == "کیوسک ورودی"


def test_a_kiosk_that_the_office_does_not_know_is_not_opened(begin: Begin, house: House) -> None:
    set_up(house, replace(MINE, role="kiosk", name="ورودی"))
    started = begin("kiosk:راهرو")
    assert isinstance(started.window, OutOfOrderWindow)
    said = shut_sentence(started)
    assert "راهرو" in said
    assert "ورودی" in said


def test_a_number_at_a_kiosk_is_with_its_printer_at_once(
    qtbot: QtBot, begin: Begin, house: House, tmp_path: Path
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    into = named_printers(roll=f"file:{papers}")
    set_up(house, replace(MINE, role="kiosk", name="ورودی", printers=into))
    window = begin().window
    assert isinstance(window, KioskWindow)
    with qtbot.waitSignal(window.given, timeout=10_000):
        window.attendant.wish(Take(wanted=kiosk.Wanted(purpose="guide")))
    qtbot.waitUntil(lambda: any(papers.iterdir()), timeout=10_000)


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


def test_an_office_of_one_person_serves_its_first_client_by_keys_alone(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    window = begin().window
    assert isinstance(window, CounterWindow)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.counter.state.loaded)
    QTest.keyClick(focused(), Qt.Key.Key_F5)
    qtbot.waitUntil(window.picking.isVisible)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.counter.state.visit is not None)
    QTest.keyClick(focused(), Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: window.counter.state.visit is None)
    with closing(house.open()) as desk, desk.journal.look() as look:
        (visit,) = look.visits_of_day(look.at.date())
        assert visit.outcome == "guidance"
        assert [(who.name, who.role) for who in look.office.clerks.values()] == [
            (MINE.clerk, "supervisor")
        ]
        assert not look.office.kiosks


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


@pytest.fixture
def aside(house: House, tmp_path: Path) -> Callable[[], object]:
    """The key of the data lies elsewhere, until it is put back."""
    set_up(house, replace(MINE, role="kiosk", name="ورودی"))
    key = next((tmp_path / "user/config/bajeh/keys").glob("*.key"))
    away = key.rename(tmp_path / "aside")
    return lambda: away.rename(key)


class ByTheSystem(QCloseEvent):
    """What Alt+F4 sends."""

    def spontaneous(self) -> bool:
        """No program asked for it."""
        return True


def tries_to_get_behind(window: SentenceWindow) -> None:
    """By every key that closes any window of ours, and by the system's own."""
    for combo in ("Esc", "F5", "F12", LEAVE):
        window.press(combo)
    closing = ByTheSystem()
    window.closeEvent(closing)
    assert not closing.isAccepted()
    assert window.isVisible()


def test_a_kiosk_whose_data_cannot_be_opened_lets_nobody_out_and_comes_back_by_itself(
    qtbot: QtBot,
    begin: Begin,
    aside: Callable[[], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started = begin("kiosk:")
    window = started.window
    assert isinstance(window, OutOfOrderWindow)
    assert window.isFullScreen()
    assert window.page is not None
    assert not window.page.acts()
    tries_to_get_behind(window)
    monkeypatch.setattr(shut, "RETRY", 300)
    with qtbot.waitSignal(started.shown, timeout=10_000):
        window.again.emit()
    with qtbot.waitSignal(started.shown, timeout=10_000):
        pass
    assert isinstance(started.window, OutOfOrderWindow)
    aside()
    qtbot.waitUntil(lambda: isinstance(started.window, KioskWindow), timeout=10_000)


def test_on_a_wall_it_is_closed_by_the_key_of_walls_alone(
    begin: Begin, aside: Callable[[], object]
) -> None:
    started = begin("hall:")
    window = started.window
    assert isinstance(window, OutOfOrderWindow)
    window.press("F12")
    assert window.isVisible()
    window.press(LEAVE)
    assert not window.isVisible()
    started.window = None  # thrown away with its closing


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


def test_larger_text_brings_no_news_of_unfinished_work_but_a_restart_does(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house, Wanted(sample=True))
    started = begin("counter:1")
    with closing(house.open()) as desk, desk.journal.work() as work:
        issue(work, "27")
    window = _served(qtbot, started)
    window.press("F2")
    qtbot.waitUntil(lambda: window.counter.state.visit is not None)
    window.counter.identify("2190764157", lambda _: None)
    qtbot.waitUntil(lambda: window.counter.state.person is not None)
    for key in ("Ctrl++", "Shift+F1"):
        with qtbot.waitSignal(started.shown):
            _served(qtbot, started).press(key)
        anew = _served(qtbot, started)
        assert anew.counter.state.sheet.identified == "2190764157"
        assert anew.strip.text == ""
    started.end()
    again = begin("counter:1")
    assert "کار ناتمام" in _served(qtbot, again).strip.text


def _served(qtbot: QtBot, started: Start) -> CounterWindow:
    """The counter's window, once it has read how things stand."""
    window = started.window
    assert isinstance(window, CounterWindow)
    qtbot.waitUntil(lambda: window.counter.state.loaded)
    return window


def test_high_contrast_makes_the_window_anew_and_stays_until_the_key_comes_again(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    started = begin()
    for contrast in (True, False):
        assert isinstance(started.window, CounterWindow)
        with qtbot.waitSignal(started.shown):
            started.window.press("Shift+F1")
        assert isinstance(started.window, CounterWindow)
        assert started.window.theme.tokens.contrast is contrast
        assert started.window.theme.scale == 1.0
        with closing(house.open()) as desk, desk.journal.look() as look:
            assert own_of(look).contrast is contrast


def test_after_its_end_nothing_of_it_stays_in_the_process(begin: Begin, house: House) -> None:
    def taken() -> tuple[object, ...]:
        handlers = tuple(logging.getLogger().handlers)
        return sys.excepthook, threading.excepthook, handlers, sys.getswitchinterval()

    set_up(house)
    before = taken()
    started = begin()
    assert not any(now == then for now, then in zip(taken(), before, strict=True))
    started.end()
    assert taken() == before


def test_hooks_that_somebody_else_took_since_are_theirs(
    begin: Begin, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(house)
    started = begin()
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    started.end()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__


def test_two_windows_share_the_data_of_one_pc(qtbot: QtBot, begin: Begin, house: House) -> None:
    set_up(house, Wanted(sample=True))
    first, second = begin("counter:1").window, begin("counter:2").window
    assert isinstance(first, CounterWindow)
    assert isinstance(second, CounterWindow)
    qtbot.waitUntil(lambda: first.counter.state.loaded and second.counter.state.loaded)


class SlowHouse(House):
    """Opens once it is allowed to, or refuses."""

    def __init__(self, folder: Path, clock: HandClock) -> None:
        super().__init__(folder, clock)
        self.free = threading.Event()
        self.refusal: Refusal | None = None

    def open(self) -> bootstrap.Desk:
        """As slow as a store that a newer program puts in its own order."""
        if self.refusal:
            raise self.refusal
        assert self.free.wait(20)
        return super().open()


@pytest.fixture
def slow(tmp_path: Path, own_folders: None) -> SlowHouse:
    set_up(House(tmp_path / "data", HandClock()))
    return SlowHouse(tmp_path / "data", HandClock())


@pytest.fixture
def started_slowly(qapp: QApplication, slow: SlowHouse) -> Iterator[Start]:
    started = Start(qapp, slow, "")
    yield started
    slow.free.set()
    started.end()
    for window in (started.window, *opening_windows(qapp)):
        if window is not None:
            window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_opening_that_takes_long_is_told_until_the_window_comes(
    qtbot: QtBot, qapp: QApplication, slow: SlowHouse, started_slowly: Start
) -> None:
    started_slowly.begin()
    qtbot.waitUntil(lambda: bool(opening_windows(qapp)), timeout=10_000)
    (opening,) = opening_windows(qapp)
    assert opening.page is not None
    assert "شکیبا" in opening.page.accessibleName()
    assert not opening.page.acts()
    with qtbot.waitSignal(started_slowly.shown, timeout=10_000):
        slow.free.set()
    assert isinstance(started_slowly.window, CounterWindow)
    assert not opening_windows(qapp)


def test_before_the_public_nobody_gets_behind_it_either(
    qtbot: QtBot, qapp: QApplication, slow: SlowHouse
) -> None:
    started = Start(qapp, slow, "hall:")
    started.begin()
    qtbot.waitUntil(lambda: bool(opening_windows(qapp)), timeout=10_000)
    (opening,) = opening_windows(qapp)
    assert opening.isFullScreen()
    tries_to_get_behind(opening)
    with qtbot.waitSignal(started.shown, timeout=10_000):
        slow.free.set()
    assert isinstance(started.window, HallWindow)
    started.end()
    started.window.close()


@pytest.mark.parametrize("closed", [False, True])
def test_trying_again_may_take_long_too(
    qtbot: QtBot, qapp: QApplication, slow: SlowHouse, started_slowly: Start, *, closed: bool
) -> None:
    slow.refusal = Refusal("store_unreadable")
    with qtbot.waitSignal(started_slowly.shown, timeout=10_000):
        started_slowly.begin()
    assert isinstance(started_slowly.window, ShutWindow)
    slow.refusal = None
    started_slowly.window.press("F5")
    qtbot.waitUntil(lambda: bool(opening_windows(qapp)), timeout=10_000)
    if closed:
        opening_windows(qapp)[0].close()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(started_slowly.shown, timeout=10_000):
        slow.free.set()
    assert isinstance(started_slowly.window, CounterWindow)
    assert not opening_windows(qapp)


def opening_windows(application: QApplication) -> list[OpeningWindow]:
    """Those on the screen."""
    every = application.topLevelWidgets()
    return [each for each in every if isinstance(each, OpeningWindow) and each.isVisible()]


def shut_sentence(started: Start) -> str:
    window = started.window
    assert isinstance(window, SentenceWindow), window
    assert window.page is not None
    return window.page.accessibleName()


@pytest.mark.parametrize("wish", ["counter:3", "kiosk:ورودی"])
def test_what_is_open_in_another_window_is_not_opened_twice(
    qtbot: QtBot, begin: Begin, house: House, wish: str
) -> None:
    kind, _, name = wish.partition(":")
    set_up(house, replace(MINE, role=kind, name=name))
    first, second = begin(wish), begin(wish)
    assert not isinstance(first.window, ShutWindow)
    assert "باز است" in shut_sentence(second)
    assert persian_digits(name) in shut_sentence(second)
    assert isinstance(second.window, ShutWindow)
    with qtbot.waitSignal(second.shown, timeout=10_000):
        second.window.press("F5")
    assert "باز است" in shut_sentence(second)
    first.end()
    with qtbot.waitSignal(second.shown, timeout=10_000):
        second.window.press("F5")
    assert not isinstance(second.window, ShutWindow)


def test_a_counter_stays_taken_while_its_window_is_made_anew(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    started = begin()
    assert isinstance(started.window, CounterWindow)
    taken: list[bool] = []
    again = started._again

    def look_in_between() -> None:
        taken.append(is_taken(house))
        again()
        taken.append(is_taken(house))

    started._again = look_in_between  # type: ignore[method-assign]
    with qtbot.waitSignal(started.shown):
        started.window.press("Shift+F1")
    assert isinstance(started.window, CounterWindow)
    assert [*taken, is_taken(house)] == [True, True, True]
    started.end()
    assert not is_taken(house)


def is_taken(house: House, number: str = "3") -> bool:
    """Whether another program could not have that counter."""
    with closing(house.open()) as desk:
        try:
            with desk.alone(f"counter-{number}"):
                return False
        except Refusal:
            return True


def test_a_killed_window_lets_its_counter_go(begin: Begin, house: House) -> None:
    set_up(house)
    with subprocess.Popen(
        [sys.executable, "-c", _ANOTHER, str(house.folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"CounterWindow\n"
        assert "باجه ۳" in shut_sentence(begin())
        other.kill()
    assert isinstance(begin().window, CounterWindow)


_ANOTHER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.ui.shell import HandClock
from ui.cli.windows import House
from ui.start import Start

application = QApplication([])
start = Start(application, House(Path(sys.argv[1]), HandClock()), "counter:3")
start.shown.connect(lambda window: print(type(window).__name__, flush=True))
start.begin()
application.exec()
"""


def test_papers_are_printed_while_a_window_is_open(
    qtbot: QtBot, begin: Begin, house: House, tmp_path: Path
) -> None:
    folder = tmp_path / "paper"
    set_up(house, Wanted(sample=True, printers=named_printers(page=f"file:{folder}")))
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


def test_an_office_that_asks_for_passwords_covers_its_windows_until_somebody_signs_in(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    with closing(house.open()) as desk:
        give(desk.journal, desk.passwords, "", "1", "باران پاییزی")
    window = begin().window
    assert isinstance(window, CounterWindow)
    assert window.gate.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.gate.password.line.hasFocus)
    types("باران پاییزی")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(window.gate.fresh.line.hasFocus, timeout=10_000)
    for _ in range(2):
        types("برف زمستانی")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(window.gate.isHidden, timeout=10_000)


def test_whoever_signed_in_stays_when_the_text_becomes_larger_and_leaves_with_the_program(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    with closing(house.open()) as desk:
        own = enter(desk.journal, desk.passwords, "1", "", "counter:3").clerk
        give(desk.journal, desk.passwords, own, "1", "باران پاییزی")
    started = begin("supervisor")
    window = started.window
    assert isinstance(window, SupervisorWindow)
    window.activateWindow()
    qtbot.waitUntil(window.gate.password.line.hasFocus)
    types("باران پاییزی")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(window.gate.isHidden, timeout=10_000)
    with qtbot.waitSignal(started.shown, timeout=10_000):
        window.scale_wanted.emit()
    assert isinstance(started.window, SupervisorWindow)
    assert started.window.gate.isHidden()
    started.end()
    with closing(house.open()) as desk, desk.journal.look() as look:
        signed = account_of(look, own).signed
    assert [(each.window, each.until is not None) for each in signed] == [
        ("counter:3", False),
        ("supervisor:", True),
    ]


def test_one_person_goes_from_the_counter_to_the_supervisors_window_and_back(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house, Wanted(sample=True))
    started = begin("counter:2")
    counter = _served(qtbot, started)
    assert started._door is not None
    with closing(house.open()) as desk, desk.journal.work() as work:
        issue(work, "27")
        clerk = started._door.clerk = work.office.clerk("201").clerk
    counter.press("F2")
    qtbot.waitUntil(lambda: counter.counter.state.visit is not None)
    counter.counter.identify("2190764157", lambda _: None)
    qtbot.waitUntil(lambda: counter.counter.state.person is not None)
    with qtbot.waitSignal(started.shown, timeout=10_000):
        counter.press("Ctrl+F12")
    supervisor = started.window
    assert isinstance(supervisor, SupervisorWindow)
    assert is_taken(house, "2"), "the counter is kept for whoever comes back"
    assert started._door.clerk == clerk
    with qtbot.waitSignal(started.shown, timeout=10_000):
        supervisor.press("Ctrl+F12")
    back = _served(qtbot, started)
    assert back.counter.state.number == "2"
    assert back.counter.state.sheet.identified == "2190764157"
    assert started._door.clerk == clerk


def test_who_signed_in_at_the_counter_is_not_asked_again_and_leaves_where_they_came(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    with closing(house.open()) as desk:
        own = enter(desk.journal, desk.passwords, "1", "", "counter:3").clerk
        give(desk.journal, desk.passwords, own, "1", "باران پاییزی")
    started = begin()
    counter = _served(qtbot, started)
    counter.activateWindow()
    qtbot.waitUntil(counter.gate.password.line.hasFocus)
    types("باران پاییزی")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(counter.gate.isHidden, timeout=10_000)
    with qtbot.waitSignal(started.shown, timeout=10_000):
        counter.press("Ctrl+F12")
    assert isinstance(started.window, SupervisorWindow)
    assert started.window.gate.isHidden()
    started.end()
    with closing(house.open()) as desk, desk.journal.look() as look:
        last = account_of(look, own).signed[-1]
    assert (last.window, last.until is not None) == ("counter:3", True)


def test_who_only_serves_clients_stays_at_the_counter(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house, Wanted(sample=True))
    window = _served(qtbot, begin("counter:1"))
    window.press("Ctrl+F12")
    qtbot.waitUntil(lambda: "نقش شما" in window.strip.text)


def test_the_backup_of_a_day_is_made_while_a_window_is_open(
    qtbot: QtBot, begin: Begin, house: House, tmp_path: Path
) -> None:
    set_up(house)
    folder = tmp_path / "stick"
    folder.mkdir()
    with closing(house.open()) as desk, desk.journal.work() as work:
        change_setting(work, "backup_folder", str(folder))
    begin()
    qtbot.waitUntil(lambda: any(folder.glob("bajeh-*.bajeh")), timeout=10_000)


def test_a_sample_office_opens_at_once(begin: Begin, house: House) -> None:
    set_up(house, Wanted(sample=True))
    window = begin().window
    assert isinstance(window, CounterWindow)
    assert window.gate.isHidden()
    with closing(house.open()) as desk, desk.journal.look() as look:
        assert passwords_in_use(look)
