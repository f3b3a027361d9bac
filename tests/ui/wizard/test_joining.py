"""A second PC joins an office by keyboard alone, against a real PostgreSQL."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import psycopg
import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.settings import KIOSK_PIN
from app.sync.drive import Centre as AnyCentre
from app.sync.drive import carry
from app.sync.node_code import code_of
from app.sync.node_file import NodeFile, read_node_file, write_node_file
from app.sync.talk import Talk, Unreachable
from db.central.client import PgCentre
from tests.central.office import Centre, empty, running
from tests.central.server import Server, free_port
from tests.printing.readback import symbols
from tests.ui.keyboard import focused, types
from tests.ui.shell import ROOT, Shell
from tests.ui.wizard.conftest import refusal_of
from ui import bootstrap, enrolling
from ui.cli.windows import House
from ui.counter.window import CounterWindow
from ui.own import own_of
from ui.start import Start
from ui.wizard import join_steps
from ui.wizard.join_steps import FileStep, JoinStep, WaitStep
from ui.wizard.welcome import WelcomeStep
from ui.wizard.window import WizardWindow

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture
def centre(server: Server) -> Iterator[Centre]:
    with empty(server) as centre:
        yield centre


class Given(NamedTuple):
    """What the administrator did, and the file for the second PC."""

    first: Shell
    centre: Centre
    file: Path

    @property
    def node(self) -> NodeFile:
        return read_node_file(self.file.read_bytes())

    def says(self, name: str, node: NodeFile) -> str:
        return self.first.file(name, write_node_file(node))


@pytest.fixture
def given(office: Shell, centre: Centre) -> Given:
    office.done("central", "enrol", centre.dsn, "--this")
    office.done("sync", "--once")
    file = office.home / "pc-2.bajeh"
    asked = ("--name", "2", "--series", "پ", "--to", str(file))
    office.done("central", "enrol", centre.dsn, *asked)
    return Given(office, centre, file)


@pytest.fixture(autouse=True)
def read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(join_steps, "UNREAD", 0.0)


class Hands:
    """A person at the wizard; counts the keys."""

    def __init__(self, window: WizardWindow, bot: QtBot) -> None:
        self.window, self.bot, self.keys = window, bot, 0

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(focused(), key)
            self.keys += 1

    def to_file(self) -> FileStep:
        types("4")
        self.keys += 1
        assert isinstance(self.window.page, FileStep)
        return self.window.page

    def to_question(self, said: str) -> JoinStep:
        self.to_file().file.line.insert(said)
        self.press(ENTER)
        self.until(lambda: isinstance(self.window.page, JoinStep))
        assert isinstance(self.window.page, JoinStep)
        return self.window.page

    def until(self, holds: Callable[[], bool]) -> None:
        self.bot.waitUntil(holds)

    def joins(self) -> None:
        with self.bot.waitSignal(self.window.ready):
            self.press(ENTER)

    def is_refused(self) -> str:
        """What is said after the question is answered; back at the question, nothing kept."""
        self.press(ENTER)
        assert isinstance(self.window.page, WaitStep)
        self.until(lambda: isinstance(self.window.page, JoinStep))
        return self.window.strip.text


@pytest.fixture
def hands(window: WizardWindow, qtbot: QtBot) -> Hands:
    return Hands(window, qtbot)


def left(house: House) -> list[str]:
    """What stands in the data folder, and what keys are kept."""
    keys = Path(os.environ["XDG_CONFIG_HOME"]) / "bajeh" / "keys"
    every = [*house.folder.rglob("*"), *keys.glob("joining-*")]
    return [path.name for path in every if not path.name.endswith(".lock")]


def works(house: House, first: Shell) -> None:
    """It gives numbers, both are equal, and nobody else writes under its name."""
    second = Shell(house.folder, first.home)
    second.clock = first.clock
    assert second.done("issue", "--service", "16")["label"].startswith("پ")
    assert second.done("sync", "--once")["unsent"] == 0
    assert first.done("sync", "--once")["unsent"] == 0
    assert first.verified()["events"] == second.verified()["events"]
    with closing(house.open()) as desk, desk.journal.look() as look:
        assert not look.outbox().alarms
        assert own_of(look).window == "counter:2"


def test_a_second_pc_joins_with_three_keys_and_the_name_of_a_file(
    hands: Hands, house: House, given: Given
) -> None:
    began = time.monotonic()
    step = hands.to_question(str(given.file))
    assert "۲" in step.accessibleDescription()
    assert "پ" in step.accessibleDescription()
    hands.joins()
    assert hands.keys == 3
    assert time.monotonic() - began < 60
    assert not [name for name in left(house) if "joining" in name]
    works(house, given.first)


def test_the_window_of_this_pc_opens(
    qtbot: QtBot, qapp: QApplication, house: House, given: Given
) -> None:
    start = Start(qapp, house, "")
    with qtbot.waitSignal(start.shown):
        start.begin()
    wizard = start.window
    assert isinstance(wizard, WizardWindow)
    wizard.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWidget() is not None)
    hands = Hands(wizard, qtbot)
    hands.to_question(str(given.file))
    with qtbot.waitSignal(start.shown):
        hands.press(ENTER)
    assert isinstance(start.window, CounterWindow)
    assert start.window.counter.state.number == "2"
    start.end()
    start.window.hide()
    start.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_scanner_types_the_symbol_whatever_the_keyboard_says(
    hands: Hands, house: House, given: Given
) -> None:
    digits = code_of(given.file.read_bytes())
    persian = digits.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    with Image.open(f"{given.file}.png") as picture:
        assert symbols(picture.convert("L")) == [digits]
    hands.to_file()
    types(persian)
    hands.press(ENTER)
    hands.until(lambda: isinstance(hands.window.page, JoinStep))
    hands.joins()
    works(house, given.first)


def test_a_scanner_that_sends_enter_twice_agrees_to_nothing(
    hands: Hands, house: House, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(join_steps, "UNREAD", 3600.0)
    hands.to_question(code_of(given.file.read_bytes()))
    hands.press(ENTER, ENTER)
    assert isinstance(hands.window.page, JoinStep)
    assert not house.folder.exists()


def test_a_file_is_dropped(hands: Hands, given: Given) -> None:
    step = hands.to_file()
    said = QMimeData()
    said.setUrls([QUrl.fromLocalFile(str(given.file))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    step.dropEvent(QDropEvent(QPointF(9, 9), copy, said, Qt.MouseButton.LeftButton, none))
    hands.until(lambda: isinstance(hands.window.page, JoinStep))


def test_a_file_is_chosen_in_the_dialog(hands: Hands, given: Given) -> None:
    step = hands.to_file()
    hands.press(Qt.Key.Key_F4)
    dialog = step.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(given.file))
    dialog.reject()
    hands.until(lambda: isinstance(hands.window.page, JoinStep))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/nowhere/at/all.bajeh", "یافت نشد"),
        ("", "یافت نشد"),
        ('{"version": 1}', "فایل معرفی رایانه به مرکز نیست"),
        ("7" * 400, "رمزینه درست خوانده نشد"),
    ],
)
def test_what_is_no_node_file_is_said(hands: Hands, said: str, told: str) -> None:
    hands.to_file().file.line.insert(said)
    hands.press(ENTER)
    hands.until(lambda: bool(hands.window.strip.text))
    assert told in hands.window.strip.text
    assert isinstance(hands.window.page, FileStep)
    assert hands.window.page.file.line.hasFocus()


def test_esc_leads_back_to_the_welcome(hands: Hands, given: Given) -> None:
    hands.to_question(f'"{given.file}"')
    hands.press(ESC)
    pages = [hands.window.page]
    QTest.qWait(450)  # the same key at once is the same press
    hands.press(ESC)
    pages.append(hands.window.page)
    assert [type(page) for page in pages] == [FileStep, WelcomeStep]


def elsewhere(node: NodeFile, **changes: object) -> NodeFile:
    return replace(node, centre=replace(node.centre, **changes))


def test_a_centre_that_does_not_answer(hands: Hands, house: House, given: Given) -> None:
    away = elsewhere(given.node, hosts=(f"127.0.0.1:{free_port()}",))
    hands.to_question(given.says("away.bajeh", away))
    assert "مرکز پاسخ نمی‌دهد" in hands.is_refused()
    assert left(house) == []


def test_a_server_that_cannot_prove_itself(hands: Hands, house: House, given: Given) -> None:
    strict = elsewhere(given.node, certificate="-----BEGIN CERTIFICATE-----\n")
    hands.to_question(given.says("strict.bajeh", strict))
    assert "گواهی آن" in hands.is_refused()
    assert left(house) == []


def test_a_pc_that_was_revoked(hands: Hands, house: House, given: Given) -> None:
    given.first.done("central", "revoke", given.centre.dsn, "--name", "2")
    hands.to_question(str(given.file))
    assert "لغو شده" in hands.is_refused()
    assert left(house) == []


def test_a_file_that_was_used(hands: Hands, house: House, given: Given, tmp_path: Path) -> None:
    bootstrap.join(tmp_path / "other", given.node, given.first.clock)
    hands.to_question(str(given.file))
    assert "رایانه دیگری راه‌اندازی شده است" in hands.is_refused()
    assert refusal_of(house) == "store_missing"


@pytest.mark.parametrize("breaks", ["introduce", "synchronise", "refill"])
def test_the_same_pc_begins_again_with_the_same_file_wherever_the_line_broke(
    hands: Hands,
    house: House,
    given: Given,
    monkeypatch: pytest.MonkeyPatch,
    breaks: str,
) -> None:
    with monkeypatch.context() as patch:
        _break_after(patch, breaks)
        hands.to_question(str(given.file))
        assert "مرکز پاسخ نمی‌دهد" in hands.is_refused()
    assert refusal_of(house) == "store_missing"
    assert [name[:8] for name in left(house)] == ["joining-"]
    QTest.qWait(450)
    hands.joins()
    works(house, given.first)


def _break_after(patch: pytest.MonkeyPatch, deed: str) -> None:
    """The cable is pulled once the centre has done it and before it says so."""
    if deed == "introduce":
        real = PgCentre.introduce

        def introduced(self: PgCentre, key: str, version: int) -> None:
            real(self, key, version)
            raise Unreachable

        patch.setattr(PgCentre, "introduce", introduced)
        return
    left_over = [2 if deed == "synchronise" else 3]

    def carried(talk: Talk[object], centre: AnyCentre) -> object:
        done: object = carry(talk, centre)
        left_over[0] -= 1
        if not left_over[0]:
            raise Unreachable
        return done

    patch.setattr(enrolling, "carry", carried)


def test_whoever_stops_it_can_begin_again(
    hands: Hands, house: House, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked = threading.Event(), threading.Event()
    real = PgCentre.ask

    def slowly(self: PgCentre, request: object) -> object:
        asked.set()
        assert gate.wait(20)
        return real(self, request)  # type: ignore[arg-type]

    monkeypatch.setattr(PgCentre, "ask", slowly)
    hands.to_question(str(given.file))
    hands.press(ENTER)
    hands.until(asked.is_set)
    assert isinstance(hands.window.page, WaitStep)
    hands.press(ESC)
    assert hands.window.page.progress.text == "در حال توقف"
    gate.set()
    hands.until(lambda: isinstance(hands.window.page, JoinStep))
    assert "متوقف شد" in hands.window.strip.text
    assert left(house) == []
    hands.joins()
    works(house, given.first)


KILLED = """
import os, signal, sys
from pathlib import Path
from ui import bootstrap, enrolling
from app.sync.node_file import read_node_file
real = enrolling.introduce
def introduce(*said):
    real(*said)
    os.kill(os.getpid(), signal.SIGKILL)
