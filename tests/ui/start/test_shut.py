"""Data that cannot be opened, or not yet."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from tests.ui.start.pc import MINE, Begin, set_up, tries_to_get_behind
from ui import shut
from ui.cli.windows import House
from ui.counter.window import CounterWindow
from ui.frame.public_window import LEAVE
from ui.kiosk.window import KioskWindow
from ui.shut import OutOfOrderWindow, ShutWindow


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
    with qtbot.waitSignal(started.shown):
        started.window.press("F5")
    assert isinstance(started.window, CounterWindow)


@pytest.fixture
def aside(house: House, tmp_path: Path) -> Callable[[], object]:
    """The key of the data lies elsewhere, until it is put back."""
    set_up(house, replace(MINE, role="kiosk", name="ورودی"))
    key = next((tmp_path / "user/config/bajeh/keys").glob("*.key"))
    away = key.rename(tmp_path / "aside")
    return lambda: away.rename(key)


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
    with qtbot.waitSignal(started.shown):
        window.again.emit()
    with qtbot.waitSignal(started.shown):
        pass
    assert isinstance(started.window, OutOfOrderWindow)
    aside()
    qtbot.waitUntil(lambda: isinstance(started.window, KioskWindow))


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
