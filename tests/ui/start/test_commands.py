"""Commands that open windows, and those that must not."""

import os
import subprocess
import sys
from contextlib import closing

import pytest

from tests.ui.shell import ROOT, Shell
from ui import bootstrap
from ui.cli.windows import House, has_display
from ui.own import own_of


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
