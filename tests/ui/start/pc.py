"""How a PC is set up, and what its windows say."""

from collections.abc import Callable
from contextlib import closing

from PySide6.QtGui import QCloseEvent
from pytestqt.qtbot import QtBot

from app.refusal import Refusal
from ui.cli.windows import House
from ui.counter.window import CounterWindow
from ui.frame.public_window import LEAVE
from ui.own import Wanted
from ui.shut import SentenceWindow
from ui.start import Start
from ui.wizard.keeping import note_seen

MINE = Wanted(office="فرمانداری نوشهر", series="الف", clerk="مریم رستمی‌زاده", name="3")
Begin = Callable[..., Start]


def set_up(house: House, wanted: Wanted = MINE) -> None:
    """As the wizard does, with a key that somebody has seen."""
    house.set_up(wanted)
    note_seen(house)


def shut_sentence(started: Start) -> str:
    """What the window says that came instead of one to work in."""
    window = started.window
    assert isinstance(window, SentenceWindow), window
    assert window.page is not None
    return window.page.accessibleName()


def served(qtbot: QtBot, started: Start) -> CounterWindow:
    """The counter's window, once it has read how things stand."""
    window = started.window
    assert isinstance(window, CounterWindow)
    qtbot.waitUntil(lambda: window.counter.state.loaded)
    return window


def is_taken(house: House, number: str = "3") -> bool:
    """Whether another program could not have that counter."""
    with closing(house.open()) as desk:
        try:
            with desk.alone(f"counter-{number}"):
                return False
        except Refusal:
            return True


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
