"""Who sits there, from window to window."""

from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.deeds.clerk import account_of
from app.deeds.ticket import issue
from app.signing_in import enter, give
from tests.ui.keyboard import focused, types
from tests.ui.start.pc import Begin, is_taken, served, set_up
from ui.cli.windows import House
from ui.counter.window import CounterWindow
from ui.frame.window import FrameWindow
from ui.own import Wanted
from ui.supervisor.window import SupervisorWindow


def given_a_password(house: House) -> str:
    """The first clerk sits at the counter and gives themselves one; gives who that is."""
    with closing(house.open()) as desk:
        own = enter(desk.journal, desk.passwords, "1", "", "counter:3").clerk
        give(desk.journal, desk.passwords, own, "1", "باران پاییزی")
    return own


def types_the_password(qtbot: QtBot, window: FrameWindow) -> None:
    """Into the gate that covers the window."""
    window.activateWindow()
    qtbot.waitUntil(window.gate.password.line.hasFocus)
    types("باران پاییزی")
    QTest.keyClick(focused(), Qt.Key.Key_Return)


def test_an_office_that_asks_for_passwords_covers_its_windows_until_somebody_signs_in(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    with closing(house.open()) as desk:
        give(desk.journal, desk.passwords, "", "1", "باران پاییزی")
    window = begin().window
    assert isinstance(window, CounterWindow)
    assert window.gate.isVisible()
    types_the_password(qtbot, window)
    qtbot.waitUntil(window.gate.fresh.line.hasFocus)
    for _ in range(2):
        types("برف زمستانی")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(window.gate.isHidden)


def test_whoever_signed_in_stays_when_the_text_becomes_larger_and_leaves_with_the_program(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    own = given_a_password(house)
    started = begin("supervisor")
    window = started.window
    assert isinstance(window, SupervisorWindow)
    types_the_password(qtbot, window)
    qtbot.waitUntil(window.gate.isHidden)
    with qtbot.waitSignal(started.shown):
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
    counter = served(qtbot, started)
    assert started._door is not None
    with closing(house.open()) as desk, desk.journal.work() as work:
        issue(work, "27")
        clerk = started._door.clerk = work.office.clerk("201").clerk
    counter.press("F2")
    qtbot.waitUntil(lambda: counter.counter.state.visit is not None)
    counter.counter.identify("2190764157", lambda _: None)
    qtbot.waitUntil(lambda: counter.counter.state.person is not None)
    with qtbot.waitSignal(started.shown):
        counter.press("Ctrl+F12")
    supervisor = started.window
    assert isinstance(supervisor, SupervisorWindow)
    assert is_taken(house, "2"), "the counter is kept for whoever comes back"
    assert started._door.clerk == clerk
    with qtbot.waitSignal(started.shown):
        supervisor.press("Ctrl+F12")
    back = served(qtbot, started)
    assert back.counter.state.number == "2"
    assert back.counter.state.sheet.identified == "2190764157"
    assert started._door.clerk == clerk


def test_who_signed_in_at_the_counter_is_not_asked_again_and_leaves_where_they_came(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    own = given_a_password(house)
    started = begin()
    counter = served(qtbot, started)
    types_the_password(qtbot, counter)
    qtbot.waitUntil(counter.gate.isHidden)
    with qtbot.waitSignal(started.shown):
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
    window = served(qtbot, begin("counter:1"))
    window.press("Ctrl+F12")
    qtbot.waitUntil(lambda: "نقش شما" in window.strip.text)