enrolling.introduce = introduce
file, folder = map(Path, sys.argv[1:])
bootstrap.join(folder, read_node_file(file.read_bytes()), bootstrap.SystemClock())
"""


@pytest.mark.skipif(os.name == "nt", reason="there nobody is killed by a signal")
def test_a_program_killed_in_the_midst_begins_again(
    hands: Hands, house: House, given: Given
) -> None:
    words = (sys.executable, "-c", KILLED, str(given.file), str(house.folder))
    killed = subprocess.run(words, cwd=ROOT, timeout=60, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert refusal_of(house) == "store_missing"
    hands.to_question(str(given.file))
    hands.joins()
    works(house, given.first)


def test_nothing_is_left_running(hands: Hands, given: Given) -> None:
    before = threading.active_count()
    hands.to_question(str(given.file))
    hands.joins()
    hands.until(lambda: threading.active_count() <= before)
    role = given.node.centre.role

    def gone() -> bool:
        with psycopg.connect(given.centre.dsn) as connection:
            asked = "SELECT count(*) FROM pg_stat_activity WHERE usename = %s"
            row = connection.execute(asked, (role,)).fetchone()
        return row == (0,)

    hands.until(gone)


def kiosk_of(given: Given) -> Path:
    """The file of a kiosk, as the administrator makes it."""
    file = given.first.home / "kiosk.bajeh"
    asked = ("--name", "سالن", "--role", "kiosk", "--series", "ک", "--to", str(file))
    given.first.done("central", "enrol", given.centre.dsn, *asked)
    return file


def test_a_kiosk_joins_with_the_pin_by_which_it_is_left(
    hands: Hands, house: House, given: Given
) -> None:
    step = hands.to_question(str(kiosk_of(given)))
    assert step.pin is not None
    assert step.pin.line.hasFocus()
    for typed in ("", "12"):
        types(typed)
        hands.press(ENTER)
        assert hands.window.page is step
        assert "رمز" in hands.window.strip.text
        assert not house.folder.exists()
    types("34")
    hands.joins()
    with closing(house.open()) as desk, desk.journal.look() as look:
        assert (look.setting(KIOSK_PIN), own_of(look).window) == ("1234", "kiosk:سالن")


def test_the_command_gives_a_kiosk_its_pin(given: Given) -> None:
    file = str(kiosk_of(given))
    joined = Shell(given.first.home / "kiosk", given.first.home)
    joined.clock = given.first.clock
    assert joined.refused("setup", "--enrol", file, "--pin", "12") == "setting_pin"
    joined.done("setup", "--enrol", file, "--pin", "۴۰۷۱")
    assert joined.done("setting", "get", "kiosk_pin")["value"] == "4071"
